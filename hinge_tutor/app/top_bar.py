"""The strip on top: menus on the left, what the stage shows on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.layer_bar import LayerBar
from hinge_tutor.app.session import Session

# Margins and a little air between the two.
SPARE_PX = 60


class TopBar(QWidget):
    """Where there is no room for all of it, the presets move into their menu."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.menus = QMenuBar()
        self.menus.setAccessibleName(self.tr("Menus"))
        self.layers = LayerBar(session)
        self._row = row = QHBoxLayout(self)
        row.addWidget(self.menus, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.layers, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_look(self, look: Look) -> None:
        self._row.setContentsMargins(look.margins(14, 1, 12, 2))
        self.layers.set_look(look)
        self._share()

    def _share(self) -> None:
        menus = sum(self.menus.actionGeometry(action).width() for action in self.menus.actions())
        room = self.width() - menus - SPARE_PX
        self.layers.set_room(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()
