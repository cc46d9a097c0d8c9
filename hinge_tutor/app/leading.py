"""What all have in common that lead on in the place of the lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hinge_tutor.app.session import Session


class Leading:
    """Part of an object that leads; it starts out as one that asks nothing and shows nobody."""

    _session: Session
    # Whether it stands in the lesson's place, and whether the lesson was at its end before.
    leads = False
    _finished = False

    # ── opening and closing ──────────────────────────────────────────────────────────────────────

    def _lead(self) -> None:
        """Takes the page keys and the digits, and remembers where the lesson was left."""
        if not self.leads:
            self.leads, self._finished = True, self._session.finished
        self._session.guide = self

    def end(self) -> None:
        """The lesson again, where it was left."""
        if self.leads:
            self.leads = False
            self._go_back()

    def _go_back(self) -> None:
        self._session.stop_trying()
        if self._finished:
            self._session.finish()

    def on_step_changed(self) -> None:
        """Whoever has gone to a step of the lesson is not here any more."""
        if self.leads and self._session.guide is not self:
            self.leads = False
            self._go()

    def _go(self) -> None:
        """Says that one goes on to something else."""
        raise NotImplementedError

    # ── on ───────────────────────────────────────────────────────────────────────────────────────

    @property
    def veiled(self) -> bool:
        """Whether nothing may tell what hidden figures do."""
        return False

    @property
    def picks(self) -> bool:
        """Whether the choices are those figures."""
        return False

    @property
    def lends(self) -> bool:
        """Whether what is on the stage may be taken along."""
        return False

    @property
    def cue(self) -> str:
        """What it says to do; empty for nothing."""
        return ""

    @property
    def heard(self) -> str:
        """What is said to whoever cannot see it; empty where its pane says it."""
        return ""

    def begins_anew(self) -> bool:
        """The course was forgotten; whether this is no part of it and goes on."""
        return False

    @property
    def choices(self) -> int:
        """How many choices the digits have, counting from 1."""
        return 0

    def can_turn(self, forward: bool) -> bool:
        """Whether a page key leads anywhere."""
        raise NotImplementedError

    def turn(self, forward: bool) -> None:
        """On or back by a page key."""
        raise NotImplementedError

    def choose(self, number: int) -> None:
        """One of the choices."""
