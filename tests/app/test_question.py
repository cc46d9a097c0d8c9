"""Asked, guessed, told, gone: what a learner sees of a question, at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from hinge_tutor.app.choice_button import ChoiceButton
from hinge_tutor.app.question_card import QuestionCard
from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window

from .conftest import Opened, settle

SIZES = [
    ((1024, 640), 100),
    ((1280, 800), 100),
    ((1280, 800), 200),
    ((1024, 640), 200),
    ((3840, 2160), 100),
]
TIGHTEST = (1024, 640), 200


def asked(window: Window) -> list[Spot]:
    route = window.session.route
    return [spot for spot in route.spots if route.build(spot).question is not None]


def card(window: Window) -> QuestionCard:
    found = window.learn.lesson.findChild(QuestionCard)
    assert isinstance(found, QuestionCard)
    return found


def words(window: Window) -> list[str]:
    shown = card(window).findChildren(QLabel)
    return [label.text() for label in shown if label.isVisible() and label.text()]


def told(window: Window, first: Spot, answer: int | None) -> None:
    """Goes on with Next alone until the answer shows."""
    session = window.session
    session.go(first)
    if answer is not None:
        session.choose(answer)
    while not session.explained:
        window.commands.run("next")
        session.timeline.play(False)
        assert session.spot.step == first.step
    settle()


def place(window: Window, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(("size", "percent"), SIZES)
@pytest.mark.parametrize("guess", ["none", "right", "another"])
def test_the_answer_is_in_sight_without_scrolling(
    opened: Opened, size: tuple[int, int], percent: int, guess: str
) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent))
    for first in asked(window):
        window.session.answers.clear()
        question = window.session.route.build(first).question
        assert question is not None
        other = (question.right + 1) % len(question.choices)
        told(window, first, {"none": None, "right": question.right, "another": other}[guess])
        area = window.learn.lesson.findChild(QScrollArea)
        assert area is not None
        seen = place(window, area.viewport())
        right = next(
            button
            for button in card(window).findChildren(ChoiceButton)
            if button.property("state") == "right" and button.isVisible()
        )
        needed: list[QWidget] = [right, card(window).told.reason]
        if guess == "another":
            needed.append(card(window).told.thought)
            if (size, percent) == TIGHTEST:
                # Letters so large leave no room for all of it: why not is read first.
                needed.remove(right)
        for widget in needed:
            assert widget.isVisible()
            assert seen.contains(place(window, widget)), first


def test_only_who_chose_the_right_one_hears_a_yes(window: Window) -> None:
    session = window.session
    for first in asked(window):
        question = session.route.build(first).question
        assert question is not None
        for answer in (None, question.right, (question.right + 1) % len(question.choices)):
            session.answers.clear()
            told(window, first, answer)
            said = [text for text in words(window) if text.startswith("Yes")]
            assert len(said) == (1 if answer == question.right else 0), (first, answer)


def test_the_heading_says_what_is_asked_and_then_that_this_is_the_answer(window: Window) -> None:
    session = window.session
    for first in asked(window):
        session.go(first)
        session.timeline.play(False)
        settle()
        asks = "Remember" if session.step.kind == "recall" else "Predict"
        assert words(window)[0] == asks
        told(window, first, None)
        assert words(window)[0] == "The answer"
        after = session.route.after(session.spot)
        if after is not None and after.step == first.step:
            session.go(after)
            settle()
            assert not card(window).isVisible(), "told once, it is gone"


def test_a_guess_looks_like_no_answer_before_the_answer_is_told(window: Window) -> None:
    session = window.session
    session.go(asked(window)[0])
    question = session.question
    assert question is not None
    session.choose(question.right)
    settle()
    buttons = card(window).findChildren(ChoiceButton)
    chosen = next(button for button in buttons if button.property("state"))
    assert chosen.property("state") == "guess"
    assert "Your guess" in words(window)
    ground = window.learn.lesson.palette().window().color()
    corner = chosen.grab().toImage().pixelColor(chosen.width() // 2, chosen.height() - 6)
    assert abs(corner.lightness() - ground.lightness()) < 30, "an outline, no filled bar"
    told(window, asked(window)[0], None)
    assert chosen.property("state") == "right"


def test_a_guess_that_was_another_stays_calm_beside_the_right_one(window: Window) -> None:
    session = window.session
    first = asked(window)[0]
    question = session.route.build(first).question
    assert question is not None
    told(window, first, (question.right + 1) % len(question.choices))
    shown = [b for b in card(window).findChildren(ChoiceButton) if b.isVisible()]
    shown.sort(key=lambda button: button.y())
    assert [button.property("state") for button in shown] == ["right", "guess"]
    assert card(window).told.reason.text() == question_told(window), (
        "what follows the guess is on it"
    )
    assert not [button for button in shown if button.focusPolicy().value & 1]


def question_told(window: Window) -> str:
    question, answer = window.session.question, window.session.answer
    assert question is not None
    assert answer is not None
    return question.choices[answer].explanation


def test_the_difference_is_a_caption_of_its_own(window: Window) -> None:
    session = window.session
    for spot in session.route.spots:
        session.go(spot)
        session.timeline.play(False)
        settle()
        aside = [
            label.text()
            for label in window.learn.lesson.findChildren(QLabel)
            if label.objectName() == "aside" and label.isVisible()
        ]
        assert len(aside) == (1 if session.build.stage.difference else 0), spot


def test_digits_are_phases_again_once_the_answer_is_told(window: Window) -> None:
    session = window.session
    told(window, asked(window)[0], None)
    window.commands.run("digit_3")
    assert session.timeline.time_s == pytest.approx(session.timeline.spans[2].to_s)
    assert session.answer is None
    assert not [b for b in card(window).findChildren(QPushButton) if b.hasFocus()]
