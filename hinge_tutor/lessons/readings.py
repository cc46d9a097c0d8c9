"""The lessons of a course by their places, each of them read when somebody first asks for it.

A course has as many lessons as it has ids, whether they can be read or not, so that a place in it
means the same however many of its files are broken today.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, overload

from hinge_tutor.lessons.lesson import Lesson

if TYPE_CHECKING:
    from hinge_tutor.lessons.pack import Pack


class Readings(Sequence[Lesson]):
    """Lessons by their ids; `read` gives the lesson of an id, or what stands there in its place.

    Behind those of the course stand those of `packs`; the course has `own` places.
    """

    def __init__(self, ids: Sequence[str], read: Callable[[str], Lesson]) -> None:
        self.ids = tuple(ids)
        self.own = len(self.ids)
        self.packs: tuple[Pack, ...] = ()
        self._read = read
        self._known: dict[int, Lesson] = {}

    @staticmethod
    def of(lessons: Sequence[Lesson]) -> Readings:
        """Lessons that have been read already."""
        by_id = {lesson.id: lesson for lesson in lessons}
        return Readings(tuple(by_id), by_id.__getitem__)

    def known(self) -> tuple[Lesson, ...]:
        """Those that somebody has asked for, in the order of the course."""
        return tuple(self._known[place] for place in sorted(self._known))

    def follow(self, packs: Sequence[Pack]) -> None:
        """Puts the lessons of packs behind those of the course, instead of any before."""
        self.packs = tuple(packs)
        lessons = [lesson for pack in packs for lesson in pack.lessons]
        self.ids = (*self.ids[: self.own], *(lesson.id for lesson in lessons))
        self._known = {place: self._known[place] for place in self._known if place < self.own}
        self._known.update(enumerate(lessons, start=self.own))

    def put(self, lesson: Lesson) -> None:
        """A lesson that was written anew stands in the place of the one of its id."""
        if lesson.id in self.ids:
            self._known[self.ids.index(lesson.id)] = lesson

    def forget(self, id_: str) -> None:
        """Has a lesson read anew when it is next asked for."""
        if id_ in self.ids:
            self._known.pop(self.ids.index(id_), None)

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Lesson: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Lesson]: ...
    def __getitem__(self, place: int | slice) -> Lesson | Sequence[Lesson]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(len(self))[place])
        at = range(len(self))[place]
        if at not in self._known:
            self._known[at] = self._read(self.ids[at])
        return self._known[at]
