"""Somebody moves along: a bar that can be read from afar counts phases and repetitions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from hinge_tutor.app.phase_strip import PhaseStrip
from hinge_tutor.app.practice_card import PracticeCard
from hinge_tutor.app.practicing import Practicing
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.tempo_bar import CAPITALS_SHARE, TempoBar
from hinge_tutor.app.window import Window

from .conftest import Hands, Opened, settle

LESSON = Path(__file__).parent.parent / "lessons" / "good" / "repair.md"
Key = Qt.Key
FINGER_PX = 44


@pytest.fixture
def window(opened_on: Opened) -> Window:
    return at_practice(opened_on(LESSON))


def at_practice(window: Window) -> Window:
    window.session.go(window.session.route.find("repair", 6, 1))
    settle()
    return window


def practicing(window: Window) -> Practicing:
    return window.learn.tempo.practicing


def bar(window: Window) -> TempoBar:
    found = window.learn.tempo.bar
    assert found is not None
    return found


def card(window: Window) -> PracticeCard:
    (found,) = window.learn.lesson.findChildren(PracticeCard)
    return found


def run(window: Window, hands: Hands, seconds: float) -> None:
    """Lets the clock run as the timer would."""
    for _ in range(round(seconds / 0.05)):
        hands.seconds += 0.05
        window.session.timeline.beat()


def plays(window: Window) -> bool:
    return window.session.timeline.clock.playing


def to(window: Window, time_s: float) -> tuple[str, str, str]:
    """What the bar says at a moment of the repetition."""
    window.session.timeline.seek_s(time_s)
    return bar(window).words()


def test_the_bar_says_phase_seconds_left_and_which_repetition(window: Window) -> None:
    spans = {span.phase: span for span in window.session.timeline.spans}
    descent = spans["descent"]
    assert descent.to_s - descent.from_s == pytest.approx(3.0)
    assert to(window, 0.0) == ("Stand", "1\u00a0s", "1 of 3")
    # A boundary belongs to the phase that begins there.
    assert to(window, descent.from_s) == ("Hips back", "3\u00a0s", "1 of 3")
    assert to(window, descent.from_s + 0.9) == ("Hips back", "3\u00a0s", "1 of 3")
    assert to(window, descent.from_s + 1.1) == ("Hips back", "2\u00a0s", "1 of 3")
    assert to(window, descent.to_s - 0.1) == ("Hips back", "1\u00a0s", "1 of 3")
    assert to(window, descent.to_s) == ("Stretch", "1\u00a0s", "1 of 3")


def test_one_counter_counts_for_everybody(window: Window) -> None:
    assert window.findChildren(Practicing) == [practicing(window)]


def test_at_half_speed_twice_as_many_seconds_are_counted(window: Window) -> None:
    window.session.set_speed(0.5)
    spans = {span.phase: span for span in window.session.timeline.spans}
    assert to(window, spans["descent"].from_s)[1] == "6\u00a0s"


def test_so_many_repetitions_follow_each_other_and_then_it_is_over(
    window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("hinge_tutor.app.practicing.announce", lambda _, words: said.append(words))
    session, whole = window.session, window.session.timeline.clock.duration_s
    assert session.timeline.clock.playing
    for number in (1, 2, 3):
        assert bar(window).words()[2] == f"{number} of 3"
        run(window, hands, whole + 0.1)
    assert practicing(window).ended
    assert not session.timeline.running, "no timer runs after the end"
    assert bar(window).words() == ("Well done", "", "3 of 3")
    shown = [label.text() for label in card(window).findChildren(QLabel) if label.isVisible()]
    assert shown[:2] == ["Well done", "3 times. Let the breath go, and shake out your legs."]
    assert said == ["2 of 3", "3 of 3", f"Well done. {shown[1]}"]
    assert bar(window).accessibleDescription() == said[-1]


def test_once_more_begins_with_the_first(window: Window, hands: Hands) -> None:
    run(window, hands, 3 * window.session.timeline.clock.duration_s + 1)
    assert card(window).again.text() == "Once more"
    QTest.mouseClick(card(window).again, Qt.MouseButton.LeftButton)
    assert bar(window).words()[2] == "1 of 3"
    assert window.session.timeline.clock.playing
    assert card(window).again.text() == "Pause"


def test_whoever_plays_on_after_the_end_begins_anew(window: Window, hands: Hands) -> None:
    run(window, hands, 3 * window.session.timeline.clock.duration_s + 1)
    window.commands.run("play")
    run(window, hands, 0.2)
    assert not practicing(window).ended
    assert practicing(window).number == 1


def test_a_pause_ends_no_repetition(window: Window, hands: Hands) -> None:
    run(window, hands, 2.0)
    QTest.mouseClick(card(window).again, Qt.MouseButton.LeftButton)
    assert not plays(window)
    assert card(window).again.text() == "Go on"
    window.session.timeline.seek(1.0)
    assert practicing(window).done == 0
    window.session.timeline.seek(0.5)
    QTest.mouseClick(card(window).again, Qt.MouseButton.LeftButton)
    assert plays(window)
    run(window, hands, window.session.timeline.clock.duration_s)
    assert practicing(window).done == 1


def test_how_often_can_be_chosen(window: Window, hands: Hands) -> None:
    fewer, more = card(window).findChildren(QToolButton)
    assert (fewer.accessibleName(), more.accessibleName()) == (
        "Fewer repetitions",
        "More repetitions",
    )
    more.click()
    assert bar(window).words()[2] == "1 of 4"
    run(window, hands, 2 * window.session.timeline.clock.duration_s + 1)
    for _ in range(9):
        fewer.click()
    assert bar(window).words()[2] == "3 of 3", "the one that is on is not taken away"
    for _ in range(40):
        more.click()
    assert practicing(window).count == 20


def test_the_step_begins_again_with_the_first_repetition(window: Window, hands: Hands) -> None:
    run(window, hands, 1.5 * window.session.timeline.clock.duration_s)
    assert practicing(window).number == 2
    window.commands.run("reset")
    assert practicing(window).number == 1
    assert window.session.timeline.clock.loop is None


def mirrored(window: Window) -> bool:
    return window.session.arrangement.mirrored


def test_the_figure_faces_the_other_way_and_back_as_it_was(window: Window) -> None:
    assert mirrored(window), "the lesson asks for it"
    assert card(window).mirror.isChecked()
    QTest.mouseClick(card(window).mirror, Qt.MouseButton.LeftButton)
    assert not mirrored(window)
    QTest.keyClicks(window, "z")
    assert mirrored(window)
    assert card(window).mirror.isChecked()
    window.commands.run("previous")
    assert not mirrored(window)
    assert not practicing(window).on


def test_whoever_has_it_turned_keeps_it_turned(opened_on: Opened) -> None:
    window = opened_on(LESSON)
    window.commands.run("mirror")
    at_practice(window)
    window.commands.run("previous")
    assert mirrored(window)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(560, 480), (600, 900), (1024, 640), (1280, 800), (1920, 1080)])
def test_capitals_are_a_twentieth_of_the_window_and_nothing_is_cut_off(
    opened_on: Opened, size: tuple[int, int], percent: int
) -> None:
    window = at_practice(
        opened_on(LESSON, size, Settings(health_note_read=True, text_percent=percent))
    )
    tempo, stage = bar(window), window.learn.stage
    metrics = QFontMetricsF(tempo._font())
    assert metrics.capHeight() >= CAPITALS_SHARE * window.height() - 0.5
    inner = tempo._card().width() - 2 * 0.3 * tempo._letters
    rows = 2 if tempo._breaks(round(tempo._card().width())) else 1
    for span in window.session.timeline.spans:
        phase, seconds, count = to(window, (span.from_s + span.to_s) / 2)
        texts = (phase, seconds, count) if rows == 1 else (phase,)
        assert sum(map(metrics.horizontalAdvance, texts)) <= inner
    assert tempo._card().height() >= rows * metrics.height()
    # The figure that one moves along with is not the smallest thing on the screen.
    assert stage.height() >= 0.25 * window.height()
    assert not window.learn.roll.isVisible()


def test_an_audience_reads_the_same_bar_in_the_place_of_the_phases(window: Window) -> None:
    window.present(False)
    settle()
    (tempo,) = window.audience.findChildren(TempoBar)
    (phases,) = window.audience.findChildren(PhaseStrip)
    assert tempo.isVisible()
    assert not phases.isVisible()
    assert tempo.words() == bar(window).words()
    assert QFontMetricsF(tempo._font()).capHeight() >= CAPITALS_SHARE * window.height() - 0.5
    QTest.keyClick(window, Key.Key_PageUp)
    settle()
    assert not tempo.isVisible()
    assert phases.isVisible()


def test_presented_without_the_lesson_it_counts_as_well(opened_on: Opened, hands: Hands) -> None:
    window = opened_on(LESSON)
    window.session.go(window.session.route.find("repair", 5, 1))
    window.present(False)
    # What is asked there is told first.
    for _ in range(2):
        QTest.keyClick(window, Key.Key_PageDown)
        settle()
    whole = window.session.timeline.clock.duration_s
    run(window, hands, 3 * whole + 1)
    (tempo,) = window.audience.findChildren(TempoBar)
    assert tempo.words() == ("Well done", "", "3 of 3")
    QTest.keyClick(window, Key.Key_PageDown)
    assert window.session.finished
    settle()
    assert not tempo.isVisible()


def test_where_motion_is_not_wanted_each_phase_is_full_from_its_beginning(
    opened_on: Opened, hands: Hands
) -> None:
    settings = Settings(health_note_read=True, reduced_motion=True)
    window = at_practice(opened_on(LESSON, settings=settings))
    spans = window.session.timeline.spans
    run(window, hands, spans[2].from_s + 0.4)
    assert practicing(window).pulse == 0.0
    assert bar(window).words()[0] == "Hips back"
    whole = spans[-1].to_s
    image = bar(window).grab().toImage()
    room: QRectF = bar(window)._card()
    accent = window._look.colors.accent if window._look else None
    air = 0.3 * bar(window)._letters
    y = round(room.bottom() - air - 0.2 * bar(window)._letters)

    def filled(time_s: float) -> bool:
        x = room.left() + air + (room.width() - 2 * air) * time_s / whole
        return image.pixelColor(round(x), y) == accent

    assert filled(spans[2].to_s - 0.2)
    assert not filled(spans[3].from_s + 0.2)
    run(window, hands, whole * 3)
    assert practicing(window).ended


def test_a_boundary_between_phases_is_seen_for_a_moment(window: Window, hands: Hands) -> None:
    spans = window.session.timeline.spans
    run(window, hands, spans[2].from_s - 0.05)
    before = practicing(window).pulse
    run(window, hands, 0.1)
    fresh = practicing(window).pulse
    run(window, hands, 0.5)
    assert fresh > before
    assert practicing(window).pulse == 0.0


@pytest.mark.parametrize("on", [False, True])
def test_it_ticks_at_each_phase_for_whoever_wants_to_hear_it(
    window: Window, hands: Hands, monkeypatch: pytest.MonkeyPatch, on: bool
) -> None:
    ticks: list[float] = []
    session = window.session
    monkeypatch.setattr(practicing(window).ticker, "tick", lambda: ticks.append(hands.seconds))
    assert not session.settings.practice_tick, "off as long as nobody chose it"
    if on:
        session.change_settings(replace(session.settings, practice_tick=True))
    begun = hands.seconds
    run(window, hands, session.timeline.clock.duration_s - 0.2)
    wanted = [span.from_s for span in session.timeline.spans[1:]] if on else []
    assert [each - begun for each in ticks] == pytest.approx(wanted, abs=0.06)
    session.timeline.play(False)
    session.timeline.seek(0.2)
    assert len(ticks) == len(wanted), "who scrubs hears nothing"


def test_without_a_player_the_choice_says_so_and_stays(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(practicing(window).ticker), "available", False)
    QTest.mouseClick(card(window).tick, Qt.MouseButton.LeftButton)
    assert window.session.settings.practice_tick
    assert "No player for sounds" in window.session.notice
    assert card(window).tick.isChecked()


def test_every_button_has_room_for_a_finger_and_a_place_in_the_focus_order(
    window: Window,
) -> None:
    window.learn.lesson.setFocus()
    wanted = [*card(window).findChildren(QToolButton), card(window).again, card(window).mirror]
    reached = []
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget() or window, Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert [each for each in reached if each in wanted] == wanted
    assert all(min(each.width(), each.height()) >= FINGER_PX for each in wanted)
