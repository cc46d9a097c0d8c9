"""What is asked of one lesson, and which terms it may take for known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from hinge_tutor.check import (
    complete,
    curriculum,
    drags,
    kinds,
    links,
    own_numbers,
    proof,
    reading_level,
    replays,
    teaching,
    tongues,
    wording,
)
from hinge_tutor.lessons import course
from hinge_tutor.lessons.changes import Stamp, stamp
from hinge_tutor.lessons.document import Draft, read_draft
from hinge_tutor.lessons.words import Words, words
from hinge_tutor.located import AuthorError, AuthorErrors

NUMBERED = re.compile(r"(\d+)-")


def problems(path: Path) -> Iterator[AuthorError]:
    """Every problem in one lesson."""
    language = words(tongues.language_of(path))
    yield from draft_problems(read_draft(path), language, known_before(path))
    if _of_the_course(path):
        yield from _course_lesson(path)


def draft_problems(
    draft: Draft,
    language: Words,
    known: frozenset[str] = frozenset(),
    beside: links.Beside | None = None,
) -> Iterator[AuthorError]:
    """Every problem in a lesson that has been read as far as it can be.

    `beside` is what lies with it in a pack.
    """
    yield from draft.errors
    yield from wording.problems(draft.lesson, language, known)
    yield from teaching.problems(draft.lesson, draft.doubtful, draft.complete)
    yield from kinds.problems(draft.lesson, language, draft.doubtful, draft.complete)
    yield from links.problems(draft.lesson, draft.source, beside)
    yield from own_numbers.problems(draft.lesson)
    yield from reading_level.problems(draft.lesson)
    yield from proof.problems(draft.lesson, language, draft.source, draft.doubtful)
    yield from replays.problems(draft.lesson, language, draft.doubtful)
    yield from drags.problems(draft.lesson, draft.doubtful)


def _of_the_course(path: Path) -> bool:
    """Whether a file is one of the shipped course's lessons."""
    return path.resolve() in {file.resolve() for file in course.files().values()}


def _course_lesson(path: Path) -> Iterator[AuthorError]:
    """What the course asks of its own lessons, once they can be read."""
    draft = read_draft(path)
    if draft.complete and not draft.errors:
        yield from complete.problems(draft.lesson, words())
        yield from curriculum.names(draft.lesson, curriculum.shipped())


def known_before(path: Path) -> frozenset[str]:
    """The terms of the course's lessons with a smaller number; a file without number knows none."""
    name = NUMBERED.match(path.name)
    known: frozenset[str] = frozenset()
    # Ids of terms are the same in every language, and so is where each of them is introduced.
    for file in course.files().values() if name else ():
        earlier = NUMBERED.match(file.name)
        if name and earlier and int(earlier.group(1)) < int(name.group(1)):
            known |= _introduced(file, stamp(file))
    return known


@lru_cache(maxsize=64)
def _introduced(file: Path, _stamp: Stamp) -> frozenset[str]:
    """The terms of a lesson; none of one that cannot be read."""
    try:
        return wording.introduced(read_draft(file).lesson)
    except AuthorErrors:
        return frozenset()
