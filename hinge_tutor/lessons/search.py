"""Finds lessons, builds, terms, movements, faults and muscles by what is typed.

Case and accents do not count, and every word typed has to begin a word of what is found. What has
them in its title comes before what has them in its text; among equals the order of the course.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.lessons.lesson import Build, Lesson
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import movements

LESSON, BUILD, TERM, MOVEMENT, FAULT, MUSCLE = (
    "lesson",
    "build",
    "term",
    "movement",
    "fault",
    "muscle",
)

_WORD = re.compile(r"\w+")
# What Markdown and placeholders write beside words.
_MARKS = re.compile(r"\{[^{}]*\}|[*_`>#\[\]]")


@dataclass(frozen=True)
class Where:
    """A build of a lesson; step and build count from 1."""

    lesson: str
    step: int = 1
    build: int = 1


@dataclass(frozen=True)
class Entry:
    """Something to be found: its kind and id, its words, and where the course shows it, if it does.

    `title_words` and `text_words` are its words without case and accents.
    """

    kind: str
    id: str
    title: str
    text: str
    where: Where | None
    title_words: tuple[str, ...]
    text_words: tuple[str, ...]


def entries(lessons: Sequence[Lesson], words: Words) -> tuple[Entry, ...]:
    """Everything that can be found in these lessons and in the words of their language."""
    shown = _Shown(lessons)
    return (
        *(_lesson(lesson) for lesson in lessons),
        *_terms(words, shown),
        *_movements(words, shown),
        *_faults(words, shown),
        *_muscles(words, shown),
        *(entry for lesson in lessons for entry in _builds(lesson)),
    )


def glossary(lessons: Sequence[Lesson], words: Words) -> tuple[Entry, ...]:
    """Every term, by the alphabet."""
    found = _terms(words, _Shown(lessons))
    return tuple(sorted(found, key=lambda entry: plain(entry.title)))


def find(typed: str, among: Sequence[Entry]) -> tuple[Entry, ...]:
    """Those that have every word typed, the best first; all of them where nothing is typed."""
    wanted = _WORD.findall(plain(typed))
    ranked = [(rank, entry) for entry in among if (rank := _rank(entry, wanted)) is not None]
    return tuple(entry for _, entry in sorted(ranked, key=lambda pair: pair[0]))


def plain(text: str) -> str:
    """A text without case and accents: `Flexión` is `flexion`."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _rank(entry: Entry, wanted: Sequence[str]) -> int | None:
    """How far a match is from the best one; None where a word is missing."""
    begins = [word for word in wanted if any(w.startswith(word) for w in entry.title_words)]
    missing = [word for word in wanted if word not in begins]
    if any(not any(w.startswith(word) for w in entry.text_words) for word in missing):
        return None
    whole = bool(wanted) and tuple(wanted) == entry.title_words
    return 0 if whole else 1 + len(missing)


class _Shown:
    """Where the course first introduces terms and shows movements, faults and muscles."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        self.terms: dict[str, Where] = {}
        self.movements: dict[str, Where] = {}
        self.faults: dict[str, Where] = {}
        self.muscles: dict[str, Where] = {}
        for lesson in lessons:
            for step, each in enumerate(lesson.steps, 1):
                for number, build in enumerate(each.builds, 1):
                    self._see(build, Where(lesson.id, step, number))

    def _see(self, build: Build, where: Where) -> None:
        for term in build.introduces:
            self.terms.setdefault(term, where)
        for cast in build.stage.movements:
            self.movements.setdefault(cast.movement, where)
            for fault, _ in cast.faults:
                self.faults.setdefault(fault, where)
        if build.stage.highlight in GROUPS:
            self.muscles.setdefault(build.stage.highlight, where)


def _entry(kind: str, id_: str, title: str, text: str, where: Where | None) -> Entry:
    said = _MARKS.sub(" ", text)
    title_words = tuple(_WORD.findall(plain(title)))
    return Entry(kind, id_, title, text, where, title_words, tuple(_WORD.findall(plain(said))))


def _lesson(lesson: Lesson) -> Entry:
    text = " ".join((lesson.goal, *lesson.objectives, *lesson.key_points))
    return _entry(LESSON, lesson.id, lesson.title, text, Where(lesson.id))


def _builds(lesson: Lesson) -> Iterator[Entry]:
    for step, each in enumerate(lesson.steps, 1):
        for number, build in enumerate(each.builds, 1):
            title = f"{each.title} · {build.name}" if build.name != each.title else each.title
            text = " ".join((build.prompt, build.text, build.cue, build.why, *_asked(build)))
            where = Where(lesson.id, step, number)
            yield _entry(BUILD, f"{lesson.id}/{step}/{number}", title, text, where)


def _asked(build: Build) -> Iterator[str]:
    """What a build asks; not its answers, which nobody should come upon by searching."""
    if build.question is not None:
        yield build.question.prompt
    if build.drag is not None:
        yield build.drag.prompt


def _terms(words: Words, shown: _Shown) -> Iterator[Entry]:
    for term in words.glossary():
        text = " ".join((term.meaning, *term.forms))
        found = _entry(TERM, term.id, term.term, text, shown.terms.get(term.id))
        yield replace(found, text=term.meaning)


def _movements(words: Words, shown: _Shown) -> Iterator[Entry]:
    for id_ in movements():
        sentence = words.movement_sentence(id_)
        yield _entry(MOVEMENT, id_, words.movement(id_), sentence, shown.movements.get(id_))


def _faults(words: Words, shown: _Shown) -> Iterator[Entry]:
    for id_ in faults():
        yield _entry(FAULT, id_, words.fault(id_), words.fault_sight(id_), shown.faults.get(id_))


def _muscles(words: Words, shown: _Shown) -> Iterator[Entry]:
    for group in GROUPS:
        text = f"{words.muscle(group, anatomical=True)}. {words.muscle_job(group)}"
        yield _entry(MUSCLE, group, words.muscle(group), text, shown.muscles.get(group))
