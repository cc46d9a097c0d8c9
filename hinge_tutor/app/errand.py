"""Long work outside of the window: a command line of our own in a child process, one at a time.

Every file to take away is a command first. The window starts it with `--progress`, reads how far it
is, and can end it at any time: the child writes beside its target and renames, so a file is there
whole or not at all, and what a killed child leaves is swept. The words of the command stand in a
file, because everybody on a machine can see command lines, and a file may be called by a client.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QTemporaryDir, Signal

from hinge_tutor import safely
from hinge_tutor.app.child import PACKAGE, Child
from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.store import reason

WAITING, RUNNING, DONE, FAILED, STOPPED = "waiting", "running", "done", "failed", "stopped"
# The exit code with which a command says in one sentence why it cannot be carried out as given.
REFUSED = 2
# So begins the name of the folder in which a child finds its texts.
GIVEN = "hinge-tutor-given"
# Of all that a child prints as its error, bytes, the last line is its sentence.
LONGEST_SAID, LONGEST_SENTENCE = 10_000, 600


@dataclass(frozen=True)
class Given:
    """A text that the child finds in a file of this name, which is gone when it has ended."""

    name: str
    text: str


@dataclass(frozen=True)
class Order:
    """What is to be made: a command line without the program's name, and the file or folder that it
    makes. A text that the command reads from a file is `Given` in its place.
    """

    arguments: tuple[str | Given, ...]
    target: Path


@dataclass(frozen=True)
class State:
    """How far an order is; `problem` is the child's sentence where it failed."""

    name: str = WAITING
    order: Order | None = None
    done: int = 0
    total: int = 0
    problem: str = ""


class Errand(QObject):
    """Runs one order at a time; `changed` tells of every other state."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = State()
        self._child: Child | None = None
        self._folder: QTemporaryDir | None = None
        self.pid = 0
        self._errno = 0
        self._said, self._heard = b"", b""

    @property
    def running(self) -> bool:
        return self.state.name == RUNNING

    def start(self, order: Order) -> bool:
        """Begins an order; False, and nothing happens, while another one is on its way."""
        if self.running:
            return False
        try:
            words = self._written(order.arguments)
            told = self._given("words.json", json.dumps([*words, "--progress"]))
        except OSError as problem:
            said = tr("The work could not be started: %1.").replace("%1", reason(problem))
            self._enter(State(FAILED, order, problem=said))
            return True
        child = Child(self)
        child.started.connect(self.on_started)
        child.readyReadStandardOutput.connect(self.on_output)
        child.readyReadStandardError.connect(self.on_error_output)
        child.ended.connect(self.on_ended)
        child.unstarted.connect(self.on_unstarted)
        self._child, self.pid, self._errno = child, 0, 0
        self._said, self._heard = b"", b""
        self._enter(State(RUNNING, order))
        child.begin(["-m", PACKAGE.name, "--words-file", told])
        return True

    def stop(self) -> None:
        """Ends the order that is on its way; what it has made so far is gone."""
        if self._child is not None:
            self._child.end()
            self._child = None
            self._end(STOPPED)

    def forget(self) -> None:
        """Nobody needs to be told any more how the last order ended."""
        if not self.running:
            self._enter(State())

    # ── what the child does ──────────────────────────────────────────────────────────────────────

    def on_started(self) -> None:
        if self._child is not None:
            self.pid = int(self._child.processId())
            self._child.stand_back()

    def on_output(self) -> None:
        """Whole lines count; the last one may come in two pieces."""
        if self._child is None:
            return
        self._heard += self._child.readAllStandardOutput().data()
        *lines, self._heard = self._heard.split(b"\n")
        for line in lines:
            words = line.split()
            with contextlib.suppress(ValueError):
                if len(words) == 3 and words[0] == b"progress":
                    self._enter(replace(self.state, done=int(words[1]), total=int(words[2])))
                elif len(words) == 2 and words[0] == b"errno":
                    self._errno = int(words[1])

    def on_error_output(self) -> None:
        if self._child is not None:
            said = self._said + self._child.readAllStandardError().data()
            self._said = said[-LONGEST_SAID:]

    def on_unstarted(self) -> None:
        self._finish(FAILED, tr("The work could not be started."))

    def on_ended(self, code: int | None) -> None:
        self.on_output()
        self.on_error_output()
        if code == 0:
            self._finish(DONE)
        else:
            self._finish(FAILED, self._problem(code))

    def _problem(self, code: int | None) -> str:
        """What went wrong, in the user's language where the system or we are to blame."""
        order = self.state.order
        if self._errno and order is not None:
            why = reason(OSError(self._errno, os.strerror(self._errno)))
            words = tr("%1 cannot be saved: %2.")
            return words.replace("%2", why).replace("%1", str(order.target))
        if code is None:
            return tr("The work was ended from outside before the file was made.")
        if code == REFUSED and (said := sentence_of(self._said)):
            return said
        # What else it printed is for programmers.
        return tr("The file could not be made: something broke while it was made.")

    def _finish(self, name: str, problem: str = "") -> None:
        if self._child is not None:
            self._child.deleteLater()
            self._child = None
        self._end(name, problem)

    # ── its surroundings ─────────────────────────────────────────────────────────────────────────

    def _written(self, arguments: Sequence[str | Given]) -> list[str]:
        """The words of a command line, texts in files; raises OSError."""
        return [
            self._given(each.name, each.text) if isinstance(each, Given) else each
            for each in arguments
        ]

    def _given(self, name: str, text: str) -> str:
        """Where the child finds a text; raises OSError."""
        if self._folder is None:
            sweep_given()
            home = safely.part_of(Path(QDir.tempPath(), PACKAGE.name), GIVEN)
            self._folder = QTemporaryDir(f"{home}.XXXXXX")
        if not self._folder.isValid():
            raise OSError(errno.EIO, self._folder.errorString())
        path = Path(self._folder.path()) / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def _end(self, name: str, problem: str = "") -> None:
        """The child is gone, and so is what it was given and what it left half done."""
        self._folder = None
        order = self.state.order
        if order is not None and self.pid and name != DONE:
            safely.sweep(order.target.parent, self.pid)
        self._enter(replace(self.state, name=name, problem=problem))

    def _enter(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()


def sweep_given() -> None:
    """Takes away what children of a window that was killed were given: a client's name may be in
    it.
    """
    safely.sweep(Path(QDir.tempPath()), name=GIVEN)


def sentence_of(said: bytes) -> str:
    """What a command ended with: the last line of its errors."""
    lines = said.decode("utf-8", errors="replace").split("\n")
    told = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return told if len(told) <= LONGEST_SENTENCE else f"{told[:LONGEST_SENTENCE]}…"
