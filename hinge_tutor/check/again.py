"""Checks again when files have changed, and does again only what a change can have touched.

A lesson is judged again when it was written anew, when a picture beside it was, when lessons came
or went, or when the terms that those before it introduce are others; a pack when anything in it
was. Tables that others stand on (words, movements, rules, the body) make everything new.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path

from hinge_tutor import shelf
from hinge_tutor.check import content, of_lesson, packs
from hinge_tutor.check.links import PICTURES
from hinge_tutor.lessons.changes import Stamp, forget, stamp
from hinge_tutor.located import AuthorError

Stamps = Mapping[Path, Stamp]


class Again:
    """The problems of files and folders, or of everything that is shipped, time and again."""

    def __init__(self, paths: Sequence[Path] | None) -> None:
        self._paths = paths
        self._tables: Stamps = {}
        self._told: dict[Path, tuple[Hashable, tuple[AuthorError, ...]]] = {}

    def stamps(self) -> Stamps:
        """How every file stands that problems depend on; other ones when any was changed."""
        return {path: stamp(path) for path in (*self._own(), *_tables(), *_lessons())}

    def problems(self) -> list[AuthorError]:
        """Every problem of the files as they are now."""
        tables = {path: stamp(path) for path in _tables()}
        if tables != self._tables:
            self._tables, self._told = tables, {}
            forget()
        every = content.given(self._paths)
        lessons = tuple(_lessons())
        told = {path: self._judged(path, lessons) for path in every}
        self._told = told
        alone = [problem for _, problems in told.values() for problem in problems]
        return content.in_order([*alone, *content.together(self._paths, every)])

    def _judged(
        self, path: Path, lessons: Sequence[Path]
    ) -> tuple[Hashable, tuple[AuthorError, ...]]:
        """What is told of a file, and everything that it depends on."""
        own = tuple((each, stamp(each)) for each in _parts(path))
        depends = (own, lessons, of_lesson.known_before(path))
        before = self._told.get(path)
        return before if before and before[0] == depends else (depends, content.of(path))

    def _own(self) -> Iterator[Path]:
        for path in content.given(self._paths):
            yield from _parts(path)


def _parts(path: Path) -> Iterator[Path]:
    """A file, and the files that are judged with it: what a pack holds, pictures of a lesson."""
    yield path
    if packs.is_pack(path):
        yield from sorted(path.rglob("*")) if path.is_dir() else ()
    elif path.suffix == ".md":
        yield from sorted(each for each in path.parent.glob("*") if each.suffix in PICTURES)


def _tables() -> Iterator[Path]:
    """Files that others stand on."""
    for home in (shelf.lessons(), shelf.assets()):
        yield from sorted(home.rglob("*.toml"))


def _lessons() -> Iterator[Path]:
    """Lessons and pages of the program, which others may link to."""
    yield from sorted(shelf.lessons().rglob("*.md"))
