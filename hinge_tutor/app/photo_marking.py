"""The marks on a photo: placed one after the other, moved, and undone.

From two marks on the body's pose is guessed, which says where the next one may be.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from hinge_tutor.body.skeleton import Body
from hinge_tutor.body.skeleton import body as body_of
from hinge_tutor.motion.photo_fit import fit
from hinge_tutor.motion.photo_marks import MARKS
from hinge_tutor.motion.photo_places import Marked, Point
from hinge_tutor.motion.photo_pose import Fit

# The two ends of the line on the floor, which are moved like marks.
GROUND = ("ground_left", "ground_right")
NOTHING = Marked((1, 1), {})
MOST_UNDONE = 200
# Before any mark tells more: the foot is low on the photo, near its middle; its ankle beside it.
_FIRST_AT, _BESIDE = (0.5, 0.9), 0.06
# Where the line on the floor lies before anybody moves it.
_FLOOR_AT, _FLOOR_ENDS = 0.92, (0.12, 0.88)


class PhotoMarking(QObject):
    """`changed`: another photo, mark, or body. Whoever derives from it is told when a change is
    done, by `_settle`.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.marked = NOTHING
        # The mark that keys and a click on the photo move.
        self.current = MARKS[0]
        # Whether the camera was tilted, so that a line lies on the floor.
        self.tilted = False
        # The client's body by its specification, and its pose by the marks.
        self.body = "default"
        self.fit: Fit | None = None
        self._undo: list[Marked] = []
        self._moving = ""
        # As the marks are in a file.
        self._saved = NOTHING

    def _settle(self) -> None:
        """A change is done."""
        raise NotImplementedError

    @property
    def unsaved(self) -> bool:
        """Whether there are marks that are in no file."""
        return bool(self.marked.marks) and self.marked != self._saved

    def note_saved(self) -> None:
        """The marks are in a file as they are now."""
        self._saved = self.marked

    @property
    def names(self) -> tuple[str, ...]:
        """What has a handle on the photo now, in the order of Tab."""
        waiting = self._unplaced()
        shown = [n for n in MARKS if n in self.marked.marks or n in (waiting, self.current)]
        return (*shown, *(GROUND if self.tilted else ()))

    @property
    def complete(self) -> bool:
        """Whether all eight marks are placed."""
        return self._unplaced() is None

    def _unplaced(self) -> str | None:
        return next((name for name in MARKS if name not in self.marked.marks), None)

    def placed(self, name: str) -> bool:
        """Whether somebody has placed a mark; the line on the floor always lies somewhere."""
        return name in GROUND or name in self.marked.marks

    def at(self, name: str) -> Point:
        """Where a mark is, or waits to be placed, px of the photo."""
        if name in GROUND:
            return self._floor[GROUND.index(name)]
        found = self.marked.marks.get(name)
        return self._inside(self._guessed(name)) if found is None else found

    @property
    def _floor(self) -> tuple[Point, Point]:
        if self.marked.ground is not None:
            return self.marked.ground
        width, height = self.marked.size
        toe = self.marked.marks.get("toe_tip")
        y = toe[1] if toe is not None else _FLOOR_AT * height
        return (_FLOOR_ENDS[0] * width, y), (_FLOOR_ENDS[1] * width, y)

    def _guessed(self, name: str) -> Point:
        """Where a mark may be, by those that are placed."""
        if self.fit is not None:
            return self.fit.suggested(name)
        width, height = self.marked.size
        toe = self.marked.marks.get("toe_tip")
        if toe is not None:
            return toe[0] - _BESIDE * width, toe[1] - _BESIDE * height
        return _FIRST_AT[0] * width, _FIRST_AT[1] * height

    def _inside(self, at: Point) -> Point:
        (x, y), (width, height) = at, self.marked.size
        return min(max(x, 0.0), float(width)), min(max(y, 0.0), float(height))

    def select(self, name: str) -> None:
        """The mark that keys and a click on the photo move."""
        if name != self.current and self.image is not None:
            self.current, self._moving = name, ""
            self.changed.emit()

    def move(self, name: str, at: Point, done: bool = True) -> None:
        """A mark to another place; `done` is False while a hand still holds it.

        All moves of one mark in a row are undone together.
        """
        if self.image is None:
            return
        if self._moving != name:
            self._remember()
            self._moving = name
        self.current = name
        self._put(name, self._inside(at))
        if done:
            self._settle()
        else:
            self._fit()
            self.changed.emit()

    def _put(self, name: str, at: Point) -> None:
        if name in GROUND:
            ends = list(self._floor)
            ends[GROUND.index(name)] = at
            if ends[0] != ends[1]:
                self.marked = replace(self.marked, ground=(ends[0], ends[1]))
        else:
            self.marked = replace(self.marked, marks={**self.marked.marks, name: at})

    def let_go(self) -> None:
        """A hand lets a mark go: the next move is another one, and the pose is read."""
        self._moving = ""
        self._settle()

    def accept(self) -> None:
        """The current mark stays where it is or waits; the next one without a place is asked."""
        if self.image is None:
            return
        if not self.placed(self.current):
            self.move(self.current, self.at(self.current))
        self._moving = ""
        self.select(self._unplaced() or self.current)

    def set_tilted(self, tilted: bool) -> None:
        """Whether the camera was tilted, so that a line is laid on the floor."""
        if self.image is None or tilted == self.tilted:
            return
        self._remember()
        self.tilted, self._moving = tilted, ""
        self.marked = replace(self.marked, ground=self._floor if tilted else None)
        self.current = GROUND[0] if tilted else (self._unplaced() or MARKS[0])
        self._settle()

    def _remember(self) -> None:
        self._undo = [*self._undo, self.marked][-MOST_UNDONE:]

    @property
    def can_undo(self) -> bool:
        """Whether something was moved."""
        return bool(self._undo)

    def undo(self) -> None:
        """The marks as they were before the last change."""
        if self._undo:
            self.marked = self._undo.pop()
            self.tilted, self._moving = self.marked.ground is not None, ""
            self.current = self._unplaced() or (
                MARKS[0] if self.current in GROUND and not self.tilted else self.current
            )
            self._settle()

    @property
    def person(self) -> Body:
        """The client's body."""
        return body_of(self.body)

    def _fit(self) -> None:
        self.fit = fit(self.person, self.marked) if self.image is not None else None

    def _clear(self) -> None:
        """Nothing of the photo stays: its dots are painted over before they are let go."""
        if self.image is not None:
            self.image.fill(0)
        self.image, self.marked, self.current = None, NOTHING, MARKS[0]
        self._saved = NOTHING
        self.fit, self.tilted, self._moving = None, False, ""
        self._undo.clear()
