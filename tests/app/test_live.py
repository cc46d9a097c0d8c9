"""A lesson that is open is shown as it is written: in place, and nothing wakes for nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from hinge_tutor import shelf
from hinge_tutor.app.file_strip import FileStrip
from hinge_tutor.app.live import Live
from hinge_tutor.app.packs import close_pack, show_pack
from hinge_tutor.app.session import Session
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.changes import forget
from tests.lessons.packing import FILES, HEAD, LESSON, folder, zipped

from .conftest import Opened, settle

LONG_MS = 30_000


def write(path: Path, text: str) -> None:
    """Writes a file at a moment that no disk takes for the one before."""
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    now = max(before, path.stat().st_mtime_ns) + 1_000_000
    os.utime(path, ns=(now, now))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A pack in a folder."""
    return folder(tmp_path / "home")


@pytest.fixture
def session(session: Session, home: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """The pack is open; of the course nothing is watched, as where the program is installed."""
    monkeypatch.setattr(shelf, "in_checkout", lambda: False)
    show_pack(session, home)
    session.say("")
    return session


@pytest.fixture
def live(session: Session) -> Iterator[Live]:
    made = Live(session)
    made.set_seen(True)
    yield made
    made.set_seen(False)


def saved(live: Live, path: Path, text: str) -> None:
    """A file is written, and the system tells it."""
    write(path, text)
    looked(live)


def looked(live: Live) -> None:
    live.on_changed()
    live.on_rest()


def at(session: Session) -> tuple[str, str]:
    return session.step.id, session.build.name


def to(session: Session, step: str, build: str) -> None:
    for spot in session.route.spots:
        if session.route.step(spot).id == step and session.route.build(spot).name == build:
            session.go(spot)
    assert at(session) == (step, build)


def wrong(session: Session) -> list[tuple[str, int]]:
    return [(Path(problem.file).name, problem.line) for problem in session.wrong]


# ── the text ─────────────────────────────────────────────────────────────────────────────────────


def test_what_is_saved_is_shown_where_one_is(live: Live, session: Session, home: Path) -> None:
    to(session, "two-ways", "Slowly")
    session.timeline.seek(0.4)
    figures = session.figures
    saved(live, home / "01-small.md", LESSON.replace("One goes {", "It goes {"))
    assert at(session) == ("two-ways", "Slowly")
    assert session.build.text.startswith("It goes ")
    assert session.figures is figures, "figures that stay the same are not solved again"
    assert session.timeline.fraction == pytest.approx(0.4)


def test_steps_that_come_before_it_do_not_move_one(
    live: Live, session: Session, home: Path
) -> None:
    to(session, "why", "Why")
    more = LESSON.replace(
        "## Two ways",
        '## Why not\n\n> Look.\n\n```step\nkind = "recall"\n```\n\n'
        '```stage\nmovements = ["hip-hinge"]\n```\n\n## Two ways',
    )
    saved(live, home / "01-small.md", more)
    assert at(session) == ("why", "Why")
    assert session.spot.step == 3


def test_a_stage_that_changes_is_solved_and_played(
    live: Live, session: Session, home: Path
) -> None:
    to(session, "why", "Why")
    before = session.figures
    other = LESSON.replace('movements = ["hip-hinge"]\nplay = "still"', 'movements = ["squat"]')
    saved(live, home / "01-small.md", other)
    assert [*before] == ["hip-hinge"]
    assert [*session.figures] == ["squat"]


def test_answers_stay_where_the_question_is_the_same(
    live: Live, session: Session, home: Path
) -> None:
    to(session, "two-ways", "Predict")
    session.choose(0)
    saved(live, home / "01-small.md", LESSON.replace("It drops {hip", "They drop {hip"))
    assert session.answer == 0
    saved(live, home / "01-small.md", LESSON.replace('text = "The first"', 'text = "The left"'))
    assert session.answer is None


def test_figures_that_somebody_made_up_stay(live: Live, session: Session, home: Path) -> None:
    session.try_out(replace(session.build.stage, speed=0.25))
    plan = session.plan
    saved(live, home / "01-small.md", LESSON.replace("A hinge.", "A hinge, again."))
    assert session.plan is plan
    assert session.trying
    session.stop_trying()
    assert session.build.text == "A hinge, again."


# ── what is wrong ────────────────────────────────────────────────────────────────────────────────

RECAL = LESSON.replace('"recall"', '"recal"')


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (RECAL, 126),
        (LESSON[: LESSON.index("## Why") + 40], 103),
        (LESSON.replace('"hip-hinge", "squat"', '"hip-hinge", "sqat"'), 48),
        ("", 1),
    ],
)
def test_a_file_that_is_wrong_is_told_and_the_last_version_stays(
    text: str, line: int, live: Live, session: Session, home: Path
) -> None:
    to(session, "two-ways", "Slowly")
    lesson = session.lesson
    saved(live, home / "01-small.md", text)
    assert session.lesson is lesson
    assert wrong(session)[0] == ("01-small.md", line)
    saved(live, home / "01-small.md", LESSON)
    assert wrong(session) == []
    assert at(session) == ("two-ways", "Slowly")


def test_a_half_written_save_is_let_finish(live: Live, session: Session, home: Path) -> None:
    to(session, "your-turn", "Your turn")
    told: list[object] = []
    session.step_changed.connect(lambda: told.append(session.wrong))
    for size in (500, 900, 1300):
        write(home / "01-small.md", LESSON[:size])
        live.on_changed()
    write(home / "01-small.md", LESSON.replace("Now you.", "Now do it."))
    live.on_rest()
    assert told == [], "it was still being written at the last look"
    live.on_rest()
    assert told == [()]
    assert session.build.prompt == "Now do it."
    assert at(session) == ("your-turn", "Your turn")


def test_a_file_that_vanishes_for_a_moment_is_missed_by_nobody(
    live: Live, session: Session, home: Path
) -> None:
    path = home / "01-small.md"
    path.unlink()
    live.on_changed()
    write(path, LESSON.replace("A hinge.", "A hinge!"))
    live.on_rest()
    live.on_rest()
    assert wrong(session) == []
    assert session.build.text == "A hinge!"
    path.unlink()
    looked(live)
    assert wrong(session)[0][0] == "pack.toml"
    assert session.build.text == "A hinge!"


def test_a_pack_that_cannot_be_opened_any_more_stays_as_it_was(
    live: Live, session: Session, home: Path
) -> None:
    lesson = session.lesson
    saved(live, home / "pack.toml", "format = 9\n")
    assert ("pack.toml", 1) in wrong(session)
    assert session.lesson is lesson
    saved(live, home / "pack.toml", HEAD.replace("Hinges at home", "Under a new name"))
    assert wrong(session) == []
    assert session.route.packs[0].title == "Under a new name"
    assert session.lesson.id == lesson.id, "a pack keeps its id as long as it is open"


def test_what_was_wrong_before_one_wrote_is_not_told_again(
    live: Live, session: Session, home: Path
) -> None:
    write(home / "03-more.md", RECAL)
    show_pack(session, home)
    saved(live, home / "01-small.md", LESSON + "\n")
    assert wrong(session) == []


def test_lessons_come_and_go_as_the_head_names_them(
    live: Live, session: Session, home: Path
) -> None:
    write(home / "02-more.md", LESSON.replace("A small lesson", "More"))
    saved(live, home / "pack.toml", HEAD.replace('"small"', '"small", "more"'))
    session.go(session.route.lesson_after(session.spot))
    assert session.lesson.title == "More"
    saved(live, home / "pack.toml", HEAD)
    assert not session.in_pack, "a lesson that is gone leads back to the course"


def test_a_zip_is_read_again_as_a_whole(session: Session, tmp_path: Path) -> None:
    close_pack(session)
    path = tmp_path / "other.zip"
    path.write_bytes(zipped())
    show_pack(session, path)
    live = Live(session)
    live.set_seen(True)
    changed = LESSON.replace("A hinge.", "A hinge in a zip.").encode()
    path.write_bytes(zipped({**FILES, "01-small.md": changed}))
    looked(live)
    assert session.build.text == "A hinge in a zip."
    path.write_bytes(b"half of a zip")
    looked(live)
    assert "it is damaged" in session.wrong[0].problem
    assert session.build.text == "A hinge in a zip."
    live.set_seen(False)


# ── the course itself, where the program runs from its source ────────────────────────────────────


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the lessons, which are ours to change."""
    import shutil

    shutil.copytree(shelf.lessons(), tmp_path / "lessons")
    monkeypatch.setattr(shelf, "lessons", (tmp_path / "lessons").joinpath)
    monkeypatch.setattr(shelf, "in_checkout", lambda: True)
    rooms = ("motion", "mechanics", "coaching", "lessons", "stage")
    forget(*rooms)
    yield tmp_path / "lessons"
    monkeypatch.undo()
    forget(*rooms)


def test_a_lesson_of_the_course_and_its_movement_are_shown_as_they_are_written(
    checkout: Path, opened: Opened
) -> None:
    window = opened()
    session, live = window.session, Live(window.session, window)
    live.set_seen(True)
    path = checkout / "en" / "01-what-is-a-hinge.md"
    text = path.read_text(encoding="utf-8")
    assert text.count('title = "What is a hinge?"') == 1
    saved(live, path, text.replace('title = "What is a hinge?"', 'title = "A hinge"'))
    settle()
    assert window.windowTitle() == "A hinge"
    movement = checkout / "movements" / "hip-hinge.toml"
    table = movement.read_text(encoding="utf-8")
    before = session.repetitions[0].take.duration_s
    saved(live, movement, table.replace('tempo = "3-1-1-1"', 'tempo = "5-1-1-1"'))
    assert session.repetitions[0].take.duration_s == pytest.approx(before + 2)
    saved(live, movement, "format = 3\n")
    assert wrong(session)[0] == ("hip-hinge.toml", 1)
    assert session.repetitions[0].take.duration_s == pytest.approx(before + 2)
    saved(live, movement, table)
    assert wrong(session) == []
    assert session.repetitions[0].take.duration_s == pytest.approx(before)
    live.set_seen(False)


# ── watching ─────────────────────────────────────────────────────────────────────────────────────


def replaced(path: Path, text: str) -> None:
    """As most editors save: a new file in the place of the old one."""
    other = path.with_name(".swap")
    write(other, text)
    other.replace(path)


def beside(path: Path, text: str) -> None:
    """As some editors save: the old file is put aside first."""
    path.replace(path.with_name("01-small.md~"))
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("save", [write, replaced, beside])
def test_however_an_editor_saves_the_system_tells_it(
    save: Callable[[Path, str], None], live: Live, session: Session, home: Path, qtbot: QtBot
) -> None:
    assert str(home / "01-small.md") in live.watched
    for text in ("A first.", "A second.", "A third."):
        save(home / "01-small.md", LESSON.replace("A hinge.", f"A hinge. {text}"))
        shown = partial(_shows, session, f"A hinge. {text}")
        qtbot.waitUntil(shown, timeout=LONG_MS)


def _shows(session: Session, text: str) -> bool:
    return session.build.text == text


def timers(live: Live) -> list[QTimer]:
    return [timer for timer in live.findChildren(QTimer) if timer.isActive()]


def test_nothing_wakes_while_nothing_is_written_or_nobody_looks(
    live: Live, session: Session, home: Path
) -> None:
    assert {str(home), str(home / "01-small.md"), str(home / "pictures")} <= {*live.watched}
    assert timers(live) == []
    write(home / "01-small.md", LESSON.replace("A hinge.", "A hinge, unseen."))
    live.on_changed()
    assert len(timers(live)) == 1
    live.set_seen(False)
    assert timers(live) == []
    assert live.watched == ()
    live.on_changed()
    assert timers(live) == []
    assert session.build.text == "A hinge."
    live.set_seen(True)
    assert len(timers(live)) == 1, "what was written meanwhile is read when somebody looks"
    live.on_rest()
    assert timers(live) == []
    assert session.build.text == "A hinge, unseen."


def test_what_is_no_longer_open_is_no_longer_watched(
    live: Live, session: Session, home: Path
) -> None:
    saved(live, home / "01-small.md", RECAL)
    close_pack(session)
    assert live.watched == ()
    assert session.wrong == ()


def test_an_installed_program_without_packs_watches_nothing(live: Live, session: Session) -> None:
    close_pack(session)
    assert live.watched == ()


def test_the_window_watches_only_while_it_is_seen(
    opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "in_checkout", lambda: False)
    window = opened()
    show_pack(window.session, home)
    assert window.findChild(Live) is None, "not before the first picture is there"
    window.backstage.watch_files()
    live = window.findChild(Live)
    assert live is not None
    assert live.watched != ()
    window.hide()
    assert live.watched == ()
    window.show()
    assert live.watched != ()
    window.close()
    assert live.watched == ()


# ── the strip ────────────────────────────────────────────────────────────────────────────────────


def strip(window: Window) -> FileStrip | None:
    found = window.learn.lesson.findChild(FileStrip)
    return found if found is not None and found.isVisible() else None


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (600, 900)])
def test_problems_stand_over_the_lesson_with_file_and_line(
    size: tuple[int, int], opened: Opened, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "in_checkout", lambda: False)
    window = opened(size)
    session = window.session
    show_pack(session, home)
    window.backstage.watch_files()
    live = window.findChild(Live)
    assert live is not None
    assert strip(window) is None
    many = LESSON.replace('"recall"', '"recal"').replace("speed = 0.5", "speed = 50")
    saved(live, home / "01-small.md", many.replace('kind = "explain"', 'kind = "explan"'))
    settle()
    found = strip(window)
    assert found is not None
    told = found.findChildren(QLabel)[1]
    first, second, rest = told.text().split("\n")
    assert first.startswith("01-small.md:86: speed is 50; ")
    assert second.startswith("01-small.md:108: ")
    assert rest == "… and 1 more"
    assert "01-small.md:126: " in told.toolTip()
    assert told.height() >= told.heightForWidth(told.width()), "no line of it is cut"
    flags = told.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    saved(live, home / "01-small.md", LESSON)
    settle()
    assert strip(window) is None
    focus = QApplication.focusWidget()
    assert focus is None or focus.isVisible()
