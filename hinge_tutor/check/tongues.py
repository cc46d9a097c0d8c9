"""Every language of the course: which of its files are checked, and what it lacks of English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hinge_tutor import located, shelf
from hinge_tutor.check import reference, twin_words, twins
from hinge_tutor.check.evidence import page_words
from hinge_tutor.lessons import course
from hinge_tutor.lessons.document import read_draft
from hinge_tutor.lessons.languages import COURSE, ENGLISH, languages
from hinge_tutor.located import AuthorError

WORDS = "words.toml"


def language_of(path: Path) -> str:
    """The language of a file by the folder it lies in; English where that is no language's."""
    folder = path.parent.parent if path.parent.name == reference.FOLDER else path.parent
    known = {language.code for language in languages()}
    return folder.name if folder.name in known else ENGLISH


def shipped() -> Iterator[Path]:
    """The files of every language but English."""
    for language in languages():
        folder = shelf.lessons() / language.code
        if language.code != ENGLISH and folder.is_dir():
            yield from sorted(folder.glob("*.toml"))
            yield from sorted(folder.glob("*.md"))
            yield from reference.pages(language.code)


def problems(path: Path) -> Iterator[AuthorError]:
    """Where a file of another language is not the same as the English one in other words."""
    if language_of(path) == ENGLISH:
        return
    if path.name == WORDS:
        yield from twin_words.problems(path, shelf.lessons(ENGLISH, WORDS))
    elif path.name == page_words.FILE:
        yield from twin_words.proof_problems(path, shelf.lessons(ENGLISH, page_words.FILE))
    elif path.suffix == ".md" and path.parent.name != reference.FOLDER:
        yield from _lesson(path)


def _lesson(path: Path) -> Iterator[AuthorError]:
    """Only what can be read as a lesson is compared; what keeps it from that is told elsewhere."""
    draft = read_draft(path)
    english = course.files().get(draft.lesson.id)
    if english is None:
        problem = f'English has no lesson "{draft.lesson.id}"; rename or delete this one'
        yield AuthorError(str(path), 1, problem)
        return
    original = read_draft(english)
    if not draft.errors and not original.errors:
        yield from twins.problems(draft.lesson, original.lesson)


def lacking() -> Iterator[AuthorError]:
    """Words that a language lacks, and lessons if it is said to be complete."""
    document = located.read(shelf.lessons(COURSE))
    for language in languages():
        if not (shelf.lessons() / language.code / WORDS).is_file():
            problem = f"{language.name} has no words; write {language.code}/{WORDS}"
            yield document.error(problem, "languages", language.code)
            continue
        found = course.files(language.code)
        for id_ in course.order():
            english = course.files().get(id_)
            if language.complete and english is not None and id_ not in found:
                place = f"{language.code}/{english.name}"
                problem = (
                    f'{language.name} is complete and has no lesson "{id_}"; write {place}, '
                    f"or complete = false in [languages.{language.code}]"
                )
                yield document.error(problem, "languages", language.code)
