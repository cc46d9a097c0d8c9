"""A place that scrolls and shows what lies behind it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ClearArea(QScrollArea):
    """Fits its widget to its width; `room` is what one sees of that.

    The room is made here, because PySide describes every kind of widget that there is before it
    can tell of which kind one is that Qt has made: a twentieth of the start.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.room = QWidget()
        self.setViewport(self.room)
