"""How each kind of shape is drawn, in millimeters; text in the units of the viewport."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from hinge_tutor.paint.tools import Tools
from hinge_tutor.stage.picture import (
    Bar,
    Curve,
    Disc,
    Faded,
    Label,
    Lines,
    Numbers,
    Plate,
    Polygon,
    Silhouette,
    Strokes,
)

# Half the height of Inter's capitals over the letter size: from the middle of a line to its foot.
HALF_CAPITAL_EM = 0.3636
# A line of about a device's dot covers the steps at the edge of what is filled under it.
COVERING_PX = 0.9
# Looked up once: a picture asks for them some hundred times, and Python's enumerations are slow.
_SMOOTH, _WINDING = QPainter.RenderHint.Antialiasing, Qt.FillRule.WindingFill


def _path(path: QPainterPath, points: Numbers) -> None:
    # The same iterator six times over: each turn takes the next six numbers, which costs less than
    # slicing them out.
    rest = iter(points)
    path.moveTo(next(rest), next(rest))
    cubic = path.cubicTo
    for controls in zip(rest, rest, rest, rest, rest, rest, strict=True):
        cubic(*controls)


def _closed(points: Numbers) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(_WINDING)
    _path(path, points)
    path.closeSubpath()
    return path


def _draw_path(
    painter: QPainter,
    path: QPainterPath,
    shape: Curve | Lines,
    pen: QPen,
    fill: QBrush,
    dashed: bool = False,
) -> None:
    """Fills and strokes a path.

    A solid line over the filling's edge smooths it, so that the filling itself need not be, which
    takes half as long. Where a picture is made so small that its lines thin out, it is smoothed.
    """
    covering = shape.fill and shape.line and not dashed
    if covering and pen.widthF() * abs(painter.deviceTransform().m11()) >= COVERING_PX:
        painter.setRenderHint(_SMOOTH, False)
        painter.fillPath(path, fill)
        painter.setRenderHint(_SMOOTH)
        painter.strokePath(path, pen)
    else:
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawPath(path)


def _draw_curve(painter: QPainter, shape: Curve, tools: Tools) -> None:
    path = QPainterPath()
    _path(path, shape.points)
    if shape.fill:
        path.setFillRule(_WINDING)
        path.closeSubpath()
    pen = tools.pen(shape.line, shape.width, shape.dash)
    _draw_path(painter, path, shape, pen, tools.brush(shape.fill), shape.dash > 0.0)


def _draw_silhouette(painter: QPainter, shape: Silhouette, tools: Tools) -> None:
    """What shows of the line first, then the filling over it."""
    # One by one: filling several outlines as one path takes half as long again.
    line, fill = tools.brush(shape.line), tools.brush(shape.fill)
    for points in shape.rims:
        rim = _closed(points)
        if tools.thicker:
            # Rims are one width thick; what a thicker stroke has beyond that lies around them.
            pen = tools.pen(shape.line, 2 * shape.width * tools.thicker, widen=False)
            painter.strokePath(rim, pen)
        painter.fillPath(rim, line)
    for points in shape.curves:
        painter.fillPath(_closed(points), fill)


def _draw_lines(painter: QPainter, shape: Lines, tools: Tools) -> None:
    path = QPainterPath()
    for points in shape.curves:
        _path(path, points)
    path.setFillRule(_WINDING)
    pen = tools.pen(shape.line, shape.width)
    _draw_path(painter, path, shape, pen, tools.brush(shape.fill))


def _draw_polygon(painter: QPainter, shape: Polygon, tools: Tools) -> None:
    pairs = zip(shape.points[0::2], shape.points[1::2], strict=True)
    painter.setPen(tools.pen(shape.line, shape.width))
    painter.setBrush(tools.brush(shape.fill))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in pairs]))


def _draw_plate(painter: QPainter, shape: Plate, tools: Tools) -> None:
    painter.setPen(tools.pen(shape.line, shape.pen))
    painter.setBrush(tools.brush(shape.fill))
    box = QRectF(shape.x, shape.y, shape.width, shape.height)
    if shape.radius:
        painter.drawRoundedRect(box, shape.radius, shape.radius)
    else:
        painter.drawRect(box)


def _draw_strokes(painter: QPainter, shape: Strokes, tools: Tools) -> None:
    points = shape.points
    painter.setPen(tools.pen(shape.line, shape.width, shape.dash))
    painter.drawLines([QLineF(*points[i : i + 4]) for i in range(0, len(points) - 3, 4)])


def _draw_bar(painter: QPainter, shape: Bar, tools: Tools) -> None:
    """Its line is half inside and half outside of it, as a stroke's would be."""
    x1, y1, x2, y2 = shape.points
    edge = shape.width * tools.stroke
    beyond = edge / 2 / max(math.hypot(x2 - x1, y2 - y1), edge)
    for role, thick, more in (
        (shape.line, shape.thick + edge, beyond),
        (shape.fill, shape.thick - edge, -beyond),
    ):
        painter.setPen(tools.pen(role, thick, widen=False, square=True))
        dx, dy = more * (x2 - x1), more * (y2 - y1)
        painter.drawLine(QLineF(x1 - dx, y1 - dy, x2 + dx, y2 + dy))


def _draw_disc(painter: QPainter, shape: Disc, tools: Tools) -> None:
    painter.setPen(tools.pen(shape.line, shape.width))
    painter.setBrush(tools.brush(shape.fill))
    painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)


def _draw_faded(painter: QPainter, shape: Faded, tools: Tools) -> None:
    """All of it on a sheet of its own, which is laid over what is there.

    The sheet's dots are those of the device, so that laying it there moves and softens nothing.
    """
    onto = painter.deviceTransform()
    left, bottom, right, top = shape.box
    area = onto.mapRect(QRectF(left, bottom, right - left, top - bottom)).toAlignedRect()
    device = painter.device()
    ratio = device.devicePixelRatio()
    area &= QRectF(0, 0, device.width() * ratio, device.height() * ratio).toAlignedRect()
    if area.isEmpty():
        return
    sheet = QImage(area.size(), QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(Qt.GlobalColor.transparent)
    inner = QPainter(sheet)
    try:
        inner.setRenderHint(_SMOOTH)
        inner.setTransform(onto * QTransform.fromTranslate(-area.x(), -area.y()))
        for each in shape.shapes:
            DRAW[type(each)](inner, each, tools)
    finally:
        inner.end()
    back, possible = onto.inverted()
    if not possible:
        return
    painter.save()
    # From the device's dots back through what the painter does to them anyway.
    painter.setTransform(back, True)
    painter.setOpacity(painter.opacity() * shape.opacity)
    painter.drawImage(area.topLeft(), sheet)
    painter.restore()


def draw_label(
    painter: QPainter, shape: Label, tools: Tools, scale: float, left: float, bottom: float
) -> None:
    shift = {"left": 0.0, "center": 0.5, "right": 1.0}[shape.align] * shape.width
    foot = bottom - (shape.y - HALF_CAPITAL_EM * shape.size) * scale
    painter.setPen(tools.color(shape.role))
    painter.setFont(tools.font(shape.weight, max(1, round(shape.size * scale))))
    painter.drawText(QPointF(left + (shape.x - shift) * scale, foot), shape.text)


DRAW: Mapping[type, Callable[..., None]] = {
    Curve: _draw_curve,
    Silhouette: _draw_silhouette,
    Lines: _draw_lines,
    Polygon: _draw_polygon,
    Plate: _draw_plate,
    Strokes: _draw_strokes,
    Bar: _draw_bar,
    Disc: _draw_disc,
    Faded: _draw_faded,
}
