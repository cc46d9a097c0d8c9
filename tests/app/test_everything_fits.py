"""With text of twice the size and a language that is longer by two fifths, all can be read.

At 1024 × 640, the smallest screen that the tutor is made for.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from hinge_tutor.app import reading
from hinge_tutor.app.choice_button import ChoiceButton
from hinge_tutor.app.program import application
from hinge_tutor.app.question_card import QuestionCard
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.lessons import course
from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.words import words

from .conftest import Opened, settle
from .fitting import misfits, painted_badly, painted_on, seen_of
from .pseudo import pseudo_lesson, pseudo_words
from .spoken import Dictionary
from .test_pseudo import NOT_RUN

SMALLEST = (1024, 640)
# What design.md promises to the figures.
STAGE_SHARE = 0.55
LARGE = Settings(health_note_read=True, text_percent=200)
LESSON, STEP, BUILD = "what-is-a-hinge", 2, 5


@pytest.fixture
def strange(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Windows speak a language that nobody speaks, longer by two fifths than English."""
    assert qapp is application()
    english, load = words(), course.load_lesson

    def in_it(id_: str, _language: str) -> Lesson:
        return pseudo_lesson(load(id_))

    monkeypatch.setattr(reading, "words", lambda _language: pseudo_words(english))
    monkeypatch.setattr(course, "load_lesson", in_it)
    dictionary = Dictionary()
    qapp.installTranslator(dictionary)
    yield
    qapp.removeTranslator(dictionary)


def problems(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that cannot be read or reached now."""
    settle()
    found = [*misfits(window), *painted_badly(painted_on(window, monkeypatch))]
    stage = window.learn.stage
    if stage.isVisible() and stage.width() < STAGE_SHARE * window.width():
        found.append(f"the stage has {stage.width()} px of {window.width()}")
    return found


def wrong(session: Session) -> int:
    """A choice that is not the right one, the longest of them."""
    assert session.question is not None
    choices = session.question.choices
    told = [0 if choice.right else len(choice.explanation) for choice in choices]
    return told.index(max(told))


def walk(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every build, every answer that is not right, and the end of each lesson."""
    session = window.session
    found = []
    for spot in session.route.spots:
        session.go(spot)
        session.timeline.play(False)
        found += [f"{spot}: {each}" for each in problems(window, monkeypatch)]
        if session.asking:
            session.choose(wrong(session))
            found += [f"{spot}, answered: {each}" for each in problems(window, monkeypatch)]
        after = session.route.after(spot)
        if after is None or after.lesson != spot.lesson:
            session.finish()
            found += [f"{spot}, at the end: {each}" for each in problems(window, monkeypatch)]
    return found


def presented(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every build before an audience and on the console, both at once as on two screens."""
    session, presentation = window.session, window.presentation
    screen = window.screen()
    monkeypatch.setattr(presentation, "_free", lambda: (screen,))
    window.present(True)
    assert presentation.beyond is not None
    # A full screen keeps the size of the screen there is.
    presentation.beyond.setWindowState(Qt.WindowState.WindowNoState)
    for each in (window, presentation.beyond):
        each.resize(*SMALLEST)
    found = []
    for spot in session.route.spots:
        session.go(spot)
        session.timeline.play(False)
        settle()
        found += [f"{spot}, console: {each}" for each in misfits(window)]
        found += [f"{spot}, audience: {each}" for each in misfits(presentation.beyond)]
        letters = painted_on(presentation.beyond, monkeypatch)
        found += [f"{spot}, audience: {each}" for each in painted_badly(letters)]
    window.close_innermost()
    return found


@pytest.mark.usefixtures("strange")
def test_every_build_and_answer(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened(SMALLEST, LARGE)
    assert walk(window, monkeypatch) == []
    assert presented(window, monkeypatch) == []


@pytest.mark.slow
@pytest.mark.whole_course
@pytest.mark.usefixtures("strange")
def test_every_build_and_answer_of_the_course(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened(SMALLEST, LARGE)
    assert walk(window, monkeypatch) == []
    assert presented(window, monkeypatch) == []


@pytest.mark.usefixtures("strange")
def test_every_card_page_and_pane(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened(SMALLEST, LARGE)
    session = window.session
    found = []
    for command in window.commands.all:
        if command.id in NOT_RUN:
            continue
        # Each from what the lesson shows; ten layers at once hide each other in any language.
        session.reset_step()
        session.go(session.route.find(LESSON, STEP, BUILD))
        session.timeline.play(False)
        window.commands.run(command.id)
        session.timeline.play(False)
        found += [f"{command.id}: {each}" for each in problems(window, monkeypatch)]
        window.desk.close_all()
        window.learn.close_instead()
        session.set_blank("")
        session.change_settings(LARGE)
        if window.presenting:
            window.close_innermost()
        assert not window.presenting
        if window.isFullScreen():
            window.toggle_full_screen()
        window.resize(*SMALLEST)
    assert found == []


@pytest.mark.usefixtures("strange")
def test_each_choice_can_be_scrolled_to_and_its_question_too(opened: Opened) -> None:
    window = opened(SMALLEST, LARGE)
    window.activateWindow()
    session = window.session
    area = window.learn.lesson.findChild(QScrollArea)
    assert area is not None
    seen = 0
    for spot in session.route.spots:
        session.go(spot)
        session.timeline.play(False)
        settle()
        if not session.asking:
            continue
        card = area.findChild(QuestionCard)
        if card is not None and card.isVisible():
            # All of it where there is room for that, and what is asked in any case.
            in_sight, whole = seen_of(card, area)
            top = card.asking[-1].mapTo(area.viewport(), QPoint(0, 0)).y()
            assert in_sight == min(whole, area.viewport().height()), spot
            assert top >= 0, spot
        for choice in area.findChildren(ChoiceButton):
            if not choice.isVisible():
                continue
            choice.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            assert QApplication.focusWidget() is choice
            in_sight, whole = seen_of(choice, area)
            assert in_sight == min(whole, area.viewport().height()), spot
            seen += 1
    assert seen > 10
