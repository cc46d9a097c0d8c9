"""The technique map stands where the lesson does, and one figure follows its point."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hinge_tutor.app.window import Window
from hinge_tutor.lessons.lesson import Cast
from tests.app.conftest import Opened, settle

HINGE, SQUAT, BEND = range(3)


def at(window: Window, lesson: str, step: int, build: int) -> None:
    session = window.session
    session.go(session.route.find(lesson, step, build))
    session.timeline.play(False)
    settle()


def rest(window: Window) -> None:
    """The figures as they are when nothing moves any more."""
    settle()
    window.drawer.sandbox.tell()
    settle()


@pytest.fixture
def mapped(window: Window) -> Window:
    """Hinge, squat and bend on the stage, and the map open."""
    at(window, "what-is-a-hinge", 3, 2)
    assert len(window.session.repetitions) == 3
    window.commands.run("technique_map")
    settle()
    return window


def test_it_takes_the_place_of_the_lesson_and_esc_gives_it_back(mapped: Window) -> None:
    learn = mapped.learn
    assert learn.shows_technique
    assert learn.technique.isVisible()
    assert learn.technique.size() == learn.lesson.size()
    assert not learn.lesson.isVisible()
    assert QApplication.focusWidget() is learn.technique.map.view
    QTest.keyClick(mapped, Qt.Key.Key_Escape)
    settle()
    assert learn.lesson.isVisible()
    assert not learn.technique.isVisible()
    assert not learn.technique.map.work.running


def test_the_same_command_closes_it_again(mapped: Window) -> None:
    mapped.commands.run("technique_map")
    settle()
    assert not mapped.learn.shows_technique
    assert mapped.learn.lesson.isVisible()


def test_the_last_figure_follows_the_point_and_the_others_stay(mapped: Window) -> None:
    session, pane = mapped.session, mapped.learn.technique
    before = session.repetitions
    session.timeline.seek(0.5)
    QTest.keyClick(pane.map.view, Qt.Key.Key_Up)
    rest(mapped)
    after = session.repetitions
    assert after[HINGE] is before[HINGE]
    assert after[SQUAT] is before[SQUAT]
    assert after[BEND].take.movement.blend == (("forward-bend", 0.95), ("hip-hinge", 0.05))
    assert session.timeline.fraction == pytest.approx(0.5)
    assert session.trying
    assert pane.map.percents == (5, 0, 95)


def test_another_figure_can_be_chosen(mapped: Window) -> None:
    session, pane = mapped.session, mapped.learn.technique
    assert [pane.figure.itemText(row) for row in range(3)] == ["1 · Hinge", "2 · Squat", "3 · Bend"]
    pane.figure.setCurrentIndex(SQUAT)
    assert pane.map.percents == (0, 100, 0)
    pane.map.sliders[HINGE].setValue(40)
    rest(mapped)
    mixed = session.repetitions[SQUAT].take.movement
    assert mixed.blend == (("squat", 0.6), ("hip-hinge", 0.4))
    assert pane.figure.currentIndex() == SQUAT
    assert pane.figure.itemText(SQUAT) == "2 · Mix"


def test_esc_closes_the_map_first_and_then_goes_back_to_the_lesson(mapped: Window) -> None:
    session, pane = mapped.session, mapped.learn.technique
    QTest.keyClick(pane.map.view, Qt.Key.Key_Up)
    rest(mapped)
    said = []
    for _ in range(2):
        mapped.close_innermost()
        said.append((mapped.learn.shows_technique, session.trying))
    assert said == [(False, True), (False, False)]
    assert session.repetitions[BEND].take.movement.id == "forward-bend"


def test_where_nobody_does_one_of_the_three_it_says_so(mapped: Window) -> None:
    session = mapped.session
    session.try_on(replace(session.plan, movements=(Cast("one", "lunge"),)))
    settle()
    pane = mapped.learn.technique
    assert not pane.map.isVisible()
    assert not pane.map.work.running
    assert pane._nobody.isVisible()


def test_it_closes_and_stays_closed_while_a_question_is_open(window: Window) -> None:
    session = window.session
    asked = next(
        spot
        for lesson in session.route.lessons
        for step in range(len(lesson.steps))
        for build in range(len(lesson.steps[step].builds))
        if (spot := session.route.find(lesson.id, step + 1, build + 1)) is not None
        and lesson.steps[step].builds[build].question is not None
    )
    at(window, "what-is-a-hinge", 3, 2)
    window.commands.run("technique_map")
    shown = [window.learn.shows_technique]
    session.go(asked)
    settle()
    assert session.pending
    assert [*shown, window.learn.shows_technique] == [True, False]
    command = next(each for each in window.commands.all if each.id == "technique_map")
    assert not command.possible()


def test_f6_goes_into_it_and_tab_reaches_every_part(mapped: Window) -> None:
    pane = mapped.learn.technique
    assert pane in mapped.learn.panes()
    pane.figure.setFocus()
    reached = set()
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    wanted = {pane.map.choice, pane.map.view, *pane.map.sliders, *pane.map.numbers}
    assert wanted <= reached


def test_while_a_hand_moves_the_point_the_stage_alone_follows_and_one_undo_takes_it_back(
    mapped: Window,
) -> None:
    session, pane, sandbox = mapped.session, mapped.learn.technique, mapped.drawer.sandbox
    told: list[str] = []
    session.step_changed.connect(lambda: told.append("all"))
    pane.map.view.held = True
    for hinge in (10, 20, 30):
        pane.map.on_moved((hinge, 0, 100 - hinge))
        settle()
        blend = session.repetitions[BEND].take.movement.blend
        assert dict(blend)["hip-hinge"] == pytest.approx(hinge / 100)
    assert told == []
    pane.map.view.held = False
    pane.map.on_released()
    assert told == ["all"]
    sandbox.undo()
    settle()
    assert session.repetitions[BEND].take.movement.id == "forward-bend"
    assert pane.map.percents == (0, 0, 100)


@pytest.mark.parametrize(("wide", "together"), [(1280, False), (2600, True)])
def test_the_sandbox_makes_room_for_the_map_where_both_have_none(
    opened: Opened, wide: int, together: bool
) -> None:
    window = opened((wide, 1000))
    at(window, "what-is-a-hinge", 3, 2)
    window.commands.run("sandbox")
    settle()
    window.commands.run("technique_map")
    settle()
    pane = window.learn.technique
    assert pane.isVisible()
    assert window.drawer.is_open == together
    assert QApplication.focusWidget() is pane.map.view
    # Whoever opens the sandbox again has it in the place of the map, and the map again after that.
    window.commands.run("sandbox")
    settle()
    assert window.drawer.is_open != together
    assert pane.isVisible() == together
    window.commands.run("technique_map")
    settle()
    assert pane.isVisible() != together


def test_it_says_where_a_figure_does_otherwise_than_the_map(mapped: Window) -> None:
    pane, session = mapped.learn.technique, mapped.session
    assert session.plan.same_height
    said = []
    for row in (BEND, HINGE):
        pane.figure.setCurrentIndex(row)
        said.append(pane._otherwise.isVisible())
    # The hinge leads to its own depth, the others come to its hands.
    assert said == [True, False]
    cast = replace(session.plan.movements[HINGE], faults=(("rounded-back", 0.5),))
    session.try_on(replace(session.plan, movements=(cast,)))
    settle()
    assert pane._otherwise.isVisible()
