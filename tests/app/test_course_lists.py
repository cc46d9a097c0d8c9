"""The course, the search and the glossary as lists; and one lesson after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QWidget

from hinge_tutor.app.chooser import Chooser
from hinge_tutor.app.course_rows import Mark
from hinge_tutor.app.noted_rows import END, NOTE
from hinge_tutor.app.pages import can_turn, turn_on
from hinge_tutor.app.program import application, solve
from hinge_tutor.app.reading import empty_lesson
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.course import load_lesson
from hinge_tutor.lessons.readings import Readings
from hinge_tutor.lessons.words import words

from .conftest import LESSON, READ, Hands, settle

Key = Qt.Key


def readings() -> Readings:
    """Three lessons: one before the first, the first, and one that cannot be read."""
    lesson = load_lesson(LESSON)
    begin = replace(lesson, id="begin", number=0, title="First words", steps=lesson.steps[:1])
    broken = empty_lesson("broken", "03-broken.md:7: the front matter is not closed")
    return Readings.of((begin, replace(lesson, number=1), broken))


@pytest.fixture
def window(qapp: QApplication, hands: Hands, tmp_path: Path) -> Iterator[Window]:
    assert qapp is application()
    memory = Memory(None)
    memory.settings = READ
    made = Window(Session(readings(), words(), solve, memory, hands), tmp_path)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()
    settle()


def card(window: Window) -> Chooser:
    top = window.desk.top()
    assert isinstance(top, Chooser)
    return top


def rows(window: Window) -> list[tuple[str, str, str]]:
    """Words, note and end of every row."""
    found = card(window).findChild(QListWidget)
    assert found is not None
    items = [found.item(place) for place in range(found.count())]
    return [(item.text(), item.data(NOTE), item.data(END)) for item in items]


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)
    settle()


def enter() -> None:
    QTest.keyClick(focused(), Key.Key_Return)
    settle()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_course_lists_every_lesson_with_its_minutes_and_its_goal(window: Window) -> None:
    window.commands.run("lessons")
    (first, goal, end), (second, _, _), (last, problem, _) = rows(window)
    assert (first, second, last) == ("0   First words", "1   What is a hinge?", "broken")
    assert goal == window.session.lesson.goal
    assert end == f"{window.session.lesson.minutes} min"
    assert problem == "03-broken.md:7: the front matter is not closed"


def test_the_course_tells_how_far_one_is_and_what_is_due(window: Window) -> None:
    window.desk.marks = lambda: {"begin": Mark(2, True, 1), LESSON: Mark(5, False, 3)}
    window.commands.run("lessons")
    (_, _, done), (_, _, begun), _ = rows(window)
    minutes = f"{window.session.lesson.minutes} min"
    assert done == f"{minutes} · done · 1 card due"
    builds = sum(len(step.builds) for step in window.session.route.lessons[1].steps)
    assert begun == f"{minutes} · 5 of {builds} seen · 3 cards due"


def test_enter_opens_a_lesson(window: Window) -> None:
    window.commands.run("lessons")
    type_in("what is")
    enter()
    assert window.session.spot == Spot(1, 0, 0)
    assert window.desk.top() is None


def test_what_is_found_leads_to_the_moment_that_shows_it(window: Window) -> None:
    window.commands.run("find")
    type_in("balance point")
    assert rows(window)[0][0] == "Balance point"
    enter()
    assert "balance-point" in window.session.build.introduces


def test_a_muscle_that_is_found_is_pointed_at(window: Window) -> None:
    window.commands.run("find")
    type_in("gluteus maximus")
    enter()
    settle()
    assert window.inspector.picked == ("glutes", 0)


def test_a_movement_that_no_lesson_shows_is_put_on_the_stage(window: Window) -> None:
    window.commands.run("find")
    type_in("split hamstring")
    enter()
    assert [each.take.movement.id for each in window.session.repetitions] == [
        "split-hamstring-stretch"
    ]
    assert window.session.trying


def test_a_fault_that_no_lesson_shows_stands_beside_the_movement_done_right(
    window: Window,
) -> None:
    window.commands.run("find")
    type_in("knees first")
    enter()
    plain, faulty = window.session.repetitions
    assert (plain.take.movement.faults, faulty.take.movement.faults[0][0]) == ((), "knees-first")


def test_what_nothing_has_is_said(window: Window) -> None:
    window.commands.run("find")
    type_in("xyzzy")
    assert rows(window) == []
    said = [label.text() for label in card(window).findChildren(QLabel) if label.isVisible()]
    assert "Nothing has this word." in said


def test_the_glossary_tells_where_each_term_is_shown(window: Window) -> None:
    window.commands.run("glossary")
    found = {words: end for words, _, end in rows(window)}
    assert list(found) == sorted(found, key=str.casefold)
    assert found["Balance point"] == "Lesson 1, step 4"
    assert found["Hinge"] == "Lesson 0, step 1"


def test_a_lesson_ends_before_the_next_begins(window: Window) -> None:
    session = window.session
    last = Spot(0, 0, len(session.lesson.steps[0].builds) - 1)
    session.go(last)
    settle()
    button = next(b for b in window.learn.lesson.findChildren(QPushButton) if b.text() == "Finish")
    turn_on(session)
    settle()
    told = [(session.spot, session.finished, button.text(), can_turn(session, forward=True))]
    turn_on(session)
    settle()
    told.append((session.spot, session.finished, button.text(), can_turn(session, forward=True)))
    assert told == [(last, True, "Next lesson", True), (Spot(1, 0, 0), False, "Next", True)]


def test_numbers_of_lessons_leave_out_the_one_before_the_first(window: Window) -> None:
    def kicker() -> str:
        labels = window.learn.lesson.findChildren(QLabel)
        return next(label.text() for label in labels if label.objectName() == "kicker")

    assert kicker() == "TO BEGIN WITH"
    window.session.go(Spot(1, 0, 0))
    settle()
    assert kicker() == "LESSON 1 OF 2"


def test_lessons_are_read_ahead_one_at_a_time_until_all_are(window: Window) -> None:
    lessons = window.session.route.lessons
    assert len(lessons.known()) == 1
    ahead = window.backstage.ahead
    assert (ahead.running, ahead.busy) == (True, True)
    ahead.on_rest()
    assert len(lessons.known()) == 2
    ahead.finish()
    assert len(lessons.known()) == 3
    ahead.set_seen(True)
    assert (ahead.running, ahead.busy) == (False, False)
