"""The order of the course, and lessons by their id.

A lesson's id is its file's name without number and ending. A lesson that cannot be read does not
take the others down: `entries` tells for each one whether it can be opened, and why not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from hinge_tutor import located, shelf
from hinge_tutor.lessons.document import read_lesson
from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.located import AuthorError, AuthorErrors, Reader, did_you_mean

FORMAT = 1
ENGLISH = "en"

_FILE = re.compile(r"\d+-(.+)\.md")


class UnknownLesson(LookupError):
    """No lesson has this id; the message is one sentence for the user."""


@dataclass(frozen=True)
class Entry:
    """A place in the course: the lesson, or the problems that keep it from being one."""

    id: str
    place: int
    file: str
    lesson: Lesson | None
    errors: tuple[AuthorError, ...] = ()


@lru_cache(maxsize=4)
def order() -> tuple[str, ...]:
    """The ids of all lessons in the order of the course; raises AuthorErrors."""
    path = shelf.lessons("course.toml")
    reader = Reader(located.read(path))
    reader.whole("format", 1, FORMAT)
    ids = reader.texts("lessons")
    # What it says of languages is read where it is needed.
    reader.has("languages")
    for place, id_ in enumerate(ids):
        if id_ in ids[:place]:
            reader.problem(f'"{id_}" stands in the course twice; keep one', "lessons", place)
    reader.finish()
    return ids


def files(language: str = ENGLISH) -> dict[str, Path]:
    """Every lesson file of a language by its id, in the order of their numbers."""
    folder = shelf.lessons(language)
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.md")):
        name = _FILE.fullmatch(path.name)
        if name:
            found[name.group(1)] = path
    return found


def load_lesson(id_: str, language: str = ENGLISH) -> Lesson:
    """The lesson with this id, in English where the language has none.

    Raises UnknownLesson for an id that the course does not have, AuthorErrors for a file that is
    not a lesson.
    """
    path = {**files(ENGLISH), **(files(language) if language != ENGLISH else {})}.get(id_)
    if path is None or id_ not in order():
        raise UnknownLesson(_unknown(id_))
    return _read(path, path.stat().st_mtime_ns)


def entries(language: str = ENGLISH) -> tuple[Entry, ...]:
    """The whole course; a broken lesson is an entry with problems and without a lesson."""
    found = files(language)
    result = []
    for place, id_ in enumerate(order(), start=1):
        file = str(found.get(id_, ""))
        try:
            result.append(Entry(id_, place, file, load_lesson(id_, language)))
        except AuthorErrors as problems:
            result.append(Entry(id_, place, file, None, problems.errors))
        except UnknownLesson as problem:
            course = str(shelf.lessons("course.toml"))
            result.append(Entry(id_, place, file, None, (AuthorError(course, 1, str(problem)),)))
    return tuple(result)


def _unknown(id_: str) -> str:
    if id_ in order():
        folder = shelf.lessons(ENGLISH)
        return f'The course has a lesson "{id_}", but its file NN-{id_}.md is not in {folder}.'
    known = ", ".join(order())
    near = did_you_mean(id_, order()) or "."
    return f'There is no lesson "{id_}"; there are: {known}{near}'


@lru_cache(maxsize=64)
def _read(path: Path, _changed_ns: int) -> Lesson:
    return read_lesson(path)
