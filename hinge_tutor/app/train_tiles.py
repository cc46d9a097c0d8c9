"""2 What you saw: a tile for each fault, with the silhouette of the moment at which it shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from hinge_tutor import paint
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.columns import in_columns
from hinge_tutor.app.session import Session
from hinge_tutor.app.train_parts import Part, button
from hinge_tutor.app.training import TODAY, Training
from hinge_tutor.body.specification import Specification
from hinge_tutor.coaching.difference import difference
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.lesson import StagePlan
from hinge_tutor.lessons.training import pair
from hinge_tutor.stage import scene
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.plan import Plan, in_two

ACROSS = 2
PICTURE = QSize(92, 70)
# Drawn larger than it is seen, so that the margins of a stage are small on it.
DOTS = 5


class TrainTiles(Part):
    """A press shows the pair, and the same press again the target alone."""

    def __init__(
        self,
        session: Session,
        training: Training,
        run: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`run` runs a command of the window by its id."""
        super().__init__(self.tr("2  What you saw"), parent)
        self._session, self._training = session, training
        self._look: Look | None = None
        self._drawn: object = None
        # The movement whose tiles stand there.
        self._shown = ""
        self.movement = button("", partial(run, "client_movement"))
        self.movement.setToolTip(self.tr("Another movement"))
        self.column.addWidget(self.movement)
        self.tiles: dict[str, QToolButton] = {}
        self._grid = QGridLayout()
        self._across = 0
        self.column.addLayout(self._grid)
        self._lay()
        training.changed.connect(self.refresh)

    def _lay(self) -> None:
        """The tiles of the movement that is done now, in place of those of another."""
        movement, words = self._training.trainee.movement, self._session.words
        if movement == self._shown:
            return
        self._shown, self._drawn = movement, None
        name = words.movement(movement)
        self.movement.setText(f"{name}…")
        self.movement.setAccessibleName(self.tr("Movement: %1").replace("%1", name))
        if any(tile.hasFocus() for tile in self.tiles.values()):
            self.movement.setFocus()
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.tiles = {fault: self._tile(fault) for fault in self._training.tiles}
        self._across = 0
        self._arrange(ACROSS)
        if self._look is not None:
            self._fit()

    def _tile(self, fault: str) -> QToolButton:
        words, tile = self._session.words, QToolButton()
        tile.setObjectName("seen")
        tile.setText(words.fault(fault))
        tile.setAccessibleName(words.fault(fault))
        tile.setAccessibleDescription(words.fault_sight(fault))
        tile.setToolTip(words.fault_sight(fault))
        tile.setCheckable(True)
        tile.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tile.clicked.connect(partial(self.on_tile, fault))
        tile.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        return tile

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._look = look
        self._grid.setSpacing(look.gap(8))
        self._draw()
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """One tile beside the other is wished for, and not needed."""
        margins = self.column.contentsMargins()
        widest = max(tile.sizeHint().width() for tile in self.tiles.values())
        return QSize(widest + margins.left() + margins.right(), super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Two beside each other where their names have room, if need be in two lines."""
        margins = self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._grid.spacing()
        for fault, tile in self.tiles.items():
            name = self._session.words.fault(fault)
            tile.setText(name)
            if ACROSS * tile.sizeHint().width() > room:
                tile.setText("\n".join(in_two(name)).strip())
        widest = max(tile.sizeHint().width() for tile in self.tiles.values())
        across = ACROSS if ACROSS * widest <= room else 1
        if across == 1:
            for fault, tile in self.tiles.items():
                tile.setText(self._session.words.fault(fault))
        self._arrange(across)

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        in_columns(self._grid, self.tiles.values(), across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def refresh(self) -> None:
        """Which of them was seen, of the movement that is done."""
        self._lay()
        for fault, tile in self.tiles.items():
            tile.setChecked(fault == self._training.trainee.fault and self._training.shows == TODAY)
        self._draw()

    def on_tile(self, fault: str) -> None:
        self._training.see(fault)
        self.refresh()

    def _draw(self) -> None:
        """The silhouettes of a usual body, once for a look: what tells them apart is the fault."""
        look = self._look
        if look is None or not self.isVisible():
            return
        key = (look.palette.name, look.growth)
        if key == self._drawn:
            return
        self._drawn = key
        size = PICTURE * look.growth
        for fault, tile in self.tiles.items():
            tile.setIcon(QIcon(self._picture(fault, look, size)))
            tile.setIconSize(size)

    def _picture(self, fault: str, look: Look, size: QSize) -> QPixmap:
        """All of a fault, at the moment at which it differs most from the target."""
        made = QPixmap(size * DOTS)
        made.fill(Qt.GlobalColor.transparent)
        right, wrong = _both(self._session, pair(Specification(), fault, 1.0, self._shown))
        if right is None or wrong is None:
            return made
        fraction = difference(right, wrong).when_s / right.take.duration_s
        sheet = Plan(
            made.width(), made.height(), self._session.words, ("",), ("",), 0.1, False, False
        )
        shapes = scene.picture((wrong,), sheet, Options(), fraction)
        painter = QPainter(made)
        try:
            paint.paint(painter, shapes, QRectF(0, 0, made.width(), made.height()), look.palette)
        finally:
            painter.end()
        made.setDevicePixelRatio(DOTS)
        return made


def _both(session: Session, plan: StagePlan) -> tuple[Repetition | None, Repetition | None]:
    """Both figures of a pair; nobody where a file behind them cannot be read."""
    figures = tuple(session.solve(plan).values())
    return (figures[0], figures[1]) if len(figures) == 2 else (None, None)
