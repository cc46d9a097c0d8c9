"""A folder as a lesson pack: nothing outside it is read, whatever lies in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from hinge_tutor.lessons.pack_budget import Budget, is_read, shown
from hinge_tutor.lessons.pack_names import is_stray

# A junction of Windows, which is a link by another name.
_JUNCTION = 0xA0000003


def read_folder(path: Path, budget: Budget) -> None:
    """Puts every text and picture of a folder into the budget; raises PackError and OSError."""
    for name, at in _walk(path, "", budget):
        if is_read(name):
            budget.check_name(name)
            budget.put(name, _content(at, name, budget))


def _walk(path: Path, under: str, budget: Budget) -> Iterator[tuple[str, Path]]:
    """Every file below a folder, by its name from the top; what is hidden is passed over."""
    with os.scandir(path) as found:
        entries = []
        for entry in found:
            name = f"{under}{entry.name}"
            budget.count()
            if not is_stray(name):
                entries.append((name, entry))
    for name, entry in sorted(entries, key=lambda each: each[0]):
        status = entry.stat(follow_symlinks=False)
        if entry.is_symlink() or getattr(status, "st_reparse_tag", 0) == _JUNCTION:
            raise budget.refusal(f"{shown(name)} is a link; put the file itself there")
        if entry.is_dir(follow_symlinks=False):
            budget.check_name(name)
            yield from _walk(Path(entry.path), f"{name}/", budget)
        elif stat.S_ISREG(status.st_mode):
            yield name, Path(entry.path)
        else:
            raise budget.refusal(f"{shown(name)} is not a file")


def _content(path: Path, name: str, budget: Budget) -> bytes:
    """What a file holds, at most one byte more than may be read.

    It is looked at again once it is open: a link or a pipe may have taken its place.
    """
    flags = os.O_RDONLY
    for extra in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, extra, 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise budget.refusal(f"{shown(name)} is not a file")
        return file.read(budget.most(name) + 1)
