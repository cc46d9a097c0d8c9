"""The overview: every step of the lesson as a small picture; a click goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QToolButton, QWidget

from hinge_tutor.app.overlay import Overlay

WIDTH_PX, TALLEST_PX, COLUMNS = 860, 640, 3
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
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._area, 1)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Opens with these tiles, on the present one."""
        self._tiles = tiles
        self._buttons = []
        inside = QWidget()
        inside.setObjectName("inside")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setSpacing(12)
        for index, tile in enumerate(tiles):
            button = QToolButton()
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
            grid.addWidget(button, index // COLUMNS, index % COLUMNS)
            self._buttons.append(button)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(inside)
        self._area.setMinimumHeight(min(inside.sizeHint().height(), TALLEST_PX))
        present = next((i for i, tile in enumerate(tiles) if tile.present), 0)
        self.open(self._buttons[present] if self._buttons else None)

    def on_clicked(self) -> None:
        for index, button in enumerate(self._buttons):
            if button is self.sender():
                self.dismiss()
                self._tiles[index].take()
                return
