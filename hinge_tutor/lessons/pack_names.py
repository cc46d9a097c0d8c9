"""Names inside a lesson pack, which somebody unknown may have chosen to lead elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST_NAME = 100
# Folders inside folders; lessons lie at the top, pictures perhaps in a folder or two.
DEEPEST = 4
# What systems and archivers put beside files by themselves.
STRAY = ("__MACOSX", "Thumbs.db", "desktop.ini")

_DRIVE = re.compile(r"[A-Za-z]:")
# Windows opens its devices by these names, whatever ending stands behind them.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
# What no file of Windows may be called, and what parts streams from files there.
_FORBIDDEN = re.compile(r'[<>:"|?*]')


def plain(name: str) -> str:
    """A name as it is looked up: letters that systems write in two ways are one."""
    return unicodedata.normalize("NFC", name)


def wrong_name(name: str) -> str:
    """Why a file or folder of a pack must not be called like this; empty where it may."""
    if not name:
        return "has no name"
    if any(unicodedata.category(letter).startswith("C") for letter in name):
        return "has a character that nobody sees in its name"
    if "\\" in name:
        return "has a backslash in its name; folders are parted by /"
    if name.startswith("/") or _DRIVE.match(name):
        return "is a place on a disk and not in the pack"
    parts = name.split("/")
    if ".." in parts:
        return "leads out of the pack"
    if len(name) > LONGEST_NAME:
        return f"has a name of {len(name)} characters; at most {LONGEST_NAME} are read"
    if len(parts) > DEEPEST:
        return f"lies {len(parts) - 1} folders deep; at most {DEEPEST - 1} are read"
    if any(part in ("", ".") or part != part.strip() or part.endswith(".") for part in parts):
        return "has a name that not every system can keep"
    if _FORBIDDEN.search(name) or any(_DEVICE.fullmatch(part) for part in parts):
        return "has a name that not every system can keep"
    return ""


def is_stray(name: str) -> bool:
    """Whether a file is none of the author's: hidden, left by an editor, or by a system."""
    parts = name.split("/")
    return any(part.startswith(".") or part.endswith("~") or part in STRAY for part in parts)


def colliding(names: Iterable[str]) -> tuple[str, str] | None:
    """Two names that are one file on some systems, if there are any."""
    met: dict[str, str] = {}
    for name in names:
        other = met.setdefault(unicodedata.normalize("NFKC", name).casefold(), name)
        if other != name:
            return other, name
    return None
