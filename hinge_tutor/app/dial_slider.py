"""A slider that sets a value, in a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.quiet_slider import QuietSlider


class DialSlider(QuietSlider):
    """The wheel over it scrolls the column and turns nothing: whoever reads on changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("dial")

    def follow(self, value: int, ends: tuple[int, int], silent: bool) -> None:
        """Stands where something else has moved it; `silent`, only who looks at it is told."""
        with QSignalBlocker(self):
            self.setRange(*ends)
            # Without tracking, the knob moves, and the value that is read aloud stays.
            self.setTracking(not silent)
            self.setSliderPosition(value)
            self.setTracking(True)
            if not silent:
                self.tell()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.tell()
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
