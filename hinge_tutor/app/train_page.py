"""Train: three columns for two people at a screen, or two where there is less room."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.command import Commands
from hinge_tutor.app.flow import Flow
from hinge_tutor.app.scenery import Scenery
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.train_advice import SayPart, TryPart
from hinge_tutor.app.train_body import TrainBody
from hinge_tutor.app.train_head import TrainHead
from hinge_tutor.app.train_parts import Part, button
from hinge_tutor.app.train_stage import TrainStage
from hinge_tutor.app.train_tiles import TrainTiles
from hinge_tutor.app.training import Training

# The stage keeps 55 % of the width, and a hair for borders: two columns share the rest.
SIDE_SHARE, ONE_SIDE_SHARE, TALL_SHARE = 0.215, 0.43, 0.42
# Narrower at 100 % text, two tiles have no room beside each other, and the columns become pages.
LEAST_SIDE_PX, ONE_SIDE_PX = 236, 330
TALL_BELOW = 0.95
EDGE_PX, GAP_PX = 14, 12


class Side(ClearArea):
    """A column of cards that scrolls."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = QWidget()
        self.inside.setObjectName("inside")
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.setWidget(self.inside)


class TrainPage(QWidget):
    """Made when it is first asked for; shown, it leads, and hidden it lets the lesson lead."""

    def __init__(
        self,
        session: Session,
        training: Training,
        commands: Commands,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("train")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Train"))
        self._training = training
        self._look: Look | None = None
        # Angles are shown at the joints to whoever asks; the room over the figures is theirs.
        scenery = Scenery(session, lambda: self._look.growth if self._look else 1.0, sparse=True)
        stage = StageView(session, scenery.picture)
        self.head = TrainHead(session, training, commands)
        self.body = TrainBody(session, training)
        self.tiles = TrainTiles(session, training, commands.run)
        self.middle = TrainStage(session, training, stage, commands.run)
        self.say = SayPart(session, training)
        self.advice = TryPart(session, training)
        self.left = Side(self.body, self.tiles)
        self.right = Side(self.middle.practice, self.say, self.advice)
        names = (self.tr("Body and faults"), self.tr("Cue and drill"))
        self.turns = [
            button(name, partial(self._turn, page), switch=True) for page, name in enumerate(names)
        ]
        self.pages = Flow()
        for each in self.turns:
            self.pages.add(each)
        self._page = 0
        self._bare = False
        self._side = QWidget()
        self._side.setObjectName("inside")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        column.addWidget(self.left, 1)
        self._side_column = column
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._side)
        self._row.addWidget(self.middle, 1)
        self._row.addWidget(self.right)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addLayout(self._row, 1)
        training.someone_new.connect(self.on_someone_new)
        self._movement = training.trainee.movement
        training.changed.connect(self.on_changed)

    # ── look ─────────────────────────────────────────────────────────────────────────────────────

    def set_look(self, look: Look) -> None:
        self._look = look
        edge = look.gap(EDGE_PX)
        self._column.setContentsMargins(edge, look.gap(8), edge, edge)
        for layout in (self._column, self._row, self.left.column, self.right.column):
            layout.setSpacing(look.gap(GAP_PX))
        self._side_column.setSpacing(look.gap(8))
        for part in self.parts():
            part.set_look(look)
        self.head.set_look(look)
        self.middle.set_look(look)
        self._share()

    def parts(self) -> tuple[Part, ...]:
        """The cards of both columns, as they are read."""
        return self.body, self.tiles, self.say, self.advice

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through, in order."""
        panes = (self.head, self._side, self.middle, self.right)
        return tuple(pane for pane in panes if pane.isVisible())

    def set_bare(self, bare: bool) -> None:
        """The stage alone, or everything again."""
        self._bare = bare
        self.middle.set_bare(bare)
        self._share()

    def _turn(self, page: int) -> None:
        """The other page of the one column that there is room for."""
        self._page = page
        self._share()

    def _share(self) -> None:
        """Three columns where all have room; else one side of two pages; in a tall window below."""
        look = self._look
        if look is None:
            return
        wide, high = self.width(), max(self.height(), 1)
        tall = wide < TALL_BELOW * high
        side = round(SIDE_SHARE * wide)
        three = not tall and side >= LEAST_SIDE_PX * look.scale
        self.pages.setVisible(not three)
        self.head.setVisible(not self._bare)
        self._side.setVisible(not self._bare)
        for page, turn in enumerate(self.turns):
            turn.setChecked(self._page == page)
        self._place(three)
        for column in (self.left, self.right):
            column.setMinimumWidth(0)
        self._row.setDirection(
            QBoxLayout.Direction.BottomToTop if tall else QBoxLayout.Direction.LeftToRight
        )
        if three:
            self._side.setFixedWidth(side)
            self.right.setFixedWidth(side)
        elif tall:
            self._side.setFixedWidth(wide - 2 * look.gap(EDGE_PX))
            self._side.setFixedHeight(round(TALL_SHARE * high))
        else:
            one = min(max(ONE_SIDE_PX * look.scale, 0.3 * wide), ONE_SIDE_SHARE * wide)
            self._side.setFixedWidth(round(one))
        if not tall:
            self._side.setMinimumHeight(0)
            self._side.setMaximumHeight(16_777_215)

    def _place(self, three: bool) -> None:
        """The right column at the right, or behind the left one."""
        inside = self._side_column.indexOf(self.right) >= 0
        if three and inside:
            self._side_column.removeWidget(self.right)
            self._row.addWidget(self.right)
        elif not three and not inside:
            self._row.removeWidget(self.right)
            self.right.setMinimumWidth(0)
            self.right.setMaximumWidth(16_777_215)
            self._side_column.addWidget(self.right, 1)
        self.left.setVisible(three or self._page == 0)
        self.right.setVisible((three and not self._bare) or (not three and self._page == 1))

    # ── what happens ─────────────────────────────────────────────────────────────────────────────

    def on_someone_new(self) -> None:
        """Every column from its top, the first page, nothing of the last person."""
        self.body.fold()
        self._turn(0)
        for area in self.findChildren(QScrollArea):
            area.verticalScrollBar().setValue(0)

    def on_changed(self) -> None:
        """What can be seen in another movement is read from its top."""
        if self._training.trainee.movement != self._movement:
            self._movement = self._training.trainee.movement
            self.left.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Everything as the trainer has it."""
        for part in (self.tiles, self.body, self.say, self.advice, self.head, self.middle):
            part.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.middle.along.ticker.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
