"""A JSON file of the user's: read with care, written whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any


class Unreadable(Exception):
    """The file is there and is not what we wrote; the message is one sentence for the user."""


class Store:
    """One file in the user's folder.

    A file that cannot be read stays as it is. Only when something is to be written in its place is
    it moved aside, under a name that is still free.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._foreign = False

    def read(self) -> dict[str, Any]:
        """What the file holds, nothing when there is none; raises Unreadable."""
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}
        except (OSError, UnicodeDecodeError) as problem:
            raise self.unreadable() from problem
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as problem:
            raise self.unreadable() from problem
        if not isinstance(value, dict):
            raise self.unreadable()
        return value

    def unreadable(self) -> Unreadable:
        """Declares the file foreign, and the sentence that says so."""
        self._foreign = True
        return Unreadable(
            f"{self.path.name} could not be read; it is kept as it is, and the tutor starts afresh."
        )

    def write(self, value: dict[str, Any]) -> None:
        """Replaces the file in one step; raises OSError and leaves the old one if it cannot."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f".{self.path.stem}-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if self._foreign and self.path.exists():
                self.path.rename(self._free_name())
                self._foreign = False
            Path(name).replace(self.path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _free_name(self) -> Path:
        number = 1
        while True:
            name = f"{self.path.stem}.unreadable-{number}{self.path.suffix}"
            if not self.path.with_name(name).exists():
                return self.path.with_name(name)
            number += 1
