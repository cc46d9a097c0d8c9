"""The audience's picture once more, small, in the proportions of the screen that they look at."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_tutor.app.present_view import PresentView

LEAST = QSize(280, 160)
USUAL = QSize(16, 9)


class MirrorFrame(QWidget):
    """As large as its place allows, never out of shape."""

    def __init__(self, picture: PresentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = picture
        picture.setParent(self)
        picture.setAccessibleName(self.tr("What the audience sees"))
        self._shape = USUAL
        self.setMinimumSize(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_shape(self, shape: QSize) -> None:
        """The size of the screen that the audience looks at."""
        self._shape = shape if not shape.isEmpty() else USUAL
        self.picture.stand_for(self._shape)
        self._place()

    def height_for(self, width: int) -> int:
        """As high as the picture is at a width."""
        return round(width * self._shape.height() / self._shape.width())

    def _place(self) -> None:
        whole = self._shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - whole.width()) // 2, 0
        self.picture.setGeometry(QRect(left, top, whole.width(), whole.height()))

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
