"""Where the learner is in the course, and what is asked there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from hinge_tutor.app.guide import Guide
from hinge_tutor.app.route import Route, Spot
from hinge_tutor.app.standing import Standing
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.fill import filled
from hinge_tutor.lessons.lesson import Build, Lesson, Question, StagePlan, Step


class Asking(Standing):
    """A place in the course; `answers` are the first ones given, by lesson, step and build."""

    def __init__(self, route: Route, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.route = route
        self.spot = Spot()
        self.answers: dict[tuple[str, int, int], int] = {}
        # Who leads on instead of the lesson; nothing of the lesson is asked meanwhile.
        self.guide: Guide | None = None

    def solve(self, plan: StagePlan) -> Mapping[str, Repetition]:
        """The figures of a build; nobody where a file behind them cannot be read."""
        raise NotImplementedError

    def _filled(self, text: str, figures: Mapping[str, Repetition]) -> str:
        raise NotImplementedError

    @property
    def lesson(self) -> Lesson:
        return self.route.lesson(self.spot)

    @property
    def step(self) -> Step:
        return self.route.step(self.spot)

    @property
    def build(self) -> Build:
        return self.route.build(self.spot)

    @property
    def question(self) -> Question | None:
        """The question with its numbers filled in, from the build that asks it up to its answer."""
        found = None if self.guide is not None else self.route.asked(self.spot)
        if found is None or self.spot.build >= self._tells.stop:
            return None
        question, place = found
        # Its numbers are those of the build that asks it; later builds may show fewer figures.
        figures = self.solve(self.step.builds[place].stage)
        return filled(question, lambda text: self._filled(text, figures))

    @property
    def answer(self) -> int | None:
        """The choice that was made, counting from 0."""
        return self.answers.get(self._asked())

    @property
    def explained(self) -> bool:
        """Whether this build tells the answer."""
        return self.spot.build in self._tells

    @property
    def asking(self) -> bool:
        """Whether somebody may answer now."""
        return self.question is not None and self.answer is None and not self.explained

    @property
    def asks_here(self) -> bool:
        """Whether this build is the one that asks its step's question."""
        found = self.route.asked(self.spot)
        return found is not None and found[1] == self.spot.build

    @property
    def pending(self) -> bool:
        """Whether a question is open, guessed or not: nothing may give its answer away."""
        return self.question is not None and not self.explained

    @property
    def _tells(self) -> range:
        return self.route.tells(self.spot, self.answer is not None)

    def _asked(self) -> tuple[str, int, int]:
        found = self.route.asked(self.spot)
        return self.lesson.id, self.spot.step, found[1] if found else -1
