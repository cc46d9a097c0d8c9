"""The lessons of the course as rows: place, title, minutes, how far one is, what is due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hinge_tutor.app.chooser import Option
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.located import AuthorError


@dataclass(frozen=True)
class Mark:
    """How far somebody is in a lesson: builds seen, whether it is done, cards that are due."""

    seen: int = 0
    done: bool = False
    due: int = 0


def course_rows(session: Session, marks: Mapping[str, Mark]) -> tuple[list[Option], int]:
    """A row for each lesson, and the place of the present one."""
    lessons = session.route.lessons
    rows = [_row(session, place, marks.get(id_, Mark())) for place, id_ in enumerate(lessons.ids)]
    for pack in session.route.packs:
        # What of a pack cannot be opened stands behind everything that can.
        rows += [
            Option(pack.title, tr("cannot be opened"), _nowhere, False, _short(problem))
            for problem in pack.problems
        ]
    return rows, session.spot.lesson


def _row(session: Session, place: int, mark: Mark) -> Option:
    lesson = session.route.lessons[place]
    if not lesson.file:
        words = lesson.id or lesson.title
        return Option(words, "", partial(session.go, Spot(place)), True, lesson.steps[0].text)
    state = " · ".join(part for part in _state(lesson, mark) if part)
    pack = session.route.pack(place)
    if pack is None:
        title, note = f"{lesson.number}   {lesson.title}", lesson.goal
    else:
        number = session.route.course(place).index(place) + 1
        title, note = f"{number}   {lesson.title}", f"{pack.title} · {lesson.goal}"
    return Option(title, state, partial(session.go, Spot(place)), True, note)


def _short(problem: AuthorError) -> str:
    """A problem with the name of its file alone."""
    return f"{Path(problem.file).name}:{problem.line}: {problem.problem}"


def _nowhere() -> None:
    """What cannot be opened leads nowhere."""


def _state(lesson: Lesson, mark: Mark) -> tuple[str, ...]:
    """How long a lesson takes, how far one is in it, and what waits to be remembered."""
    builds = sum(len(step.builds) for step in lesson.steps)
    minutes = tr("%1 min").replace("%1", str(lesson.minutes))
    far = ""
    if mark.done:
        far = tr("done")
    elif mark.seen:
        part = tr("%1 of %2 seen").replace("%1", str(min(mark.seen, builds)))
        far = part.replace("%2", str(builds))
    due = ""
    if mark.due:
        many = tr("1 card due") if mark.due == 1 else tr("%1 cards due")
        due = many.replace("%1", str(mark.due))
    return minutes, far, due
