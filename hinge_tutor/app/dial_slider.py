"""A slider that sets a value, in a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget


class DialSlider(QSlider):
    """The wheel over it scrolls the column and turns nothing: whoever reads on changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("dial")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
