"""A JSON file of the user's: read with care, written whole or not at all."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

from hinge_tutor import safely
from hinge_tutor.app.chrome_words import tr

# Settings and progress have some hundred bytes; what is larger is something else by mistake.
LARGEST_BYTES = 1_000_000


class Unreadable(Exception):
    """The file is there and is not what we wrote; the message is one sentence for the user."""


def reason(problem: OSError) -> str:
    """Why something could not be written, as a part of a sentence."""
    said = (problem.strerror or str(problem)).lower().rstrip(".")
    return _reasons().get(problem.errno or 0, said)


def _reasons() -> dict[int, str]:
    """What the world has against a file, where its own words are for programmers."""
    return {
        errno.ENOSPC: tr("the disk is full"),
        errno.EDQUOT: tr("your share of the disk is full"),
        errno.EROFS: tr("this disk can only be read"),
        errno.EACCES: tr("you have no right to write there"),
        errno.EPERM: tr("you have no right to write there"),
        errno.EEXIST: tr("a file stands where the folder should be"),
        errno.ENOTDIR: tr("a file stands where the folder should be"),
        errno.ENOENT: tr("its folder is gone"),
        errno.EISDIR: tr("a folder stands in its place"),
    }


class Store:
    """One file in the user's folder.

    A file that cannot be read stays as it is. Only when something is to be written in its place is
    it moved aside, under a name that is still free. A link to a file stays a link.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        # Whether what stands there was not written by us.
        self.foreign = False

    def read(self) -> dict[str, Any]:
        """What the file holds, nothing when there is none; raises Unreadable."""
        self.foreign = False
        try:
            # A pipe would never end to be read, and a device never ends at all.
            if self.path.exists() and not self.path.is_file():
                raise self.unreadable()
            with self.path.open("rb") as file:
                content = file.read(LARGEST_BYTES + 1)
            if len(content) > LARGEST_BYTES:
                raise self.unreadable()
            value = json.loads(content)
            # What could not be written again would be lost at the next save.
            as_bytes(value)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as problem:
            raise self.unreadable() from problem
        if not isinstance(value, dict):
            raise self.unreadable()
        return value

    def unreadable(self) -> Unreadable:
        """Declares the file foreign, and the sentence that says so."""
        self.foreign = True
        words = tr("%1 could not be read; it is kept as it is, and the tutor starts afresh.")
        return Unreadable(words.replace("%1", self.path.name))

    def write(self, value: dict[str, Any]) -> None:
        """Replaces the file in one step; raises OSError and leaves the old one if it cannot."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        content = as_bytes(value)
        if not self.foreign or not os.path.lexists(self.path):
            self._put(content)
            return
        aside = self.set_aside()
        try:
            self._put(content)
        except OSError:
            aside.rename(self.path)
            self.foreign = True
            raise

    def set_aside(self) -> Path:
        """Moves the file away, and says whereto; raises OSError."""
        aside = self.path.rename(self._free_name())
        self.foreign = False
        return aside

    def _put(self, content: bytes) -> None:
        with safely.beside(self.path) as part:
            put(part, content)
        safely.settle(self.path.parent)

    def _free_name(self) -> Path:
        number = 1
        while True:
            name = f"{self.path.stem}.unreadable-{number}{self.path.suffix}"
            if not os.path.lexists(self.path.with_name(name)):
                return self.path.with_name(name)
            number += 1


def put(path: Path, content: bytes) -> None:
    """Writes a file, and waits until the disk has it; raises OSError."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def as_bytes(value: object) -> bytes:
    """A value as the text of its file; raises ValueError for what JSON or UTF-8 cannot say."""
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    return text.encode("utf-8")
