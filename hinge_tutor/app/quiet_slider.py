"""A slider that something else moves, and that does not read out every place it comes to."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSlider


class QuietSlider(QSlider):
    """Its value is read aloud whenever it is set; it is set for whoever turns to it."""

    def standing(self) -> int:
        """The value of the place where it is seen to stand."""
        return self.sliderPosition()

    def tell(self) -> None:
        """The value is where it stands, for keys and for those who hear it."""
        with QSignalBlocker(self):
            self.setValue(self.standing())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.tell()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.tell()
        super().keyPressEvent(event)
