"""A click or a key picks a joint or a muscle, says what it does now, and highlights it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from hinge_tutor.app.part_words import part_in_words
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.mechanics.efforts import WORK_MODES
from hinge_tutor.paint import placement
from hinge_tutor.stage.scene import own_times

from .conftest import Opened, settle


def at_turn(window: Window) -> None:
    window.session.go(Spot(0, 1, 0))
    window.session.timeline.stand_deepest()
    settle()


def click(window: Window, place: QPoint) -> None:
    stage, none = window.learn.stage, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, none, place)
    settle()


def place_of(window: Window, part: str, figure: int) -> QPoint:
    """Where a part of a figure is, in px of the stage."""
    stage = window.learn.stage
    picture = stage.painted
    assert picture is not None
    scale, left, bottom = placement(picture, QRectF(stage.rect()))
    spot = next(s for s in picture.hotspots if (s.name, s.figure) == (part, figure))
    return QPoint(round(left + spot.x * scale), round(bottom - spot.y * scale))


@pytest.mark.parametrize("size", [(1280, 800), (1024, 500)])
def test_a_click_on_a_part_says_what_it_does(opened: Opened, size: tuple[int, int]) -> None:
    """On its card; where that has no room, in the status line."""
    window = opened(size)
    at_turn(window)
    click(window, place_of(window, "knee", 1))
    session, card = window.session, window.learn.dock.part
    assert session.options.highlight == "knee"
    time_s = own_times(session.repetitions, session.timeline.fraction)[1]
    wanted = part_in_words(session.repetitions[1], session.words, "knee", time_s)
    assert card.isVisible() == (size == (1280, 800))
    assert session.notice == ("" if card.isVisible() else wanted)
    assert card.sentence() == wanted
    click(window, QPoint(2, 2))
    assert session.options.highlight == session.build.stage.highlight
    assert session.notice == ""
    assert not card.isVisible()


def test_keys_reach_every_part_of_every_figure(window: Window) -> None:
    at_turn(window)
    stage = window.learn.stage
    stage.setFocus()
    assert stage.painted is not None
    wanted = {(spot.name, spot.figure) for spot in stage.painted.hotspots}
    said = set()
    for _ in wanted:
        QTest.keyClick(stage, Qt.Key.Key_Down)
        said.add(window.learn.dock.part.sentence())
    assert len(said) == len(wanted)
    QTest.keyClick(stage, Qt.Key.Key_Up)
    assert window.learn.dock.part.sentence() in said


def test_the_words_hold_the_numbers_of_the_moment(window: Window) -> None:
    session = window.session
    figure = session.repetitions[0]
    take, efforts = figure.take, figure.efforts
    column = efforts.groups.index("hamstrings_near")
    index = take.index_at(take.turn_s)
    percent = round(100 * float(efforts.effort[index, column]))
    told = part_in_words(figure, session.words, "hamstrings", take.turn_s)
    words = session.words
    level, mode = words.level(int(efforts.level[index, column])), efforts.work_mode[index, column]
    first = (
        f"{words.muscle('hamstrings')} in the hinge: {level} ({percent}\u00a0%, model's estimate)"
    )
    assert told.startswith(f"{first}, {words.mode(WORK_MODES[int(mode)])}. They stop this hip at ")
    assert "no room left. Fibers well past their strongest length (" in told
    assert f"Usual job: {words.muscle_job('hamstrings')}" in told
    anatomical = words.muscle("hamstrings", anatomical=True)
    assert anatomical not in told
    assert anatomical in part_in_words(figure, words, "hamstrings", take.turn_s, anatomical=True)


def test_joints_are_told_in_words_that_need_no_sign(window: Window) -> None:
    session = window.session
    figure = session.repetitions[0]
    assert figure.take.movement.id == "hip-hinge"
    told = part_in_words(figure, session.words, "ankle", figure.take.turn_s)
    assert told.startswith("Ankle bend in the hinge: pointed 3°. ")
    assert "N·m in this leg, pressing the ball of the foot down; " in told
    assert "lifting the foot" in session.words.moment("ankle_near", -5.0, 0.0)


@pytest.mark.parametrize(
    ("percent", "said"),
    [(84.0, "well short of"), (85.0, "near"), (115.0, "near"), (133.0, "well past")],
)
def test_fiber_lengths_are_words_first(session: Session, percent: float, said: str) -> None:
    words = f"Fibers {said} their strongest length ({percent:.0f}\u00a0%)."
    assert session.words.muscle_length(percent) == words


@pytest.mark.parametrize(
    ("left_deg", "said"),
    [(12.0, "room for 12° more"), (0.6, "no room left"), (-0.6, "no room left"), (-3.0, "3° past")],
)
def test_the_room_of_the_hamstrings(session: Session, left_deg: float, said: str) -> None:
    assert said in session.words.hamstring_reserve(91.0, left_deg)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_stage_stands_while_keys_go_from_part_to_part(opened: Opened, percent: int) -> None:
    window = opened((1024, 640), Settings(health_note_read=True, text_percent=percent))
    at_turn(window)
    stage = window.learn.stage
    stage.setFocus()
    assert stage.painted is not None
    highs = set()
    for _ in stage.painted.hotspots:
        QTest.keyClick(stage, Qt.Key.Key_Down)
        settle()
        highs.add(stage.height())
    assert len(highs) == 1
    QTest.keyClick(window, Qt.Key.Key_Escape)
    window.session.say("Short.")
    settle()
    assert stage.height() > highs.pop()
