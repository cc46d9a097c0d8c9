"""A field with a list has its sign; a name too long for it ends in dots, and is whole elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from hinge_tutor.app import picker as module
from hinge_tutor.app.picker import Picker
from hinge_tutor.stage.palette import THEMES

from .conftest import READ, Opened, settle

LONG = "Your shins are posts. Reach back for a wall with your tailbone."


def made(qtbot: QtBot, width: int) -> Picker:
    picker = Picker()
    qtbot.addWidget(picker)
    picker.addItems([LONG, "Short"])
    picker.resize(width, 30)
    picker.show()
    return picker


class Hints:
    """What is shown under the pointer; off screen no hint can be raised."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def showText(self, at: QPoint, text: str, of: Picker) -> None:
        assert of.rect().contains(of.mapFromGlobal(at))
        self.told.append(text)

    def of(self, picker: Picker) -> list[str]:
        self.told.clear()
        at = QPoint(5, 5)
        event = QHelpEvent(QHelpEvent.Type.ToolTip, at, picker.mapToGlobal(at))
        QApplication.sendEvent(picker, event)
        return self.told


@pytest.fixture
def hints(monkeypatch: pytest.MonkeyPatch) -> Hints:
    found = Hints()
    monkeypatch.setattr(module, "QToolTip", found)
    return found


def test_what_has_no_room_ends_in_dots_and_its_hint_is_whole(qtbot: QtBot, hints: Hints) -> None:
    picker = made(qtbot, 200)
    assert picker.shown().endswith("…")
    assert LONG.startswith(picker.shown()[:-1])
    assert hints.of(picker) == [LONG]
    cut = picker.grab().toImage()
    picker.setCurrentIndex(1)
    assert picker.shown() == "Short"
    assert hints.of(picker) == []
    picker.setItemText(1, made(qtbot, 200).shown())
    assert picker.grab().toImage() == cut


def test_what_has_room_is_whole(qtbot: QtBot, hints: Hints) -> None:
    picker = made(qtbot, 900)
    assert picker.shown() == LONG
    assert hints.of(picker) == []


def test_its_list_is_as_wide_as_its_names(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    # Off screen a list cannot be raised.
    monkeypatch.setattr(QComboBox, "showPopup", lambda _: None)
    picker = made(qtbot, 200)
    picker.showPopup()
    wanted = picker.fontMetrics().horizontalAdvance(LONG)
    assert picker.view().minimumWidth() >= min(wanted, picker.screen().availableGeometry().width())


@pytest.mark.parametrize("theme", THEMES)
def test_a_sign_tells_that_there_is_a_list(opened: Opened, theme: str) -> None:
    window = opened(settings=replace(READ, theme=theme))
    window.commands.run("train")
    window.commands.run("handout")
    settle()
    seen = [picker for picker in window.findChildren(Picker) if picker.isVisible()]
    assert len(seen) == 2
    for picker in seen:
        image = picker.grab(picker.rect().adjusted(picker.width() - 30, 3, -3, -3)).toImage()
        light = [
            image.pixelColor(x, y).lightnessF()
            for x in range(image.width())
            for y in range(image.height())
        ]
        # As strong as words, whatever the theme.
        assert max(light) - min(light) > 0.5
        around = picker.view().parentWidget()
        assert around is not None
        # Off screen no list is raised; beyond its rows it is as dark as the window is.
        assert (around.palette().window().color().lightnessF() < 0.5) == (theme == "dark")


def test_the_wheel_over_it_picks_nothing(qtbot: QtBot) -> None:
    picker = made(qtbot, 200)
    at = QPointF(5, 5)
    turned = QWheelEvent(
        at,
        picker.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(picker, turned)
    assert picker.currentIndex() == 0
    assert not turned.isAccepted()
