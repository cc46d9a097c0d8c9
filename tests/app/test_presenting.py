"""Presenting on one screen: the way back, hands, pointer, watch, console, and who is kept awake.

With two screens the platform has to be told so before it starts; that is `on_two_screens.py`, which
is run here as a process of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QToolButton

from hinge_tutor.app import wake_lock
from hinge_tutor.app.console import BUTTONS
from hinge_tutor.app.hands import MOST, Hands
from hinge_tutor.app.lesson_text import LessonText
from hinge_tutor.app.pointing import DOT, LIGHT, OFF, Pointer
from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.talk import ON_TIME_S, Talk, behind_s
from hinge_tutor.app.talk_line import minutes
from hinge_tutor.app.wake_lock import Lock, WakeLock
from hinge_tutor.app.window import Window
from hinge_tutor.stage.options import Options

from .conftest import Opened, settle

Key = Qt.Key
HERE = Path(__file__).resolve().parent


def press(window: Window, key: Key, held: Qt.KeyboardModifier | None = None) -> None:
    held = held or Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget() or window, key, held)
    settle()


def presents(window: Window) -> bool:
    return window.presenting


def ended(window: Window) -> bool:
    return window.session.finished


def asking(window: Window) -> Spot:
    """A place that asks by choices."""
    route = window.session.route
    return next(spot for spot in route.spots if route.build(spot).question is not None)


# ── two screens ──────────────────────────────────────────────────────────────────────────────────


def test_a_lesson_is_taught_on_two_screens() -> None:
    file = HERE / "on_two_screens.py"
    config = HERE / "screens" / "two.json"
    run = subprocess.run(
        # The process has the rules of these tests, and no other test of them.
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n0", str(file)],
        cwd=HERE.parent.parent,
        # A path with a colon would end in the middle for the platform.
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    assert " passed" in run.stdout
    assert "skipped" not in run.stdout


# ── the way back ─────────────────────────────────────────────────────────────────────────────────


def test_the_learners_place_comes_back_as_it_was(opened: Opened) -> None:
    window = opened()
    session = window.session
    session.go(session.route.spots[5])
    session.set_options(Options().switched("bones").switched("balance"))
    session.timeline.stand_at(1.25)
    place, options, moment = session.spot, session.options, session.timeline.fraction
    press(window, Key.Key_F5)
    assert session.spot == session.route.spots[0]
    for _ in range(9):
        press(window, Key.Key_PageDown)
    press(window, Key.Key_Escape)
    assert not presents(window)
    assert (session.spot, session.options) == (place, options)
    assert session.timeline.fraction == pytest.approx(moment)
    assert session.recording


def test_who_was_past_the_last_page_is_there_again(opened: Opened) -> None:
    window = opened()
    session = window.session
    session.go(session.route.spots[-1])
    session.finish()
    press(window, Key.Key_F5)
    press(window, Key.Key_PageDown)
    assert not session.finished
    press(window, Key.Key_Escape)
    assert ended(window)
    assert session.spot == session.route.spots[-1]


def test_figures_that_were_tried_are_tried_again(opened: Opened) -> None:
    window = opened()
    session = window.session
    tried = session.route.build(session.route.spots[7]).stage
    session.try_out(tried)
    press(window, Key.Key_F5)
    press(window, Key.Key_PageDown)
    press(window, Key.Key_Escape)
    assert session.trying
    assert session.plan == tried


def test_closing_the_window_ends_the_presentation(opened: Opened) -> None:
    window = opened()
    window.present(False)
    window.close()
    assert not presents(window)
    assert not window.presentation.awake.held
    assert not window.presentation.talk.going


# ── a show of hands ──────────────────────────────────────────────────────────────────────────────


def test_digits_count_hands_and_backspace_takes_the_last_one_back(opened: Opened) -> None:
    window = opened()
    session = window.session
    session.go(asking(window))
    window.present(False)
    for key in (Key.Key_1, Key.Key_2, Key.Key_2, Key.Key_1, Key.Key_2):
        press(window, key)
    assert session.hands_raised[:2] == (2, 3)
    press(window, Key.Key_Backspace)
    assert session.hands_raised[:2] == (2, 2)
    shown = [label.text() for label in window.audience.findChildren(QLabel) if label.isVisible()]
    assert shown.count("2") >= 2, "the audience sees how many"
    assert session.answer is None, "a room answers nothing for the learner"
    press(window, Key.Key_PageDown)
    assert session.hands_raised[:2] == (2, 2), "what was raised stands beside the answer"
    press(window, Key.Key_Escape)
    assert session.hands_raised == ()
    window.present(False)
    assert not any(session.hands_raised), "another room begins with no hand"


def test_hands_stay_up_when_the_picture_comes_back_from_under_the_console(opened: Opened) -> None:
    window = opened()
    session = window.session
    session.go(asking(window))
    window.present(False)
    press(window, Key.Key_1)
    press(window, Key.Key_2)
    raised = session.hands_raised
    assert sum(raised) == 2
    window.commands.run("console")
    press(window, Key.Key_F5)
    assert window.presentation.shows_picture
    assert session.hands_raised == raised


def test_no_hand_is_counted_where_nothing_is_asked(opened: Opened) -> None:
    window = opened()
    window.present(False)
    session = window.session
    press(window, Key.Key_1)
    session.raise_hand(0)
    session.lower_hand()
    assert session.hands == Hands()


def test_no_choice_is_counted_that_there_is_not(opened: Opened) -> None:
    window = opened()
    window.session.go(asking(window))
    window.present(False)
    window.session.raise_hand(9)
    window.session.raise_hand(-1)
    assert not any(window.session.hands_raised)


def test_hands_are_counted_one_by_one() -> None:
    asker = ("lesson", 1, 0)
    hands = Hands().counted(asker, 1).counted(asker, 0).counted(asker, 1)
    assert hands.of(asker, 3) == (1, 2, 0)
    assert hands.of(("lesson", 2, 0), 2) == (0, 0)
    assert hands.taken_back(asker).of(asker, 3) == (1, 1, 0)
    assert hands.taken_back(asker, 0).of(asker, 3) == (0, 2, 0)
    assert hands.taken_back(asker, 2).of(asker, 3) == (1, 2, 0)
    for _ in range(MOST + 5):
        hands = hands.counted(asker, 2)
    assert sum(hands.of(asker, 3)) == MOST


# ── pointing ─────────────────────────────────────────────────────────────────────────────────────


def test_one_key_leads_from_the_dot_to_the_light_to_nothing(opened: Opened) -> None:
    window = opened()
    window.present(False)
    kinds = []
    for _ in range(3):
        press(window, Key.Key_L)
        kinds.append(window.presentation.pointer.kind)
    assert kinds == [DOT, LIGHT, OFF]


def test_escape_puts_the_pointer_away_before_it_ends_anything(opened: Opened) -> None:
    window = opened()
    window.present(False)
    press(window, Key.Key_L)
    press(window, Key.Key_Escape)
    assert window.presenting
    assert window.presentation.pointer.kind == OFF
    press(window, Key.Key_Escape)
    assert not window.presenting


def test_the_pointer_follows_the_mouse_and_keys_and_stays_inside(opened: Opened) -> None:
    window = opened()
    window.present(False)
    press(window, Key.Key_L)
    audience, stage = window.audience, window.audience.stage
    at = QPointF(stage.width() / 2, stage.height() / 4)
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(
        QEvent.Type.MouseMove, at, stage.mapToGlobal(at), none, none, Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(stage, move)
    pointer = window.presentation.pointer
    wanted = QPointF(stage.mapTo(audience, at.toPoint()))
    assert pointer.x * audience.width() == pytest.approx(wanted.x(), abs=1)
    assert pointer.y * audience.height() == pytest.approx(wanted.y(), abs=1)
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    press(window, Key.Key_Right, held)
    assert window.presentation.pointer.x > pointer.x
    for _ in range(80):
        window.commands.run("pointer_up")
    assert window.presentation.pointer.y == 0.0
    assert Pointer(DOT, 0.99, 0.5).moved(5, 0).x == 1.0


def test_the_dot_is_painted_where_it_points(opened: Opened) -> None:
    window = opened()
    window.present(False)
    window.presentation.point(Pointer(DOT, 0.25, 0.5))
    settle()
    image = window.audience.grab().toImage()
    color = image.pixelColor(round(image.width() * 0.25), round(image.height() * 0.5))
    assert (color.red(), color.green(), color.blue()) == (213, 94, 0)


# ── time ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_watch_rests_and_goes_on() -> None:
    now = [0.0]
    talk = Talk(lambda: now[0])
    assert talk.elapsed_s == 0
    talk.go()
    now[0] = 65
    assert talk.elapsed_s == 65
    talk.go(False)
    now[0] = 100
    assert talk.elapsed_s == 65
    talk.go()
    now[0] = 110
    assert talk.elapsed_s == 75
    talk.again()
    now[0] = 112
    assert talk.elapsed_s == 2


@pytest.mark.parametrize(
    ("elapsed_s", "done", "late_s"), [(0, 0, 0), (270, 15, 0), (270, 0, 270), (0, 30, -540)]
)
def test_the_plan_is_shared_evenly_over_pages(elapsed_s: float, done: int, late_s: float) -> None:
    assert behind_s(elapsed_s, 9, done, 30) == pytest.approx(late_s)
    assert ON_TIME_S > 0


def test_a_watch_shows_minutes_and_hours() -> None:
    assert [minutes(s) for s in (0, 59.9, 61, 3599, 3661)] == [
        "0:00",
        "0:59",
        "1:01",
        "59:59",
        "1:01:01",
    ]


# ── the console over the only screen ─────────────────────────────────────────────────────────────


def test_the_console_lies_over_the_picture_and_goes_away_again(opened: Opened) -> None:
    window = opened()
    session = window.session
    session.go(session.route.spots[4])
    window.present(False)
    control = Qt.KeyboardModifier.ControlModifier
    press(window, Key.Key_F1, control)
    console = window.presentation.console
    assert console is not None
    assert console.isVisible()
    press(window, Key.Key_PageDown)
    assert session.spot == session.route.spots[5], "keys go on turning pages"
    press(window, Key.Key_F5)
    assert window.audience.isVisible(), "a remote gets back to the picture"
    assert session.spot == session.route.spots[5], "and not to the beginning"
    press(window, Key.Key_F1, control)
    press(window, Key.Key_F1, control)
    assert window.audience.isVisible()


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_everything_of_the_console_has_its_room(
    opened: Opened, size: tuple[int, int], percent: int
) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent))
    session = window.session
    session.go(asking(window))
    window.present(False)
    window.presentation.toggle_console()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*size)
    settle()
    console = window.presentation.console
    assert console is not None
    inside = console.rect()
    buttons = [each for each in console.findChildren(QToolButton) if each.isVisible()]
    assert len(buttons) >= len(BUTTONS)
    areas = console.findChildren(QScrollArea)
    for area in areas:
        content = area.widget()
        assert content is not None
        assert content.width() <= area.viewport().width(), "nothing scrolls sideways"
    for button in buttons:
        place = button.geometry()
        assert place.height() >= 24
        if not any(area.isAncestorOf(button) for area in areas):
            assert inside.contains(button.rect().translated(button.mapTo(console, QPoint())))
        if button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly:
            assert button.fontMetrics().horizontalAdvance(button.text()) <= place.width()
    picture = console.mirror.picture
    assert picture.height() >= 150
    screen = window.screen().size()
    shape = screen.width() / screen.height()
    assert picture.width() / picture.height() == pytest.approx(shape, rel=0.02)


def test_the_console_says_what_only_the_presenter_should_know(opened: Opened) -> None:
    window = opened()
    session = window.session
    session.go(asking(window))
    window.present(False)
    window.presentation.toggle_console()
    settle()
    console = window.presentation.console
    assert console is not None
    notes = console.findChild(LessonText)
    assert notes is not None
    question = session.question
    assert question is not None
    said = notes.toPlainText()
    assert question.choices[question.right].explanation in said
    assert not any(question.choices[question.right].explanation in text for text in texts(window))
    session.set_blank("black")
    assert any("black" in label.text() for label in console.findChildren(QLabel))
    assert console.isVisible(), "black is for the audience"


def texts(window: Window) -> list[str]:
    return [label.text() for label in window.audience.findChildren(QLabel)]


def test_buttons_of_the_console_are_commands(opened: Opened) -> None:
    window = opened()
    session = window.session
    window.present(False)
    window.presentation.toggle_console()
    settle()
    console = window.presentation.console
    assert console is not None
    found = {each.text(): each for each in console.findChildren(QToolButton)}
    found["Next"].click()
    assert session.spot == session.route.spots[1]
    found["Freeze"].click()
    assert session.frozen
    found["End"].click()
    assert not window.presenting


# ── the screen saver ─────────────────────────────────────────────────────────────────────────────


class Held:
    """A system that remembers what it was asked."""

    def __init__(self, agrees: bool) -> None:
        self.agrees = agrees
        self.asked: list[str] = []
        self.released = 0

    def hold(self, reason: str) -> bool:
        self.asked.append(reason)
        return self.agrees

    def release(self) -> None:
        self.released += 1


@pytest.mark.parametrize("agrees", [True, False])
def test_the_screen_saver_is_held_off_as_long_as_somebody_presents(
    opened: Opened, agrees: bool
) -> None:
    window = opened()
    system = Held(agrees)
    window.presentation.awake = WakeLock(lambda: system)
    window.present(False)
    window.present(False)
    assert len(system.asked) == 1
    assert system.asked[0]
    assert window.presentation.awake.held == agrees
    window.close_innermost()
    assert system.released == (1 if agrees else 0)
    window.present(False)
    window.close_innermost()


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_every_system_has_a_way_and_none_needs_to_work(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    way: Lock = wake_lock.of_this_system()
    monkeypatch.undo()
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    # None of the three finds here what it asks.
    assert not way.hold("a test")
    way.release()


def test_a_bus_that_is_not_there_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    lock = WakeLock()
    lock.hold("a test")
    assert not lock.held
    lock.release()


def test_a_mirror_is_no_smaller_than_can_be_seen(opened: Opened) -> None:
    window = opened()
    window.present(False)
    window.presentation.toggle_console()
    console = window.presentation.console
    assert console is not None
    console.mirror.set_shape(QSize())
    assert console.mirror.height_for(160) == 90
