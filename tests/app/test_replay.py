"""An answer that was not right is shown the moment that disproves it; nobody else is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from hinge_tutor.app.question_card import QuestionCard
from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.scene_text import parse_scene

from .conftest import GUESSES, Hands, Opened, settle
from .test_keys import press

ASK, TELL, AT_ONCE = Spot(0, 2, 0), Spot(0, 2, 1), Spot(0, 3, 0)
HINGE, SQUAT, ALIKE = range(3)


def answered(window: Window, choice: int | None) -> None:
    """To the build that tells, with an answer or without one."""
    session = window.session
    session.go(ASK)
    if choice is not None:
        session.choose(choice)
    window.commands.run("next")
    settle()
    assert session.spot == TELL
    assert session.explained


def card(window: Window) -> QuestionCard:
    found = window.learn.lesson.findChild(QuestionCard)
    assert isinstance(found, QuestionCard)
    return found


def again(window: Window) -> QPushButton:
    """The button that shows it once more."""
    buttons = card(window).told.findChildren(QPushButton)
    return next(each for each in buttons if each.text() == "Show me again")


def moves(window: Window) -> bool:
    """Whether something plays."""
    return window.session.timeline.clock.playing


def replays(window: Window, choice: int = HINGE) -> bool:
    """Whether what disproves an answer is on the stage, as the lesson writes it."""
    session = window.session
    question = session.route.build(ASK).question
    assert question is not None
    return session.plan is question.choices[choice].replay


def test_an_answer_that_was_not_right_is_disproved_in_place_of_the_builds_own(
    guesses: Window,
) -> None:
    session = guesses.session
    answered(guesses, HINGE)
    assert replays(guesses)
    assert [*session.figures] == ["hip-hinge", "squat"]
    assert session.options.layers == {"bones", "trails"}
    assert session.options.highlight == "hip"
    clock = session.timeline.clock
    assert clock.playing
    assert clock.speed == 0.5
    assert clock.stop_s == pytest.approx(session.timeline.spans[3].to_s)
    assert not session.trying
    assert session.notice == ""


@pytest.mark.parametrize("choice", [SQUAT, None])
def test_who_was_right_or_said_nothing_sees_the_builds_own(
    guesses: Window, choice: int | None
) -> None:
    session = guesses.session
    answered(guesses, choice)
    assert session.plan is session.build.stage
    assert [*session.figures] == ["squat"]
    assert not again(guesses).isVisible()
    said = card(guesses).told.reason.text()
    assert said.startswith("Yes. ") is (choice == SQUAT)
    assert "They drop by" in said
    assert not card(guesses).told.thought.isVisible()


def test_the_card_names_the_belief_and_then_the_reason(guesses: Window) -> None:
    answered(guesses, HINGE)
    told = card(guesses).told
    # Numbers are those of the build that asked, where both reached equally far.
    assert told.thought.text() == (
        "You may have thought: Leaning lowers the hips by more than 4 cm."
    )
    assert told.reason.text() == "They drop by 4 cm, the squat's by 23."
    assert told.thought.y() < told.reason.y() < again(guesses).y()


def test_the_words_of_the_build_are_of_its_own_figures(guesses: Window) -> None:
    answered(guesses, HINGE)
    replayed = guesses.session.fill("{squat.hip_down_cm:.0f}")
    answered(guesses, None)
    guesses.session.go(ASK)
    guesses.session.reset_step()
    answered(guesses, None)
    assert guesses.session.fill("{squat.hip_down_cm:.0f}") == replayed == "48"


@pytest.mark.parametrize("how", ["button", "space", "r"])
def test_it_is_shown_once_more_as_it_was(guesses: Window, how: str) -> None:
    session = guesses.session
    answered(guesses, HINGE)
    session.set_speed(1.0)
    guesses.commands.run("layer_muscles")
    session.timeline.stand_at(5.0)
    settle()
    if how == "button":
        QTest.mouseClick(again(guesses), Qt.MouseButton.LeftButton)
    elif how == "space":
        again(guesses).setFocus()
        QTest.keyClick(again(guesses), Qt.Key.Key_Space)
    else:
        press(guesses, "r")
    settle()
    assert replays(guesses)
    assert moves(guesses)
    assert session.timeline.clock.speed == 0.5
    assert session.timeline.time_s < 1.0
    assert session.options.layers == {"bones", "trails"}


def test_a_still_moment_stands(guesses: Window) -> None:
    session = guesses.session
    answered(guesses, ALIKE)
    assert replays(guesses, ALIKE)
    assert not moves(guesses)
    at_s = session.timeline.time_s
    assert at_s == pytest.approx(session.timeline.spans[3].to_s)
    session.timeline.stand_at(0.0)
    press(guesses, "r")
    assert session.timeline.time_s == pytest.approx(at_s)


def test_something_tried_in_its_place_is_a_trial_and_escape_leads_back_to_it(
    guesses: Window,
) -> None:
    session = guesses.session
    answered(guesses, HINGE)
    session.try_out(parse_scene("squat"))
    assert session.trying
    assert "Esc goes back" in session.notice
    guesses.close_innermost()
    assert replays(guesses)
    # Nothing is left to close: the replay itself is none.
    guesses.close_innermost()
    assert replays(guesses)


def said(window: Window) -> list[str]:
    """What stands in the lesson's column."""
    labels = window.learn.lesson.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def test_the_build_itself_comes_once_its_answer_is_disproved(guesses: Window) -> None:
    """Its words are of its own figures, and stand only beside those."""
    session = guesses.session
    answered(guesses, HINGE)
    own = session.fill(session.build.prompt)
    assert own not in said(guesses)
    assert card(guesses).told.thought.isVisible()
    press(guesses, Qt.Key.Key_PageDown)
    assert session.spot == TELL
    assert session.plan is session.build.stage
    assert own in said(guesses)
    told = card(guesses).told
    assert told.reason.text().startswith("They drop by")
    assert not told.thought.isVisible()
    QTest.mouseClick(again(guesses), Qt.MouseButton.LeftButton)
    settle()
    assert replays(guesses)
    assert own not in said(guesses)


def test_r_plays_what_is_there(guesses: Window) -> None:
    answered(guesses, HINGE)
    guesses.commands.run("next")
    press(guesses, "r")
    assert guesses.session.plan is guesses.session.build.stage


def test_back_and_forth_and_from_the_beginning(guesses: Window) -> None:
    session = guesses.session
    answered(guesses, HINGE)
    guesses.commands.run("previous")
    assert session.plan is session.build.stage
    guesses.commands.run("next")
    assert replays(guesses)
    guesses.commands.run("next")
    guesses.commands.run("next")
    assert session.spot == AT_ONCE
    guesses.commands.run("previous")
    assert session.plan is session.build.stage, "what was disproved is done with"
    session.reset_step()
    session.go(ASK)
    session.choose(HINGE)
    guesses.commands.run("next")
    assert replays(guesses), "and from the beginning it is not"
    session.reset_step()
    answered(guesses, None)
    assert session.plan is session.build.stage


def test_what_is_told_at_once_is_disproved_at_once(guesses: Window) -> None:
    session = guesses.session
    session.go(AT_ONCE)
    assert not moves(guesses)
    session.choose(1)
    settle()
    assert session.spot == AT_ONCE
    assert session.explained
    question = session.build.question
    assert question is not None
    assert session.plan is question.choices[1].replay
    # It says nothing of how it plays: then it moves, at half speed.
    assert moves(guesses)
    assert session.timeline.clock.speed == 0.5
    assert card(guesses).told.thought.text().endswith("folds the back.")
    session.reset_step()
    session.choose(0)
    assert session.plan is session.build.stage


def test_an_audience_sees_the_builds_own_and_answers_nothing(guesses: Window) -> None:
    session = guesses.session
    answered(guesses, HINGE)
    guesses.present(from_start=False)
    settle()
    assert session.plan is session.build.stage
    assert [*session.figures] == ["squat"]
    guesses.close_innermost()
    settle()
    assert not guesses.presenting
    assert replays(guesses), "what was answered alone is there again"
    session.reset_step()
    guesses.present(from_start=False)
    settle()
    press(guesses, "1")
    assert session.answers == {}
    assert session.graded() is None
    press(guesses, Qt.Key.Key_PageDown)
    assert session.spot == TELL
    assert session.plan is session.build.stage
    guesses.close_innermost()
    settle()
    assert session.plan is session.build.stage


@pytest.mark.parametrize(("choice", "right"), [(HINGE, False), (SQUAT, True), (None, None)])
def test_the_first_answer_is_known_to_be_right_or_not(
    guesses: Window, choice: int | None, right: bool | None
) -> None:
    session = guesses.session
    session.go(ASK)
    assert session.graded() is None
    if choice is not None:
        session.choose(choice)
    for spot in (ASK, TELL):
        session.go(spot)
        graded = session.graded()
        assert (graded.right if graded else None) == right
        if graded is not None:
            assert graded.asker == ("guessing", 2, 0)


def test_with_reduced_motion_it_is_shown_as_key_poses(opened: Opened, hands: Hands) -> None:
    settings = Settings(health_note_read=True, reduced_motion=True)
    window = opened(settings=settings, lesson=GUESSES)
    answered(window, HINGE)
    session = window.session
    assert replays(window)
    hands.seconds += 0.05
    session.timeline.beat()
    assert session.timeline.time_s in {0.0, *(span.to_s for span in session.timeline.spans)}


def test_who_goes_on_from_the_button_is_not_led_back(guesses: Window) -> None:
    answered(guesses, HINGE)
    again(guesses).setFocus()
    for _ in range(2):
        QTest.keyClick(again(guesses), Qt.Key.Key_PageDown)
        settle()
    assert guesses.session.spot == AT_ONCE
    assert not again(guesses).isVisible()
    assert guesses.learn.lesson.hasFocus()
