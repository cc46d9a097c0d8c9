"""Learn: the lesson on the left, the stage with its controls on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.dock import Dock
from hinge_tutor.app.figure_hand import FigureHand
from hinge_tutor.app.handle_hand import HandleHand
from hinge_tutor.app.hold_badge import HoldBadge
from hinge_tutor.app.lesson_place import LessonPlace
from hinge_tutor.app.muscle_roll import MuscleRoll
from hinge_tutor.app.opacity_slider import OpacitySlider
from hinge_tutor.app.panes import LARGEST_SHARE
from hinge_tutor.app.posing import Posing
from hinge_tutor.app.scenery import Scenery
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.status_line import StatusLine
from hinge_tutor.app.transport import Transport

if TYPE_CHECKING:
    from hinge_tutor.app.guess_hand import GuessHand

# Lower than this at 100 % text, the roll folds away and leaves its place to the figures.
ROLL_FROM_PX = 760
SIDE_PX, FOOT_PX, GAP_PX = 20, 16, 12
# Of the height that lesson and menus leave, the figures of a practice get this share.
FIGURE_SHARE = 0.5
# A window is tall when it is narrower than this part of its height.
TALL_BELOW, LESSON_SHARE = 0.95, 0.4


@runtime_checkable
class Beside(Protocol):
    """What the view asks of a pane that stands beside the stage."""

    def set_look(self, look: Look) -> None: ...
    def width_in(self, window_px: int, scale: float) -> int: ...


class LearnView(LessonPlace):
    """Shares the room: the stage gets at least 55 % of the width, and what height is left."""

    def __init__(
        self, session: Session, stage: StageView, scenery: Scenery, parent: QWidget | None = None
    ) -> None:
        """`scenery` makes the picture of the stage."""
        super().__init__(session, stage, parent)
        self.setObjectName("column")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bare = False
        self._badge = HoldBadge(session, stage)
        self._opacity = OpacitySlider(session, stage)
        self.status = StatusLine(session)
        self.transport = Transport(session)
        self.roll = MuscleRoll(session, self.transport.axis)
        self._cards = cards = QVBoxLayout()
        for card in (self.status, self.transport, self.roll):
            cards.addWidget(card)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(stage, 1)
        column.addLayout(cards)
        self.tempo.column = column
        self.posing = Posing(session, self)
        self.hand = HandleHand(session, self.posing, stage)
        self.picking = FigureHand(session, stage, scenery, self.hand)
        # Made when the first build asks somebody to drag something.
        self.guess: GuessHand | None = None
        self.dock = Dock(session, self.posing, column, cards, self.transport.axis, self)
        self.posing.changed.connect(self._share)
        # A pane at the other side of the stage, once somebody has asked for it.
        self._beside: QWidget | None = None
        self._row.addLayout(column, 1)
        self._lend_hand()
        session.step_changed.connect(self.on_step_changed)
        session.options_changed.connect(self._share)

    def on_step_changed(self) -> None:
        """Another build, which may ask somebody to drag something."""
        self._lend_hand()
        self._share()

    def _lend_hand(self) -> None:
        """The hand that guesses, from the first build on that asks for it."""
        if self.guess is None and self._session.drag is not None:
            from hinge_tutor.app.guess_hand import GuessHand

            self.guess = GuessHand(self._session, self.guessing, self.stage, self.picking)

    def let_go(self) -> bool:
        """Takes back what a hand is doing on the stage; returns whether one was."""
        if self._stands_in is not None and self._stands_in.close_inner():
            return True
        return (self.guess is not None and self.guess.cancel()) or self.posing.close()

    def set_look(self, look: Look) -> None:
        self._look = look
        for pane in (
            self.lesson,
            self.stage,
            self.status,
            self.transport,
            self.dock,
            self.roll,
            self._opacity,
            self.tempo,
        ):
            pane.set_look(look)
        self._dress_instead(look)
        self._dress(self._beside)
        self._share()

    def set_beside(self, pane: QWidget) -> None:
        """A pane to show at the other side of the stage when it is wanted."""
        self._beside = pane
        self._row.addWidget(pane)
        if self._look is not None:
            self._dress(pane)

    def _dress(self, pane: object) -> None:
        if isinstance(pane, Beside) and self._look is not None:
            pane.set_look(self._look)

    def want_beside(self, wanted: bool) -> None:
        """Whether somebody wants to see that pane."""
        self.beside_wanted = wanted
        self._share()

    def set_bare(self, bare: bool) -> None:
        """The stage alone, or everything again."""
        self._bare = bare
        self._share()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through, in order."""
        dock = self.dock
        beside = (self._beside,) if self._beside is not None else ()
        under = (self.transport, *dock.under(), *beside)
        panes = (self.lesson, *self._instead, self.stage, *dock.over(), *under)
        return tuple(pane for pane in panes if pane.isVisible())

    def _share(self) -> None:
        if self._look is None:
            return
        scale = self._look.scale
        tall = self.width() < TALL_BELOW * self.height()
        # In a tall window the lesson lies under the stage, and both have the whole width.
        self._row.setDirection(
            QBoxLayout.Direction.BottomToTop if tall else QBoxLayout.Direction.LeftToRight
        )
        self._share_width(tall, scale)
        high = not tall and self.window().height() >= ROLL_FROM_PX * (0.4 + 0.6 * scale)
        session = self._session
        # Where somebody else leads and nobody is on the stage, there is nothing to play.
        empty = session.guide is not None and not session.repetitions
        side, foot = (0, 0) if self._bare else (SIDE_PX, FOOT_PX)
        self._cards.setContentsMargins(self._look.margins(side, foot // 4, side, foot))
        self._cards.setSpacing(self._look.gap(GAP_PX))
        column = self.height() - (self.lesson.height() if tall else 0)
        gap, foot_px = self._look.gap(GAP_PX), self._look.gap(FOOT_PX + FOOT_PX // 4)
        beside = 0 if tall else self.lesson.width()
        tempo_px = self.tempo.share(self.width() - beside)
        transport_px = self.transport.sizeHint().height()
        # Whoever moves along looks at the figure: it gets what they can do without.
        spare = tempo_px and column - transport_px - tempo_px - foot_px < FIGURE_SHARE * column
        self.transport.setVisible(not self._bare and not spare and not empty)
        taken = (0 if spare else transport_px) + foot_px + tempo_px
        said_px = 0 if self.status.isHidden() else self.status.sizeHint().height() + gap
        least_px = self.stage.minimumSizeHint().height() + said_px
        left = self.dock.share(column, taken, gap, self._bare, least_px)
        # Whoever asks for nothing else has the roll wherever the window is high enough.
        room = (left is None or left >= self.roll.sizeHint().height() + gap) and not tempo_px
        met = self._muscles_met() and not self._bare and not empty
        self.roll.setVisible(high and room and met)

    def _share_width(self, tall: bool, scale: float) -> None:
        """Gives the panes their sizes and shows those that have room beside the stage.

        The pane at the other side takes the lesson's place where both would leave the stage less
        than its share; what stands instead of the lesson goes before it. While a question is open
        it stays away, since it might tell the answer.
        """
        wide, high = self.width(), max(self.height(), 1)
        own = round(LESSON_SHARE * high) if tall else self.lesson.width_in(wide, scale)
        self.lesson.setFixedSize(*((wide, own) if tall else (own, high)))
        instead = self._stands_in
        if instead is not None:
            instead.setFixedSize(self.lesson.size())
        shown = False
        if isinstance(beside := self._beside, QWidget) and isinstance(beside, Beside):
            taken = beside.width_in(wide, scale)
            beside.setFixedSize(*((wide, own) if tall else (taken, high)))
            self._put_beside(beside, tall)
            self.left_has_room = not tall and taken + own <= LARGEST_SHARE * wide
            wanted = self.beside_wanted and not self._bare and not self._session.pending
            shown = wanted and (self.left_has_room or instead is None)
            beside.setVisible(shown)
        room = self.left_has_room or not shown
        self.lesson.setVisible(room and not self._bare and instead is None)

    def _put_beside(self, beside: QWidget, tall: bool) -> None:
        """Upside down, the last pane of the row would be the one on top."""
        left = 1 + len(self._instead)
        at = left if tall else left + 1
        if self._row.indexOf(beside) != at:
            self._row.removeWidget(beside)
            self._row.insertWidget(at, beside)

    def _muscles_met(self) -> bool:
        """The roll names muscles: it waits until the lesson has shown them, or somebody asks.

        While a question is open it stays away, since it might hold the answer; of hidden figures
        it would tell whoever asked for it.
        """
        session = self._session
        if session.veiled:
            return False
        asked = session.options.shows("muscles")
        return asked or (session.route.met(session.spot, "muscles") and not session.pending)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.roll.updateGeometry()
        self._share()
