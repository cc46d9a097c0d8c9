"""Python in a process of its own: begun, waited for no longer than somebody says, and ended."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

PACKAGE = Path(__file__).resolve().parents[1]
# Where Python finds packages without being told.
INSTALLED = ("site-packages", "dist-packages")
# How long a killed child is waited for, ms; a system that needs longer has other troubles.
KILL_MS = 3000
# Of the twenty steps by which a process can stand back: the window has something more urgent to do.
NICE = 10
THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS")


class Child(QProcess):
    """`ended` has the exit code, None where something ended it from outside; `unstarted` says that
    there never was a process, `late` that it takes longer than anybody waits.
    """

    ended = Signal(object)
    unstarted = Signal()
    late = Signal()

    def __init__(self, parent: QObject, patience_ms: int | None = None) -> None:
        """`patience_ms` is None where it may take as long as it takes."""
        super().__init__(parent)
        self.setProcessEnvironment(environment())
        self.finished.connect(self.on_finished)
        self.errorOccurred.connect(self.on_error)
        self._patience: QTimer | None = None
        if patience_ms is not None:
            self._patience = QTimer(self)
            self._patience.setSingleShot(True)
            self._patience.setInterval(patience_ms)
            self._patience.timeout.connect(self.late)

    def begin(self, arguments: Sequence[str], given: bytes = b"") -> None:
        """Starts it with these words; what is `given` it reads from its standard input."""
        if self._patience is not None:
            self._patience.start()
        self.start(sys.executable, list(arguments))
        if given:
            self.write(given)
        self.closeWriteChannel()

    def stand_back(self) -> None:
        """Leaves the machine to others, where a system knows of that."""
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                process = int(self.processId())
                usual = os.getpriority(os.PRIO_PROCESS, process)
                os.setpriority(os.PRIO_PROCESS, process, usual + NICE)

    def end(self) -> None:
        """Kills it if it is still there; nothing that it says counts any more."""
        self.blockSignals(True)
        self._rest()
        self.kill()
        self.waitForFinished(KILL_MS)
        self.deleteLater()

    def on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._rest()
        self.ended.emit(code if status == QProcess.ExitStatus.NormalExit else None)

    def on_error(self, error: QProcess.ProcessError) -> None:
        """Only what never starts is not said to have finished."""
        if error == QProcess.ProcessError.FailedToStart:
            self._rest()
            self.unstarted.emit()

    def _rest(self) -> None:
        if self._patience is not None:
            self._patience.stop()


def environment() -> QProcessEnvironment:
    """The child's own: no screen, one thread, our package, and UTF-8 on its way to us."""
    made = QProcessEnvironment.systemEnvironment()
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        made.remove(name)
    for name in THREADS:
        made.insert(name, "1")
    made.insert("QT_QPA_PLATFORM", "offscreen")
    made.insert("PYTHONUTF8", "1")
    if PACKAGE.parent.name not in INSTALLED:
        # Out of a checkout it may have been found by where the program was started.
        others = made.value("PYTHONPATH")
        made.insert("PYTHONPATH", os.pathsep.join(filter(None, (str(PACKAGE.parent), others))))
    return made
