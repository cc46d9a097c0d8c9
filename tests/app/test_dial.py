"""A figure's fault is switched and turned with keys, and everything says how far it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSlider, QToolButton

from hinge_tutor.app.dial_card import DialCard
from hinge_tutor.app.lists import fault_rows
from hinge_tutor.app.palette import command_rows
from hinge_tutor.app.program import application, solve
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.dial import trial
from hinge_tutor.lessons.lesson import Build, Cast, Choice, Lesson, Question, StagePlan, Step
from hinge_tutor.lessons.readings import Readings
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.stage.shapes import Label

from .conftest import READ, Hands, settle

Key = Qt.Key
Held = Qt.KeyboardModifier
PAIR = StagePlan(
    (
        Cast("right", "hip-hinge"),
        Cast("wrong", "hip-hinge", faults=(("rounded-back", 0.6),)),
    ),
    at="turn",
    difference=True,
)
ALONE = StagePlan((Cast("hip-hinge", "hip-hinge"),))
SLOWER = StagePlan((Cast("squat", "squat", faults=(("heels-up", 0.5),)),), at="turn")
ASKED = Question("Which one?", (Choice("One", True, ""), Choice("Two", False, "")), "Told")
BUILDS = (
    Build("Pair", PAIR, "Look."),
    Build("Alone", ALONE, "Look."),
    Build("Slower", SLOWER, "Look."),
)
ASKING = (Build("Asked", PAIR, "Which?", question=ASKED), Build("Told", PAIR, "Look."))


def course() -> list[Lesson]:
    steps = tuple(
        Step(name, "show", name, "Look.", "", "", "", None, builds)
        for name, builds in (("first", BUILDS), ("second", ASKING))
    )
    return [Lesson("faulty", 1, "Faults", 1, "", "", steps, (), "faulty.md")]


@pytest.fixture
def window(qapp: QApplication, hands: Hands, tmp_path: Path) -> Iterator[Window]:
    assert qapp is application()
    memory = Memory(None)
    memory.settings = READ
    made = Window(Session(Readings.of(course()), words(), solve, memory, hands), tmp_path)
    made.resize(1280, 800)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    settle()


def press(window: Window, key: Key, held: Held = Held.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    settle()


def share(window: Window) -> float:
    return dict(window.session.repetitions[1].take.movement.faults).get("rounded-back", 0.0)


def titles(window: Window) -> list[str]:
    """The titles over the figures, as painted."""
    window.learn.stage.repaint()
    painted = window.learn.stage.painted
    assert painted is not None
    return [shape.text for shape in painted.named("title") if isinstance(shape, Label)]


TURNS: tuple[tuple[str, tuple[tuple[Key, Held], ...], float], ...] = (
    ("e switches off", ((Key.Key_E, Held.NoModifier),), 0.0),
    ("e twice is as it was", ((Key.Key_E, Held.NoModifier),) * 2, 0.6),
    ("shift up", ((Key.Key_Up, Held.ShiftModifier),), 0.7),
    ("shift down", ((Key.Key_Down, Held.ShiftModifier),), 0.5),
    ("never past all of it", ((Key.Key_Up, Held.ShiftModifier),) * 6, 1.0),
    ("never below nothing", ((Key.Key_Down, Held.ShiftModifier),) * 8, 0.0),
)


@pytest.mark.parametrize(("keys", "wanted"), [row[1:] for row in TURNS], ids=[r[0] for r in TURNS])
def test_keys_turn_the_dial(
    window: Window,
    keys: tuple[tuple[Key, Held], ...],
    wanted: float,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr("hinge_tutor.app.dial_card.announce", lambda _, words: said.append(words))
    for key, held in keys:
        press(window, key, held)
    assert share(window) == pytest.approx(wanted)
    percent = f"rounded back {100 * wanted:.0f}"
    assert titles(window)[1] == (f"Hip hinge · {percent}\u00a0%" if wanted else "Hip hinge")
    assert said[-1].startswith(f"Rounded back: {100 * wanted:.0f}\u00a0%.")
    # A line that comes and goes under the stage would move the figures.
    assert window.session.notice == ""
    assert (percent in window.learn.stage.accessibleName()) == bool(wanted)


def test_the_figures_stay_at_the_moment(window: Window) -> None:
    before = window.session.timeline.time_s
    left = window.session.repetitions[0]
    press(window, Key.Key_Up, Held.ShiftModifier)
    assert window.session.timeline.time_s == before
    assert window.session.repetitions[0] is left


def test_the_sentence_of_what_differs_follows(window: Window) -> None:
    def told() -> str:
        labels = window.learn.lesson.findChildren(QLabel)
        return next(label.text() for label in labels if "differ" in label.text())

    assert "60\u00a0% instead of 0\u00a0%" in told()
    press(window, Key.Key_Down, Held.ShiftModifier)
    assert "50\u00a0% instead of 0\u00a0%" in told()
    press(window, Key.Key_E)
    assert told() == "Nothing differs."


def test_a_figure_that_leads_keeps_its_place_where_it_takes_longer(window: Window) -> None:
    session = window.session
    session.go(session.route.find("faulty", 1, 3))
    fraction, whole = session.timeline.fraction, session.timeline.clock.duration_s
    press(window, Key.Key_Up, Held.ShiftModifier)
    assert session.timeline.clock.duration_s > whole
    assert session.timeline.clock.duration_s == session.repetitions[0].take.duration_s
    assert session.timeline.fraction == pytest.approx(fraction)


NOTHING: tuple[tuple[str, Callable[[Session], object]], ...] = (
    ("no figure has a fault", lambda s: s.go(s.route.find("faulty", 1, 2))),
    ("a prediction is open", lambda s: s.go(s.route.find("faulty", 2, 1))),
)


@pytest.mark.parametrize(("_why", "there"), NOTHING, ids=[row[0] for row in NOTHING])
def test_nothing_is_turned_where(
    window: Window, _why: str, there: Callable[[Session], object]
) -> None:
    there(window.session)
    before = window.session.repetitions
    press(window, Key.Key_E)
    press(window, Key.Key_Escape)
    press(window, Key.Key_Up, Held.ShiftModifier)
    assert window.session.repetitions == before
    assert window.session.notice == ""


def test_another_build_shows_what_its_lesson_says(window: Window) -> None:
    press(window, Key.Key_E)
    session = window.session
    session.go(session.route.find("faulty", 1, 2))
    session.go(session.route.find("faulty", 1, 1))
    assert share(window) == pytest.approx(0.6)


def test_the_dial_is_in_the_list_of_commands(window: Window) -> None:
    rows = [row.words for row in command_rows(window.commands, letters=True)]
    assert any("More of the fault" in row for row in rows)
    assert any("Less of the fault" in row for row in rows)


def card(window: Window) -> DialCard:
    (found,) = window.learn.lesson.findChildren(DialCard)
    return found


def test_a_slider_turns_the_dial_in_tenths_and_says_what_the_rules_find(window: Window) -> None:
    (slider,) = card(window).findChildren(QSlider)
    assert (slider.minimum(), slider.value(), slider.maximum()) == (0, 6, 10)
    slider.setValue(9)
    settle()
    assert share(window) == pytest.approx(0.9)
    assert titles(window)[1] == "Hip hinge · rounded back 90\u00a0%"
    told = " ".join(label.text() for label in card(window).findChildren(QLabel))
    assert "Rounded back: 90" in told
    assert "The lower back changes by" in told
    press(window, Key.Key_Down, Held.ShiftModifier)
    assert slider.value() == 8
    assert slider.accessibleName()
    assert slider.accessibleDescription().startswith("Rounded back: 80")


def test_the_buttons_beside_it_do_the_same(window: Window) -> None:
    less, more = card(window).findChildren(QToolButton)
    more.click()
    assert share(window) == pytest.approx(0.7)
    less.click()
    less.click()
    assert share(window) == pytest.approx(0.5)
    assert all(button.accessibleName() for button in (less, more))
    # No target is smaller than a finger tip needs (WCAG 2.2, 2.5.8).
    assert min(min(each.width(), each.height()) for each in (less, more)) >= 24


@pytest.mark.parametrize(("_why", "there"), NOTHING, ids=[row[0] for row in NOTHING])
def test_there_is_no_dial_where(
    window: Window, _why: str, there: Callable[[Session], object]
) -> None:
    assert card(window).isVisible()
    there(window.session)
    settle()
    assert not card(window).isVisible()


def choose(typed: str) -> None:
    """Types into the open list and takes its first row."""
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Key.Key_Return)
    settle()


def test_a_figure_with_a_fault_does_not_wear_the_badge_of_its_movement(window: Window) -> None:
    def badges() -> list[str]:
        picture = window.learn.stage.painted
        assert picture is not None
        named = picture.named("badge")
        return [shape.text for shape in named if isinstance(shape, Label)]

    press(window, Key.Key_E)
    assert badges() == ["the hip folds"] * 2
    press(window, Key.Key_E)
    assert badges() == ["the hip folds"]


def test_every_fault_can_be_tried_on_every_movement_beside_the_right_one(window: Window) -> None:
    session = window.session
    rows = [option.words for option in fault_rows(session)]
    assert len(rows) == len(set(rows)) == sum(len(fault.on) for fault in faults().values())
    assert all(row.endswith("Hip hinge") for row in rows[:5])


def test_e_offers_a_fault_where_nobody_has_one_and_esc_goes_back(window: Window) -> None:
    session = window.session
    session.go(Spot(0, 0, 1))
    settle()
    before = [each.take.movement.id for each in session.repetitions]
    press(window, Key.Key_E)
    choose("heels squat")
    right, wrong = session.repetitions
    assert right.take.movement.faults == ()
    assert wrong.take.movement.faults == (("heels-up", 1.0),)
    assert session.trying
    assert "only difference" in " ".join(label.text() for label in window.findChildren(QLabel))
    press(window, Key.Key_Down, Held.ShiftModifier)
    assert dict(session.repetitions[1].take.movement.faults) == {"heels-up": pytest.approx(0.9)}
    press(window, Key.Key_E)
    assert dict(session.repetitions[1].take.movement.faults) in ({}, {"heels-up": 0.0})
    press(window, Key.Key_Escape)
    assert session.plan is session.build.stage
    assert [each.take.movement.id for each in session.repetitions] == before
    assert session.spot == Spot(0, 0, 1)


def test_what_is_tried_ends_with_its_build_and_is_no_way_around_a_question(window: Window) -> None:
    session = window.session
    session.try_out(trial("squat", "heels-up", session.build.stage))
    press(window, Key.Key_N)
    assert not session.trying
    session.go(next(s for s in session.route.spots if session.route.build(s).question))
    press(window, Key.Key_E, Held.ShiftModifier)
    assert window.desk.top() is None


def test_a_text_speaks_of_its_own_figures_while_a_fault_is_tried(window: Window) -> None:
    session = window.session
    text = "{right.hip_back_cm:.0f} cm"
    before = session.fill(text)
    assert before[0].isdigit()
    session.try_out(trial("squat", "heels-up", session.build.stage))
    assert session.fill(text) == before
