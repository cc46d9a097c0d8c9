"""The whole course is gone through with one key, in every language, on a clock turned by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.languages import languages

from .conftest import READ, Hands, Opened, settle

Key = Qt.Key
# A press may end a round, a lesson, or tell what was asked; more than so many on one build turn no
# page.
MOST_PRESSES = 12
# A tenth of a second is the longest that the clock takes for one beat of its timer.
BEATS, BEAT_S = 6, 0.1


def press(window: Window) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_PageDown)
    settle()


def play_a_little(window: Window, hands: Hands) -> None:
    """Lets what plays go on for some beats of the clock."""
    for _ in range(BEATS):
        hands.seconds += BEAT_S
        window.session.timeline.beat()


def end_said(window: Window) -> bool:
    """Whether the lesson's goal stands in the lesson pane."""
    labels = window.learn.lesson.findChildren(QLabel)
    return window.session.lesson.goal in [label.text() for label in labels if label.isVisible()]


@pytest.mark.slow
@pytest.mark.whole_course
@pytest.mark.parametrize("language", [each.code for each in languages()])
def test_one_key_goes_through_the_whole_course(opened: Opened, hands: Hands, language: str) -> None:
    window = opened(settings=replace(READ, language=language))
    session = window.session
    walked: list[Spot] = [session.spot]
    ended: list[str] = []
    presses = 0
    while not (session.finished and session.route.after(session.spot) is None):
        press(window)
        presses += 1
        assert presses <= MOST_PRESSES, session.spot
        if session.finished:
            assert end_said(window), session.lesson.id
            ended.append(session.lesson.id)
        if session.spot != walked[-1]:
            walked.append(session.spot)
            presses = 0
            play_a_little(window, hands)
            assert session.problem is None, session.spot
            assert session.repetitions, session.spot
            assert window.learn.stage.failure is None, session.spot
    assert walked == list(session.route.spots)
    assert tuple(ended) == session.route.lessons.ids
    assert window.desk.top() is None


@pytest.mark.whole_course
def test_the_first_start_is_a_note_and_then_the_first_lesson(opened: Opened) -> None:
    window = opened(settings=Settings())
    window.desk.health_note()
    settle()
    assert window.desk.top() is not None
    press(window)
    assert window.desk.top() is None
    assert (window.session.lesson.number, window.session.spot) == (0, Spot())
    assert window.session.timeline.clock.playing, "a stranger sees at once what a hinge is"
    assert [each.take.movement.id for each in window.session.repetitions] == ["hip-hinge"]
