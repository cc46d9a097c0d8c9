"""What lies in a photo's place: the photo itself, the line on the floor, and a figure over both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.photo import Photo
from hinge_tutor.app.photo_bar import PhotoBar
from hinge_tutor.app.photo_marking import GROUND
from hinge_tutor.app.photo_over import figure_on
from hinge_tutor.app.photo_place import PhotoPlace


class PhotoSheet:
    """Paints on a widget; the photo is drawn anew only where one looks at it otherwise."""

    def __init__(self, photo: Photo, bar: PhotoBar, widget: QWidget) -> None:
        self._photo, self._bar, self._widget = photo, bar, widget
        self._kept: tuple[object, QPixmap] | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing of a photo is kept."""
        return self._kept is None

    def forget(self) -> None:
        """Nothing of a photo is kept."""
        self._kept = None

    def paint(self, painter: QPainter, place: PhotoPlace, look: Look) -> None:
        """The photo where it lies, and what is over it."""
        photo = self._photo
        if photo.image is None:
            return
        painter.drawPixmap(0, 0, self._drawn(photo.image, place))
        self._paint_floor(painter, place, look)
        if photo.fit is None or self._bar.opacity <= 0.0:
            return
        pose = photo.fit.pose
        if self._bar.target and (reading := photo.reading) is not None:
            pose = reading.target.take.at(reading.match.time_s)
        size, ratio = self._widget.size(), self._widget.devicePixelRatioF()
        painter.setOpacity(self._bar.opacity)
        painter.drawImage(0, 0, figure_on(size, ratio, photo.fit, pose, place, look))
        painter.setOpacity(1.0)

    def _drawn(self, image: QImage, place: PhotoPlace) -> QPixmap:
        """The photo as it lies here."""
        size, ratio = self._widget.size(), self._widget.devicePixelRatioF()
        key = (image.cacheKey(), place, size, ratio)
        if self._kept is None or self._kept[0] != key:
            sheet = QPixmap(size * ratio)
            sheet.setDevicePixelRatio(ratio)
            sheet.fill(Qt.GlobalColor.transparent)
            painter = QPainter(sheet)
            try:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(place.target, image)
            finally:
                painter.end()
            self._kept = key, sheet
        return self._kept[1]

    def _paint_floor(self, painter: QPainter, place: PhotoPlace, look: Look) -> None:
        """The line on the floor, while the camera counts as tilted."""
        if not self._photo.tilted:
            return
        one, other = (place.on_widget(self._photo.at(name)) for name in GROUND)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pen in (QPen(look.colors.window, 4), QPen(look.colors.accent, 2)):
            painter.setPen(pen)
            painter.drawLine(one, other)
