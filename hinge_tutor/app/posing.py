"""Poses a figure of the stage by hand: a joint is taken, follows, and is let go.

What is changed is the plan: the figure holds still in the pose, and everything that reads the
session shows it. While a hand holds a joint the stage alone is told, and everybody at the end.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from hinge_tutor.app.changing import change_figures, standing_plan
from hinge_tutor.app.figure import Figure
from hinge_tutor.app.lent_layer import LentLayer
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.lesson import Build, StagePlan
from hinge_tutor.lessons.posed import moving, posed

if TYPE_CHECKING:
    from hinge_tutor.body.arrays import FloatArray
    from hinge_tutor.motion.bending import Bend
    from hinge_tutor.motion.dragging import Drag
    from hinge_tutor.motion.posing import Ground

# A handle or a joint of one figure.
Part = tuple[str, int]
Held = TypeVar("Held")


class Posing(QObject):
    """Which figure is posed, what is held of it, and what was there before."""

    # Poses can be edited now, or no longer; another handle is chosen; something was let go.
    changed = Signal()
    # Something is about to be held, or was let go: what happens in between is one edit.
    begun, ended = Signal(), Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.on = False
        self.chosen: Part | None = None
        self._drag: Drag | None = None
        self._bend: Bend | None = None
        self._what: Part | None = None
        self._before: tuple[StagePlan, float] | None = None
        self._findings = LentLayer(session, "findings")
        self.preferred = 0
        self._build: Build = session.build
        session.step_changed.connect(self.on_step_changed)

    # ── whether ──────────────────────────────────────────────────────────────────────────────────

    def possible(self) -> bool:
        """Whether somebody may pose now: not while a question is open that a pose might answer."""
        session = self._session
        return bool(session.repetitions) and session.open and not session.frozen

    def switch(self, on: bool) -> None:
        """Lets poses be edited, or ends it; what was edited stays."""
        self.let_go()
        self.on = on and self.possible()
        if self.on:
            self._session.timeline.play(False)
            # What the rules find is seen where it is.
            self._findings.lend()
        else:
            self.chosen = None
            self._findings.take_back()
            self._session.remind()
        self.changed.emit()

    def on_step_changed(self) -> None:
        """Another build forgets what was edited; an open question ends it."""
        if self._session.build is not self._build:
            self._build = self._session.build
            self._drop()
            self.chosen = None
        if self.on and not self.possible():
            self.switch(False)

    @property
    def figure(self) -> Figure:
        """The figure that is posed: that of the chosen handle, or the first one shown."""
        shown = self._session.shown
        if self.chosen is not None and self.chosen[1] in shown:
            return Figure(self._session, self.chosen[1])
        here = self.preferred if self.preferred in shown else min(shown, default=0)
        return Figure(self._session, here)

    def prefer(self, figure: int) -> None:
        """The figure that is chosen elsewhere; a handle of another one is let go."""
        self.preferred = figure
        if self.chosen is not None and self.chosen[1] != figure and not self.holding:
            self.choose(None)

    @property
    def holding(self) -> bool:
        """Whether a hand holds something."""
        return self._what is not None

    def is_held(self) -> bool:
        """Whether the figure that is posed holds a pose still."""
        repetition = self.figure.repetition
        return self.possible() and repetition is not None and repetition.moving is not None

    def take(self, name: str, figure: int) -> bool:
        """Takes hold of a handle; motion stops there. Returns whether it can be held."""
        from hinge_tutor.motion.dragging import grasp

        self.let_go()
        self.choose((name, figure))
        self._drag = self._taken((name, figure), lambda place, q: grasp(place, q, name))
        return self._drag is not None

    def bend(self, joint: str, degrees: float) -> None:
        """Bends a joint of the figure to an angle, or as near to it as the body stands."""
        from hinge_tutor.motion.bending import bend

        what = (joint, self.figure.number)
        if self._bend is None or self._what != what:
            self.let_go()
            self._bend = self._taken(what, lambda place, q: bend(place, q, joint))
        if self._bend is not None:
            self._bend = self._bend.to(math.radians(degrees))
            self._show(self._bend)

    def _taken(self, what: Part, take: Callable[[Ground, FloatArray], Held]) -> Held | None:
        """What is held of the figure's pose at this moment; None, and why, where nothing can be."""
        from hinge_tutor.motion.posing import PoseError

        session, one = self._session, Figure(self._session, what[1])
        session.timeline.play(False)
        ground, pose = one.ground, one.pose
        if ground is None or pose is None:
            session.say(session.words.pose("in_the_air"))
            return None
        try:
            held = take(ground, pose.q)
        except PoseError:
            session.say(session.words.pose("no_pose"))
            return None
        self._what = what
        self._before = standing_plan(session), session.timeline.time_s
        self.begun.emit()
        session.hold(True)
        return held

    def drag(self, x_m: float, y_m: float) -> None:
        """Leads the handle that is held to a place of the figure's own frame, m."""
        if self._drag is not None:
            self._drag = self._drag.to(x_m, y_m)
            self._show(self._drag)

    def settle(self, x_m: float, y_m: float) -> None:
        """The same, to the end, for a pointer that rests there."""
        if self._drag is not None:
            self._drag = self._drag.settled(x_m, y_m)
            self._show(self._drag)

    def nudge(self, dx_m: float, dy_m: float) -> None:
        """Moves the chosen handle by a little."""
        if self.chosen is not None and self.take(*self.chosen) and self._drag is not None:
            x, y = self._drag.at_m
            self.settle(x + dx_m, y + dy_m)
            self.let_go()

    def let_go(self) -> None:
        """Lets go of what is held; the pose stays, as one entry."""
        if self._what is None:
            return
        before = self._before
        self._drop()
        if before is not None and before[0] != standing_plan(self._session):
            change_figures(self._session, standing_plan(self._session))
        self._session.hold(False)
        self.ended.emit()
        self.changed.emit()

    def close(self) -> bool:
        """Gives the former pose back, or else ends editing; returns whether there was either."""
        if self.cancel():
            return True
        was = self.on
        if was:
            self.switch(on=False)
        return was

    def cancel(self) -> bool:
        """Gives the former pose back while something is held; returns whether something was."""
        if self._before is None:
            return False
        (plan, time_s), session = self._before, self._session
        self._drop()
        # The build's own figures are told from what is tried.
        own = session.own
        change_figures(session, own if plan == own else plan)
        session.timeline.stand_at(time_s)
        session.hold(False)
        self.ended.emit()
        self.changed.emit()
        return True

    def _drop(self) -> None:
        self._drag, self._bend, self._what, self._before = None, None, None, None

    def _show(self, held: Drag | Bend) -> None:
        """The figure in the pose that is held now."""
        from hinge_tutor.motion.pose_angles import angles_of

        assert self._what is not None
        take = held.place.take
        angles = angles_of(take.body, held.q, take.movement.symmetric)
        plan = posed(standing_plan(self._session), self._what[1], angles, held.place.phase)
        if plan != standing_plan(self._session):
            change_figures(self._session, plan, passing=True)

    def move_again(self) -> None:
        """Gives the figure its motion back, as one more entry."""
        self.let_go()
        self.begun.emit()
        change_figures(self._session, moving(standing_plan(self._session), self.figure.number))
        self.ended.emit()
        self.changed.emit()

    # ── handles by keys ──────────────────────────────────────────────────────────────────────────

    def choose(self, part: Part | None) -> None:
        """Another handle for the keys."""
        if part != self.chosen:
            self.chosen = part
            self.changed.emit()

    def step(self, forward: bool) -> bool:
        """The next handle, figure by figure; returns whether there was one."""
        figures = [Figure(self._session, number) for number in self._session.shown]
        every = [(name, figure.number) for figure in figures for name in figure.handles]
        if not every:
            return False
        if self.chosen not in every:
            self.choose(every[0 if forward else -1])
            return True
        at = every.index(self.chosen) + (1 if forward else -1)
        inside = 0 <= at < len(every)
        self.choose(every[at] if inside else None)
        return inside
