"""A click or a key picks a joint or a muscle, says what it does now, and highlights it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest

from hinge_tutor.app.part_words import part_in_words
from hinge_tutor.app.route import Spot
from hinge_tutor.app.window import Window
from hinge_tutor.paint import placement
from hinge_tutor.stage.scene import own_times

from .conftest import settle


def at_turn(window: Window) -> None:
    window.session.go(Spot(0, 1, 0))
    window.session.timeline.stand_deepest()
    settle()


def test_a_click_on_a_muscle_says_what_it_does(window: Window) -> None:
    at_turn(window)
    stage = window.learn.stage
    picture = stage.painted
    assert picture is not None
    scale, left, bottom = placement(picture, QRectF(stage.rect()))
    spot = next(s for s in picture.hotspots if s.name == "knee" and s.figure == 1)
    place = QPoint(round(left + spot.x * scale), round(bottom - spot.y * scale))
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    session = window.session
    assert session.options.highlight == "knee"
    time_s = own_times(session.repetitions, session.timeline.fraction)[1]
    squat = session.repetitions[1]
    assert session.notice == part_in_words(squat, session.words, "knee", time_s)
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(2, 2))
    assert session.options.highlight == session.build.stage.highlight
    assert session.notice == ""


def test_keys_reach_every_part_of_every_figure(window: Window) -> None:
    at_turn(window)
    stage = window.learn.stage
    stage.setFocus()
    assert stage.painted is not None
    wanted = {(spot.name, spot.figure) for spot in stage.painted.hotspots}
    said = set()
    for _ in wanted:
        QTest.keyClick(stage, Qt.Key.Key_Down)
        said.add(window.session.notice)
    assert len(said) == len(wanted)
    QTest.keyClick(stage, Qt.Key.Key_Up)
    assert window.session.notice in said


def test_the_words_hold_the_numbers_of_the_moment(window: Window) -> None:
    session = window.session
    figure = session.repetitions[0]
    take, efforts = figure.take, figure.efforts
    column = efforts.groups.index("hamstrings_near")
    percent = round(100 * float(efforts.effort[take.index_at(take.turn_s), column]))
    told = part_in_words(figure, session.words, "hamstrings", take.turn_s)
    assert f"{percent} percent" in told
    assert session.words.muscle("hamstrings") in told
    assert session.words.muscle_job("hamstrings") in told
