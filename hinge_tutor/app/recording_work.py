"""Reads a recording in a process of its own, so that the window stays alive whatever is in it."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hinge_tutor.app.child import Child
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.lessons.words import Words
from hinge_tutor.recordings.carried import from_json
from hinge_tutor.recordings.files import label
from hinge_tutor.recordings.recorded import Recording

# The largest file that is read takes half a minute; ten times that on a slow machine, ms.
PATIENCE_MS = 300_000


@dataclass(frozen=True)
class Handed:
    """A file, and what was read of it so far: a recording, or why there is none."""

    file: Path
    body: str
    recording: Recording | None
    problem: str


class RecordingWork(QObject):
    """One file at a time; `done` says that it was read, or why not (`recording`, `problem`)."""

    done = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._child: Child | None = None
        self._file, self._body = Path(), ""
        self.recording: Recording | None = None
        self.problem = ""

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._child is not None

    @property
    def name(self) -> str:
        """The file's name, as it can be shown."""
        return label(self._file)

    def read(self, file: Path, body: str = "") -> None:
        """Begins to read a file of somebody's body; one that is being read is let go."""
        self.stop()
        self._body = body
        self._file, self.recording, self.problem = file, None, ""
        self._child = Child(self, PATIENCE_MS)
        self._child.ended.connect(self.on_ended)
        self._child.unstarted.connect(self.on_unstarted)
        self._child.late.connect(self.on_late)
        given = body.encode() + b"\n" + os.fsencode(file)
        self._child.begin(["-m", "hinge_tutor.recordings"], given)

    def go_on_from(self, other: Handed) -> None:
        """What another window has read of a file; what it has not, is read from its beginning."""
        if other.recording is None and not other.problem:
            self.read(other.file, other.body)
        else:
            self._file, self._body = other.file, other.body
            self.recording, self.problem = other.recording, other.problem

    def put_down(self, recording: Recording | None) -> Handed:
        """What another window needs, with the recording as it is asked for by now."""
        return Handed(self._file, self._body, recording, self.problem)

    def stop(self) -> None:
        """Nothing is read any more."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def on_unstarted(self) -> None:
        self._end(None, tr("The recording could not be read: no process could be started."))

    def on_late(self) -> None:
        """Whatever it does, it will not end."""
        self.stop()
        words = tr("%1 takes too long to read; export fewer seconds of it.")
        self._end(None, words.replace("%1", self.name))

    def on_ended(self, code: int | None) -> None:
        child = self._child
        if child is None:
            return
        if code == 0:
            try:
                read = from_json(json.loads(bytes(child.readAllStandardOutput().data())))
            except (ValueError, KeyError, TypeError):
                self._end(None, _broke(self.name))
                return
            self._end(read, "")
        elif code == _REFUSED:
            self._end(None, self._refusal(bytes(child.readAllStandardError().data())))
        else:
            self._end(None, _broke(self.name))

    def _refusal(self, said: bytes) -> str:
        """What refused the file, in the language of the window."""
        try:
            piece, values = json.loads(said)
            return self._words.recording_refusal(piece, values)
        except (ValueError, KeyError, TypeError):
            return _broke(self.name)

    def _end(self, recording: Recording | None, problem: str) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.deleteLater()
        self.recording, self.problem = recording, problem
        self.done.emit()


_REFUSED = 2


def _broke(name: str) -> str:
    words = tr("%1 could not be read: what read it stopped. Export it again, or as .trc.")
    return words.replace("%1", name)
