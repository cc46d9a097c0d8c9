"""The window that an audience sees on a screen of its own; nothing in it takes the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget


class AudienceWindow(QWidget):
    """Holds the picture as long as it is shown there; `left` says that somebody closed it."""

    left = Signal()

    def __init__(self, handle: Callable[[QKeyEvent], bool]) -> None:
        """`handle` takes a key, wherever it was pressed, and says whether it did."""
        super().__init__()
        self.setObjectName("audience_window")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._handle = handle
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def hold(self, picture: QWidget) -> None:
        """Takes a picture out of where it was."""
        self._column.addWidget(picture)
        picture.show()

    def show_on(self, screen: QScreen) -> None:
        """All of a screen. Where windows may not choose their place, only the screen counts."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handle(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Whoever closes it has ended the presentation; that puts the picture back first."""
        event.ignore()
        self.left.emit()
