"""`check --watch`: says what is wrong again whenever a file was written."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from hinge_tutor.check import Again, Problem
from hinge_tutor.check.again import Stamps
from hinge_tutor.cli.telling import counted, tell
from hinge_tutor.shelf import MissingFile

# As often as somebody who saves and looks up would want, and next to no work.
LOOK_EVERY_S = 0.3


def watch(
    paths: Sequence[Path] | None, rest: Callable[[], None] = lambda: time.sleep(LOOK_EVERY_S)
) -> NoReturn:
    """Checks, and checks again after every change, until somebody stops the program.

    `rest` waits a moment between two looks. A file is read when it stood the same at two of them:
    an editor that is still writing is let finish.
    """
    again = Again(paths)
    told: Stamps | None = None
    seen = _stamps(again)
    print("Checked again whenever a file changes; Ctrl+C stops.", flush=True)
    while True:
        if seen is not None and seen != told:
            told = seen
            _say(again)
        rest()
        before, seen = seen, _stamps(again)
        while seen is None or seen not in (before, told):
            rest()
            before, seen = seen, _stamps(again)


def _stamps(again: Again) -> Stamps | None:
    """How the files stand; None while one is away that the program cannot do without."""
    try:
        return again.stamps()
    except (MissingFile, OSError):
        return None


def _say(again: Again) -> None:
    try:
        problems = again.problems()
    except (MissingFile, OSError) as gone:
        problems = [Problem(getattr(gone, "filename", None) or "lessons", 1, str(gone))]
    tell(problems)
    verdict = counted(problems) if problems else "all good"
    print(f"{time.strftime('%H:%M:%S')}  {verdict}", flush=True)
