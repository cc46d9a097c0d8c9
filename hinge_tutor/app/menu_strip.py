"""The menu bar; where not all of its menus fit beside each other, one menu holds them."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


class MenuStrip(QMenuBar):
    """Qt's own way out, a thin arrow at the end, is too narrow for a finger and hides Help."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Menus"))
        self._one: QMenu | None = None
        self._gathered: list[QAction] = []

    @property
    def gathered(self) -> bool:
        """Whether one menu holds all others."""
        return bool(self._gathered)

    def share(self, room_px: int) -> int:
        """All menus where they fit into so much room, else the one; returns how wide they are."""
        self._spread()
        wide = self.sizeHint().width()
        if wide <= room_px:
            return wide
        self._gather()
        return self.sizeHint().width()

    def _gather(self) -> None:
        self._gathered = [action for action in self.actions() if action.isVisible()]
        if self._one is None:
            self._one = QMenu(self.tr("&Menu"), self)
            self._one.setAccessibleName(self.tr("Menu"))
        for action in self._gathered:
            self.removeAction(action)
            self._one.addAction(action)
        self.addAction(self._one.menuAction())

    def _spread(self) -> None:
        if self._one is None or not self._gathered:
            return
        self.removeAction(self._one.menuAction())
        for action in self._gathered:
            self._one.removeAction(action)
            self.addAction(action)
        self._gathered = []
