"""`--progress`: lines on standard output that say how far the work is, for whoever waits for it.

Each line is `progress DONE TOTAL`, or at the end `errno NUMBER` where the system did not let the
file be written, so that a window says that in its own language.
"""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from hinge_tutor.cli.command import Unheard, UsageError
from hinge_tutor.export.progress import Progress, unheard

if TYPE_CHECKING:
    import argparse
    from pathlib import Path


def add_progress(parser: argparse.ArgumentParser) -> None:
    """Declare `--progress`."""
    parser.add_argument(
        "--progress",
        action="store_true",
        help="print lines such as: progress 3 40",
    )


def progress(arguments: argparse.Namespace) -> Progress:
    """What tells how far the work is, if somebody asked for it.

    Once nobody listens any more it raises Unheard, which ends the work without a trace.
    """
    return _tell if arguments.progress else unheard


def tell_errno(arguments: argparse.Namespace, error: OSError) -> None:
    """Says by its number what the system has against a file, if somebody waits for it."""
    cause = error if error.errno else error.__cause__
    if arguments.progress and isinstance(cause, OSError) and cause.errno:
        _line(f"errno {cause.errno}")


def need_folder(arguments: argparse.Namespace, file: Path) -> None:
    """We make no folder for a file, since a slip of the pen would; raises UsageError."""
    if not file.parent.is_dir():
        tell_errno(arguments, OSError(errno.ENOENT, os.strerror(errno.ENOENT)))
        raise UsageError(f"There is no folder {file.parent}; make it first.")


def _tell(done: int, total: int) -> None:
    _line(f"progress {done} {total}")


def _line(said: str) -> None:
    try:
        print(said, flush=True)
    except BrokenPipeError:
        raise Unheard from None
