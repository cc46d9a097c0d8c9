"""A lesson pack is right: its head, its files, and every one of its lessons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from hinge_tutor.check import wording
from hinge_tutor.check.links import Beside
from hinge_tutor.lessons.document import Draft
from hinge_tutor.lessons.languages import ENGLISH, languages
from hinge_tutor.lessons.pack import open_pack
from hinge_tutor.lessons.pack_budget import ENDING, HEAD, PackError
from hinge_tutor.lessons.words import Words, words
from hinge_tutor.located import AuthorError


class Judge(Protocol):
    """What tells every problem of one lesson."""

    def __call__(
        self, draft: Draft, language: Words, known: frozenset[str], beside: Beside
    ) -> Iterator[AuthorError]: ...


def is_pack(path: Path) -> bool:
    """Whether a path is checked as one lesson pack: a zip, or a folder with a head."""
    return path.suffix.lower() == ENDING or (path.is_dir() and (path / HEAD).is_file())


def problems(path: Path, judge: Judge) -> Iterator[AuthorError]:
    """Every problem of a pack, without unpacking it; raises AuthorErrors for its head.

    Its language is that of its head, or English where the program does not speak that.

    A lesson may rely on the terms of those before it in the pack, and of no other.
    """
    try:
        opened = open_pack(path)
    except PackError as refusal:
        yield AuthorError(str(path), 1, str(refusal))
        return
    yield from opened.problems
    ids = frozenset(draft.lesson.id for draft in opened.drafts)
    beside = Beside(ids, frozenset(opened.pictures))
    spoken = opened.head.language in {each.code for each in languages()}
    language = words(opened.head.language if spoken else ENGLISH)
    known: frozenset[str] = frozenset()
    for draft in opened.drafts:
        yield from judge(draft, language, known, beside)
        known |= wording.introduced(draft.lesson)
