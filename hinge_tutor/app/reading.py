"""The course in one language, read as far as it can be, with what could not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from hinge_tutor import shelf
from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.trouble import sentence
from hinge_tutor.lessons import course
from hinge_tutor.lessons.course import UnknownLesson
from hinge_tutor.lessons.lesson import Build, Lesson, StagePlan, Step
from hinge_tutor.lessons.readings import Readings
from hinge_tutor.lessons.words import Words, words
from hinge_tutor.located import AuthorErrors, Located

WORDS = "words.toml"


@dataclass(frozen=True)
class Course:
    """Lessons, of which there is at least one, their words, and a sentence for each problem."""

    lessons: Readings
    words: Words
    complaints: tuple[str, ...]


def read_course(language: str) -> Course:
    """The course in a language; its lessons are read when they are opened."""
    complaints: list[str] = []
    ids: tuple[str, ...] = ()
    try:
        ids = course.order()
    except (AuthorErrors, shelf.MissingFile) as problem:
        complaints.append(sentence(problem))
    try:
        spoken = words(language)
    except (AuthorErrors, shelf.MissingFile) as problem:
        complaints.append(sentence(problem))
        # Every word then comes from its id, made readable.
        spoken = Words(Located(WORDS, {}, {}))
    lessons = Readings(ids or ("",), partial(readable, language=language))
    return Course(lessons, spoken, tuple(complaints))


def readable(id_: str, language: str) -> Lesson:
    """A lesson of the course; where it cannot be read, a page that says why."""
    try:
        return course.load_lesson(id_, language)
    except (AuthorErrors, UnknownLesson, shelf.MissingFile, OSError) as problem:
        return empty_lesson(id_, sentence(problem) if id_ else "")


def empty_lesson(id_: str, problem: str) -> Lesson:
    """What stands in the place of a lesson that cannot be read; it has no file."""
    title = tr("No lesson")
    prompt = tr("This lesson could not be read. The rest of the course is there.")
    build = Build(title, StagePlan(()), prompt, problem)
    step = Step("empty", "show", title, prompt, problem, "", "", None, (build,))
    return Lesson(id_, 1, title, 1, "", "", (step,), (), "")
