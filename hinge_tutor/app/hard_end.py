"""When the program is ended from below, as by a fault in a library: what is known is kept.

Python itself cannot say anything then; `faulthandler` writes where each thread was into a file of
this run. The next start finds the file, moves what it says into the log, and tells it once.
"""

from __future__ import annotations

import faulthandler
import os
import sys
from pathlib import Path
from typing import TextIO

from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.trouble import LOG_NAME, write_down

BEGINNING, ENDING = "ended-", ".txt"
# A fault says a few hundred lines at most; the rest of a file would be something else.
MOST_SIGNS = 100_000


class HardEnd:
    """Watches one run; `found` is what earlier runs left behind."""

    def __init__(self, folder: Path) -> None:
        """Nothing here raises: without a place to write, nothing is kept."""
        self._folder = folder
        self._path = folder / f"{BEGINNING}{os.getpid()}{ENDING}"
        self._file: TextIO | None = None

    def told(self) -> str:
        """What is to be said of a run that was ended, in a sentence; empty where none was."""
        ended = [text for path in self._left() if (text := _take(path)).strip()]
        if not ended:
            return ""
        if not write_down(self._folder / LOG_NAME, "\n".join(ended)):
            return tr("Last time the tutor was ended by a fault in it.")
        words = tr("Last time the tutor was ended by a fault in it. What is known of it is in %1.")
        return words.replace("%1", str(self._folder / LOG_NAME))

    def watch(self) -> None:
        """From now on a hard end of this run leaves its traces."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)
        except (OSError, ValueError):
            self._close()

    def end(self) -> None:
        """Takes the traces away: the run has ended as it should."""
        if self._file is None:
            return
        faulthandler.disable()
        self._close()
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            # An empty file is nothing to the next start.
            return

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
        self._file = None

    def _left(self) -> list[Path]:
        """The files of runs that are over."""
        try:
            found = sorted(self._folder.glob(f"{BEGINNING}*{ENDING}"))
        except OSError:
            return []
        return [path for path in found if path != self._path and not _runs(path)]


def _take(path: Path) -> str:
    """What a file says; it is gone then."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            text = file.read(MOST_SIGNS)
        path.unlink()
    except OSError:
        # Somebody else reads it, or has it open: it is theirs to tell.
        return ""
    return text


def _runs(path: Path) -> bool:
    """Whether the run of a file still goes on; on Windows an open file cannot be taken anyway."""
    number = path.name.removeprefix(BEGINNING).removesuffix(ENDING)
    if not number.isdecimal() or sys.platform == "win32":
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
