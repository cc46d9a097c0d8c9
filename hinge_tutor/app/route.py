"""Where Next and Back lead: places in the course as three indices that count from 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hinge_tutor.lessons.lesson import Build, Lesson, Question, Step


@dataclass(frozen=True, order=True)
class Spot:
    """A build of a step of a lesson."""

    lesson: int = 0
    step: int = 0
    build: int = 0


class Route:
    """Every build of every lesson, in the order in which they are taught."""

    def __init__(self, lessons: Sequence[Lesson]) -> None:
        self.lessons = tuple(lessons)
        self.spots = tuple(
            Spot(at_lesson, at_step, at_build)
            for at_lesson, lesson in enumerate(self.lessons)
            for at_step, step in enumerate(lesson.steps)
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
        return next((other for other in self.spots if other > spot), None)

    def before(self, spot: Spot) -> Spot | None:
        """The build before."""
        return next((other for other in reversed(self.spots) if other < spot), None)

    def step_after(self, spot: Spot) -> Spot | None:
        """The first build of the next step."""
        end = Spot(spot.lesson, spot.step, len(self.step(spot).builds))
        return next((other for other in self.spots if other >= end), None)

    def step_before(self, spot: Spot) -> Spot | None:
        """The first build of the step before; of this step first, if that is further back."""
        start = Spot(spot.lesson, spot.step, 0)
        if spot > start:
            return start
        last = self.before(start)
        return Spot(last.lesson, last.step, 0) if last else None

    def lesson_after(self, spot: Spot) -> Spot | None:
        return next((other for other in self.spots if other.lesson > spot.lesson), None)

    def lesson_before(self, spot: Spot) -> Spot | None:
        start = Spot(spot.lesson, 0, 0)
        if spot > start:
            return start
        return Spot(spot.lesson - 1, 0, 0) if spot.lesson > 0 else None

    def find(self, lesson: str, step: int, build: int) -> Spot | None:
        """The nearest place to a lesson's id, and to a step and build that count from 1."""
        for index, candidate in enumerate(self.lessons):
            if candidate.id == lesson:
                at_step = min(max(step, 1), len(candidate.steps)) - 1
                builds = len(candidate.steps[at_step].builds)
                return Spot(index, at_step, min(max(build, 1), builds) - 1)
        return None

    def asked(self, spot: Spot) -> tuple[Question, int] | None:
        """The step's question and the build that asks it, once that build is reached."""
        for index, build in enumerate(self.step(spot).builds[: spot.build + 1]):
            if build.question is not None:
                return build.question, index
        return None

    def tells(self, spot: Spot, answered: bool) -> range:
        """The builds of this step that tell the answer; empty before its question.

        One that may show at once shows with the learner's; if nobody gave one, a build later.
        """
        found = self.asked(spot)
        if found is None:
            return range(0)
        question, asking = found
        later = [build.name for build in self.step(spot).builds][asking:]
        wait = later.index(question.reveal) if question.reveal in later else 0
        first = asking + (wait or (0 if answered else 1))
        return range(first, first + 1)

    def met(self, spot: Spot, layer: str) -> bool:
        """Whether the course has shown a layer by now."""
        return any(layer in self.build(seen).stage.layers for seen in self.spots if seen <= spot)
