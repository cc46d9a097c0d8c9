"""Where Next and Back lead: places in the course as three indices that count from 0.

Behind the course stand the lessons of packs, each pack a course of its own: nothing leads from one
course into another but a choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hinge_tutor.lessons.by_hand import Drag
from hinge_tutor.lessons.lesson import Build, Lesson, Question, Step
from hinge_tutor.lessons.readings import Readings

if TYPE_CHECKING:
    from hinge_tutor.lessons.pack import Pack


@dataclass(frozen=True, order=True)
class Spot:
    """A build of a step of a lesson."""

    lesson: int = 0
    step: int = 0
    build: int = 0


class Route:
    """Every build of every lesson, in the order in which they are taught."""

    def __init__(self, lessons: Readings) -> None:
        self.lessons = lessons

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The packs that are open, in the order of their lessons."""
        return self.lessons.packs

    def course(self, lesson: int) -> range:
        """The places of the lessons that are taught with one, itself among them."""
        start, end = 0, self.lessons.own
        for pack in self.packs:
            if lesson < end:
                break
            start, end = end, end + len(pack.lessons)
        return range(start, end)

    def pack(self, lesson: int) -> Pack | None:
        """The pack that a lesson is of; None for one of the course."""
        end = self.lessons.own
        if lesson < end:
            return None
        for pack in self.packs:
            end += len(pack.lessons)
            if lesson < end:
                return pack
        return None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All of them, for whoever walks through the whole course: reads every lesson."""
        return tuple(spot for place in range(len(self.lessons)) for spot in self._within(place))

    def _within(self, place: int) -> tuple[Spot, ...]:
        """Every build of one lesson."""
        return tuple(
            Spot(place, at_step, at_build)
            for at_step, step in enumerate(self.lessons[place].steps)
            for at_build in range(len(step.builds))
        )

    def lesson(self, spot: Spot) -> Lesson:
        return self.lessons[spot.lesson]

    def step(self, spot: Spot) -> Step:
        return self.lesson(spot).steps[spot.step]

    def build(self, spot: Spot) -> Build:
        return self.step(spot).builds[spot.build]

    def after(self, spot: Spot) -> Spot | None:
        """The next build."""
        later = (other for other in self._within(spot.lesson) if other > spot)
        return next(later, self.lesson_after(spot))

    def before(self, spot: Spot) -> Spot | None:
        """The build before."""
        earlier = [other for other in self._within(spot.lesson) if other < spot]
        if earlier:
            return earlier[-1]
        former = spot.lesson - 1
        return self._within(former)[-1] if former in self.course(spot.lesson) else None

    def step_after(self, spot: Spot) -> Spot | None:
        """The first build of the next step."""
        if spot.step + 1 < len(self.lesson(spot).steps):
            return Spot(spot.lesson, spot.step + 1, 0)
        return self.lesson_after(spot)

    def step_before(self, spot: Spot) -> Spot | None:
        """The first build of the step before; of this step first, if that is further back."""
        start = Spot(spot.lesson, spot.step, 0)
        if spot > start:
            return start
        last = self.before(start)
        return Spot(last.lesson, last.step, 0) if last else None

    def lesson_after(self, spot: Spot) -> Spot | None:
        """The first build of the next lesson."""
        return Spot(spot.lesson + 1) if spot.lesson + 1 in self.course(spot.lesson) else None

    def lesson_before(self, spot: Spot) -> Spot | None:
        """The first build of this lesson, or of the one before when that is where one is."""
        start = Spot(spot.lesson)
        if spot > start:
            return start
        return Spot(spot.lesson - 1) if spot.lesson - 1 in self.course(spot.lesson) else None

    def find(self, lesson: str, step: int, build: int) -> Spot | None:
        """The nearest place to a lesson's id, and to a step and build that count from 1."""
        if lesson not in self.lessons.ids:
            return None
        index = self.lessons.ids.index(lesson)
        steps = self.lessons[index].steps
        at_step = min(max(step, 1), len(steps)) - 1
        return Spot(index, at_step, min(max(build, 1), len(steps[at_step].builds)) - 1)

    def linked(self, lesson: str, here: Spot) -> Spot | None:
        """Where a link leads that stands in a lesson: into its own pack first."""
        pack = self.pack(here.lesson)
        inside = self.find(f"{pack.id}/{lesson}", 1, 1) if pack is not None else None
        return inside or self.find(lesson, 1, 1)

    def asked(self, spot: Spot) -> tuple[Question, int] | None:
        """The step's question and the build that asks it, once that build is reached.

        Where a step asks twice, it is the later one from there on.
        """
        for index, build in reversed([*enumerate(self.step(spot).builds[: spot.build + 1])]):
            if build.question is not None:
                return build.question, index
        return None

    def dragged(self, spot: Spot) -> tuple[Drag, int] | None:
        """What the step asks to drag and the build that asks it, once that build is reached."""
        for index, build in enumerate(self.step(spot).builds[: spot.build + 1]):
            if build.drag is not None:
                return build.drag, index
        return None

    def hides(self, spot: Spot) -> bool:
        """Whether a later build of this step asks more about the same hidden figures."""
        here = self.build(spot).stage
        later = self.step(spot).builds[spot.build + 1 :]
        return any(
            build.question and build.stage.lettered and build.stage.movements == here.movements
            for build in later
        )

    def tells_later(self, spot: Spot) -> bool:
        """Whether what this build asks is told in a later one, as this step goes on by itself."""
        build, later = self.build(spot), self.step(spot).builds[spot.build + 1 :]
        if build.question is None or not later:
            return False
        names = [each.name for each in later]
        told = names.index(build.question.reveal) if build.question.reveal in names else 0
        # A build that asks anew tells its own answer.
        return all(each.question is None for each in later[: told + 1])

    def tells(self, spot: Spot, answered: bool) -> range:
        """The builds of this step that tell the answer; empty before its question.

        One that may show at once shows with the learner's; if nobody gave one, a build later. Where
        something really is always shows a build later: the build that asks stands still.
        """
        question = self.asked(spot)
        found = question or self.dragged(spot)
        if found is None:
            return range(0)
        asked, asking = found
        later = [build.name for build in self.step(spot).builds][asking:]
        wait = later.index(asked.reveal) if asked.reveal in later else 0
        first = asking + (wait or (0 if answered and question else 1))
        return range(first, first + 1)

    def met(self, spot: Spot, layer: str) -> bool:
        """Whether this step has shown a layer by now; each begins sparse."""
        seen = self.step(spot).builds[: spot.build + 1]
        return any(layer in build.stage.layers for build in seen)
