"""The stage at a moment: figures side by side on one ground line and one clock, as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from hinge_tutor.lessons.figure_names import figure_name
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.shared_clock import Course, courses
from hinge_tutor.motion.take import Take
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.headers import entries, header_shapes, slow_badge, subtitle, widest_angles
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.performance import performance
from hinge_tutor.stage.picture import Hotspot, Picture, Shape, Strokes
from hinge_tutor.stage.plan import Column, Extent, Header, Layout, Plan, layout

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# Stages kept ready: the one on screen, the one before it (Back), an export and a spare.
KEPT = 4


def picture(repetitions: Sequence[Repetition], plan: Plan, options: Options, t: float) -> Picture:
    """The stage at t, 0…1 of the shared clock, which is the first repetition's.

    The camera belongs to the repetitions, the plan and the letter size; it stays while t runs.
    """
    return _stage(tuple(repetitions), plan, options.text_scale).picture(options, t)


def own_times(repetitions: Sequence[Repetition], t: float) -> tuple[float, ...]:
    """Each repetition's own time in s at t of the shared clock."""
    return tuple(course.at(t) for course in courses([each.take for each in repetitions]))


def moment_of(take: Take, at: float | str) -> float:
    """A moment as lessons write it, as t of a take: 0…1 of it, or a phase, meaning its end."""
    if isinstance(at, str):
        ends = [span.to_s for span in take.spans if span.phase == at]
        # A movement without this phase turns at its deepest moment and has no other place to name.
        return (ends[0] if ends else take.turn_s) / take.duration_s if take.duration_s else 0.0
    return min(max(float(at), 0.0), 1.0)


def angles_line(repetition: Repetition, time_s: float, words: Words) -> tuple[str, ...]:
    """What the line over a figure says at a moment of its own time."""
    return entries(Actor(repetition).degrees(time_s), words)


class Stage:
    """What stays while repetitions play: who stands where, at what scale, under what title."""

    def __init__(self, repetitions: tuple[Repetition, ...], plan: Plan, text_scale: float) -> None:
        self.repetitions = repetitions
        self.plan = plan
        self._actors = tuple(Actor(each) for each in repetitions)
        self._courses: tuple[Course, ...] = courses([each.take for each in repetitions])
        words = plan.words
        titles = plan.titles or tuple(figure_name(r.take.movement, words) for r in repetitions)
        badges = plan.badges or tuple(words.movement_badge(r.take.movement.id) for r in repetitions)
        extent = self._actors[0].extent
        for actor in self._actors[1:]:
            extent = extent.joined(actor.extent)
        self.extent: Extent = extent
        header = Header.of(titles, badges, widest_angles(words))
        self.layout: Layout = layout(plan, extent, len(repetitions), header, text_scale)
        self._letters = text_scale * plan.letters
        self._static = self._static_shapes(titles, badges)

    def picture(self, options: Options, t: float) -> Picture:
        """The stage at t."""
        shapes: list[Shape] = list(self._static)
        hotspots: list[Hotspot] = []
        for number, (actor, course, column) in enumerate(
            zip(self._actors, self._courses, self.layout.columns, strict=True)
        ):
            time_s = course.at(t)
            degrees = actor.degrees(time_s)
            shapes += subtitle(degrees, column, self.layout, self._letters, self.plan.words)
            drawn, spots = performance(
                actor,
                time_s,
                column,
                self.layout,
                self._letters,
                options,
                self.plan.words,
                self._ranking,
            )
            shapes += drawn
            hotspots += [Hotspot(name, number, *place) for name, place in spots]
        if options.speed < 1.0:
            shapes += slow_badge(options.speed, self.layout, self._letters)
        return Picture(self.layout.width, self.layout.height, tuple(shapes), tuple(hotspots))

    def _ranking(self) -> Sequence[str]:
        return self._ranked

    @cached_property
    def _ranked(self) -> Sequence[str]:
        """The muscles, those with the strongest effort of all figures first."""
        strongest = [actor.strongest() for actor in self._actors]
        return sorted(
            strongest[0], key=lambda name: -max(each.get(name, 0.0) for each in strongest)
        )

    def _static_shapes(self, titles: Sequence[str], badges: Sequence[str]) -> tuple[Shape, ...]:
        px = self.layout.mm_per_px
        shapes: list[Shape] = [self._ground(px)]
        for number, column in enumerate(self.layout.columns):
            title = titles[number] if number < len(titles) else ""
            badge = badges[number] if number < len(badges) else ""
            shapes += header_shapes(title, badge, column, self.layout, self._letters)
            if column.left > 0:
                divider = (column.left, column.ground, column.left, column.top - 10 * px)
                shapes.append(Strokes("divider", "stage", divider, "divider", px, 4 * px))
        return tuple(shapes)

    def _ground(self, px: float) -> Strokes:
        lines: list[float] = []
        for column in self.layout.columns:
            y = column.ground - px
            lines += [column.left, y, column.right, y]
        return Strokes("ground", "stage", tuple(lines), "floor", 2 * px)


_stages: dict[tuple[tuple[int, ...], int, float], Stage] = {}


def _stage(repetitions: tuple[Repetition, ...], plan: Plan, text_scale: float) -> Stage:
    """The stage of these values; a stage holds them, so their identities stay theirs."""
    key = (tuple(map(id, repetitions)), id(plan), text_scale)
    found = _stages.pop(key, None) or Stage(repetitions, plan, text_scale)
    _stages[key] = found
    while len(_stages) > KEPT:
        del _stages[next(iter(_stages))]
    return found


def columns(repetitions: Sequence[Repetition], plan: Plan, options: Options) -> tuple[Column, ...]:
    """Where each figure's column stands, in mm of the picture."""
    return _stage(tuple(repetitions), plan, options.text_scale).layout.columns
