"""Writes a file whole or not at all: what stood there stays until the new one is complete."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

# What a process that is no more has left is swept once nobody has written to it for so long: it may
# be at work on another machine that shares the folder.
STALE_S = 3600.0
_PART = re.compile(r"\..+-(\d+)\.part(\..*)?")


def part_of(target: Path, name: str = "hinge-tutor", process: int | None = None) -> Path:
    """What a process, this one without `process`, writes before it takes the place of `target`."""
    number = os.getpid() if process is None else process
    return target.with_name(f".{name}-{number}.part{target.suffix}")


@contextlib.contextmanager
def beside(path: Path, name: str = "hinge-tutor") -> Iterator[Path]:
    """A path to write to, in the same folder and with the same ending; `name` begins its name.

    When the block ends well, what was written there takes the place of `path` in one step; when it
    does not, nothing of it stays. A link is followed. A pipe or a device is itself written to, as
    it holds nothing that could be lost. Raises OSError.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if path.exists() and not path.is_file():
        yield path
        return
    target = Path(os.path.realpath(path))
    if target.exists() and not os.access(target, os.W_OK):
        # To replace a file takes rights on its folder only; its own are respected all the same.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    part = part_of(target, name)
    try:
        yield part
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; raises OSError."""
    with beside(path) as part:
        part.write_bytes(content)


def sweep(folder: Path, process: int | None = None, name: str = "") -> None:
    """Takes away what a process that was killed has left in a folder: a file or a folder half done.

    Without `process`, what any process has left that is no more, and that is old enough; only what
    a `name` begins, where others may have files of such names.
    """
    with contextlib.suppress(OSError):
        for left in folder.iterdir():
            found = _PART.fullmatch(left.name)
            if found is None or not left.name.startswith(f".{name}"):
                continue
            if int(found[1]) == process or (process is None and _is_stale(left, int(found[1]))):
                _remove(left)


def _remove(left: Path) -> None:
    if left.is_dir() and not left.is_symlink():
        shutil.rmtree(left, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            left.unlink(missing_ok=True)


def _is_stale(left: Path, process: int) -> bool:
    """Whether nobody writes there any more; where processes cannot be asked for, nothing is."""
    if os.name != "posix" or time.time() - left.stat().st_mtime < STALE_S:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        # It lives and is somebody else's; or no process ever had such a number.
        return False
    return False


def settle(folder: Path) -> None:
    """Waits until the names in a folder are on the disk, where a system can be asked to.

    Without it a power cut may bring back the file that was there before.
    """
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
