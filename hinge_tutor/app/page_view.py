"""A page as it will be printed, small: white paper in every theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.export.handout import preview
from hinge_tutor.stage.paper import Page
from hinge_tutor.stage.shapes import Label

LEAST = QSize(120, 170)
# The page is drawn so much finer than it is shown, so that small letters keep their forms.
FINER = 2


class PageView(PaintedPicture):
    """Shows one page, whole, in the middle of its room."""

    def __init__(self) -> None:
        super().__init__()
        # What is shown.
        self.page: Page | None = None
        self._image: QImage | None = None
        self.setMinimumSize(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("The page as it will be printed"))

    def show_page(self, page: Page) -> None:
        """Another page; who does not see it hears what is written on it."""
        self.page, self._image = page, None
        written = (shape for panel in page.panels for shape in panel.picture.shapes)
        told = " ".join(shape.text for shape in written if isinstance(shape, Label))
        self.setAccessibleDescription(told)
        self.update()

    @property
    def place(self) -> QRectF:
        """Where the page is, in px."""
        if self.page is None:
            return QRectF()
        scale = min(self.width() / self.page.width, self.height() / self.page.height)
        wide, high = self.page.width * scale, self.page.height * scale
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.page is None:
            return
        place = self.place
        high = round(place.height() * FINER * self.devicePixelRatioF())
        if self._image is None or self._image.height() != high:
            self._image = preview(self.page, max(high, 1))
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)
            painter.setPen(QPen(self.palette().mid().color(), 1.0))
            painter.drawRect(place.adjusted(0.0, 0.0, -1.0, -1.0))
        finally:
            painter.end()
