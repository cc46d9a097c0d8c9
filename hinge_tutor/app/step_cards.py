"""The cards for what a step has one do: turn a dial, repair a figure, move along, and so on.

Each is made when a build first asks for it; a start has no need of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.session import Session

if TYPE_CHECKING:
    from hinge_tutor.app.dial_card import DialCard
    from hinge_tutor.app.practice_card import PracticeCard
    from hinge_tutor.app.practicing import Practicing
    from hinge_tutor.app.repair_card import RepairCard
    from hinge_tutor.app.way_card import WayCard


class StepCards:
    """Puts them into a column of the pane, and brings them to what the session has."""

    def __init__(
        self,
        session: Session,
        run: Callable[[str], object],
        practicing: Callable[[], Practicing],
        dials: QVBoxLayout,
        column: QVBoxLayout,
    ) -> None:
        """`run` runs a command of the window by its id; `practicing` makes the repetitions.

        The dial of a fault stands in a place of its own, `dials`, all others in `column`.
        """
        self._session = session
        self._practicing = practicing
        self._run = run
        self._dials = dials
        self._column = column
        self.dial: DialCard | None = None
        self.repair: RepairCard | None = None
        self.sandbox: WayCard | None = None
        self.practice: PracticeCard | None = None
        self.clinic: WayCard | None = None

    def refresh(self, tight: bool = False) -> None:
        """As the session has it; `tight`, there is little room for words."""
        session = self._session
        if self.dial is None and session.dial is not None:
            from hinge_tutor.app.dial_card import DialCard

            self.dial = DialCard(session)
            self._dials.addWidget(self.dial)
        if self.repair is None and session.repair is not None:
            from hinge_tutor.app.repair_card import RepairCard

            self.repair = RepairCard(session)
            self._column.insertWidget(0, self.repair)
        if self.sandbox is None and session.step.kind == "sandbox":
            from hinge_tutor.app.way_card import sandbox_card

            self.sandbox = sandbox_card(partial(self._run, "sandbox"))
            self._column.addWidget(self.sandbox)
        if self.practice is None and session.build.practice is not None:
            from hinge_tutor.app.practice_card import PracticeCard

            self.practice = PracticeCard(session, self._practicing(), self._run)
            self._column.addWidget(self.practice)
        if self.clinic is None and session.finished:
            from hinge_tutor.app.way_card import clinic_card

            self.clinic = clinic_card(session, partial(self._run, "clinic"))
            self._column.addWidget(self.clinic)
        if self.repair is not None:
            self.repair.set_tight(tight)
        for card in (self.dial, self.repair, self.practice):
            if card is not None:
                card.refresh()
        self._offer_ways()

    def _offer_ways(self) -> None:
        session = self._session
        if self.sandbox is not None:
            # Nobody may make up figures while a question is open that they would answer.
            free = session.open and bool(session.plan.movements)
            self.sandbox.offer(session.step.kind == "sandbox" and not session.finished, free)
        if self.clinic is not None:
            from hinge_tutor.app.way_card import ends_on_faults

            self.clinic.offer(ends_on_faults(session))

    def made(self) -> tuple[QWidget, ...]:
        """Those that there are."""
        every = (self.dial, self.repair, self.sandbox, self.practice, self.clinic)
        return tuple(card for card in every if card is not None)

    def asking(self) -> Iterator[QWidget]:
        """What has to be seen to begin with them, each more important than the one before."""
        if self.repair is not None and not self.repair.isHidden():
            yield from self.repair.asking

    def in_sight(self) -> Iterator[QWidget]:
        """What one wants to see of them now, each more important than the one before."""
        if self.repair is not None and self.repair.isVisible():
            yield from self.repair.in_sight()
