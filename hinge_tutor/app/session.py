"""The only hub: where the learner is, who is on the stage, and three signals that say so."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from hinge_tutor.app.answering import Answering
from hinge_tutor.app.command import always
from hinge_tutor.app.limit_words import why_not
from hinge_tutor.app.route import Route, Spot
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.solving import Solve, solved
from hinge_tutor.app.trouble import REFUSALS
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.dial import Dial, dial_of
from hinge_tutor.lessons.fill import fill
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.lessons.readings import Readings
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.options import Options


class Session(Answering):
    """State of the tutor; panes read it when a signal tells them to.

    step_changed: another build, other figures in it, or another answer. frame_changed: another
    moment, or play and pause. options_changed: how things are shown, or a sentence for the status
    line.
    """

    def __init__(
        self,
        lessons: Readings,
        words: Words,
        solve: Solve,
        memory: Memory,
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        """`now` gives seconds of a monotonic clock; `solve` the figures of a build."""
        super().__init__(Route(lessons), memory, now, parent)
        self.words = words
        self._solver = solve
        self._spoken_of: Mapping[str, Repetition] = {}
        # Whether somebody makes up figures, in a pane that says how to go back.
        self.editing = False
        # Whether one may go elsewhere now; what would be lost by it is said first.
        self.may_leave: Callable[[], bool] = always
        place = memory.place
        found = self.route.find(place.lesson, place.step, place.build)
        self.spot = found or Spot()
        # Nobody chose the beginning where a lesson that is kept cannot be read today.
        self._chosen = found is not None
        self._enter()

    # ── where ────────────────────────────────────────────────────────────────────────────────────

    def fill(self, text: str, figures: Mapping[str, Repetition] | None = None) -> str:
        """A lesson's text with the numbers of the figures on the stage, or of others."""
        return self._filled(text, self._spoken_of if figures is None else figures)

    def _filled(self, text: str, figures: Mapping[str, Repetition]) -> str:
        """A number that a broken file stands behind becomes a dash."""
        try:
            return fill(text, figures, self.words)
        except REFUSALS:
            return fill(text, {}, self.words)

    def go(self, spot: Spot | None) -> None:
        """To another build; nowhere when there is none, or something would be lost by it."""
        if spot is None or (spot == self.spot and not self.finished) or not self.may_leave():
            return
        self._note_seen()
        if spot.lesson != self.spot.lesson and spot == self.route.after(self.spot):
            self._note_finished()
        self._move(spot)
        self._enter()
        self._note_seen()
        self._tell()
        # A place that is shown to others is not where the learner is.
        self._chosen = self.recording
        self._remember(self._keep_place)

    def speak(self, lessons: Readings, words: Words) -> None:
        """The same place, answers, figures and moment in another language, for another window."""
        place, tried = self._place, self.trying
        lessons.follow(self.route.packs)
        self.words, self.route = words, Route(lessons)
        self.spot = self.route.find(place.lesson, place.step, place.build) or Spot()
        if tried:
            # What is tried says nothing of its own.
            self.notice = self._known()
        elif self._place == place and replace(self.own, quiet=self.plan.quiet) == self.plan:
            self.plan = self.own
            self.notice = self._known()
        else:
            self._enter()

    def end(self) -> None:
        """The tutor is being closed: nothing moves on, and the place is kept if it can be."""
        self.timeline.play(False)
        self.timeline.set_seen(False)
        with contextlib.suppress(OSError):
            self._keep_place()

    def finish(self) -> None:
        """Past the last build: the figures stand, nothing moves on."""
        self._note_seen()
        self._note_finished()
        self.finished = True
        self.timeline.stand_at(0.0)
        self._tell()
        self._keep()

    def forget(self) -> None:
        """Nothing of the course was done, here and on disk: it begins anew."""
        self.memory.progress = self.progress.forget()
        self.answers.clear()
        self.guesses.clear()
        self.passed.clear()
        self.disproved.clear()
        self.repairs.clear()
        self.spot, self._chosen = Spot(), False
        guide, plan = self.guide, self.plan
        self._enter()
        if guide is not None and guide.begins_anew():
            self.guide = guide
            self._show(plan)
        self._tell()
        self._keep()

    def reset_step(self) -> None:
        """The step from its first build, unanswered, as the lesson shows it."""
        if not self.may_leave():
            return
        self.unanswer(self.spot.step)
        self.options = Options()
        self.spot = Spot(self.spot.lesson, self.spot.step, 0)
        self._enter()
        self._tell()

    def _enter(self) -> None:
        """Solves the build's figures and sets clock and layers as the lesson has them."""
        self.finished = False
        self.guide = None
        self.disputed = ()
        self._show(self.own)
        # What is said of the build is said of its own figures, whatever disproves an answer.
        own = self.plan is self.build.stage
        self._spoken_of = self.figures if own else self.solve(self.build.stage)
        self._mended = self.repaired
        self.timeline.held = self.holds_still and not self.audience

    @property
    def open(self) -> bool:
        """Whether figures may be changed: not while an answer is awaited, nor at the end, nor while
        somebody else leads, nor what somebody did.
        """
        free = not self.pending and not self.finished and self.guide is None
        return free and not self.plan.recorded

    def try_out(self, plan: StagePlan) -> None:
        """Another plan in place of the build's, until the build is entered again."""
        self._show(plan)
        self._tell()

    def try_on(self, plan: StagePlan) -> None:
        """Other figures in place of the build's, at the same moment and shown as before."""
        before = len(self.figures)
        self.plan = plan
        self.dial = dial_of(plan)
        self._stand(plan)
        arranged = self.options.arrangement
        if len(self.figures) != before:
            arranged = arranged.for_others(arranged.difference)
        self.options = replace(self.options, arrangement=arranged, in_hand=False)
        self._keep_time()
        self.notice = self._known()
        self._tell()

    def pass_by(self, figures: Mapping[str, Repetition]) -> None:
        """As many figures for a moment, while something is dragged; the stage alone is told."""
        self.figures, self.problem = figures, None
        self.options = replace(self.options, in_hand=True)
        self._keep_time()
        self.frame_changed.emit()

    def _keep_time(self) -> None:
        """The clock of other figures at the same moment, or from the beginning after nobody."""
        if self.timeline.spans and self.repetitions:
            self.timeline.lead(self.clock)
        else:
            self.timeline.set(self.clock if self.repetitions else None, self.plan)

    def stop_trying(self) -> None:
        """Back to what the build shows."""
        self._enter()
        self._tell()

    def _show(self, plan: StagePlan) -> None:
        self.timeline.held = False
        self.plan = plan
        repair = self.repair
        # What is to be repaired has dials of its own.
        self.dial = None if repair else dial_of(plan)
        self._stand(repair.turned(plan) if repair else plan)
        self.notice = self._known()
        scale = self.settings.text_percent / 100
        # Arrows between more than two hide what the lesson points at; who wants them asks.
        told = plan.difference and len(plan.movements) == 2
        # How one watches is kept from build to build; who is shown is not.
        arranged = self.options.arrangement.for_others(told)
        self.options = Options(
            frozenset(plan.layers) | self._found,
            scale,
            plan.highlight,
            plan.speed,
            plan.props,
            arrangement=arranged,
        )
        self.timeline.set(self.clock if self.repetitions else None, plan)

    def turn_dial(self, dial: Dial) -> None:
        """The build's fault as far as its dial stands now; time stays where it is."""
        self.dial = dial
        self._stand(dial.turn(self.plan))
        if self.plan is self.build.stage:
            self._spoken_of = self.figures
        if self.repetitions:
            self.timeline.lead(self.clock)
        # The dial's card says how far it stands; a line that comes and goes would move the figures.
        self.notice = self._known()
        self._tell()

    def _show_repair(self, plan: StagePlan) -> None:
        self._stand(plan)
        self._spoken_of = self.figures
        self.options = replace(self.options, in_hand=False)
        self._keep_time()
        self.notice = self._known()

    def remind(self) -> None:
        """Says again what stands in the status line as long as nothing else is said."""
        self.say(self._known())

    def _known(self) -> str:
        """What stands in the status line as long as nothing else is said."""
        tried = self.trying and not self.editing and self.guide is None
        back = self.tr("Esc goes back to the lesson.") if tried else ""
        return f"{back} {self._limits()}".strip()

    def _stand(self, plan: StagePlan) -> None:
        """Puts a plan's figures on the stage."""
        self.figures, self.problem = self._solved(plan)

    def _limits(self) -> str:
        return why_not(self.repetitions, self.problem, self.words)

    def _solved(self, plan: StagePlan) -> tuple[Mapping[str, Repetition], Exception | None]:
        return solved(self._solver, plan, self.lesson.file)

    def solve(self, plan: StagePlan) -> Mapping[str, Repetition]:
        """The figures of a build; nobody where a file behind them cannot be read."""
        return self._solved(plan)[0]

    def solve_again(self) -> None:
        """The figures of the same plan, whose movements were written anew; time stays."""
        self._stand(self.plan)
        self._spoken_of = self._spoken_of if self.trying else self.figures
        self._keep_time()
        self._tell()

    def _tell(self) -> None:
        self.step_changed.emit()
        self.frame_changed.emit()
        self.options_changed.emit()
