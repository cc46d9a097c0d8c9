"""Somebody who clicks, drags, types and resizes at random, anywhere in the window.

`python -m tests.app.monkey 20000 [SEED]` does it for long and says what came of it.
"""

from __future__ import annotations

import gc
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from unittest.mock import patch

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget

from hinge_tutor.app.program import application, open_session
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window

SIZES = ((560, 480), (760, 900), (1024, 640), (1280, 800), (1600, 1000), (2200, 1300))
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,-=[]?/"
# Not among them: those that leave the program, or open a dialog of the system's own.
SPECIAL = (
    *(Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space),
    *(Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F11),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Backtab),
)
HELD = (
    *(Qt.KeyboardModifier.NoModifier,) * 6,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEAVES = {(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)}
# What the platform without a screen says of windows that are raised.
OFF_SCREEN = "This plugin does not support"
# How much longer a wheel's notch is than one degree, by Qt's measure.
NOTCH = 120


@dataclass
class Found:
    """What went wrong, what was done how often, and how many objects lived at each check."""

    problems: list[str] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    alive: list[int] = field(default_factory=list)


class Monkey:
    """One that plays with a window; `tick` moves its clock on."""

    def __init__(self, window: Window, seed: int, tick: Callable[[float], None]) -> None:
        self.window = window
        self.chance = random.Random(seed)
        self.tick = tick
        self.found = Found()

    def play(self, events: int, check_every: int) -> Found:
        """That many events; lets the window work after each."""
        acts = (
            *(self.click,) * 4,
            *(self.key,) * 8,
            *(self.drag,) * 2,
            self.wheel,
            self.double_click,
            self.resize,
            self.sandbox,
        )
        popups = QTimer(interval=0)
        popups.timeout.connect(self.on_popup)
        popups.start()
        # A dialog of the system's own would wait for somebody else.
        saving = patch.object(QFileDialog, "getSaveFileName", return_value=("", ""))
        opening = patch.object(QFileDialog, "getOpenFileName", return_value=("", ""))
        folder = patch.object(QFileDialog, "getExistingDirectory", return_value="")
        with watched(self.found.problems), saving, opening, folder:
            for number in range(events):
                act = self.chance.choice(acts)
                self.found.done[act.__name__] += 1
                act()
                self.tick(self.chance.uniform(0.0, 0.2))
                QApplication.processEvents()
                if not self.window.isVisible():
                    self.window.show()
                if number % check_every == check_every - 1:
                    self.found.alive.append(alive())
        popups.stop()
        return self.found

    def on_popup(self) -> None:
        """A menu that a button opens keeps the button's event until somebody chooses or closes."""
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        if self.chance.random() < 0.5:
            QTest.keyClick(popup, Qt.Key.Key_Escape)
        else:
            self.click()

    def click(self) -> None:
        target, at = self._target()
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=at)

    def double_click(self) -> None:
        target, at = self._target()
        QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=at)

    def drag(self) -> None:
        target, at = self._target()
        QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=at)
        for _ in range(self.chance.randrange(1, 6)):
            at += QPoint(self.chance.randrange(-80, 80), self.chance.randrange(-80, 80))
            QTest.mouseMove(target, at)
            self.tick(0.016)
            QApplication.processEvents()
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=at)

    def wheel(self) -> None:
        target, at = self._target()
        turn = QPoint(0, self.chance.choice((-NOTCH, NOTCH, 3 * NOTCH)))
        where = QPointF(at)
        event = QWheelEvent(
            where,
            QPointF(target.mapToGlobal(at)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            self.chance.choice(HELD),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, event)

    def key(self) -> None:
        target = QApplication.focusWidget() or self.window
        held = self.chance.choice(HELD)
        if self.chance.random() < 0.5:
            QTest.keyClick(target, self.chance.choice(SPECIAL), held)
            return
        letter = self.chance.choice(LETTERS)
        code = Qt.Key(ord(letter.upper()))
        if (code, held) not in LEAVES:
            QTest.keyClicks(target, letter, held)

    def resize(self) -> None:
        self.window.resize(*self.chance.choice(SIZES))

    def sandbox(self) -> None:
        """Opens it, or closes it one time in four, and scrolls it to some other place."""
        drawer = self.window.drawer
        if not drawer.is_open or self.chance.random() < 0.25:
            self.window.commands.run("sandbox")
        for area in drawer.pane.findChildren(QScrollArea) if drawer.is_open else ():
            area.verticalScrollBar().setValue(self.chance.randrange(2_000))

    def _target(self) -> tuple[QWidget, QPoint]:
        """Something to point at: what lies on top at a random place of an open window."""
        window = QApplication.activePopupWidget() or self.window
        place = QPoint(
            self.chance.randrange(max(window.width(), 1)),
            self.chance.randrange(max(window.height(), 1)),
        )
        child = window.childAt(place) or window
        return child, child.mapFrom(window, place)


def alive() -> int:
    """How many objects of Python live."""
    gc.collect()
    return len(gc.get_objects())


@contextmanager
def watched(problems: list[str]) -> Iterator[None]:
    """Notes every exception that nobody caught and everything that Qt complains of."""

    def heard(kind: QtMsgType, _: QMessageLogContext, message: str | None) -> None:
        if kind != QtMsgType.QtDebugMsg and not str(message).startswith(OFF_SCREEN):
            problems.append(f"Qt: {message}")

    def raised(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        problems.append("".join(traceback.format_exception(kind, error, trace)))

    before, hook = qInstallMessageHandler(heard), sys.excepthook
    sys.excepthook = raised
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        sys.excepthook = hook


def main(events: int, seed: int) -> int:
    """Plays for long and prints what was found."""
    seconds = [0.0]

    def tick(by: float) -> None:
        seconds[0] += by

    app = application()
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(None)
        memory.settings = Settings(health_note_read=True)
        window = Window(open_session(memory, now=lambda: seconds[0]), Path(folder))
        window.show()
        found = Monkey(window, seed, tick).play(events, max(events // 10, 1))
        logs = [path.read_text(encoding="utf-8") for path in Path(folder).rglob("*.log")]
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    print(dict(found.done), "objects:", found.alive)
    for problem in [*found.problems, *logs]:
        print(problem)
    del app
    return 1 if found.problems or logs else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
