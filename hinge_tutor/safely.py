"""Writes a file whole or not at all: what stood there stays until the new one is complete."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path


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
    part = target.with_name(f".{name}-{os.getpid()}.part{target.suffix}")
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
