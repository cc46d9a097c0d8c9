"""The recall deck asks, shows the moment that answers, and leads back to where one was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from hinge_tutor.app import reading
from hinge_tutor.app.cards import EndCard
from hinge_tutor.app.course_rows import Mark
from hinge_tutor.app.deck import Deck
from hinge_tutor.app.deck_hint import DeckHint
from hinge_tutor.app.deck_pane import DeckPane
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.lesson import Card, Lesson
from hinge_tutor.lessons.quantity import parse, value
from tests.app.conftest import READ, Opened, settle, unasked
from tests.lessons.decks import FIRST, TOMORROW

LESSON = "what-is-a-hinge"
TODAY = date(2026, 3, 2)
DROP = "three-ways-down/Slowly"
CARDS = (
    Card("drop", "Whose hips drop?", "The squat's: {squat.hip_down_cm:.0f} cm.", DROP),
    Card("crease", "Where is the hip joint?", "Behind the crease.", "fold-at-the-hips"),
    Card("back", "Why do the hips go backward?", "For balance.", "why-hips-go-backward"),
)
LONG = Card(
    "long",
    "Three people reach down to the same height: one hinges, one squats, one bends forward with "
    "straight knees. Whose hips drop the most, and whose the least of all?",
    "The squat's hips drop {squat.hip_down_cm:.0f} cm, because its knees fold, too. The hinge's go "
    "{hip-hinge.hip_back_cm:.0f} cm back and only {hip-hinge.hip_down_cm:.0f} cm down. Those of "
    "the bend hardly drop, since its knees stay straight.",
    DROP,
)
Decked = Callable[..., Window]


@pytest.fixture
def decked(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> Decked:
    """Opens a window on a course whose lesson was finished yesterday, and whose cards are these."""

    def open_(
        size: tuple[int, int] = (1280, 800),
        settings: Settings = READ,
        cards: tuple[Card, ...] = CARDS,
        ago: int = 1,
    ) -> Window:
        def with_cards(id_: str, language: str) -> Lesson:
            return replace(READABLE(id_, language), cards=cards if id_ == LESSON else ())

        monkeypatch.setattr(reading, "readable", with_cards)
        memory = Memory(None, lambda: datetime.combine(TODAY, datetime.min.time(), UTC))
        memory.settings = settings
        memory.progress = memory.progress.with_finished(LESSON, TODAY - timedelta(days=ago))
        return opened(size, memory=memory)

    return open_


READABLE = reading.readable


@pytest.fixture
def window(decked: Decked) -> Window:
    """At some place in the lesson, the deck open on its first card."""
    made = decked()
    made.session.go(made.session.route.find(LESSON, 5, 2))
    made.session.timeline.play(False)
    made.commands.run("recall")
    settle()
    return made


def pane(window: Window) -> DeckPane:
    return window.learn.deck


def deck(window: Window) -> Deck:
    return window.learn.deck.deck


def id_of(window: Window) -> str:
    card = deck(window).card
    return card.card.id if card else ""


def press(window: Window, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key)
    settle()


def to(window: Window, id_: str) -> None:
    """Goes on until a card is asked."""
    for _ in range(2 * len(CARDS)):
        if id_of(window) == id_ and not deck(window).told:
            return
        press(window, Qt.Key.Key_PageDown)
    raise AssertionError(f"{id_} is not asked")


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def hint(window: Window) -> DeckHint:
    found = window.learn.stage.findChild(DeckHint)
    assert isinstance(found, DeckHint)
    return found


def due_days(window: Window) -> dict[str, int]:
    cards = window.session.progress.of(LESSON).cards
    return {id_: (put.due - TODAY).days for id_, put in cards.items()}


# ── a card ───────────────────────────────────────────────────────────────────────────────────────


def test_a_question_stands_alone_in_the_place_of_the_lesson(window: Window) -> None:
    learn = window.learn
    assert learn.shows_deck
    assert not learn.lesson.isVisible()
    assert pane(window).size() == learn.lesson.size()
    # Nothing on the stage answers.
    assert window.session.repetitions == ()
    assert not learn.transport.isVisible()
    assert not learn.roll.isVisible()
    assert "3 cards left" in words(pane(window))
    assert deck(window).ask in words(pane(window))
    assert deck(window).answer not in words(pane(window))
    assert QApplication.focusWidget() is pane(window).show_answer


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown])
@pytest.mark.parametrize("on_stage", [False, True])
def test_its_answer_comes_with_the_moment_that_shows_it(
    window: Window, key: Qt.Key, on_stage: bool
) -> None:
    to(window, "drop")
    if on_stage:
        window.learn.stage.setFocus()
    press(window, key)
    session = window.session
    build = session.lesson.steps[1].builds[3]
    # The lesson plays it up to the turn; here it stands there at once, and can be played.
    assert build.stage.stop_at == "turn"
    assert session.plan == replace(build.stage, play="still", at="turn")
    assert session.timeline.fraction > 0.4
    assert window.learn.transport.isVisible()
    down_cm = value(parse("squat.hip_down_cm"), session.figures)
    said = words(pane(window))
    assert f"The squat's: {down_cm:.0f} cm." in said
    assert "From “What is a hinge?”" in said
    assert "Known: again in 3 days. Not yet: again today and tomorrow." in said
    # A key that is pressed twice judges nothing.
    assert not isinstance(QApplication.focusWidget(), QPushButton)


@pytest.mark.parametrize("way", ["key", "button"])
def test_known_it_comes_back_in_three_days(window: Window, way: str) -> None:
    to(window, "drop")
    press(window, Qt.Key.Key_Space)
    if way == "key":
        press(window, Qt.Key.Key_1)
    else:
        QTest.mouseClick(pane(window).knew, Qt.MouseButton.LeftButton)
    assert due_days(window)["drop"] == 3
    assert id_of(window) != "drop"


@pytest.mark.parametrize("way", ["key", "button"])
def test_not_known_it_comes_once_more_and_tomorrow(window: Window, way: str) -> None:
    first = id_of(window)
    press(window, Qt.Key.Key_Space)
    if way == "key":
        press(window, Qt.Key.Key_2)
    else:
        QTest.mouseClick(pane(window).not_yet, Qt.MouseButton.LeftButton)
    assert due_days(window) == {first: 1}
    for _ in range(2):
        press(window, Qt.Key.Key_Space)
        press(window, Qt.Key.Key_1)
    assert id_of(window) == first
    assert "The last card" in words(pane(window))
    assert "Once more for today. It comes back tomorrow." in words(pane(window))
    # Who has just read it recalls nothing: tomorrow stays.
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_1)
    assert id_of(window) == ""
    assert due_days(window)[first] == 1


def test_digits_say_nothing_before_the_answer_shows(window: Window) -> None:
    first = id_of(window)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(window, key)
    assert (id_of(window), deck(window).told, due_days(window)) == (first, False, {})


def test_letters_and_digits_can_be_switched_off_here_too(decked: Decked) -> None:
    window = decked(settings=replace(READ, letter_keys=False))
    window.commands.run("recall")
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_1)
    assert deck(window).told
    pane(window).knew.setFocus()
    press(window, Qt.Key.Key_Return)
    assert list(due_days(window).values()) == [3]


def test_page_up_hides_the_answer_again(window: Window) -> None:
    first = id_of(window)
    press(window, Qt.Key.Key_PageDown)
    press(window, Qt.Key.Key_PageUp)
    assert (id_of(window), deck(window).told) == (first, False)
    assert window.session.repetitions == ()
    press(window, Qt.Key.Key_PageUp)
    assert (id_of(window), deck(window).told, due_days(window)) == (first, False, {})


def test_a_remote_alone_claims_nothing_and_comes_to_the_end_and_out(window: Window) -> None:
    asked = []
    for _ in range(2 * len(CARDS)):
        asked.append(id_of(window))
        press(window, Qt.Key.Key_PageDown)
        press(window, Qt.Key.Key_PageDown)
    assert asked[:3] == asked[3:]
    assert sorted(asked[:3]) == ["back", "crease", "drop"]
    assert due_days(window) == dict.fromkeys(asked, 1)
    assert id_of(window) == ""
    press(window, Qt.Key.Key_PageDown)
    assert not window.learn.shows_deck
    assert window.session.spot == window.session.route.find(LESSON, 5, 2)


def test_a_card_whose_moment_is_the_one_the_lesson_is_at(window: Window) -> None:
    window.commands.run("close")
    window.session.go(window.session.route.find(LESSON, 2, 4))
    window.commands.run("recall")
    to(window, "drop")
    press(window, Qt.Key.Key_Space)
    assert window.learn.shows_deck
    assert len(window.session.repetitions) == 3


# ── the end, and where it leads ──────────────────────────────────────────────────────────────────


def through(window: Window, answers: str) -> None:
    for answer in answers:
        press(window, Qt.Key.Key_Space)
        press(window, Qt.Key.Key_1 if answer == "k" else Qt.Key.Key_2)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("kkk", "You have gone through 3 cards.\nNext cards on Thursday."),
        ("knkk", "You have gone through 3 cards.\n" + TOMORROW),
    ],
)
def test_the_end_tells_when_the_next_cards_come(window: Window, answers: str, said: str) -> None:
    through(window, answers)
    assert "Done for today" in words(pane(window))
    assert said in words(pane(window))
    assert QApplication.focusWidget() is pane(window).back
    press(window, Qt.Key.Key_Return)
    assert window.learn.lesson.isVisible()
    assert window.session.spot == window.session.route.find(LESSON, 5, 2)


@pytest.mark.parametrize(
    ("cards", "ago", "said"),
    [
        (CARDS, 0, TOMORROW),
        ((), 1, FIRST),
    ],
)
def test_where_nothing_is_due_it_says_when_something_will_be(
    decked: Decked, cards: tuple[Card, ...], ago: int, said: str
) -> None:
    window = decked(cards=cards, ago=ago)
    window.commands.run("recall")
    settle()
    assert "No cards today" in words(pane(window))
    assert said in words(pane(window))
    window.commands.run("close")
    assert window.learn.lesson.isVisible()


@pytest.mark.parametrize("leave", ["close", "recall"])
def test_esc_leads_back_to_the_place_as_it_was(window: Window, leave: str) -> None:
    session = window.session
    press(window, Qt.Key.Key_Space)
    window.commands.run(leave)
    settle()
    assert not window.learn.shows_deck
    assert window.learn.lesson.isVisible()
    assert session.spot == session.route.find(LESSON, 5, 2)
    assert session.plan is session.build.stage
    assert not session.trying
    assert session.guide is None
    assert not hint(window).isVisible()
    # Cards that were not answered stay due.
    assert due_days(window) == {}
    press(window, Qt.Key.Key_PageDown)
    assert session.spot == session.route.find(LESSON, 5, 3)


def test_from_the_end_of_a_lesson_it_leads_back_there(decked: Decked) -> None:
    window = decked()
    session = window.session
    session.go(session.route.spots[-1])
    session.finish()
    settle()
    card = window.learn.lesson.findChild(EndCard)
    assert isinstance(card, EndCard)
    assert "3 recall cards are waiting for you." in words(card)
    button = next(b for b in card.findChildren(QPushButton) if b.text() == "Recall cards")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert window.learn.shows_deck
    through(window, "kkk")
    press(window, Qt.Key.Key_Return)
    assert session.finished
    assert "Next cards on Thursday." in words(card)
    assert not button.isVisible()


def test_a_question_of_the_lesson_stays_open_behind_it(decked: Decked) -> None:
    window = decked()
    session = window.session
    asked = session.route.find(LESSON, 2, 2)
    session.go(asked)
    pending = [session.pending]
    window.commands.run("recall")
    settle()
    pending.append(session.pending)
    through(window, "kkk")
    window.commands.run("close")
    settle()
    assert [*pending, session.pending] == [True, False, True]
    assert session.spot == asked
    assert session.answer is None
    assert session.progress.of(LESSON).answers == {}


@pytest.mark.parametrize("told", [False, True])
def test_who_goes_elsewhere_in_the_course_has_left_it(window: Window, told: bool) -> None:
    if told:
        press(window, Qt.Key.Key_Space)
    session = window.session
    session.go(session.route.find(LESSON, 2, 2))
    settle()
    assert not window.learn.shows_deck
    assert session.guide is None
    assert session.pending
    assert session.plan is session.build.stage
    assert any(
        question in words(window.learn.lesson) for question in ["Whose hips will drop the most?"]
    )


def test_the_same_step_begun_again_is_the_lesson(window: Window) -> None:
    window.commands.run("reset")
    settle()
    assert not window.learn.shows_deck
    assert window.learn.lesson.isVisible()


# ── what else there is ───────────────────────────────────────────────────────────────────────────


def test_what_makes_figures_up_makes_room_and_rests(decked: Decked) -> None:
    window = decked((2600, 1000))
    unasked(window.session)
    window.commands.run("sandbox")
    settle()
    was_open = window.drawer.is_open
    window.commands.run("recall")
    settle()
    assert (was_open, window.drawer.is_open) == (True, False)
    press(window, Qt.Key.Key_Space)
    for id_ in ("sandbox", "undo"):
        command = next(each for each in window.commands.all if each.id == id_)
        assert not command.possible()
    window.commands.run("close")
    assert not window.drawer.sandbox.can_undo


def test_it_and_the_technique_map_stand_in_one_place(window: Window) -> None:
    learn = window.learn
    window.commands.run("technique_map")
    settle()
    assert (learn.shows_technique, learn.shows_deck) == (True, False)
    assert window.session.guide is None
    window.commands.run("recall")
    settle()
    assert (learn.shows_technique, learn.shows_deck) == (False, True)


def test_an_audience_never_sees_it(window: Window) -> None:
    window.commands.run("present_here")
    settle()
    assert not window.learn.shows_deck
    assert window.session.guide is None
    command = next(each for each in window.commands.all if each.id == "recall")
    assert not command.possible()
    window.commands.run("next")
    assert window.session.spot == window.session.route.find(LESSON, 5, 3)


def test_the_list_of_lessons_knows_how_many_cards_are_due(window: Window) -> None:
    seen = len(window.session.progress.of(LESSON).seen)
    assert window.desk.marks()[LESSON] == Mark(seen, True, 3)
    through(window, "k")
    assert window.desk.marks()[LESSON] == Mark(seen, True, 2)


def test_the_hint_stands_in_the_middle_while_a_card_is_asked(window: Window) -> None:
    shown = []
    for key in (Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Space):
        shown.append(hint(window).isVisible())
        press(window, key)
    assert [*shown, hint(window).isVisible()] == [True, False, True, False]


# ── for everyone ─────────────────────────────────────────────────────────────────────────────────

SIZES = [
    ((1280, 800), 100),
    ((1024, 640), 100),
    ((1024, 640), 200),
    ((700, 1000), 150),
    ((1920, 1080), 100),
]


@pytest.mark.parametrize(("size", "percent"), SIZES)
def test_no_word_is_cut_off_and_the_answer_is_in_sight(
    decked: Decked, size: tuple[int, int], percent: int
) -> None:
    window = decked(size, replace(READ, text_percent=percent), (LONG,))
    window.commands.run("recall")
    settle()
    shown = pane(window)
    for _ in range(2):
        for label in shown.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
        for button in shown.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width()
                assert shown.rect().contains(button.geometry())
        press(window, Qt.Key.Key_Space)
    answer = next(label for label in shown.findChildren(QLabel) if label.objectName() == "prompt")
    top = answer.mapTo(shown._scroll.room, answer.rect().topLeft()).y()
    assert 0 <= top < shown._scroll.room.height() - answer.fontMetrics().height()
    assert window.learn.stage.width() >= 0.55 * size[0] or size[0] < size[1]


def test_every_control_has_a_name_a_role_and_a_place_for_tab(window: Window) -> None:
    for told in (False, True):
        if told:
            pane(window).show_answer.click()
        reached = []
        pane(window).setFocus()
        for _ in range(12):
            press(window, Qt.Key.Key_Tab)
            reached.append(QApplication.focusWidget())
        wanted: tuple[QWidget, ...] = (pane(window).way_out,)
        wanted += (pane(window).knew, pane(window).not_yet) if told else (pane(window).show_answer,)
        for widget in wanted:
            assert widget in reached
            face = QAccessible.queryAccessibleInterface(widget)
            assert face.role() == QAccessible.Role.Button
            assert face.text(QAccessible.Text.Name)


def test_f6_goes_into_it(window: Window) -> None:
    assert pane(window) in window.learn.panes()
    assert window.learn.lesson not in window.learn.panes()


def test_a_card_that_shows_a_moment_that_is_gone_still_answers(decked: Decked) -> None:
    window = decked(cards=(replace(CARDS[1], shows="another-step"),))
    window.commands.run("recall")
    press(window, Qt.Key.Key_Space)
    assert "Behind the crease." in words(pane(window))
    assert window.session.repetitions == ()
