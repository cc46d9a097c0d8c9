"""One figure in its column: where its texts stand over the whole motion, its shapes at a moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, IntArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.lessons.confidence import confidence
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.anatomy import LEG_MUSCLES, TRUNK_MUSCLES
from hinge_tutor.stage.annotations import Annotations, annotate, writes
from hinge_tutor.stage.company import Company
from hinge_tutor.stage.ensemble import ensemble
from hinge_tutor.stage.fitting import JOINTS, Placed
from hinge_tutor.stage.grounds import surfaces
from hinge_tutor.stage.labels import Box, called, ridden
from hinge_tutor.stage.layers import Point, Sizes
from hinge_tutor.stage.load_sizes import reach_mm
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.names import Name, belly, names
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.picture import Hotspot
from hinge_tutor.stage.plan import MARGIN_PX, TEXT_PX, Column, Layout
from hinge_tutor.stage.settling import Figure, Settled, settled
from hinge_tutor.stage.shapes import Shape
from hinge_tutor.stage.solids import box_points, ring
from hinge_tutor.stage.tethers import ways_mm

# Places that answer to the pointer: joints, and muscles with a disc of this radius, mm.
POINTED, MUSCLE_MM = (("hip", "mid_hip"), ("knee", "knee_near"), ("ankle", "ankle_near")), 45.0
MUSCLES = (*LEG_MUSCLES, *TRUNK_MUSCLES)
# The radius of an angle's arc, mm.
ARC_MM = 78.0


class Performer:
    """A figure in its column of a sheet; lengths in mm."""

    def __init__(
        self,
        actor: Actor,
        column: Column,
        layout: Layout,
        letters: float,
        words: Words,
        number: int = 0,
    ) -> None:
        """`number` is the figure's place in the scene."""
        px = layout.mm_per_px
        self.actor, self._number = actor, number
        self._words = words
        # What was named last, and for what options: the same at every moment.
        self._named: tuple[tuple[object, ...], Sequence[Name]] | None = None
        self._pens = pens(px, layout.height / px)
        self._at_mm = complex(column.ankle - actor.ankle_mm, column.ground)
        self._sizes = Sizes(self._pens.line, self._pens.fine, TEXT_PX * letters * px, ARC_MM)
        margin = 0.4 * MARGIN_PX * px
        self.bounds: Box = (
            column.inner + margin,
            column.bottom + margin,
            column.right - margin,
            column.top - column.header,
        )

    def names(self, options: Options, ranked: Callable[[], Sequence[str]]) -> Sequence[Name]:
        """The parts that are named."""
        if not options.shows("labels"):
            return ()
        asked = (
            *(options.shows("muscles"), options.highlight, options.solo),
            *(options.anatomical, options.disputed),
        )
        if self._named is None or self._named[0] != asked:
            room = (self.bounds[2] - self.bounds[0]) / self._sizes.text
            movement = self.actor.repetition.take.movement.id

            def sure(group: str) -> str:
                return confidence(movement, group, (self._number, group) in options.disputed)

            fit, spoken = self.actor.fit, self._words
            self._named = asked, names(fit, options, spoken, ranked, room, sure)
        return self._named[1]

    def points(self, times_s: FloatArray) -> ComplexArray:
        """The figure's outlines, and edges of what it carries, lies on and is pulled by, at times
        of its own (K, P), mm.
        """
        take = self.actor.repetition.take
        poses = self.actor.poses(times_s)
        parts = [self.actor.edges(times_s), ways_mm(take, poses)]
        if (radius := reach_mm(take)) > 0.0:
            carried = poses.points(take.load.landmarks)
            for place in np.moveaxis(carried, -2, 0):
                center = 1000.0 * (place[:, 0] + 1j * place[:, 1])
                parts.append(center[:, None] + ring(radius))
        for _, box in surfaces(take):
            around = box_points(box)
            parts.append(np.broadcast_to(around, (len(times_s), len(around))))
        found: ComplexArray = np.concatenate(parts, axis=1) + self._at_mm
        return found

    def settle(
        self,
        knots: FloatArray,
        duration_s: float,
        times_s: FloatArray,
        options: Options,
        named: Sequence[Name],
        companies: Sequence[Company],
        taken: FloatArray,
        around: Sequence[ComplexArray],
    ) -> Settled:
        """Where the texts stand, over knots (K,) of the clock, at times of the figure's own.

        `companies` are what it takes from others at each knot; `taken` boxes (R, 4, K) where no
        text may stand, `around` further points (K, P) beside which names stand as beside its own.
        """
        written: list[Annotations] = []
        poses = self.actor.poses(times_s)
        if writes(options, companies[0]):
            xy = self._places(poses, self._joint_rows).view(np.float64).tolist()
            moments = [
                self._moment(time, _named_joints(row), options)
                for time, row in zip(times_s.tolist(), xy, strict=True)
            ]
            written = [
                annotate(moment, options, company, self._pens)
                for moment, company in zip(moments, companies, strict=True)
            ]
        ends = self._places(poses, [row for name in named for row in name.points])
        figure = Figure(
            self.bounds,
            self._at_mm.imag,
            self._sizes.text,
            knots,
            duration_s,
            self.actor.edges(times_s) + self._at_mm,
            np.concatenate([self.points(times_s), *around], axis=1),
            written,
            list(zip(named, ((ends[:, 0::2] + ends[:, 1::2]) / 2).T, strict=True)),
            taken,
        )
        return settled(figure)

    def shapes(
        self,
        time_s: float,
        t: float,
        options: Options,
        named: Sequence[Name],
        company: Company,
        places: Settled,
    ) -> tuple[list[Shape], list[Hotspot]]:
        """The figure and its layers at a time of its own, t on the clock; and its places that
        answer to the pointer.
        """
        actor = self.actor
        take = actor.repetition.take
        pose = take.at(time_s)
        works = actor.works(time_s) if options.shows("muscles") else {}
        drawn, placed = ensemble(
            actor.fit, take, pose, self._at_mm, self._pens, options, works, time_s
        )
        notes = Annotations()
        if writes(options, company) or options.shows("balance"):
            moment = self._moment(time_s, placed.joints, options, pose)
            notes = annotate(moment, options, company, self._pens)
        shapes = [*notes.behind, *drawn, *notes.before]
        shapes += self._texts(t, notes, named, placed, places)
        return shapes, self._spots(placed)

    def _texts(
        self,
        t: float,
        notes: Annotations,
        named: Sequence[Name],
        placed: Placed,
        places: Settled,
    ) -> list[Shape]:
        """Every text with its plate or its leader; letters come last, since a painter has to turn
        upright for them.
        """
        under: list[Shape] = []
        letters: list[Shape] = []
        size, edges = self._sizes.text, (self.bounds[0], self.bounds[2])
        callouts = [*notes.callouts, *(name.callout(placed) for name in named)]
        for wish in notes.wishes:
            if wish.name in places.riders:
                plate, text = ridden(wish, places.riders[wish.name], edges, size)
                under.append(plate)
                letters.append(text)
            else:
                callouts.append(wish.callout())
        near = places.at(t) if callouts else ()
        for callout in callouts:
            if callout.shown and callout.name in places.callouts:
                number, side = places.callouts[callout.name]
                leader, text = called(callout, side, near[number], size, self._pens.fine)
                under.append(leader)
                letters.append(text)
        return [*under, *letters]

    def _moment(
        self,
        time_s: float,
        joints: Mapping[str, Point],
        options: Options,
        pose: Pose | None = None,
    ) -> Moment:
        return Moment(
            self.actor,
            time_s,
            pose or self.actor.repetition.take.at(time_s),
            self._at_mm,
            joints,
            self._sizes,
            self._words,
            options.highlight,
        )

    def _places(self, poses: Pose, rows: Sequence[int]) -> ComplexArray:
        """Some of the figure's points over poses (K, rows), mm."""
        found: ComplexArray = self.actor.fit.points(poses, list(rows)) + self._at_mm
        return found

    @cached_property
    def _joint_rows(self) -> range:
        start, stop = self.actor.fit.runs["joints"]
        return range(start // 2, stop // 2)

    @cached_property
    def _bellies(self) -> IntArray:
        """The two points of the figure between which each muscle's middle is (2, muscles)."""
        return np.array([belly(self.actor.fit, name) for name in MUSCLES]).T

    def _spots(self, placed: Placed) -> list[Hotspot]:
        number, radius, joints = self._number, 2.2 * self._pens.joint, placed.joints
        spots = [Hotspot(name, number, *joints[point], radius) for name, point in POINTED]
        one, other = placed.z[self._bellies]
        for name, at in zip(MUSCLES, ((one + other) / 2).tolist(), strict=True):
            spots.append(Hotspot(name, number, at.real, at.imag, MUSCLE_MM))
        return spots


def _named_joints(xy: Sequence[float]) -> Mapping[str, Point]:
    """Joints by name from flat x, y."""
    return dict(zip(JOINTS, zip(xy[0::2], xy[1::2], strict=True), strict=True))
