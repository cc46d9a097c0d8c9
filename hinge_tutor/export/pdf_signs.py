"""Has a PDF of ours say which signs its letters are, for whoever searches it or copies from it.

Several signs may share one letter of a typeface; Qt then names the one with the lowest number, and
cannot be told otherwise. In Inter the closing quotation marks are named as modifier letters so.
"""

from __future__ import annotations

import re

# What Qt names, and what is meant by it; in the form of the file's tables, which are plain text.
MEANT = {b"<02BC>": "’", b"<02EE>": "”"}
_TABLE = re.compile(rb"beginbfrange.*?endbfrange", re.DOTALL)
_NAMED = re.compile(b"|".join(MEANT))


def with_signs_meant(content: bytes) -> bytes:
    """The same file, as long as before, with its letters named as they are meant."""
    return _TABLE.sub(lambda table: _NAMED.sub(_meant, table[0]), content)


def _meant(named: re.Match[bytes]) -> bytes:
    return b"<%04X>" % ord(MEANT[named[0]])
