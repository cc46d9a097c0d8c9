"""The strip on top: menus, the ways to use the window, and what the stage shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.layer_bar import LayerBar
from hinge_tutor.app.menu_strip import MenuStrip
from hinge_tutor.app.mode_bar import ModeBar
from hinge_tutor.app.session import Session

# Margins and a little air between the two.
SPARE_PX = 60


class TopBar(QWidget):
    """Where there is no room for all of it, the presets move into their menu, then the ways go."""

    def __init__(
        self, session: Session, run: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        """`run` runs a command of the window by its id."""
        super().__init__(parent)
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menus = MenuStrip()
        self.modes = ModeBar(run)
        self.layers = LayerBar(session)
        self._row = row = QHBoxLayout(self)
        row.addWidget(self.menus, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.modes, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.layers, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_look(self, look: Look) -> None:
        self._row.setContentsMargins(look.margins(14, 1, 12, 2))
        self.layers.set_look(look)
        self._share()

    def _share(self) -> None:
        least = self.layers.least_room
        menus = self.menus.share(self.width() - SPARE_PX - least)
        room = self.width() - menus - SPARE_PX
        modes = self.modes.sizeHint().width() + self._row.spacing()
        # The way to another page is worth more than presets, which are in a menu as well.
        shown = room - modes >= least
        self.modes.setVisible(shown)
        self.layers.set_room(room - modes if shown else room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
