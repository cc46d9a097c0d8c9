"""A figure is repaired with its dials: it follows them, and is told of until nothing is off."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QSlider, QWidget

from hinge_tutor.app import turning
from hinge_tutor.app.dial_card import DialCard
from hinge_tutor.app.repair_card import RepairCard
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.motion.repetition import SAMPLES
from hinge_tutor.stage.shapes import Label

from .conftest import Hands, Opened, settle

LESSON = Path(__file__).parent.parent / "lessons" / "good" / "repair.md"
Key = Qt.Key
# A target for a finger (WCAG 2.2, 2.5.5).
FINGER_PX = 44
OFF = {"rounded-back": 0.6, "squatty-hinge": 0.8}


@pytest.fixture
def window(opened_on: Opened) -> Window:
    return at_repair(opened_on(LESSON))


def at_repair(window: Window) -> Window:
    window.session.go(window.session.route.find("repair", 3, 1))
    settle()
    return window


def card(window: Window) -> RepairCard:
    (found,) = window.learn.lesson.findChildren(RepairCard)
    return found


def dial(window: Window, number: int) -> QSlider:
    return card(window).rows[number].slider


def yours(window: Window) -> Repetition:
    return window.session.repetitions[1]


def shares(window: Window) -> dict[str, float]:
    return dict(yours(window).take.movement.faults)


def said(window: Window) -> list[str]:
    labels = card(window).findChildren(QLabel)
    labels.sort(key=lambda label: label.mapTo(window, QPoint(0, 0)).y())
    return [label.text() for label in labels if label.isVisible() and label.text()]


def rest(window: Window) -> None:
    """Waits until dials that somebody moved with keys are at rest."""
    card(window).turning.release()
    settle()


def plays(window: Window) -> bool:
    return window.session.timeline.clock.playing


def hand_on(window: Window) -> bool:
    return window.session.options.in_hand


def mended(window: Window) -> bool:
    return window.session.repaired


def repair(window: Window) -> None:
    for row in card(window).rows:
        row.slider.setValue(0)
    rest(window)


def badges(window: Window) -> list[str]:
    window.learn.stage.repaint()
    assert window.learn.stage.painted is not None
    named = window.learn.stage.painted.named("badge")
    return [shape.text for shape in named if isinstance(shape, Label)]


def test_each_dial_has_a_name_a_value_and_room_for_a_finger(window: Window) -> None:
    for number, (name, value) in enumerate((("Rounded back", "60 %"), ("Squatty hinge", "80 %"))):
        slider = dial(window, number)
        interface = QAccessible.queryAccessibleInterface(slider)
        assert interface.text(QAccessible.Text.Name) == name
        assert interface.role() == QAccessible.Role.Slider
        assert slider.accessibleDescription().startswith(value)
        assert {name, value} <= set(said(window))
        assert slider.height() >= FINGER_PX
        assert (slider.minimum(), slider.maximum()) == (0, 100)


def test_the_dial_of_other_steps_stays_away(window: Window) -> None:
    assert not [card for card in window.learn.lesson.findChildren(DialCard) if card.isVisible()]
    assert window.session.dial is None


def test_the_figure_follows_while_a_dial_moves_and_everybody_hears_when_it_rests(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    window.session.step_changed.connect(lambda: told.append(1))
    announced: list[str] = []
    monkeypatch.setattr("hinge_tutor.app.repair_card.announce", lambda _, w: announced.append(w))
    seconds = window.session.timeline.time_s
    right = window.session.repetitions[0]
    slider = dial(window, 0)
    slider.setSliderDown(True)
    for value in (50, 40, 30):
        slider.setValue(value)
        settle()
        assert shares(window)["rounded-back"] == pytest.approx(value / 100)
        assert len(yours(window).take.time_s) < SAMPLES, "on the way fewer samples do"
        assert f"{value} %" in said(window)
    assert hand_on(window)
    assert (len(told), len(announced)) == (0, 0)
    slider.setSliderDown(False)
    settle()
    assert len(told) == 1
    assert len(yours(window).take.time_s) >= SAMPLES
    assert not hand_on(window)
    assert window.session.timeline.time_s == pytest.approx(seconds)
    assert not window.session.trying
    assert [f.rule for f in right.findings] == []


def test_only_the_latest_place_of_a_dial_is_solved(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    solved: list[StagePlan] = []
    passing = card(window).turning._passing
    real = passing.figures

    def figures(plan: StagePlan) -> Mapping[str, Repetition]:
        solved.append(plan)
        return real(plan)

    monkeypatch.setattr(passing, "figures", figures)
    for value in range(59, 19, -1):
        dial(window, 0).setValue(value)
    settle()
    assert len(solved) == 1
    assert shares(window)["rounded-back"] == pytest.approx(0.2)
    rest(window)


def test_keys_alone_rest_after_a_moment(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turning, "REST_MS", 0)
    slider = dial(window, 0)
    slider.setFocus()
    QTest.keyClick(slider, Key.Key_Left)
    settle()
    assert shares(window)["rounded-back"] == pytest.approx(0.55)
    assert len(yours(window).take.time_s) >= SAMPLES
    QTest.keyClick(slider, Key.Key_Home)
    settle()
    assert "rounded-back" not in shares(window)


def test_what_is_still_off_is_told_in_order_and_at_most_three(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    announced: list[str] = []
    monkeypatch.setattr("hinge_tutor.app.repair_card.announce", lambda _, w: announced.append(w))
    lines = said(window)
    heading = lines.index("Still off, the most important first:")
    told = lines[heading + 1 :]
    assert [line[:2] for line in told] == ["1.", "2.", "3."]
    assert "lower back changes by" in told[0]
    assert "shins lean" in told[1]
    dial(window, 0).setValue(0)
    rest(window)
    told = said(window)[heading + 1 :]
    assert [line[:2] for line in told] == ["1.", "2."]
    assert "shins lean" in told[0]
    assert announced == [card(window).told]
    window.session.say("something else")
    assert len(announced) == 1, "what has not changed is not said again"


def test_when_nothing_is_off_it_is_done_and_moves_once_at_real_speed(
    window: Window, hands: Hands
) -> None:
    session = window.session
    session.set_speed(0.5)
    assert badges(window) == ["the hip folds"]
    repair(window)
    assert session.repaired
    assert said(window)[-2:] == ["Done", "The hips go back again, and the back keeps its line."]
    assert badges(window) == ["the hip folds", "✓ repaired"]
    clock = session.timeline.clock
    assert (clock.playing, clock.speed, clock.time_s, clock.loop) == (True, 1.0, 0.0, None)
    assert session.options.speed == 1.0
    while session.timeline.running:
        hands.seconds += 0.09
        session.timeline.beat()
    assert session.timeline.fraction == 1.0
    assert not session.timeline.clock.playing


def test_it_moves_once_and_not_for_every_turn_of_a_dial_afterwards(window: Window) -> None:
    session = window.session
    repair(window)
    session.timeline.stand_at(1.0)
    dial(window, 0).setValue(3)
    rest(window)
    assert mended(window), "3 percent leaves no rule"
    assert not plays(window)
    dial(window, 0).setValue(60)
    rest(window)
    assert not mended(window)
    assert "Done" not in said(window)
    assert badges(window) == ["the hip folds"]
    dial(window, 0).setValue(0)
    rest(window)
    assert plays(window)


def test_a_presenter_shows_it_repaired_and_goes_on(window: Window) -> None:
    session = window.session
    here = session.spot
    window.present(False)
    settle()
    shown = [label.text() for label in window.audience.findChildren(QLabel)]
    assert "Turn the dials until nothing is left to find." in shown
    QTest.keyClick(window, Key.Key_PageDown)
    settle()
    assert session.spot == here
    assert session.repaired
    assert session.timeline.clock.playing
    shown = [label.text() for label in window.audience.findChildren(QLabel)]
    assert "Here it is repaired: The hips go back again, and the back keeps its line." in shown
    QTest.keyClick(window, Key.Key_PageDown)
    assert session.spot == session.route.after(here)
    QTest.keyClick(window, Key.Key_PageUp)
    assert session.spot == here
    assert session.repaired
    QTest.keyClick(window, Key.Key_PageDown)
    assert session.spot != here, "it is shown once"


def test_a_figure_that_cannot_stand_keeps_nobody_from_going_on(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(window.session), "repaired", property(lambda _: False))
    for _ in range(2):
        window.commands.run("next")
    assert window.session.spot == window.session.route.find("repair", 3, 2)


def test_the_dials_stay_as_they_were_turned_until_the_step_begins_again(window: Window) -> None:
    session = window.session
    dial(window, 1).setValue(30)
    rest(window)
    window.commands.run("previous")
    window.commands.run("next")
    settle()
    assert shares(window) == {"rounded-back": 0.6, "squatty-hinge": pytest.approx(0.3)}
    assert dial(window, 1).value() == 30
    window.commands.run("reset")
    settle()
    assert shares(window) == OFF
    assert dial(window, 1).value() == 80
    assert session.repairs == {}


def test_the_sandbox_goes_on_from_where_the_dials_are_and_comes_back(window: Window) -> None:
    dial(window, 0).setValue(10)
    rest(window)
    window.commands.run("sandbox")
    settle()
    cast = window.drawer.sandbox.scene[1]
    assert dict(cast.faults)["rounded-back"] == pytest.approx(0.1)
    for _ in range(2):
        window.close_innermost()
    settle()
    assert shares(window)["rounded-back"] == pytest.approx(0.1)
    assert card(window).isVisible()


def test_dials_are_reached_with_tab_before_the_way_on(window: Window) -> None:
    window.learn.lesson.setFocus()
    reached = []
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget() or window, Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    places = [reached.index(dial(window, number)) for number in (0, 1)]
    assert places == sorted(places)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_done_is_in_sight_at_every_size(
    opened_on: Opened, size: tuple[int, int], percent: int
) -> None:
    settings = Settings(health_note_read=True, text_percent=percent)
    window = at_repair(opened_on(LESSON, size, settings))
    repair(window)
    (reason,) = card(window).in_sight()
    pane = window.learn.lesson
    low = reason.mapTo(pane, QPoint(0, reason.height())).y()
    assert 0 < low <= pane.height() - 40
    assert reason.visibleRegion().boundingRect().height() == reason.height()


@pytest.fixture
def three_dials(tmp_path: Path) -> Path:
    """The lesson with one dial more."""
    text = LESSON.read_text(encoding="utf-8")
    text = text.replace("squatty-hinge=80", "squatty-hinge=80,craned-neck=90")
    text = text.replace('"squatty-hinge"]', '"squatty-hinge", "craned-neck"]')
    file = tmp_path / LESSON.name
    file.write_text(text, encoding="utf-8")
    return file


def in_full(widget: QWidget) -> bool:
    """Whether all of it is seen."""
    return widget.visibleRegion().boundingRect().size() == widget.size()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_whoever_turns_one_of_three_dials_sees_what_is_still_off(
    opened_on: Opened, three_dials: Path, percent: int, number: int
) -> None:
    settings = Settings(health_note_read=True, text_percent=percent)
    window = at_repair(opened_on(three_dials, (1024, 640), settings))
    window.activateWindow()
    # Nobody has to look for them.
    assert all(in_full(row.slider) for row in card(window).rows)
    dial(window, number).setFocus()
    QTest.keyClick(dial(window, number), Key.Key_Left)
    rest(window)
    assert in_full(dial(window, number))
    (first,) = (
        label for label in card(window).findChildren(QLabel) if label.text().startswith("1. ")
    )
    assert in_full(first)


def test_of_two_dials_is_written_what_they_turn_and_of_three_it_is_told(
    opened_on: Opened, three_dials: Path
) -> None:
    two, three = at_repair(opened_on(LESSON)), at_repair(opened_on(three_dials))
    turns = "how much the back rounds"
    assert turns in said(two)
    assert turns not in said(three)
    assert turns in dial(three, 0).accessibleDescription()
    assert card(three).rows[0].toolTip() == turns


def test_leaving_in_the_middle_of_a_turn_leaves_nothing_running(window: Window) -> None:
    dial(window, 0).setValue(20)
    window.commands.run("next_step")
    settle()
    assert card(window).turning.repair is None
    assert not card(window).isVisible()
