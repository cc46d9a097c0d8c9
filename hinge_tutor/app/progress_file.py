"""Progress on disk: read, merged with what another window has written, and written whole.

Beside `progress.json` stands the file as it was one write earlier. When the newer one cannot be
read, it is kept under another name and the earlier one is used; `mishaps` tells of it. A file of a
newer version of the tutor is left alone.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hinge_tutor import safely
from hinge_tutor.app.lock import PATIENCE_S, locked
from hinge_tutor.app.store import Store, Unreadable, as_bytes, put
from hinge_tutor.lessons.progress import Progress, merge
from hinge_tutor.lessons.progress_table import Damaged, Newer, others, progress, table

FILE, COPY, LOCK = "progress.json", "progress.backup.json", "progress.lock"
# What a crash may leave behind begins like this.
PART = "progress"

# What can be wrong with a file.
DAMAGED, NEWER, MISSING = "damaged", "newer", "missing"


@dataclass(frozen=True)
class Mishap:
    """Something was wrong with a file: what, the name it is kept under, "" where it could not be
    moved, and whether the file from one write earlier is used instead.
    """

    kind: str
    file: str
    kept_as: str = ""
    copy_used: bool = False


class ProgressFile:
    """What was done, as far as this window knows; `keep` writes it."""

    def __init__(self, folder: Path, patience_s: float = PATIENCE_S) -> None:
        """`patience_s` is how long it waits for another window that writes just then."""
        self._folder, self._patience_s = folder, patience_s
        self._main, self._copy = Store(folder / FILE), Store(folder / COPY)
        self._others: dict[str, Any] = {}
        self._newer = False
        self._tidy = False
        self.mishaps: list[Mishap] = []
        self.progress = self._start()

    def keep(self, progress: Progress) -> None:
        """Writes what is known here and there; raises OSError when the disk does not take it."""
        if self._newer:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        with locked(self._folder / LOCK, self._patience_s) as alone:
            found = self._mended()
            self.progress = merge(progress, found or Progress())
            if self._newer or self.progress == found:
                return
            if alone and not self._tidy:
                self._clear_away()
            self._put(self.progress)
            if found is not None and found.forgotten != self.progress.forgotten:
                # What is forgotten stands nowhere.
                self._back_up()

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def _start(self) -> Progress:
        """What the files say; only where one of them has to be mended, others are kept off."""
        with contextlib.suppress(Unreadable, Newer):
            found = self._read(self._main)
            if found is not None or not os.path.lexists(self._copy.path):
                return found or Progress()
        with locked(self._folder / LOCK, self._patience_s):
            return self._mended() or Progress()

    def _mended(self) -> Progress | None:
        """What the file says, or the one from one write earlier in its place; the lock is held."""
        try:
            found = self._read(self._main)
            if found is not None:
                return found
            mishap = Mishap(MISSING, FILE)
        except Newer:
            self._leave_alone(FILE)
            return None
        except Unreadable:
            mishap = Mishap(DAMAGED, FILE, _aside(self._main))
        told = len(self.mishaps)
        found = self._read_copy()
        if found is not None:
            # There are two again; who cannot write is told so when there is something to keep.
            with contextlib.suppress(OSError):
                self._put(found)
        if found is not None or mishap.kind == DAMAGED:
            # Before what there was to say of the copy.
            self._tell(replace(mishap, copy_used=found is not None), told)
        return found

    def _read_copy(self) -> Progress | None:
        try:
            return self._read(self._copy)
        except Newer:
            self._leave_alone(COPY)
        except Unreadable:
            self._tell(Mishap(DAMAGED, COPY, _aside(self._copy)))
        return None

    def _read(self, store: Store) -> Progress | None:
        """What a file says, None where there is none; raises Unreadable, Newer."""
        found = store.read()
        if not found and not store.path.exists():
            return None
        try:
            read = progress(found)
        except Damaged as problem:
            raise store.unreadable() from problem
        self._others = others(found)
        return read

    def _leave_alone(self, file: str) -> None:
        self._newer = True
        self._tell(Mishap(NEWER, file))

    def _tell(self, mishap: Mishap, place: int | None = None) -> None:
        if mishap not in self.mishaps:
            self.mishaps.insert(len(self.mishaps) if place is None else place, mishap)

    # ── writing ──────────────────────────────────────────────────────────────────────────────────

    def _put(self, progress: Progress) -> None:
        content = as_bytes(table(progress, self._others))
        if self._main.foreign and os.path.lexists(self._main.path):
            self._main.set_aside()
        with safely.beside(self._main.path, PART) as part:
            put(part, content)
            self._back_up()
        for folder in {self._folder, Path(os.path.realpath(self._main.path)).parent}:
            safely.settle(folder)

    def _back_up(self) -> None:
        """Keeps the file as it is now a second time; without, one is only less safe."""
        main, copy = Path(os.path.realpath(self._main.path)), self._copy.path
        if not main.is_file() or (os.path.lexists(copy) and not copy.is_file()):
            return
        part = copy.with_name(f".{PART}-copy-{os.getpid()}.part{copy.suffix}")
        with contextlib.suppress(OSError):
            # One that a crash has left may be a second name of the file itself.
            part.unlink(missing_ok=True)
            try:
                # A second name costs no time; where a disk has none, it is written again.
                os.link(main, part)
            except OSError:
                put(part, main.read_bytes())
            part.replace(copy)
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)

    def _clear_away(self) -> None:
        """Removes what crashes have left; nobody else writes now."""
        self._tidy = True
        for path in self._parts():
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def _parts(self) -> Iterator[Path]:
        for folder in {self._folder, Path(os.path.realpath(self._main.path)).parent}:
            yield from folder.glob(f".{PART}-*.part.json")


def _aside(store: Store) -> str:
    """The name that a damaged file has from now on; "" where it cannot be moved."""
    try:
        return store.set_aside().name
    except OSError:
        return ""
