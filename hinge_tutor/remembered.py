"""What TOML texts say, kept from one start to the next, since reading them all takes its time.

The program works the same without it: nothing is remembered unless `recall` is asked to, a text
that differs by one character is read anew, and what is kept is only believed as a whole.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hinge_tutor import safely

# Counts up when what is kept of a text changes.
FORMAT = 1
# All that a start reads has some hundred kilobytes; what is larger was not kept by us.
LARGEST_BYTES = 5_000_000

# What was kept, and what this process has read, by the text: as JSON, so that each asker gets a
# document of its own.
_kept: dict[str, str] = {}
_read: dict[str, str] = {}
_into: list[Path] = []


def recall(path: Path) -> None:
    """From now on, texts that were kept in a file at `path` need not be read again."""
    forget()
    _into.append(path)
    try:
        if path.stat().st_size <= LARGEST_BYTES:
            head, _, content = path.read_bytes().partition(b"\n")
            if head == _head(content):
                _kept.update(json.loads(content))
    except (OSError, ValueError):
        # None was kept yet, or it was damaged; `keep` then writes it anew.
        _kept.clear()


def forget() -> None:
    """Texts are read by their grammar again, and nothing is kept."""
    _kept.clear()
    _read.clear()
    _into.clear()


def values(text: str, reading: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """What a text says: remembered, or found by `reading`, whose errors are raised."""
    if not _into:
        return reading()
    if (kept := _kept.get(text)) is not None:
        _read[text] = kept
        found: dict[str, Any] = json.loads(kept)
        return found
    data = reading()
    if (said := _said(data)) is not None:
        _read[text] = said
    return data


def keep() -> None:
    """Keeps what was read since `recall`, if any of it is new, and remembers no longer.

    A folder that cannot be written to is left in peace.
    """
    if _into and not _read.keys() <= _kept.keys():
        content = json.dumps(_read).encode("ascii")
        with contextlib.suppress(OSError):
            _into[0].parent.mkdir(parents=True, exist_ok=True)
            safely.write(_into[0], _head(content) + b"\n" + content)
    forget()


def _head(content: bytes) -> bytes:
    return b"%d %08x" % (FORMAT, zlib.crc32(content))


def _said(data: dict[str, Any]) -> str | None:
    """A document as JSON; None where that would say something else, as of a date."""
    try:
        said = json.dumps(data, allow_nan=False)
    except (TypeError, ValueError):
        return None
    return said if json.loads(said) == data else None
