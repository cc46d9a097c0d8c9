"""Which files are checked, by what, and in which order their problems are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from hinge_tutor import shelf
from hinge_tutor.check import (
    curriculum,
    faults,
    form,
    motion,
    of_lesson,
    packs,
    reference,
    shipped,
    tables,
    tongues,
    vocabulary,
)
from hinge_tutor.check.evidence import page_words
from hinge_tutor.coaching.rules import Rules
from hinge_tutor.lessons import course, template
from hinge_tutor.lessons.document import read_draft
from hinge_tutor.lessons.pack_budget import HEAD
from hinge_tutor.lessons.words import words
from hinge_tutor.located import AuthorError, AuthorErrors
from hinge_tutor.motion import families, fault_rows
from hinge_tutor.motion.movement import movements, read_movement

WORDS, RULES, COURSE = "words.toml", "rules.toml", "course.toml"


def check(paths: Sequence[Path] | None = None) -> list[AuthorError]:
    """Every problem in the files and folders given, or in everything that is shipped."""
    every = given(paths)
    alone = [problem for path in every for problem in of(path)]
    return in_order([*alone, *together(paths, every)])


def given(paths: Sequence[Path] | None) -> tuple[Path, ...]:
    """Every file and pack that is checked by itself."""
    return tuple(_shipped() if paths is None else (file for path in paths for file in files(path)))


def of(path: Path) -> tuple[AuthorError, ...]:
    """Every problem of one file or pack."""
    if packs.is_pack(path):
        return tuple(_guarded(packs.problems(path, of_lesson.draft_problems)))
    return (*_guarded(_file(path)), *_guarded(tongues.problems(path)))


def together(paths: Sequence[Path] | None, every: Sequence[Path]) -> Iterator[AuthorError]:
    """What is wrong with no file by itself."""
    yield from _twice(every)
    if paths is None:
        yield from _guarded(_course())
        yield from _guarded(_reached())
        yield from _guarded(tongues.lacking())
        yield from shipped.problems()
        yield from tables.problems()


def in_order(problems: Sequence[AuthorError]) -> list[AuthorError]:
    """Each problem once, by file and line."""
    once = {str(problem): problem for problem in problems}
    return sorted(once.values(), key=lambda problem: (problem.file, problem.line))


def files(path: Path) -> tuple[Path, ...]:
    """A file or a pack itself, or every lesson, page, movement, words and rules file in a folder.

    A pack that lies in the folder is one of them, as a whole.
    """
    if not path.is_dir() or packs.is_pack(path):
        return (path,)
    inside = {head.parent for head in path.rglob(HEAD)}
    alone = (file for kind in ("*.md", "*.toml") for file in path.rglob(kind))
    return tuple(sorted((*inside, *(file for file in alone if not inside & {*file.parents}))))


def _shipped() -> Iterator[Path]:
    yield shelf.assets("coaching", RULES)
    yield shelf.lessons(course.ENGLISH, WORDS)
    for movement in movements():
        yield shelf.lessons("movements", f"{movement}.toml")
    yield shelf.lessons(families.FILE)
    yield shelf.lessons(curriculum.FILE)
    yield shelf.lessons(fault_rows.FILE)
    yield from course.files().values()
    yield shelf.lessons(course.ENGLISH, template.FILE)
    yield from reference.pages()
    yield shelf.lessons(course.ENGLISH, page_words.FILE)
    yield from tongues.shipped()


def _file(path: Path) -> Iterator[AuthorError]:
    if path.suffix == ".md" and path.parent.name == reference.FOLDER:
        yield from reference.problems(path)
    elif path.suffix == ".md":
        yield from of_lesson.problems(path)
    elif path.name in _BY_NAME:
        yield from _BY_NAME[path.name](path)
    elif path.parent.name == "movements" and path.suffix == ".toml":
        yield from _movement(path)
    elif path.parent.name == "palettes" and path.suffix == ".toml":
        yield from shipped.palette_problems(path)
    else:
        problem = f"not a file of the course; give a lesson (.md), {WORDS}, {RULES} or a folder"
        yield AuthorError(str(path), 1, problem)


def _words_file(path: Path) -> Iterator[AuthorError]:
    yield from vocabulary.problems(path, _rules())


def _rules_file(path: Path) -> Iterator[AuthorError]:
    rules, errors = form.read(path)
    yield from errors
    yield from form.problems(rules) if rules else ()


def _faults_file(path: Path) -> Iterator[AuthorError]:
    yield from faults.problems(path, words())


def _families_file(path: Path) -> Iterator[AuthorError]:
    families.read_families(path)
    yield from ()


def _curriculum_file(path: Path) -> Iterator[AuthorError]:
    curriculum.read(path)
    yield from ()


def _guarded(problems: Iterator[AuthorError]) -> Iterator[AuthorError]:
    """The problems until a file cannot be read that others stand on, and that file's own."""
    try:
        yield from problems
    except AuthorErrors as errors:
        yield from errors.errors


def _movement(path: Path) -> Iterator[AuthorError]:
    read_movement(path)
    if path.stem in movements() and path == shelf.lessons("movements", path.name):
        yield from motion.problems(path.stem, path, words())


def _twice(given: Sequence[Path]) -> Iterator[AuthorError]:
    """Lessons in one folder that would have the same id: only the last would be found."""
    first: dict[tuple[Path, str], Path] = {}
    for path in given:
        number = of_lesson.NUMBERED.match(path.name)
        if number and path.suffix == ".md":
            id_ = path.stem[number.end() :]
            other = first.setdefault((path.parent, id_), path)
            if other != path:
                problem = f'a second lesson "{id_}", beside {other.name}; rename or delete one'
                yield AuthorError(str(path), 1, problem)


def _rules() -> Rules | None:
    rules, _ = form.read(shelf.assets("coaching", RULES))
    return rules


def _reached() -> Iterator[AuthorError]:
    """What no lesson of the course reaches; of lessons that can be read."""
    drafts = [read_draft(path) for path in course.files().values()]
    if all(draft.complete for draft in drafts):
        yield from curriculum.problems([draft.lesson for draft in drafts])


def _course() -> Iterator[AuthorError]:
    """The course names lessons that exist, in the order of their numbers."""
    ids = course.order()
    found = course.files()
    file = str(shelf.lessons(COURSE))
    for id_ in ids:
        if id_ not in found:
            yield AuthorError(file, 1, f'there is no lesson "{id_}"; write NN-{id_}.md')
    for id_ in found:
        if id_ not in ids:
            problem = f'the lesson "{id_}" is not in the course; add it to lessons'
            yield AuthorError(file, 1, problem)
    numbered = [id_ for id_ in found if id_ in ids]
    if numbered != [id_ for id_ in ids if id_ in found]:
        problem = f"the files' numbers give another order: {', '.join(numbered)}"
        yield AuthorError(file, 1, problem)


# Files that are known by their names, wherever they lie.
_BY_NAME: Mapping[str, Callable[[Path], Iterator[AuthorError]]] = {
    WORDS: _words_file,
    RULES: _rules_file,
    COURSE: lambda _: _course(),
    page_words.FILE: page_words.problems,
    fault_rows.FILE: _faults_file,
    families.FILE: _families_file,
    curriculum.FILE: _curriculum_file,
}
