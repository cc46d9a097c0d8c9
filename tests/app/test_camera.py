"""Looking closer: with keys, with the wheel, and back; never unasked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hinge_tutor.app.lens import GLIDE_MS
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.stage.camera import WHOLE

from .conftest import READ, Opened, settle

STILL = replace(READ, reduced_motion=True)


def turn(window: Window, at: QPoint, steps: int) -> None:
    """The wheel over the stage, with Ctrl held down."""
    stage = window.learn.stage
    place = QPointF(at)
    event = QWheelEvent(
        place,
        QPointF(stage.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stage, event)
    settle()


def test_a_key_looks_closer_and_another_shows_the_whole_stage_again(opened: Opened) -> None:
    window = opened(settings=STILL)
    stage = window.learn.stage
    before = stage.sheet()
    window.commands.run("closer")
    assert stage.sheet().width() > before.width()
    assert stage.sheet().contains(before)
    window.commands.run("whole")
    assert stage.sheet() == before


def test_what_is_under_the_pointer_stays_there(opened: Opened) -> None:
    window = opened(settings=STILL)
    stage = window.learn.stage
    at = QPoint(stage.width() // 3, stage.height() // 2)
    turn(window, at, 4)
    sheet = stage.sheet()
    assert sheet.width() == pytest.approx(2 * stage.width())
    assert (at.x() - sheet.left()) / sheet.width() == pytest.approx(at.x() / stage.width())
    assert (at.y() - sheet.top()) / sheet.height() == pytest.approx(at.y() / stage.height())


def test_a_part_answers_where_it_is_seen(opened: Opened) -> None:
    window = opened(settings=STILL)
    stage = window.learn.stage
    turn(window, QPoint(stage.width() // 2, stage.height() // 2), 4)
    picture = stage.painted
    assert picture is not None
    sheet = stage.sheet()
    spot = next(
        spot
        for spot in picture.hotspots
        if stage.rect().contains(
            round(sheet.left() + spot.x / picture.width * sheet.width()),
            round(sheet.bottom() - spot.y / picture.height * sheet.height()),
        )
        and spot.name == "hip"
    )
    x = sheet.left() + spot.x / picture.width * sheet.width()
    y = sheet.bottom() - spot.y / picture.height * sheet.height()
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert window.inspector.picked == ("hip", spot.figure)


def test_the_sheet_is_pulled_along_with_the_middle_button(opened: Opened) -> None:
    window = opened(settings=STILL)
    stage = window.learn.stage
    turn(window, QPoint(stage.width() // 2, stage.height() // 2), 4)
    before = stage.sheet()
    middle = QPoint(stage.width() // 2, stage.height() // 2)
    QTest.mousePress(stage, Qt.MouseButton.MiddleButton, pos=middle)
    QTest.mouseMove(stage, middle + QPoint(30, 20))
    QTest.mouseRelease(stage, Qt.MouseButton.MiddleButton, pos=middle + QPoint(30, 20))
    assert stage.sheet().left() == pytest.approx(before.left() + 30)
    assert stage.sheet().top() == pytest.approx(before.top() + 20)


def test_the_eye_glides_unless_motion_is_reduced(opened: Opened) -> None:
    window = opened()
    stage = window.learn.stage
    whole = stage.sheet()
    window.commands.run("closer")
    assert stage.sheet() == whole
    QTest.qWait(3 * GLIDE_MS)
    assert stage.sheet().width() > whole.width()


@pytest.mark.parametrize("settings", [READ, STILL], ids=("gliding", "still"))
def test_another_build_shows_the_whole_stage(opened: Opened, settings: Settings) -> None:
    window = opened(settings=settings)
    window.commands.run("closer")
    window.commands.run("next")
    assert window.session.options.camera == WHOLE


def test_an_audience_looks_as_closely_as_who_presents(opened: Opened) -> None:
    window = opened(settings=STILL)
    window.commands.run("closer")
    window.commands.run("present_here")
    settle()
    (stage,) = (each for each in window.findChildren(type(window.learn.stage)) if each.isVisible())
    assert stage is not window.learn.stage
    assert stage.sheet().width() > stage.width()
