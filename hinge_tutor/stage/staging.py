"""What stays while repetitions play: who stands where, at what scale, under what title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.motion.shared_clock import shared_clock
from hinge_tutor.stage import legend
from hinge_tutor.stage.actors import actor_of, needed
from hinge_tutor.stage.arrangement import OVERLAY, Arrangement
from hinge_tutor.stage.backdrop import backdrop
from hinge_tutor.stage.company import Companies
from hinge_tutor.stage.footers import footer, taken
from hinge_tutor.stage.headers import headings, subtitle, widest_angles
from hinge_tutor.stage.knots import knots
from hinge_tutor.stage.labels import Box
from hinge_tutor.stage.mirror import mirrored, mirrored_spot
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.overlap import overlap
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.performance import Performer
from hinge_tutor.stage.picture import Hotspot, Picture, Still
from hinge_tutor.stage.plan import Extent, Header, Layout, Plan, layout
from hinge_tutor.stage.settling import Settled, boxes_over, reflected
from hinge_tutor.stage.shapes import Shape

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# Places of texts kept: for the layers on screen, those before, an export and a spare.
KEPT = 4
# Half of what one moment of the clock lasts for texts that are placed for it alone.
MOMENT = 1e-3


class Stage:
    """Repetitions arranged as asked, on a plan with letters of one size."""

    def __init__(
        self,
        repetitions: tuple[Repetition, ...],
        plan: Plan,
        text_scale: float,
        arrangement: Arrangement,
        explained: frozenset[str] = frozenset(),
    ) -> None:
        """`explained` are the layers in the legend, which has room under everything else."""
        self.plan = plan
        self.clock = shared_clock([each.take for each in repetitions], arrangement.sync)
        # Figures keep their places in the scene as their numbers, wherever they stand.
        self.shown = arrangement.shown(len(repetitions))
        self._actors = {number: actor_of(repetitions[number]) for number in self.shown}
        lengths = [repetitions[number].take.duration_s for number in self.shown]
        self._lengths = [length for length in lengths if length > 0.0]
        self._mirrored = arrangement.mirrored
        self._over = arrangement.view == OVERLAY and len(self.shown) > 1
        titles, badges = (
            tuple(every[number] if number < len(every) else "" for number in self.shown)
            for every in headings(repetitions, plan, self._over)
        )
        self.extent: Extent = needed([repetitions[number] for number in self.shown])
        if plan.room is not None:
            self.extent = self.extent.joined(plan.room)
        count = len(self.shown)
        header = Header.of(titles, badges, widest_angles(plan.words) if plan.angles else ())
        self._letters = text_scale * plan.letters
        self._explained = explained
        under = legend.height_px(len(legend.lines(explained, plan, self._letters)), self._letters)
        over = replace(plan, height_px=plan.height_px - under)
        made: Layout = (
            overlap(over, self.extent, count, header, text_scale)
            if self._over
            else layout(over, self.extent, count, header, text_scale, arrangement.view)
        )
        self.layout = legend.raised(made, under)
        # With the line over it, half of which is above.
        self._under_mm = (under + 1.0) * self.layout.mm_per_px
        self._performers = [
            Performer(self._actors[number], column, self.layout, self._letters, plan.words, number)
            for number, column in zip(self.shown, self.layout.columns, strict=True)
        ]
        self._feet: dict[float, Sequence[Shape]] = {}
        self._places: dict[object, Sequence[Settled]] = {}
        self._static = backdrop(self.layout, self._letters, titles, badges, self._over)
        self._companies = Companies(self._actors, self._over)

    def picture(self, options: Options, t: float) -> Picture:
        """The stage at t."""
        foot = self._foot(options.speed)
        times = dict(enumerate(self.clock.own_times(t)))
        places = self._settled(options, taken(foot), t)
        figures: list[list[Shape]] = []
        hotspots: list[Hotspot] = []
        subtitles: list[Shape] = []
        for place, number in enumerate(self.shown):
            actor, header = self._actors[number], self.layout.headers[place]
            degrees = actor.degrees(times[number])
            if self.plan.angles:
                subtitles += subtitle(degrees, header, self.layout, self._letters, self.plan.words)
        for place, settled in enumerate(places):
            drawn, spots = self._figure(place, options, times, t, settled)
            axis = self._axis(place)
            figures.append(mirrored(drawn, axis) if self._mirrored else drawn)
            hotspots += [mirrored_spot(s, axis) for s in spots] if self._mirrored else spots
        shapes = [*self._static, *subtitles]
        if self._over:
            pen = pens(self.layout.mm_per_px, self.layout.height / self.layout.mm_per_px).line
            from hinge_tutor.stage.casting import laid_over

            shapes += laid_over(figures, options.arrangement.opacity, pen)
        else:
            shapes += [shape for drawn in figures for shape in drawn]
        shapes += foot
        shapes += self._legend
        return Picture(
            *(self.layout.width, self.layout.height),
            *(tuple(shapes), tuple(hotspots)),
            still=self._still,
        )

    def _foot(self, speed: float) -> Sequence[Shape]:
        """The badges at the foot, the same at every moment."""
        if not self.plan.foot:
            return ()
        if speed not in self._feet:
            words, clock = self.plan.words, self.clock
            self._feet[speed] = footer(
                self.layout, self._letters, words, speed, clock, self._lengths
            )
        return self._feet[speed]

    def _figure(
        self, place: int, options: Options, times: Mapping[int, float], t: float, settled: Settled
    ) -> tuple[list[Shape], list[Hotspot]]:
        """The shapes of the figure at a place from the left, facing right, and its hotspots."""
        number, own = self.shown[place], self._own(options, place)
        performer = self._performers[place]
        names = performer.names(own, self._ranking)
        company = self._companies.of(number, own, times)
        return performer.shapes(times[number], t, own, names, company, settled)

    def _own(self, options: Options, place: int) -> Options:
        """What the figure at a place shows."""
        if not self._over:
            return options
        # Figures that stand beside each other need nothing of how they are laid over.
        from hinge_tutor.stage.casting import for_figure

        return for_figure(options, place == 0)

    def _settled(self, options: Options, covered: Sequence[Box], t: float) -> Sequence[Settled]:
        """Where the texts of each figure stand during the whole motion, or at a moment in hand."""
        if options.in_hand:
            return self._settle(options, covered, np.array([t - MOMENT, t + MOMENT]))
        shown = (
            options.layers,
            options.highlight,
            options.props,
            options.solo,
            options.anatomical,
        )
        key = (shown, options.arrangement.difference, tuple(covered))
        found = self._places.get(key)
        if found is None:
            found = self._settle(options, covered, self._knots)
            while len(self._places) >= KEPT:
                del self._places[next(iter(self._places))]
            self._places[key] = found
        return found

    def _settle(
        self, options: Options, covered: Sequence[Box], at: FloatArray
    ) -> Sequence[Settled]:
        """The places over knots (K,) of the clock."""
        courses = [course.over(at) for course in self.clock.courses]
        found: list[Settled] = []
        fixed = boxes_over(covered, len(at))
        around: list[ComplexArray] = []
        # Over each other, the first figure has all texts but the arrows' numbers, which come first.
        for place in reversed(range(len(self.shown))):
            number, performer = self.shown[place], self._performers[place]
            own = self._own(options, place)
            times = zip(*courses, strict=True)
            companies = [self._companies.of(number, own, dict(enumerate(each))) for each in times]
            # A label is mirrored with its figure, so what it keeps off is mirrored before.
            mirror = self._mirrored and not self._over
            settled = performer.settle(
                at,
                self.clock.duration_s,
                courses[number],
                own,
                performer.names(own, self._ranking),
                companies,
                reflected(fixed, self._axis(place)) if mirror else fixed,
                around,
            )
            found.insert(0, settled)
            if self._over:
                fixed = settled.boxes
                around.append(performer.points(courses[number]))
        return found

    @cached_property
    def _legend(self) -> Sequence[Shape]:
        layers, newton_mm = self._explained, 0.0
        if "forces" in layers:
            newton_mm = self._companies.newton_mm
        return legend.shapes(layers, self.plan, self.layout, self._letters, newton_mm)

    @cached_property
    def _still(self) -> Still | None:
        return Still(len(self._legend), self._under_mm) if self._legend else None

    def _axis(self, place: int) -> float:
        """The x on which a figure is mirrored: the middle of its column."""
        column = self.layout.columns[place]
        return (column.inner + column.right) / 2

    @cached_property
    def _knots(self) -> FloatArray:
        courses = self.clock.courses
        moving = [(courses[n], each.times, each.gone_mm) for n, each in self._actors.items()]
        return knots(self.clock, moving)

    def _ranking(self) -> Sequence[str]:
        return self._ranked

    @cached_property
    def _ranked(self) -> Sequence[str]:
        """The muscles, those with the strongest effort of all figures first."""
        strongest = [actor.strongest() for actor in self._actors.values()]
        return sorted(
            strongest[0], key=lambda name: -max(each.get(name, 0.0) for each in strongest)
        )
