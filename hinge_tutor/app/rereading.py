"""Reads again what was written of the course and of packs; what cannot be read stays as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from hinge_tutor import shelf
from hinge_tutor.app.renewing import renew
from hinge_tutor.app.session import Session
from hinge_tutor.lessons import course, playable
from hinge_tutor.lessons.changes import Stamp, forget, stamp
from hinge_tutor.lessons.document import read_draft
from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.pack import Pack, read_pack
from hinge_tutor.lessons.pack_budget import PackError, is_read
from hinge_tutor.located import AuthorError, AuthorErrors
from hinge_tutor.motion import families, fault_rows
from hinge_tutor.motion.movement import read_movement

MOVEMENTS = "movements"
# Where what was computed from movements and faults is remembered.
COMPUTED = ("motion", "mechanics", "coaching", "lessons", "stage")


class Rereading:
    """The files behind a session's lessons, as far as they are somebody's to change.

    These are the course's where the program runs from its source, and packs everywhere.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        # What is wrong with each file or pack; on screen is then an earlier version of it.
        self._wrong: dict[Path, tuple[AuthorError, ...]] = {}
        # Packs as they were read last, and what was told when somebody opened them.
        self._packs: dict[Path, Pack] = {}
        self._told: dict[Path, frozenset[str]] = {}
        self._written: set[Path] = set()
        self.turn()

    def turn(self) -> None:
        """Packs that somebody opened or closed: what was wrong with one was told then."""
        for pack in self._session.route.packs:
            if self._packs.get(pack.path) is not pack:
                self._packs[pack.path] = pack
                self._told[pack.path] = frozenset(map(str, pack.problems))
                self._wrong.pop(pack.path, None)
                self._written -= {each for each in self._written if _is_in(each, pack.path)}
        self.tell()

    def stamps(self) -> Mapping[Path, Stamp]:
        """How every file stands."""
        return {path: stamp(path) for path in self._files()}

    def read(self, changed: Collection[Path]) -> None:
        """Reads what was written, and shows it as far as it can be."""
        self._written.update(changed)
        lessons = [self._lesson(path) for path in self._lessons().values() if path in changed]
        packs = self._session.route.packs
        again = tuple(
            self._pack(pack) if any(_is_in(path, pack.path) for path in changed) else pack
            for pack in packs
        )
        self._packs = {pack.path: pack for pack in again}
        if self._tables(changed):
            forget(*COMPUTED)
            self._session.solve_again()
        renew(self._session, [each for each in lessons if each is not None], again)
        self.tell()

    def tell(self) -> None:
        """Says what is wrong, first in the lesson on screen; of packs that are open only."""
        open_ = {pack.path for pack in self._session.route.packs}
        own = {*self._lessons().values(), *_tables()}
        here = self._session.lesson.file
        found = [
            each for path, wrong in self._wrong.items() if path in open_ | own for each in wrong
        ]
        self._session.say_wrong(sorted(found, key=lambda each: (each.file != here, each.file)))

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def _lesson(self, path: Path) -> Lesson | None:
        """The lesson in a file, unless something is wrong with it."""
        try:
            draft = read_draft(path)
            wrong = draft.errors or tuple(playable.problems(draft.lesson))
        except AuthorErrors as errors:
            self._wrong[path] = errors.errors
            return None
        self._wrong[path] = wrong
        return None if wrong else draft.lesson

    def _pack(self, before: Pack) -> Pack:
        """A pack read anew, or as it was where it cannot be.

        What was wrong with it when it was opened is told again only of files written since.
        """
        path = before.path
        try:
            pack = read_pack(path, known_as=before.id)
        except PackError as refusal:
            self._wrong[path] = (AuthorError(str(path), 1, str(refusal)),)
        except AuthorErrors as errors:
            self._wrong[path] = errors.errors
        else:
            self._wrong[path] = tuple(
                each
                for each in pack.problems
                if str(each) not in self._told[path] or Path(each.file) in self._written
            )
            return pack.after(before)
        return before

    def _tables(self, changed: Collection[Path]) -> bool:
        """Whether movements, families or faults were written, and all that were are right."""
        written = [path for path in _tables() if path in changed]
        for path in written:
            try:
                _read_table(path)
                self._wrong.pop(path, None)
            except AuthorErrors as errors:
                self._wrong[path] = errors.errors
        return bool(written) and not any(self._wrong.get(path) for path in written)

    # ── files ────────────────────────────────────────────────────────────────────────────────────

    def _lessons(self) -> Mapping[str, Path]:
        """The course's own files by the ids of their lessons, in the language that is spoken."""
        if not shelf.in_checkout():
            return {}
        language = self._session.words.language
        return {**course.files(), **(course.files(language) if language else {})}

    def _files(self) -> Iterator[Path]:
        yield from self._lessons().values()
        yield from _tables()
        for pack in self._session.route.packs:
            yield pack.path
            if pack.path.is_dir():
                yield from _inside(pack.path)


def _inside(folder: Path) -> Iterator[Path]:
    """What is read of a pack in a folder, and the folders in it."""
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or is_read(path.relative_to(folder).as_posix()):
            yield path


def _tables() -> Iterator[Path]:
    """Movements, families and faults, where they are somebody's to change."""
    if shelf.in_checkout():
        yield from sorted(shelf.lessons(MOVEMENTS).glob("*.toml"))
        yield from (shelf.lessons(families.FILE), shelf.lessons(fault_rows.FILE))


def _read_table(path: Path) -> None:
    """Raises AuthorErrors for a movement, a family or a fault that is none."""
    if path.name == families.FILE:
        families.read_families(path)
    elif path.name == fault_rows.FILE:
        fault_rows.read_faults(path)
    else:
        read_movement(path)


def _is_in(path: Path, pack: Path) -> bool:
    """Whether a file is a pack, or in one."""
    return path == pack or path.is_relative_to(pack)
