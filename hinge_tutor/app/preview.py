"""A small picture of what a file will show, in its own proportions and colors."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_tutor import paint
from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.stage.camera import WHOLE, Camera
from hinge_tutor.stage.picture import Picture

HIGH_PX, LEAST_PX = 170, 90


class Preview(PaintedPicture):
    """Nothing before there is something to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Preview"))
        self.shown: Picture | None = None
        self._palette: paint.Palette | None = None
        self._camera = WHOLE
        self._high = HIGH_PX

    def set_height(self, high: int) -> None:
        """Another height."""
        self._high = max(high, LEAST_PX)
        self.updateGeometry()

    def show_picture(
        self, picture: Picture | None, palette: paint.Palette, camera: Camera = WHOLE
    ) -> None:
        """Another picture, in the colors and as closely as the file will have it."""
        self.shown, self._palette, self._camera = picture, palette, camera
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._high * 16 / 9), self._high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shown is None or self._palette is None:
            return
        wide = min(float(self.width()), self.height() * self.shown.width / self.shown.height)
        high = wide * self.shown.height / self.shown.width
        painter = QPainter(self)
        try:
            painter.translate((self.width() - wide) / 2, (self.height() - high) / 2)
            painter.setClipRect(QRectF(0, 0, wide, high))
            target = QRectF(*self._camera.target(wide, high))
            paint.paint(painter, self.shown, target, self._palette)
        finally:
            painter.end()
