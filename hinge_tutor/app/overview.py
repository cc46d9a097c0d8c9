"""The overview: every step of the lesson as a small picture; a click goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.overlay import Overlay

WIDTH_PX, TALLEST_PX, COLUMNS = 860, 640, 3
GAP_PX = 12
TILE = QSize(240, 150)


@dataclass(frozen=True)
class Tile:
    """A step: its words, its picture, and how to go there."""

    words: str
    picture: QPixmap
    take: Callable[[], None]
    present: bool


class Overview(Overlay):
    """Tiles in the order of the lesson."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Overview"), WIDTH_PX, parent)
        self._tiles: Sequence[Tile] = ()
        self._buttons: list[QToolButton] = []
        self._area = ClearArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._area, 1)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Opens with these tiles, on the present one."""
        self._tiles = tiles
        self._buttons = []
        # A child of the card from the start: the sizes of buttons are those of its style sheet.
        inside = QWidget(self)
        inside.setObjectName("inside")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, GAP_PX, 0)
        grid.setSpacing(GAP_PX)
        for tile in tiles:
            button = QToolButton(inside)
            button.setObjectName("tile")
            button.setText(tile.words)
            button.setIcon(QIcon(tile.picture))
            button.setIconSize(TILE)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            button.setAccessibleName(tile.words)
            button.setCheckable(True)
            button.setChecked(tile.present)
            button.clicked.connect(self.on_clicked)
            button.ensurePolished()
            self._buttons.append(button)
        columns = self._columns()
        for index, button in enumerate(self._buttons):
            grid.addWidget(button, index // columns, index % columns)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(inside)
        for button in self._buttons:
            # The style sheet's own least height would let a crowded grid press it below its hint.
            button.setMinimumHeight(button.sizeHint().height())
        self.stretch(self._area, inside.sizeHint().height(), TALLEST_PX)
        present = next((i for i, tile in enumerate(tiles) if tile.present), 0)
        self.open(self._buttons[present] if self._buttons else None)

    def _columns(self) -> int:
        """As many as there is room for beside each other."""
        widest = max((button.sizeHint().width() for button in self._buttons), default=1) + GAP_PX
        room = self.inner_width() - self._area.verticalScrollBar().sizeHint().width()
        return min(max(room // widest, 1), COLUMNS)

    def on_clicked(self) -> None:
        for index, button in enumerate(self._buttons):
            if button is self.sender():
                self.dismiss()
                self._tiles[index].take()
                return
