"""Every language of the course: which of its files are checked, and what it lacks of English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hinge_tutor import located, shelf
from hinge_tutor.check import page_twins, reference, twin_words, twins
from hinge_tutor.check.evidence import page_words
from hinge_tutor.lessons import course, template
from hinge_tutor.lessons.document import read_draft
from hinge_tutor.lessons.languages import COURSE, ENGLISH, Language, languages
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
    elif path.suffix == ".md" and path.parent.name == reference.FOLDER:
        yield from _page(path)
    elif path.suffix == ".md":
        yield from _lesson(path)


def _page(path: Path) -> Iterator[AuthorError]:
    """A page opens by its English name, so a page of another name never would."""
    english = shelf.lessons(ENGLISH) / reference.FOLDER / path.name
    if not english.is_file():
        problem = f'English has no page "{path.name}"; rename or delete this one'
        yield AuthorError(str(path), 1, problem)
        return
    yield from page_twins.problems(path, english)


def _lesson(path: Path) -> Iterator[AuthorError]:
    """Only what can be read as a lesson is compared; what keeps it from that is told elsewhere."""
    draft = read_draft(path)
    english = course.files().get(draft.lesson.id)
    if path.name == template.FILE:
        english = shelf.lessons(ENGLISH) / template.FILE
    if english is None:
        problem = f'English has no lesson "{draft.lesson.id}"; rename or delete this one'
        yield AuthorError(str(path), 1, problem)
        return
    original = read_draft(english)
    if not draft.errors and not original.errors:
        yield from twins.problems(draft.lesson, original.lesson)


def lacking() -> Iterator[AuthorError]:
    """Words that a language lacks, and lessons and pages if it is said to be complete."""
    document = located.read(shelf.lessons(COURSE))
    for language in languages():
        place = ("languages", language.code)
        if not (shelf.lessons() / language.code / WORDS).is_file():
            problem = f"{language.name} has no words; write {language.code}/{WORDS}"
            yield document.error(problem, *place)
        elif language.complete:
            for what, file in _unwritten(language):
                problem = (
                    f"{language.name} is complete and has no {what}; write {language.code}/{file}, "
                    f"or complete = false in [languages.{language.code}]"
                )
                yield document.error(problem, *place)


def _unwritten(language: Language) -> Iterator[tuple[str, str]]:
    """What a language lacks of English: what it is, and the file that would be it."""
    found = course.files(language.code)
    for id_ in course.order():
        english = course.files().get(id_)
        if english is not None and id_ not in found:
            yield f'lesson "{id_}"', english.name
    own = shelf.lessons() / language.code
    for page in reference.pages():
        if not (own / reference.FOLDER / page.name).is_file():
            yield f'page "{page.stem}"', f"{reference.FOLDER}/{page.name}"
    for what, file in (("lesson", template.FILE), ("pack", template.PACK)):
        if (shelf.lessons(ENGLISH) / file).is_file() and not (own / file).is_file():
            yield f"{what} to begin with", file
