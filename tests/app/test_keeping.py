"""What the learner does is recorded, and nothing of what is shown to others."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from hinge_tutor.app.pages import turn_back, turn_on
from hinge_tutor.app.preferences import Preferences
from hinge_tutor.app.program import application, open_session
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.progress import Place, Progress, Tally
from hinge_tutor.lessons.readings import Readings
from tests.app.conftest import READ, Hands, Opened, settle

LESSON = "what-is-a-hinge"
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Wall:
    """A clock on the wall that is turned by hand."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def learning(qapp: QApplication, hands: Hands, folder: Path) -> Iterator[Session]:
    """The course, with a folder of its own."""
    assert qapp is application()
    made = open_session(Memory(folder, Wall()), now=hands)
    yield made
    made.timeline.play(False)


def kept(folder: Path) -> Progress:
    return Memory(folder).progress


def asked(session: Session) -> Spot:
    """The first build of the course that asks something."""
    return next(
        spot for spot in session.route.spots if session.route.build(spot).question is not None
    )


def test_every_build_that_was_on_the_stage_is_seen(learning: Session, folder: Path) -> None:
    turn_on(learning)
    assert learning.progress.of(LESSON).seen == {(1, 1), (1, 2)}
    assert kept(folder).placed_ms == NOON.timestamp() * 1000
    learning.go(learning.route.find(LESSON, 3, 2))
    assert learning.progress.of(LESSON).seen == {(1, 1), (1, 2), (3, 2)}
    assert kept(folder) == learning.progress
    assert kept(folder).place == Place(LESSON, 3, 2)


def test_who_opens_the_tutor_and_closes_it_has_done_nothing(
    learning: Session, folder: Path
) -> None:
    learning.end()
    assert not folder.exists()


def test_the_first_answer_to_a_question_is_kept(learning: Session, folder: Path) -> None:
    spot = asked(learning)
    learning.go(spot)
    assert learning.question is not None
    right = learning.question.right
    where = (spot.step + 1, spot.build + 1)
    learning.choose(1 - right if right in (0, 1) else 0)
    assert not kept(folder).of(LESSON).answers[where].right
    # Whoever starts the step again may answer again; what was guessed first stays.
    learning.reset_step()
    learning.go(spot)
    learning.choose(right)
    assert learning.answer == right
    assert not kept(folder).of(LESSON).answers[where].right


def test_a_lesson_is_finished_past_its_last_build(learning: Session, folder: Path) -> None:
    lesson = learning.route.lessons[0]
    last = Spot(0, len(lesson.steps) - 1, len(lesson.steps[-1].builds) - 1)
    learning.go(last)
    assert learning.progress.of(LESSON).finished is None
    turn_on(learning)
    assert kept(folder).of(LESSON).finished == date(2026, 3, 1)
    # Back on its last page, and past it another day: the first time counts.
    turn_back(learning)
    learning.memory._clock = lambda: NOON + timedelta(days=3)
    turn_on(learning)
    assert kept(folder).of(LESSON).finished == date(2026, 3, 1)


def test_a_lesson_before_the_last_is_finished_where_the_next_begins(session: Session) -> None:
    one = session.route.lessons[0]
    two = Session(
        Readings.of((one, replace(one, id="another"))),
        session.words,
        session.solve,
        Memory(None, Wall()),
    )
    last = Spot(0, len(one.steps) - 1, len(one.steps[-1].builds) - 1)
    # Who only jumps there has not come to its end.
    two.go(Spot(1))
    two.go(Spot(0))
    assert two.progress.of(LESSON).finished is None
    two.go(last)
    two.go(Spot(1))
    assert two.progress.of(LESSON).finished == date(2026, 3, 1)


def test_cards_and_rounds_are_kept(learning: Session, folder: Path) -> None:
    learning.note_card(LESSON, "back", 2, date(2026, 3, 4))
    learning.note_round(True)
    learning.note_round(False)
    put = kept(folder).of(LESSON).cards["back"]
    assert (put.box, put.due) == (2, date(2026, 3, 4))
    assert kept(folder).rounds == Tally(2, 1)


# ── while presenting ─────────────────────────────────────────────────────────────────────────────


def test_nothing_of_a_presentation_is_recorded(opened: Opened, folder: Path) -> None:
    window = opened(memory=Memory(folder, Wall()))
    session = window.session
    session.go(session.route.find(LESSON, 2, 1))
    before = kept(folder)
    # The beginning is a part of it, and so are answers that an audience calls.
    window.commands.run("present")
    for _ in range(4):
        window.commands.run("next")
    session.go(asked(session))
    session.choose(0)
    session.note_card(LESSON, "back", 2, date(2026, 3, 4))
    session.note_round(True)
    session.go(session.route.spots[-1])
    session.finish()
    assert kept(folder) == session.progress == before
    window.close_innermost()
    assert not window.presenting
    window.close()
    assert kept(folder) == before
    assert before.place == Place(LESSON, 2, 1)


def test_who_goes_on_alone_after_presenting_is_recorded_again(opened: Opened, folder: Path) -> None:
    window = opened(memory=Memory(folder, Wall()))
    session = window.session
    session.go(session.route.find(LESSON, 2, 1))
    window.commands.run("present_here")
    session.go(session.route.find(LESSON, 3, 1))
    window.close_innermost()
    assert session.spot == session.route.find(LESSON, 2, 1), "the learner's own place"
    session.go(session.route.find(LESSON, 2, 2))
    assert kept(folder).of(LESSON).seen == {(1, 1), (2, 1), (2, 2)}
    assert kept(folder).place == Place(LESSON, 2, 2)


# ── what is said ─────────────────────────────────────────────────────────────────────────────────


def test_a_damaged_file_is_said_with_the_name_it_is_kept_under(
    opened: Opened, folder: Path
) -> None:
    window = opened(memory=Memory(folder, Wall()))
    window.session.go(window.session.route.find(LESSON, 2, 1))
    window.session.go(window.session.route.find(LESSON, 2, 2))
    (folder / "progress.json").write_bytes(b"{")
    again = opened(memory=Memory(folder, Wall()))
    assert again.session.notice == (
        "progress.json was damaged. It is kept as progress.unreadable-1.json, "
        "and the copy from one step before is used."
    )
    assert again.session.spot == again.session.route.find(LESSON, 2, 1)


SAID = {
    "newer": (
        b'{"format": "hinge-tutor/progress-9"}',
        (
            "progress.json is from a newer version of the tutor. It is left alone, and your "
            "progress is not saved until the tutor is updated."
        ),
    ),
    "damaged": (
        b"{}",
        (
            "progress.json was damaged. It is kept as progress.unreadable-1.json, "
            "and your progress starts afresh."
        ),
    ),
}


@pytest.mark.parametrize(("content", "said"), SAID.values(), ids=SAID.keys())
def test_what_is_found_while_the_tutor_runs_is_said_once(
    learning: Session, folder: Path, content: bytes, said: str
) -> None:
    folder.mkdir()
    (folder / "progress.json").write_bytes(content)
    turn_on(learning)
    assert learning.notice == said
    learning.say("")
    turn_on(learning)
    assert learning.notice == ""


def test_a_full_disk_is_said_and_what_was_done_is_kept_as_soon_as_there_is_room(
    learning: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    turn_on(learning)
    assert learning.notice.startswith(f"Nothing can be saved in {folder}: the disk is full.")
    assert kept(folder) == Progress()
    monkeypatch.undo()
    learning.end()
    assert kept(folder).of(LESSON).seen == {(1, 1), (1, 2)}


def test_a_page_in_the_place_of_a_lesson_is_no_lesson(session: Session) -> None:
    broken = replace(session.lesson, file="")
    alone = Session(Readings.of((broken,)), session.words, session.solve, Memory(None, Wall()))
    turn_on(alone)
    assert alone.progress == Progress()


# ── forgetting ───────────────────────────────────────────────────────────────────────────────────


def pressed(card: Preferences, button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert button.window().isVisible()
    assert card.isVisible()


def test_progress_is_forgotten_when_that_is_said_twice(opened: Opened, folder: Path) -> None:
    memory = Memory(folder, Wall())
    memory.keep_settings(READ)
    window: Window = opened(memory=memory)
    session = window.session
    session.go(asked(session))
    session.choose(0)
    window.commands.run("preferences")
    settle()
    card = window.desk.top()
    assert isinstance(card, Preferences)
    card.show_section("data")
    settle()
    row = card.progress
    pressed(card, row.ask)
    assert QApplication.focusWidget() is row.keep
    pressed(card, row.keep)
    assert QApplication.focusWidget() is row.ask
    assert kept(folder).of(LESSON).answers
    pressed(card, row.ask)
    pressed(card, row.does)
    assert kept(folder) == session.progress == Progress(forgotten=1)
    assert (session.spot, session.answers) == (Spot(), {})
    window.close()
    assert kept(folder) == Progress(forgotten=1)
    assert Memory(folder).settings == READ


def test_a_question_that_was_left_open_is_not_asked_again(window: Window) -> None:
    window.commands.run("preferences")
    card = window.desk.top()
    assert isinstance(card, Preferences)
    card.show_section("data")
    settle()
    pressed(card, card.progress.ask)
    card.dismiss()
    window.commands.run("preferences")
    settle()
    assert card.progress.ask.isVisible()
    assert not card.progress.does.isVisible()
