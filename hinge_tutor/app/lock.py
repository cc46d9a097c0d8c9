"""Keeps two windows from writing one file at the same moment; a crash never leaves it locked.

The lock belongs to the process and not to the file: however the process ends, the system lets go of
it. So the file itself may stay, and says nothing.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

# A write takes some milliseconds. Whoever waits longer waits for a window that hangs, or for a disk
# elsewhere that knows no locks; the window must not stand still for that.
PATIENCE_S, PAUSE_S = 0.5, 0.005


@contextlib.contextmanager
def locked(path: Path, patience_s: float = PATIENCE_S) -> Iterator[bool]:
    """Holds the lock at `path` while the block runs, and says whether it could be had.

    Where there are no locks, or somebody keeps it for longer than `patience_s`, the block runs
    without.
    """
    try:
        # Opened without waiting, as a pipe would wait for somebody at its other end.
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o666)
    except OSError:
        yield False
        return
    try:
        yield _patiently(handle, patience_s)
    finally:
        # Which also lets go of the lock.
        os.close(handle)


def _patiently(handle: int, patience_s: float) -> bool:
    until = time.monotonic() + patience_s
    while True:
        try:
            return _take(handle)
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            time.sleep(PAUSE_S)
        except OSError:
            return False


if sys.platform == "win32":
    import errno
    import msvcrt

    def _take(handle: int) -> bool:
        """Raises BlockingIOError where another has it."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as problem:
            if problem.errno in (errno.EACCES, errno.EDEADLK):
                raise BlockingIOError from problem
            raise
        return True

else:

    def _take(handle: int) -> bool:
        """Raises BlockingIOError where another has it."""
        try:
            import fcntl
        except ImportError:
            return False
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
