"""The body laid over a photo, and a closer look at the mark that is moved."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen, QTransform

from hinge_tutor import paint
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.photo_place import PhotoPlace
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.motion.photo_places import Point
from hinge_tutor.motion.photo_pose import Fit
from hinge_tutor.stage.photo_figure import ANKLE_MM, HEIGHT_MM, WIDTH_MM, photo_figure

# The closer look: its radius in px, and how many times closer than the photo it is.
LENS_PX, LENS_TIMES = 74, 3.0
# Of a low place it takes at most this part of the height.
LENS_SHARE = 0.18
MM = 1000.0


def figure_on(
    size: QSize, ratio: float, fit: Fit, pose: Pose, place: PhotoPlace, look: Look
) -> QImage:
    """A pose of the fitted body where it stands on the photo, on a clear sheet like the widget."""
    sheet = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(Qt.GlobalColor.transparent)
    origin, ahead, above = (
        place.on_widget(fit.on_photo(at)) for at in (0j, complex(1.0, 0.0), complex(0.0, 1.0))
    )
    right, up = ahead - origin, above - origin
    px_per_mm = math.hypot(right.x(), right.y()) / MM
    if not math.isfinite(px_per_mm) or px_per_mm <= 0.0:
        return sheet
    # The sheet of the figure is laid down with y downward, its ankle at this place of it.
    at = complex(ANKLE_MM.real * px_per_mm, (HEIGHT_MM - ANKLE_MM.imag) * px_per_mm)
    unit = MM * px_per_mm
    turn = QTransform(
        *(right.x() / unit, right.y() / unit, -up.x() / unit, -up.y() / unit),
        *(origin.x(), origin.y()),
    )
    painter = QPainter(sheet)
    try:
        painter.setTransform(QTransform.fromTranslate(-at.real, -at.imag) * turn)
        picture = photo_figure(pose, 1.0 / px_per_mm, size.height())
        whole = QRectF(0.0, 0.0, WIDTH_MM * px_per_mm, HEIGHT_MM * px_per_mm)
        paint.paint(painter, picture, whole, look.palette)
    finally:
        painter.end()
    return sheet


def paint_lens(painter: QPainter, image: QImage, place: PhotoPlace, at: Point, look: Look) -> None:
    """What is round a mark, closer, in the upper corner that is further from it."""
    there, room = place.on_widget(at), place.room
    radius = min(look.target(LENS_PX), LENS_SHARE * room.height())
    left = there.x() > room.center().x()
    middle = QPointF(
        room.left() + radius + 10 if left else room.right() - radius - 10,
        room.top() + radius + 10,
    )
    side = 2 * radius / (LENS_TIMES * place.scale)
    source = QRectF(at[0] - side / 2, at[1] - side / 2, side, side)
    target = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    circle = QPainterPath()
    circle.addEllipse(target)
    painter.save()
    painter.setClipPath(circle)
    painter.fillRect(target, look.colors.card)
    painter.drawImage(target, image, source)
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for pen in (QPen(look.colors.window, 4), QPen(look.colors.focus, 2)):
        painter.setPen(pen)
        painter.drawEllipse(target)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            near, far = QPointF(5 * dx, 5 * dy), QPointF(22 * dx, 22 * dy)
            painter.drawLine(middle + near, middle + far)
