"""Where the learner is in the course, what is asked there, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hinge_tutor.app.hands import Asker
from hinge_tutor.app.route import Route, Spot
from hinge_tutor.app.standing import Standing
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.by_hand import Drag
from hinge_tutor.lessons.fill import filled, filled_drag
from hinge_tutor.lessons.lesson import Build, Choice, Lesson, Question, StagePlan, Step

if TYPE_CHECKING:
    from hinge_tutor.app.guide import Guide
    from hinge_tutor.lessons.guess import Guess, Verdict


@dataclass(frozen=True)
class Graded:
    """The first answer to what a build asks: whose it is, and whether it was right."""

    asker: Asker
    right: bool


class Asking(Standing):
    """A place in the course; `answers` are the first ones given, by lesson, step and build, and
    `guesses` those by hand, which can be changed until they are kept. `passed` are those who asked
    somebody that went on without an answer, and were told it; `disproved` are those whose answer
    was not right, and who have gone on from what disproves it to what the build itself shows.

    Before an `audience` nobody answers, and what somebody answered alone is not shown.
    """

    def __init__(self, route: Route, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.route = route
        self.spot = Spot()
        self.answers: dict[Asker, int] = {}
        self.guesses: dict[Asker, Guess] = {}
        self.passed: set[Asker] = set()
        self.disproved: set[Asker] = set()
        self.audience = False
        # Who leads on instead of the lesson; nothing of the lesson is asked meanwhile.
        self.guide: Guide | None = None
        # Past the last build of the lesson: its goal is what is left to say.
        self.finished = False

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
    def trying(self) -> bool:
        """Whether something is being tried in place of what the build shows."""
        return self.plan is not self.own

    # ── asked ────────────────────────────────────────────────────────────────────────────────────

    @property
    def question(self) -> Question | None:
        """The question with its numbers filled in, from the build that asks it up to its answer."""
        found = None if self.guide is not None else self.route.asked(self.spot)
        if found is None or self.spot.build >= self._tells.stop:
            return None
        question, place = found
        figures = self._asked_of(place)
        return filled(question, lambda text: self._filled(text, figures))

    @property
    def drag(self) -> Drag | None:
        """What is asked to drag, from the build that asks it up to its answer."""
        found = None if self.guide is not None else self.route.dragged(self.spot)
        if found is None or self.route.asked(self.spot) or self.spot.build >= self._tells.stop:
            return None
        return found[0]

    @property
    def asked(self) -> Question | Drag | None:
        """What is asked, by choices or by hand, with its numbers filled in."""
        drag = self.drag
        if drag is None:
            return self.question
        figures = self._dragged_of()
        return filled_drag(drag, lambda text: self._filled(text, figures))

    def _asked_of(self, place: int) -> Mapping[str, Repetition]:
        """The figures whose numbers a question has: later builds may show fewer of them."""
        return self.solve(self.step.builds[place].stage)

    def _dragged_of(self) -> Mapping[str, Repetition]:
        found = self.route.dragged(self.spot)
        return self._asked_of(found[1]) if found else {}

    @property
    def asks_here(self) -> bool:
        """Whether this build is the one that asks."""
        return self._asker[2] == self.spot.build

    @property
    def explained(self) -> bool:
        """Whether this build tells the answer."""
        return self.spot.build in self._tells

    @property
    def pending(self) -> bool:
        """Whether a question is open, guessed or not: nothing may give its answer away."""
        return self.veiled or self._unanswered

    @property
    def _unanswered(self) -> bool:
        """Whether something is asked that is not told yet."""
        asks = self._asker[2] >= 0 and self.guide is None
        return asks and self.spot.build < self._tells.start

    @property
    def veiled(self) -> bool:
        """Whether nothing may tell what each figure does: hidden ones, until the answer is told."""
        if not self.plan.lettered:
            return False
        if self.guide is not None:
            return self.guide.veiled
        told = self._tells
        waits = not told or self.spot.build < told.start
        return waits or self.route.hides(self.spot)

    @property
    def untold(self) -> bool:
        """Whether going on from here would leave for good what is asked here without its answer."""
        asked = self._unanswered and self.asks_here and self.drag is None
        return asked and not self.route.tells_later(self.spot)

    # ── answered ─────────────────────────────────────────────────────────────────────────────────

    @property
    def answer(self) -> int | None:
        """The choice that was made, counting from 0."""
        return None if self.audience else self.answers.get(self._asker)

    @property
    def asking(self) -> bool:
        """Whether somebody may answer now."""
        open_ = self._unanswered and self.drag is None
        return open_ and self.answer is None and not self.audience

    @property
    def guess(self) -> Guess | None:
        """Where somebody has dragged it to, kept or not."""
        return None if self.audience else self.guesses.get(self._asker)

    @property
    def guessing(self) -> bool:
        """Whether somebody may drag now: in the build that asks, until a guess is kept."""
        kept = self.guess is not None and self.guess.kept
        return self.holds_still and not self.audience and not kept

    @property
    def holds_still(self) -> bool:
        """Whether the figures stand still, so that nobody sees what is to be guessed."""
        return self.drag is not None and self._unanswered and self.asks_here

    @property
    def mistaken(self) -> Choice | None:
        """The choice that was made, once it is told that it is not the right one."""
        found, answer = self.route.asked(self.spot), self.answer
        if found is None or answer is None or not self.explained:
            return None
        chosen = found[0].choices[answer]
        return None if chosen.right else chosen

    @property
    def verdict(self) -> Verdict | None:
        """What became of a guess that is kept, up to where it is told; None for one of nobody."""
        return self._judged() if self.drag is not None else None

    def _judged(self) -> Verdict | None:
        found, guess, figures = self.route.dragged(self.spot), self.guess, self._dragged_of()
        if found is None or guess is None or not guess.kept or found[0].figure not in figures:
            return None
        from hinge_tutor.lessons.guess import judge

        try:
            return judge(found[0], figures[found[0].figure], guess)
        except KeyError:
            # A movement without the phase that is asked for: nobody can say where it ends.
            return None

    @property
    def disproving(self) -> bool:
        """Whether what disproves the answer that was given stands in place of the build's own."""
        mistaken = self.mistaken
        return bool(mistaken and mistaken.replay) and self._asker not in self.disproved

    @property
    def settled(self) -> bool:
        """Whether an answer that was not right is disproved by now: what is right has the room."""
        mistaken = self.mistaken
        return bool(mistaken and mistaken.replay) and not self.disproving

    @property
    def page_ahead(self) -> bool:
        """Whether the build itself is still to be seen, once its answer is disproved.

        A build that asks and tells at once has been seen.
        """
        return self.disproving and not self.asks_here

    @property
    def said(self) -> bool:
        """Whether the build's own words hold: neither while an answer is disproved in its place,
        nor once it has told what it asked for.
        """
        told_here = self.asks_here and self.explained
        return not (self.finished or self.page_ahead or told_here)

    @property
    def own(self) -> StagePlan:
        """What this build shows: its own stage, or what disproves the answer that was given."""
        mistaken = self.mistaken
        shown = mistaken.replay if mistaken and self.disproving else None
        return shown or self.build.stage

    def graded(self) -> Graded | None:
        """The first answer to what this step asks, by choice or by hand; None before there is one.

        It is known from then on to the end of the step, also before the answer is told.
        """
        found, answer = self.route.asked(self.spot), self.answer
        if found is not None:
            return None if answer is None else Graded(self._asker, found[0].right == answer)
        verdict = self._judged()
        return None if verdict is None else Graded(self._asker, verdict.met)

    def unanswer(self, step: int | None = None) -> None:
        """As if nobody had answered in a step of this lesson, or in any of them."""
        for given in (self.answers, self.guesses):
            for key in tuple(given):
                if self._within(key, step):
                    del given[key]
        for told in (self.passed, self.disproved):
            told -= {key for key in told if self._within(key, step)}

    def _within(self, asker: Asker, step: int | None) -> bool:
        """Whether somebody asks in a step of this lesson, or in any of them."""
        return asker[0] == self.lesson.id and step in (None, asker[1])

    @property
    def _tells(self) -> range:
        passed = self._asker in self.passed
        return self.route.tells(self.spot, passed or self.answer is not None)

    @property
    def _asker(self) -> Asker:
        found = self.route.asked(self.spot) or self.route.dragged(self.spot)
        return self.lesson.id, self.spot.step, found[1] if found else -1
