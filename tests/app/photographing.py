"""Photos for tests: our own figure, painted into a room as a camera would have seen it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QTransform

from hinge_tutor import paint
from hinge_tutor.body.skeleton import body as body_of
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.motion.photo_places import Point, places, standing_on
from hinge_tutor.stage.photo_figure import ANKLE_MM, HEIGHT_MM, WIDTH_MM, photo_figure

WIDE, HIGH, PX_PER_M = 1500, 1200, 480.0
# Where the ankle stands in the room, px.
FEET = (760.0, 1080.0)


@dataclass(frozen=True, eq=False)
class Picture:
    """A photo with the true places of the marks on it, and two places on the floor."""

    image: QImage
    marks: Mapping[str, Point]
    floor: tuple[Point, Point]


def photograph(
    movement: str = "hip-hinge",
    faults: Mapping[str, float] | None = None,
    specification: str = "default",
    at_s: float | None = None,
    roll_deg: float = 0.0,
    left: bool = False,
) -> Picture:
    """A moment of a movement, the deepest one without `at_s`; `roll_deg` is how far the floor rises
    to the right.
    """
    from hinge_tutor.body.kinematics import Pose

    person = body_of(specification)
    take = perform(movement, person, faults=dict(faults or {})).take
    q = standing_on(person, take.at(take.turn_s if at_s is None else at_s).q)
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor("#8d8f8a"))
    turn = QTransform()
    turn.translate(*FEET)
    turn.rotate(-roll_deg)
    if left:
        turn.scale(-1.0, 1.0)
    ground = person.lengths_m["ankle_height"] * PX_PER_M
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(turn)
        wall = QLinearGradient(0, -1400, 0, ground)
        wall.setColorAt(0, QColor("#d8d2c4"))
        wall.setColorAt(1, QColor("#b9b2a2"))
        painter.fillRect(QRectF(-2500, -2500, 5000, 2500 + ground), wall)
        painter.fillRect(QRectF(-2500, ground, 5000, 2500), QColor("#7b6a58"))
        painter.fillRect(QRectF(-2500, ground - 14, 5000, 14), QColor("#efece4"))
        painter.fillRect(QRectF(330, -900, 260, 380), QColor("#93a3ad"))
        scale = PX_PER_M / 1000
        at = QPointF(ANKLE_MM.real * scale, (HEIGHT_MM - ANKLE_MM.imag) * scale)
        painter.setTransform(QTransform.fromTranslate(-at.x(), -at.y() + ground) * turn)
        picture = photo_figure(Pose(person, q), 1 / scale, HIGH)
        whole = QRectF(0, 0, WIDTH_MM * scale, HEIGHT_MM * scale)
        paint.paint(painter, picture, whole, paint.load_palette("light"))
    finally:
        painter.end()

    def seen(at_m: complex) -> Point:
        place = turn.map(QPointF(at_m.real * PX_PER_M, ground - at_m.imag * PX_PER_M))
        return place.x(), place.y()

    marks = {name: seen(place) for name, place in places(person, q).items()}
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in marks.values())
    return Picture(image, marks, (seen(-1.0 + 0j), seen(1.0 + 0j)))
