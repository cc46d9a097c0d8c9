"""What may stand on a hand-out of what is on the stage: faults beside it, and cues."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hinge_tutor.app.changing import standing_plan
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.measured import body_in_words
from hinge_tutor.app.session import Session
from hinge_tutor.export.handout_pair import casts_of, made
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.stage.handout import NO_CUE, Handout, cues, handout
from hinge_tutor.stage.shared_scene import SharedScene, write_shared

NOTHING = NO_CUE
# The fault that is on the stage, or the other movement there.
ON_STAGE = "on_stage"
# The cue of the lesson's own step, or of whoever leads in its place.
LESSON = "lesson"


class Choices:
    """Begins with what is on the stage, and gives the page for what is chosen."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._plan = StagePlan(())
        self._target: Cast | None = None
        self._other: Cast | None = None
        self._there: Cast | None = None
        self._taught = ""
        self.faults: tuple[tuple[str, str], ...] = ()
        self.fault = NOTHING

    @property
    def movement(self) -> str:
        assert self._target is not None, "nobody is on the stage"
        return self._target.movement

    def begin(self) -> None:
        """What is on the stage now."""
        session, words = self._session, self._session.words
        self._plan = standing_plan(session)
        self._target, self._there = casts_of(self._plan)
        self._other = self._there
        self._taught = self._said()
        self.faults = ((NOTHING, tr("Nothing")),)
        if self._there is not None:
            same = self._there.movement == self._target.movement and self._there.faults
            name = words.fault(self._there.faults[0][0]) if same else ""
            shown = name or words.movement(self._there.movement)
            self.faults += ((ON_STAGE, tr("%1, as on the stage").replace("%1", shown)),)
        self.faults += tuple(
            (fault.id, words.fault(fault.id))
            for fault in faults().values()
            if self.movement in fault.on and not self._target.mix
        )
        self.fault = ON_STAGE if self._there is not None else NOTHING

    def _said(self) -> str:
        """What whoever leads says to do; the lesson's own step as long as that is on the stage."""
        session = self._session
        if session.guide is not None:
            return session.guide.cue
        if session.plan.recorded:
            return ""
        build = session.build
        inner = session.settings.inner_cues and build.inner_cue
        return session.fill(inner or build.cue)

    def choose(self, id_: str) -> None:
        """What stands beside the movement from now on."""
        assert self._target is not None, "nobody is on the stage"
        if id_ in (NOTHING, ON_STAGE):
            self._other = self._there if id_ == ON_STAGE else None
        else:
            self._other = replace(self._target, name="other", faults=((id_, 1.0),))

    def cues(self) -> tuple[tuple[str, str], ...]:
        """The cues that fit what is chosen, by id, the usual one first."""
        found = list(self._cues().items())
        if self._taught and self._taught not in dict(found).values():
            # Beside a fault what repairs it comes before what the lesson says.
            wrong = self._other is not None and self._other.faults
            place = 1 if wrong and self._session.guide is None else 0
            found.insert(place, (LESSON, self._taught))
        return (*found, (NOTHING, tr("No cue")))

    def cue_of(self, id_: str) -> str:
        """The text of a cue."""
        return self._taught if id_ == LESSON else self._cues().get(id_, "")

    def _cues(self) -> dict[str, str]:
        target, other = made(self._plan, *self._pair())
        return dict(cues(target, other, self._session.words))

    def _pair(self) -> tuple[Cast, Cast | None]:
        assert self._target is not None, "nobody is on the stage"
        return self._target, self._other

    def handout(self, today: date, cue: str, whom: str) -> Handout:
        """The page."""
        words, units = self._session.words, self._session.settings.units
        target, other = made(self._plan, *self._pair())
        body = body_in_words(target.take.body, target.take.load, units, words)
        return handout(target, other, words, today, body, cue, whom)

    def scene(self) -> str:
        """The text of a scene with the movement, and what is beside it."""
        pair = tuple(cast for cast in self._pair() if cast is not None)
        return write_shared(SharedScene(replace(self._plan, movements=pair))) + "\n"
