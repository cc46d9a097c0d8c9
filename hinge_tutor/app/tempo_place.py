"""Where the big bar of the tempo stands: under the stage, in builds to move along with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session

if TYPE_CHECKING:
    from hinge_tutor.app.practicing import Practicing
    from hinge_tutor.app.tempo_bar import TempoBar

# As far from the edges as the cards under it, and from the first of them.
SIDE_PX, BELOW_PX = 20, 8


class TempoPlace:
    """Makes the practice and its bar when a build first asks for them."""

    def __init__(self, session: Session, owner: QWidget) -> None:
        """`column`, which holds the stage first, is filled in by `owner`."""
        self._session = session
        self._owner = owner
        self.column: QVBoxLayout | None = None
        self._look: Look | None = None
        self._practicing: Practicing | None = None
        self.bar: TempoBar | None = None

    @property
    def practicing(self) -> Practicing:
        """The repetitions to move along with."""
        if self._practicing is None:
            from hinge_tutor.app.practicing import Practicing

            self._practicing = Practicing(self._session, self._owner)
            # Whoever is told that the figures turn round asks for it again.
            self._practicing.on_step_changed()
        return self._practicing

    def set_look(self, look: Look) -> None:
        self._look = look
        if self.bar is not None:
            self.bar.set_look(look)

    def share(self, width: int) -> int:
        """Shows the bar where it is wanted, in a column of this width; returns its height."""
        wanted = self._session.build.practice is not None and self.practicing.on
        if self.bar is None:
            if not wanted or self.column is None:
                return 0
            from hinge_tutor.app.tempo_bar import TempoBar

            self.bar = TempoBar(self._session, self.practicing, self._owner)
            self.column.insertWidget(1, self.bar)
            if self._look is not None:
                self.bar.set_look(self._look)
        self.bar.setVisible(wanted)
        if not wanted or self._look is None:
            return 0
        side, below = self._look.gap(SIDE_PX), self._look.gap(BELOW_PX)
        return self.bar.fit(self._owner.window().height(), width, side, below)
