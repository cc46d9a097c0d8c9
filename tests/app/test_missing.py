"""What is missing or broken is said in one sentence, and the tutor opens all the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from hinge_tutor import shelf
from hinge_tutor.app import icons
from hinge_tutor.app.session import Session
from hinge_tutor.app.window import Window
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons import course
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast, Lesson, StagePlan
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorError, AuthorErrors
from hinge_tutor.motion.movement import UnknownMovement
from hinge_tutor.stage.picture import Picture

from .conftest import Opened, settle, unasked


def test_a_course_of_broken_lessons_opens_and_says_file_and_line(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_id: str, _language: str) -> Lesson:
        raise AuthorErrors([AuthorError("01-what.md", 7, "the front matter is not closed")])

    monkeypatch.setattr(course, "load_lesson", broken)
    # A dialog of the system's own would wait for somebody.
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    window = opened()
    assert "01-what.md:7" in window.session.build.text
    assert "01-what.md:7" in window.session.notice
    assert window.learn.status.isVisible()
    assert window.session.repetitions == ()
    for command in window.commands.all:
        if command.id not in ("leave", "present", "present_here", "full_screen", "log_folder"):
            window.commands.run(command.id)
            settle()
            window.desk.close_all()
    assert window.isVisible()


def test_a_window_without_icons_has_names_on_its_buttons(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def missing(*parts: str) -> Path:
        if parts[0] == "icons":
            raise shelf.MissingFile("The file is missing.")
        return found(*parts)

    found = shelf.assets
    icons._drawing.cache_clear()
    monkeypatch.setattr(shelf, "assets", missing)
    window = opened()
    assert window.isVisible()
    assert tmp_path.is_dir()
    icons._drawing.cache_clear()


def test_a_missing_typeface_is_said(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hinge_tutor.app.program.paint.load_fonts", lambda: ("font_missing:bold",))
    assert "typeface" in opened().session.notice


def without_the_squat(plan: StagePlan) -> Mapping[str, Repetition]:
    """The figures of a plan while the squat's file is empty."""
    if any(each.movement == "squat" for each in plan.movements):
        raise AuthorErrors([AuthorError("squat.toml", 1, "the file is empty; fill it in")])
    return figures(plan)


def test_a_broken_movement_takes_its_own_steps_only(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hinge_tutor.app.program.figures", without_the_squat)
    window = opened()
    session = window.session
    shown = []
    for spot in session.route.spots:
        session.go(spot)
        settle()
        shown.append(bool(session.repetitions))
        assert shown[-1] != ("squat.toml:1: the file is empty" in session.notice)
        assert window.learn.status.isVisible() != shown[-1]
    assert any(shown)
    assert not all(shown)
    assert window.desk.top() is None
    window.commands.run("overview")
    settle()
    window.desk.close_all()


def test_a_broken_movement_of_the_first_step_is_said_at_once(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_plan: StagePlan) -> Mapping[str, Repetition]:
        raise UnknownMovement("There is no movement 'hip-hinge'.")

    monkeypatch.setattr("hinge_tutor.app.program.figures", broken)
    monkeypatch.setattr("hinge_tutor.app.solving.movements", lambda: ("squat",))
    window = opened()
    session = window.session
    assert "no movement 'hip-hinge'" in session.notice
    line = session.build.stage.movements[0].line
    assert session.notice.startswith(f"{session.lesson.file}:{line}: ")
    assert window.learn.status.isVisible()


@pytest.mark.parametrize(
    "problem",
    [
        AuthorErrors([AuthorError("words.toml", 9, "this line is not TOML; write name = value")]),
        shelf.MissingFile("words.toml:9: the file is missing."),
    ],
)
def test_without_words_names_come_from_their_ids(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, problem: Exception
) -> None:
    def broken(_language: str) -> Words:
        raise problem

    monkeypatch.setattr("hinge_tutor.app.reading.words", broken)
    window = opened()
    assert "words.toml:9" in window.session.notice
    assert window.session.words.movement("hip-hinge") == "Hip hinge"
    for _ in range(3):
        window.commands.run("next")
        settle()
    assert window.session.repetitions
    assert window.desk.top() is None


def test_a_broken_drawing_is_said_once_and_tried_again_at_the_next_step(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Picture:
        raise AuthorErrors(
            [
                AuthorError("figure.toml", 3, "x is nan; write a finite number"),
                AuthorError("figure.toml", 4, "y is nan; write a finite number"),
            ]
        )

    window = opened()
    session = window.session
    unasked(session)
    with monkeypatch.context() as patch:
        patch.setattr("hinge_tutor.app.scenery.scene.picture", broken)
        session.timeline.play()
        session.timeline.seek(0.4)
        settle()
        assert session.notice == "figure.toml:3: x is nan; write a finite number (and 1 more)"
        assert window.desk.top() is None
        assert not session.timeline.running
    session.go(session.route.after(session.spot))
    settle()
    assert window.learn.stage.failure is None
    assert session.notice == ""


def test_numbers_of_a_broken_file_are_dashes(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise AuthorErrors([AuthorError("muscles.toml", 3, "fmax_N is nan; write a number")])

    monkeypatch.setattr("hinge_tutor.mechanics.efforts.efforts", broken)
    asked = "{hip-hinge.effort.glutes:.2f} of it"
    session.figures = session._spoken_of = session.solve(
        replace(session.build.stage, movements=(Cast("hip-hinge", "hip-hinge", "stiff"),))
    )
    assert session.fill(asked) == "– of it"


def test_a_refusal_in_a_callback_is_said_without_a_card(window: Window) -> None:
    error = AuthorErrors([AuthorError("passive.toml", 45, "mass_kg is nan; write a number")])
    window.session.timeline.play()
    for _ in range(3):
        window.trouble.on_exception(type(error), error, None)
        settle()
    assert window.session.notice.startswith("passive.toml:45")
    assert window.desk.top() is None
    assert not window.session.timeline.running
    assert not window.trouble.log.exists()
