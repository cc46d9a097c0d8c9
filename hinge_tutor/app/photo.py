"""A client's side photo in the lesson's place: in memory only, and forgotten when one leaves.

Once all eight marks are placed the pose is read; it then stands beside the target on the stage.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from hinge_tutor.app.leading import Leading
from hinge_tutor.app.photo_file import Opened
from hinge_tutor.app.photo_marking import PhotoMarking
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.lessons.photo import Reading, at_match, plan_of
from hinge_tutor.lessons.photo import read as reading_of
from hinge_tutor.motion.photo_marks import MARKS
from hinge_tutor.motion.photo_places import Marked

# Nobody is on the stage while the photo lies over it.
NOBODY = StagePlan(())


@dataclass(frozen=True)
class HandedOver:
    """A photo that goes on in another window, in memory only as before."""

    image: QImage
    marked: Marked
    undo: tuple[Marked, ...]
    current: str
    tilted: bool
    body: str
    beside: bool


class Photo(Leading, PhotoMarking):
    """`read`: the pose was read anew; `left`: one goes on to something else in the lesson."""

    read = Signal()
    left = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.reading: Reading | None = None
        # Whether the pose stands beside the target, instead of over the photo.
        self.beside = False
        # Whether the stage was mirrored before it was turned as the photo is.
        self._mirrored = False
        session.step_changed.connect(self.on_step_changed)

    # ── opening and closing ──────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """Leads in the lesson's place, with nobody on the stage."""
        if self.leads:
            return
        session = self._session
        session.timeline.play(False)
        cast = next(iter(session.plan.movements), None)
        self.body = cast.body if cast is not None else self.body
        self._lead()
        session.try_out(NOBODY)

    def end(self) -> None:
        """The lesson again; the photo is forgotten."""
        self.forget()
        super().end()

    def _go(self) -> None:
        self.forget()
        self.left.emit()

    def show(self, opened: Opened) -> None:
        """Another photo in place of the one before."""
        self.forget()
        self.image, self.marked = opened.image, opened.marked
        self.tilted = opened.marked.ground is not None
        self.note_saved()
        self.body = opened.body or self.body
        self.current = self._unplaced() or MARKS[0]
        self._settle()

    def put_down(self) -> HandedOver | None:
        """What another window needs to go on; None where there is no photo."""
        if self.image is None:
            return None
        undo, marked = tuple(self._undo), self.marked
        # Its dots are painted over here, where it is forgotten.
        image = self.image.copy()
        return HandedOver(image, marked, undo, self.current, self.tilted, self.body, self.beside)

    def take_up(self, handed: HandedOver) -> None:
        """Goes on with the photo of another window."""
        self.image, self.marked, self._undo = handed.image, handed.marked, [*handed.undo]
        self.current, self.tilted, self.body = handed.current, handed.tilted, handed.body
        self._settle()
        self.set_beside(handed.beside)

    def forget(self) -> None:
        """Nothing of the photo stays in memory."""
        self._clear()
        self.reading = None
        if self.beside:
            self.set_beside(False)
        self.changed.emit()
        self.read.emit()

    # ── the pose ─────────────────────────────────────────────────────────────────────────────────

    def set_body(self, specification: str, done: bool = True) -> None:
        """The client's body by its specification; `done` is False while a hand is on a slider."""
        self.body = specification
        if done:
            self._settle()
        else:
            self._fit()
            self.changed.emit()

    def _settle(self) -> None:
        self._fit()
        self.reading = None
        if self.fit is not None and self.complete:
            self.reading = reading_of(self.fit, self.body, self._session.solve)
        if self.beside:
            self.set_beside(self.reading is not None)
        self.changed.emit()
        self.read.emit()

    def set_beside(self, beside: bool) -> None:
        """The pose beside the target on the stage, or over the photo again."""
        reading, before = self.reading, self.beside
        self.beside = beside and reading is not None
        if self.beside != before:
            self._turn_stage()
        if self.leads:
            plan = NOBODY
            if self.beside and reading is not None:
                plan = at_match(reading, plan_of(reading.fit, self.body))
            self._session.try_out(plan)
        self.changed.emit()

    def _turn_stage(self) -> None:
        """Beside the target both face as the person does on the photo; then as before."""
        options = self._session.options
        arranged = options.arrangement
        if self.beside:
            self._mirrored = arranged.mirrored
        mirrored = self.marked.faces_left if self.beside else self._mirrored
        self._session.options = replace(options, arrangement=replace(arranged, mirrored=mirrored))

    # ── the page keys ────────────────────────────────────────────────────────────────────────────

    @property
    def lends(self) -> bool:
        """The pose beside the target may be taken along; the photo never."""
        return self.beside

    def begins_anew(self) -> bool:
        """A client is no part of the course; behind the photo stands the course's first page."""
        self._finished = False
        return True

    def can_turn(self, forward: bool) -> bool:
        return any(True for _ in self._turns(forward))

    def turn(self, forward: bool) -> None:
        """On to the next mark and at last to the target; and back."""
        for name in self._turns(forward):
            if name:
                self.select(name)
            else:
                self.set_beside(forward)
            return

    def _turns(self, forward: bool) -> Iterator[str]:
        """Which mark a page key leads to; an empty name is the other view."""
        if self.image is None:
            return
        if self.beside:
            if not forward:
                yield ""
            return
        names = self.names
        at = names.index(self.current) if self.current in names else 0
        to = at + (1 if forward else -1)
        if forward and self.reading is not None and to >= len(names):
            yield ""
        elif 0 <= to < len(names) and (not forward or self.placed(self.current)):
            yield names[to]
