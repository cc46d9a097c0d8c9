"""`--words-file FILE`: a whole command line out of a file, as a list of texts in JSON.

Other people of a machine can see its command lines, and a file to take away may be called by the
name of a client. Whoever starts us for somebody else gives us the words like this.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from hinge_tutor.cli.command import UsageError

OPTION = "--words-file"
# A scene may be long; what is longer was written by nobody.
LONGEST_BYTES = 1_000_000


def spelled_out(arguments: Sequence[str]) -> list[str]:
    """The words of a command line, wherever they stand; raises UsageError."""
    if len(arguments) != 2 or arguments[0] != OPTION:
        return list(arguments)
    try:
        with Path(arguments[1]).open("rb") as file:
            content = file.read(LONGEST_BYTES + 1)
        words = json.loads(content) if len(content) <= LONGEST_BYTES else None
    except (OSError, ValueError, RecursionError):
        words = None
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise UsageError(f"{OPTION}: {arguments[1]} is no list of texts in JSON.")
    return words
