"""The ghost of a figure, led by one handle to where somebody thinks that it will be.

It begins in the pose in which the figure stands, follows as a figure does whose pose is edited, and
its place belongs to the handle's alone: however it came there, the pose is the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hinge_tutor.app.figure import Figure
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.coaching.repetition import Repetition

if TYPE_CHECKING:
    from hinge_tutor.body.kinematics import Pose
    from hinge_tutor.lessons.guess import Guess
    from hinge_tutor.motion.dragging import Drag as Held

CM = 100.0


class Guessing(QObject):
    """The ghost of this build, whoever leads it: a pointer, keys, or sliders."""

    # It stands elsewhere.
    moved = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        # Where the ghost begins, as long as the same figures stand there.
        self._begun: tuple[Spot, Mapping[str, Repetition], Held | None] | None = None
        # The ghost where it was led last, and the guess that this became.
        self._led: tuple[object, Held] | None = None
        # The guess before a hand took hold of the ghost, while one holds it.
        self._before: Guess | None = None
        self._taken = False

    @property
    def number(self) -> int | None:
        """Whose ghost it is, counted from the left of the scene; None where that one is not."""
        drag, names = self._session.drag, tuple(self._session.figures)
        return names.index(drag.figure) if drag is not None and drag.figure in names else None

    @property
    def start(self) -> Held | None:
        """The ghost as it begins; None where nobody guesses, or nothing can be held."""
        session = self._session
        if not session.guessing:
            return None
        begun = self._begun
        if begun is None or begun[0] != session.spot or begun[1] is not session.figures:
            begun = self._begun = session.spot, session.figures, self._grasped()
        return begun[2]

    def _grasped(self) -> Held | None:
        """The figure in the pose in which it stands, held by its handle."""
        from hinge_tutor.lessons.guess import named
        from hinge_tutor.motion.dragging import grasp
        from hinge_tutor.motion.posing import PoseError

        number, drag = self.number, self._session.drag
        if number is None or drag is None:
            return None
        one = Figure(self._session, number)
        ground, pose = one.ground, one.pose
        if ground is None or pose is None:
            return None
        try:
            return grasp(ground, pose.q, named(drag.handle, ground.take.movement.symmetric))
        except (KeyError, PoseError):
            return None

    @property
    def held(self) -> Held | None:
        """The ghost as it is now, while somebody guesses."""
        start, guess = self.start, self._session.guess
        if start is None or guess is None:
            return start
        if self._led is not None and self._led[0] is guess:
            return self._led[1]
        from hinge_tutor.motion.posing import reduced

        return replace(start, u=reduced(start.place, guess.q))

    @property
    def pose(self) -> Pose | None:
        """The pose of the ghost: as it is led now, or as it was guessed, up to the answer."""
        from hinge_tutor.body.kinematics import Pose

        session, number = self._session, self.number
        if number is None:
            return None
        body = session.repetitions[number].take.body
        held, guess = self.held, session.guess
        if held is not None:
            return Pose(body, held.q)
        return Pose(body, guess.q) if guess is not None and guess.kept else None

    @property
    def way_cm(self) -> tuple[float, float]:
        """How far ahead and above of its beginning the handle is, cm."""
        start, held = self.start, self.held
        if start is None or held is None:
            return 0.0, 0.0
        (x, y), (x0, y0) = held.at_m, start.at_m
        return CM * (x - x0), CM * (y - y0)

    def lead(self, x_m: float, y_m: float, rests: bool = True) -> None:
        """Leads the handle to a place of the figure's own frame, m; to the end where it rests."""
        held = self.held
        if held is None:
            return
        self._put(held.settled(x_m, y_m) if rests else held.to(x_m, y_m))

    def lead_by(self, ahead_cm: float, above_cm: float, rests: bool = True) -> None:
        """Leads it to so far ahead and above of where it began, cm."""
        if (start := self.start) is not None:
            x, y = start.at_m
            self.lead(x + ahead_cm / CM, y + above_cm / CM, rests)

    def nudge(self, dx_m: float, dy_m: float) -> None:
        """Leads it on by a little."""
        if (held := self.held) is not None:
            x, y = held.at_m
            self.lead(x + dx_m, y + dy_m)

    def take(self) -> None:
        """A hand takes hold of it: until it lets go, everything can be taken back."""
        self._before, self._taken = self._session.guess, True

    def let_go(self) -> None:
        """The hand lets go; what it did stays."""
        self._before, self._taken = None, False

    def cancel(self) -> bool:
        """Back to where a hand took hold of it; returns whether one has."""
        taken, before = self._taken, self._before
        self.let_go()
        if taken:
            self._session.put_guess(before)
            self.moved.emit()
        return taken

    def _put(self, held: Held) -> None:
        from hinge_tutor.lessons.guess import Guess

        guess = Guess(held.at_m, held.q)
        self._led = guess, held
        self._session.put_guess(guess)
        self.moved.emit()
