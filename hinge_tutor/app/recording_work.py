"""Reads a recording in a process of its own, so that the window stays alive whatever is in it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import hinge_tutor
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.recordings.carried import from_json
from hinge_tutor.recordings.files import label
from hinge_tutor.recordings.recorded import Recording

# How long a process that is told to end may take, ms.
_END_MS = 2_000


class RecordingWork(QObject):
    """One file at a time; `done` says that it was read, or why not (`recording`, `problem`)."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._file = Path()
        self.recording: Recording | None = None
        self.problem = ""

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._process is not None

    @property
    def name(self) -> str:
        """The file's name, as it can be shown."""
        return label(self._file)

    def read(self, file: Path) -> None:
        """Begins to read a file; one that is being read is let go."""
        self.stop()
        self._file, self.recording, self.problem = file, None, ""
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        package = str(Path(hinge_tutor.__file__).resolve().parent.parent)
        known = environment.value("PYTHONPATH")
        environment.insert("PYTHONPATH", f"{package}{_SEPARATOR}{known}" if known else package)
        environment.insert("PYTHONIOENCODING", "utf-8")
        process.setProcessEnvironment(environment)
        process.finished.connect(self.on_finished)
        process.errorOccurred.connect(self.on_error)
        self._process = process
        process.start(sys.executable, ["-m", "hinge_tutor.recordings", str(file)])

    def stop(self) -> None:
        """Nothing is read any more."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_END_MS)
            process.deleteLater()

    def on_error(self, error: QProcess.ProcessError) -> None:
        """A process that did not begin ends nowhere else."""
        if error == QProcess.ProcessError.FailedToStart:
            self._end(None, tr("The recording could not be read: no process could be started."))

    def on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None:
            return
        said = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        if status == QProcess.ExitStatus.NormalExit and code == 0:
            try:
                read = from_json(json.loads(bytes(process.readAllStandardOutput().data())))
            except (ValueError, KeyError, TypeError):
                self._end(None, _broke(self.name))
                return
            self._end(read, "")
        elif code == _REFUSED and said:
            self._end(None, said.splitlines()[0])
        else:
            self._end(None, _broke(self.name))

    def _end(self, recording: Recording | None, problem: str) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self.recording, self.problem = recording, problem
        self.done.emit()


_SEPARATOR = ";" if sys.platform == "win32" else ":"
_REFUSED = 2


def _broke(name: str) -> str:
    words = tr("%1 could not be read: what read it stopped. Export it again, or as .trc.")
    return words.replace("%1", name)
