"""Train: what a trainer does with the person in front of the screen, and what becomes of it.

It leads in place of the lesson, as the fault clinic does: nothing of the course is asked or
recorded meanwhile, and whoever goes back finds the lesson where it was left. Page keys go through
what can be seen, digits choose it.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from hinge_tutor.app.card_keeping import CardKeeping
from hinge_tutor.app.leading import Leading
from hinge_tutor.app.session import Session
from hinge_tutor.app.trainee import Trainee
from hinge_tutor.lessons.aloud import sentences
from hinge_tutor.lessons.client import Person, Visit
from hinge_tutor.lessons.dial import TURNS
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.lessons.passing import Passing
from hinge_tutor.lessons.training import (
    USUAL_SHARE,
    alone,
    first_phase,
    pair,
    seen_faults,
    slower,
    two_visits,
)
from hinge_tutor.stage.arrangement import AS_IT_COMES, Arrangement

# What is on the stage: the person of today, two days of them, or the target to move along with.
TODAY, DAYS, ALONG = "today", "days", "along"


class Training(Leading, CardKeeping):
    """`changed` says that something else is set, seen or kept; `left` that the lesson leads again.

    `someone_new` says that nothing of the last person may be left on the screen.
    """

    left = Signal()
    someone_new = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.shows = TODAY
        self.days: tuple[Visit, Visit] | None = None
        # Whether figures of the lesson under it may be changed, once it leads again.
        self.over_open = False
        self._passing = Passing()
        self._staged = False
        self._arranged: Arrangement = AS_IT_COMES
        self._tried: StagePlan | None = None
        session.step_changed.connect(self.on_step_changed)

    # ── opening and closing ──────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """Whoever was there, on the stage; the cards as they are now."""
        session = self._session
        if not self.leads:
            self.over_open = session.open
            self._arranged = session.options.arrangement
            self._tried = session.plan if session.trying and session.guide is None else None
        self._lead()
        session.finished = self._staged = False
        session.options = replace(session.options, arrangement=AS_IT_COMES)
        self.clients.read()
        self.shows, self.days = TODAY, None
        self._stage(anew=True)
        if said := self.clients.take_complaints():
            session.say(said)

    def end(self) -> None:
        """The lesson again, where it was left."""
        if self.leads:
            super().end()
            self.left.emit()

    def _go_back(self) -> None:
        session = self._session
        session.options = replace(session.options, arrangement=self._arranged)
        if self._tried is None:
            super()._go_back()
        else:
            session.stop_trying()
            session.try_out(self._tried)

    def step_back(self) -> bool:
        """From two days or from moving along to today; False where today is shown."""
        if not self.leads or self.shows == TODAY:
            return False
        self.show_today()
        return True

    def _go(self) -> None:
        self.left.emit()

    # ── leading ──────────────────────────────────────────────────────────────────────────────────

    @property
    def lends(self) -> bool:
        return True

    @property
    def cue(self) -> str:
        """In the wording that somebody prefers; of the target as long as nothing was seen."""
        words, fault = self._session.words, self.trainee.fault
        if not fault:
            movement = self.trainee.movement
            return words.cue(movement, first_phase(movement))
        inner = words.fault_inner_cue(fault)
        return inner if self._session.settings.inner_cues and inner else words.fault_cue(fault)

    @property
    def tiles(self) -> tuple[str, ...]:
        """What can be seen in this movement."""
        return seen_faults(self.trainee.movement)

    @property
    def heard(self) -> str:
        """What was seen and what to say; of two days and of moving along other parts tell."""
        words, fault = self._session.words, self.trainee.fault
        name = words.fault(fault) if fault else words.movement(self.trainee.movement)
        return sentences((name, self.cue)) if self.shows == TODAY else ""

    @property
    def choices(self) -> int:
        return len(self.tiles) if self.shows == TODAY else 0

    def can_turn(self, _forward: bool) -> bool:
        return self.shows == TODAY

    def turn(self, forward: bool) -> None:
        """The next or the last thing that can be seen; from the end, nothing."""
        places = ("", *self.tiles)
        place = places.index(self.trainee.fault) + (1 if forward else -1)
        self._see(places[place % len(places)])

    def choose(self, number: int) -> None:
        """What was seen, counting from 1."""
        if 1 <= number <= self.choices:
            self.see(self.tiles[number - 1])

    # ── what is set ──────────────────────────────────────────────────────────────────────────────

    def do(self, movement: str) -> None:
        """Another movement; what was seen goes along where it is seen there, too."""
        self.trainee = self.trainee.doing(movement)
        self._to_today()
        self._stage(anew=True)

    def measure(self, person: Person, held: bool = False) -> None:
        """Another body; while a hand holds a slider only the stage is told."""
        self.trainee = replace(self.trainee, person=person)
        self._to_today()
        self._stage(held=held)

    def see(self, fault: str) -> None:
        """What was seen; the same again, and it was not."""
        self._see("" if fault == self.trainee.fault and self.shows == TODAY else fault)

    def _see(self, fault: str) -> None:
        if fault != self.trainee.fault:
            self.trainee = replace(self.trainee, fault=fault, share=USUAL_SHARE)
        self._to_today()
        self._stage(anew=True)

    def turn_dial(self, share: float, held: bool = False) -> None:
        """How much of it was seen, 0 to 1."""
        self.trainee = replace(self.trainee, share=min(max(share, 0.0), 1.0))
        self._stage(held=held)

    def turn_by(self, tenths: int) -> None:
        """More of it or less, in tenths."""
        self.turn_dial(round(TURNS * self.trainee.share + tenths) / TURNS)

    def slow_down(self, steps: int) -> None:
        """So many seconds more on the way down."""
        now = self.trainee
        self.trainee = replace(now, tempo=slower(now.movement, now.tempo, steps))
        self._stage()

    def write(self, note: str | None = None, name: str | None = None) -> None:
        """What somebody has typed."""
        self.trainee = replace(
            self.trainee,
            note=self.trainee.note if note is None else note,
            name=self.trainee.name if name is None else name,
        )
        self.changed.emit()

    # ── what is shown ────────────────────────────────────────────────────────────────────────────

    def show_today(self) -> None:
        """The person of today."""
        self._to_today()
        self._stage(anew=True)

    def move_along(self) -> None:
        """The target alone, for both to move along with; the same again goes back."""
        self.shows = TODAY if self.shows == ALONG else ALONG
        self.days = None
        self._stage(anew=True)

    @property
    def can_keep(self) -> bool:
        return self.days is None and super().can_keep

    def compare(self, one: Visit, other: Visit) -> None:
        """Two days of this client beside each other."""
        self.shows, self.days = DAYS, (one, other)
        self._stage(anew=True)

    def _to_today(self) -> None:
        self.shows, self.days = TODAY, None

    @property
    def plan(self) -> StagePlan:
        """What is on the stage."""
        trainee = self.trainee
        if self.days is not None:
            return two_visits(*self.days)
        if self.shows == ALONG or not trainee.fault:
            return alone(trainee.body, trainee.movement, trainee.tempo)
        return pair(trainee.body, trainee.fault, trainee.share, trainee.movement, trainee.tempo)

    def _stage(self, anew: bool = False, held: bool = False) -> None:
        """Puts it there: from its beginning, at the same moment, or as long as a hand moves it."""
        session, plan = self._session, self.plan
        if not self.leads:
            return
        if held:
            session.pass_by(self._passing.figures(plan))
        elif anew or len(plan.movements) != len(session.figures):
            options = session.options
            if self._staged:
                # Whoever wants to see other layers goes on to see them.
                plan = replace(plan, layers=tuple(sorted(options.layers)), speed=options.speed)
            self._staged = True
            session.try_out(plan)
        else:
            self._passing.forget()
            session.try_on(replace(plan, layers=session.plan.layers, speed=session.plan.speed))
        self.changed.emit()

    def _become(self, trainee: Trainee) -> None:
        self.trainee = trainee
        self._to_today()
        self.someone_new.emit()
        self._stage(anew=True)
