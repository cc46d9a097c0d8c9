"""A black or white sheet over a window, or over the picture of an audience."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.session import Session


class Blank(QWidget):
    """Shown while the session says so; a click takes it away."""

    def __init__(self, session: Session, parent: QWidget, covers: Callable[[], bool]) -> None:
        """`covers`: whether it is this one that covers its parent now."""
        super().__init__(parent)
        self._covers = covers
        self._session = session
        self._area = parent
        self.setAccessibleName(self.tr("Blank screen"))
        self.setCursor(Qt.CursorShape.BlankCursor)
        parent.installEventFilter(self)
        session.options_changed.connect(self.on_options_changed)
        self.hide()

    def on_options_changed(self) -> None:
        shown = bool(self._session.blank) and self._covers()
        self.setVisible(shown)
        if shown:
            self.setGeometry(self._area.rect())
            self.raise_()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area:
            self.setGeometry(self._area.rect())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._session.set_blank("")
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            white = self._session.blank == "white"
            color = Qt.GlobalColor.white if white else Qt.GlobalColor.black
            painter.fillRect(self.rect(), color)
        finally:
            painter.end()
