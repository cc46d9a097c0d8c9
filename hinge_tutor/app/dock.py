"""What can stand under the stage when somebody asks: a part's card, plots, key poses.

Each is made, and its modules are read, when it is first asked for: a start has no need of them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.dock_room import GOOD_SHARE, STAGE_SHARE, Wanted, heights
from hinge_tutor.app.posing import Posing
from hinge_tutor.app.session import Session

if TYPE_CHECKING:
    from hinge_tutor.app.key_strip import KeyStrip
    from hinge_tutor.app.part_view import PartView
    from hinge_tutor.app.plot_pane import PlotPane
    from hinge_tutor.app.plot_view import Axis
    from hinge_tutor.app.pose_pane import PosePane


class _Pane(Protocol):
    """What the dock asks of a card."""

    def set_look(self, look: Look) -> None: ...
    def wanted_heights(self, scale: float, window_px: int) -> tuple[int, int]: ...
    def isVisible(self) -> bool: ...
    def setVisible(self, visible: bool) -> None: ...
    def setFixedHeight(self, h: int) -> None: ...


class Dock:
    """Makes the cards, puts them into the column of the stage, and shares out its height."""

    def __init__(
        self,
        session: Session,
        posing: Posing,
        column: QVBoxLayout,
        cards: QVBoxLayout,
        axis: Axis,
        owner: QWidget,
    ) -> None:
        """`column` holds the stage and then `cards`, whose last one is the muscle roll."""
        self._session = session
        self._posing = posing
        self._column = column
        self._cards = cards
        self._axis = axis
        self._owner = owner
        self._look: Look | None = None
        self._part: PartView | None = None
        self._plots: PlotPane | None = None
        self._strip: KeyStrip | None = None
        self._pose: PosePane | None = None

    @property
    def pose(self) -> PosePane:
        """The sliders of the pose that is edited."""
        if self._pose is None:
            from hinge_tutor.app.pose_pane import PosePane

            self._pose = PosePane(self._session, self._posing, self._owner)
            self._pose.hide()
            self._pose.closed.connect(partial(self._posing.switch, on=False))
            self._cards.insertWidget(2, self._pose)
            self._dress(self._pose)
        return self._pose

    @property
    def part(self) -> PartView:
        """The card of one joint or muscle."""
        if self._part is None:
            from hinge_tutor.app.part_view import PartView

            self._part = PartView(self._session, self._owner)
            self._part.hide()
            # Right under the transport, over the plots.
            self._cards.insertWidget(2, self._part)
            self._dress(self._part)
        return self._part

    @property
    def plots(self) -> PlotPane:
        """The plots with their buttons."""
        if self._plots is None:
            from hinge_tutor.app.plot_pane import PlotPane

            self._plots = PlotPane(self._session, self._axis, self.save, self._owner)
            self._plots.hide()
            self._cards.insertWidget(self._cards.count() - 1, self._plots)
            self._dress(self._plots)
        return self._plots

    @property
    def strip(self) -> KeyStrip:
        """The key poses, between stage and cards."""
        if self._strip is None:
            from hinge_tutor.app.key_strip import KeyStrip

            self._strip = KeyStrip(self._session, parent=self._owner)
            self._strip.hide()
            self._column.insertWidget(1, self._strip)
            self._dress(self._strip)
        return self._strip

    def _dress(self, pane: _Pane) -> None:
        if self._look is not None:
            pane.set_look(self._look)

    @property
    def on_screen(self) -> bool:
        """Whether its page is the one that is shown; an audience sees another."""
        return self._owner.isVisible()

    def save(self) -> None:
        """Saves the data of the figures to a file."""
        from hinge_tutor.app.data_file import save_data

        save_data(self._session, self._owner.window())

    def set_look(self, look: Look) -> None:
        """Another look for what was made."""
        self._look = look
        for pane in self._made():
            pane.set_look(look)

    def _made(self) -> tuple[PartView | PosePane | PlotPane | KeyStrip, ...]:
        panes = (self._strip, self._pose, self._part, self._plots)
        return tuple(pane for pane in panes if pane is not None)

    def over(self) -> tuple[QWidget, ...]:
        """What stands over the transport now."""
        return tuple(pane for pane in self._made() if pane is self._strip and pane.isVisible())

    def under(self) -> tuple[QWidget, ...]:
        """What stands under the transport now."""
        return tuple(pane for pane in self._made() if pane is not self._strip and pane.isVisible())

    def _asked(self, bare: bool) -> list[_Pane]:
        """What somebody wants to see and may, the first ones first.

        While a question is open they stay away, since they might hold the answer.
        """
        session, settings = self._session, self._session.settings
        if bare or session.pending or not session.repetitions:
            return []
        asked: list[_Pane] = []
        # The sandbox has the same sliders.
        if self._posing.on and not session.editing:
            asked.append(self.pose)
        if self._part is not None and self._part.part is not None:
            asked.append(self._part)
        if settings.plots:
            asked.append(self.plots)
        if settings.key_strip:
            asked.append(self.strip)
        return asked

    def share(
        self, column_px: int, taken_px: int, gap_px: int, bare: bool, least_px: int
    ) -> int | None:
        """Shows as much as has room in a column of which `taken_px` are taken; under `least_px`
        stage and message cannot be pressed.

        Returns the px that are left, or None where nothing is shown.
        """
        asked = self._asked(bare)
        look = self._look
        found: list[int] = []
        if look is not None and asked:
            window_px = self._owner.window().height()
            wanted = [Wanted(*pane.wanted_heights(look.scale, window_px)) for pane in asked]
            room = column_px - max(round(STAGE_SHARE * column_px), least_px) - taken_px
            spare = round((GOOD_SHARE - STAGE_SHARE) * column_px)
            found = heights(room, spare, gap_px, wanted)
        shown = {id(pane): high for pane, high in zip(asked, found, strict=False) if high}
        for pane in self._made():
            if high := shown.get(id(pane)):
                pane.setFixedHeight(high)
            pane.setVisible(id(pane) in shown)
        if not shown:
            return None
        return room - sum(high + gap_px for high in shown.values())
