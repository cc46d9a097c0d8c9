"""How each kind of shape is drawn, in millimeters; text in the units of the viewport."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from hinge_tutor.paint.rigid import add_cubics, joined
from hinge_tutor.paint.sheets import dots, lay, painter_of
from hinge_tutor.paint.tools import FLAT, ROUND, SQUARE, Tools
from hinge_tutor.stage.picture import (
    Bar,
    Curve,
    Disc,
    Faded,
    Label,
    Lines,
    Moved,
    Numbers,
    Plate,
    Polygon,
    Silhouette,
    Strokes,
)

# Half the height of Inter's capitals over the letter size: from the middle of a line to its foot.
HALF_CAPITAL_EM = 0.3636
# A line of about a device's dot covers the steps at the edge of what is filled under it. Lines of
# at most one dot are drawn by Qt's fast way.
COVERING_PX, HAIRLINE_PX = 0.9, 0.97
# Looked up once: a picture asks for them some hundred times, and Python's enumerations are slow.
_SMOOTH, _WINDING = QPainter.RenderHint.Antialiasing, Qt.FillRule.WindingFill

# How much of a line of text stands left of the place it is aligned at.
_SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}


def _closed(points: Numbers) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(_WINDING)
    add_cubics(path, points)
    path.closeSubpath()
    return path


def _draw_path(
    painter: QPainter,
    path: QPainterPath,
    shape: Curve | Lines | Moved | Polygon,
    tools: Tools,
    dash: float = 0.0,
) -> None:
    """Fills and strokes a path.

    A solid line over the filling's edge smooths it, so that the filling itself need not be, which
    takes half as long. Where a picture is made so small that its lines thin out, it is smoothed.
    """
    pen, fill = tools.pen(shape.line, shape.width, dash), tools.brush(shape.fill)
    covering = shape.fill and shape.line and not dash
    if covering and pen.widthF() * _scale(painter) >= COVERING_PX:
        painter.setRenderHint(_SMOOTH, False)
        painter.fillPath(path, fill)
        painter.setRenderHint(_SMOOTH)
        painter.strokePath(path, pen)
    else:
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawPath(path)


def _fill(painter: QPainter, path: QPainterPath, role: str, tools: Tools) -> None:
    """Fills a large path; on dots under a hairline of its own color, which takes three quarters as
    long as smoothing the filling itself.
    """
    if tools.curved:
        painter.fillPath(path, tools.brush(role))
        return
    painter.setRenderHint(_SMOOTH, False)
    painter.fillPath(path, tools.brush(role))
    painter.setRenderHint(_SMOOTH)
    painter.strokePath(path, tools.pen(role, HAIRLINE_PX / _scale(painter), widen=False))


def _scale(painter: QPainter) -> float:
    """Dots of the device per mm."""
    return abs(painter.deviceTransform().m11())


def _draw_curve(painter: QPainter, shape: Curve, tools: Tools) -> None:
    path = QPainterPath()
    add_cubics(path, shape.points)
    if shape.fill:
        path.setFillRule(_WINDING)
        path.closeSubpath()
    _draw_path(painter, path, shape, tools, shape.dash)


def _draw_silhouette(painter: QPainter, shape: Silhouette, tools: Tools) -> None:
    """What shows of the line first, then the filling over it."""
    for points in shape.rims:
        rim = _closed(points)
        if tools.thicker:
            # Rims are one width thick; what a thicker stroke has beyond that lies around them.
            pen = tools.pen(shape.line, 2 * shape.width * tools.thicker, widen=False)
            painter.strokePath(rim, pen)
        _fill(painter, rim, shape.line, tools)
    for points in shape.curves:
        _fill(painter, _closed(points), shape.fill, tools)


def _draw_lines(painter: QPainter, shape: Lines, tools: Tools) -> None:
    path = QPainterPath()
    for points in shape.curves:
        add_cubics(path, points)
    path.setFillRule(_WINDING)
    _draw_path(painter, path, shape, tools)


def _draw_moved(painter: QPainter, shape: Moved, tools: Tools) -> None:
    scale = None if tools.curved else _scale(painter)
    _draw_path(painter, joined(shape.outlines, shape.moves, scale), shape, tools)


def _draw_polygon(painter: QPainter, shape: Polygon, tools: Tools) -> None:
    # Qt draws a path of straight pieces in less time than a polygon.
    path = QPainterPath()
    rest = iter(shape.points)
    path.moveTo(next(rest), next(rest))
    for x, y in zip(rest, rest, strict=True):
        path.lineTo(x, y)
    path.closeSubpath()
    _draw_path(painter, path, shape, tools)


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
    ends = SQUARE if shape.square else ROUND
    painter.setPen(tools.pen(shape.line, shape.width, shape.dash, ends=ends))
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
        painter.setPen(tools.pen(role, thick, widen=False, ends=FLAT))
        dx, dy = more * (x2 - x1), more * (y2 - y1)
        painter.drawLine(QLineF(x1 - dx, y1 - dy, x2 + dx, y2 + dy))


def _draw_disc(painter: QPainter, shape: Disc, tools: Tools) -> None:
    """A disc with a line is two, one on the other: that takes two thirds as long as a stroke."""
    middle, half = QPointF(shape.x, shape.y), shape.width * tools.stroke / 2 if shape.line else 0.0
    if half and not shape.fill:
        painter.setPen(tools.pen(shape.line, shape.width))
        painter.setBrush(tools.brush(""))
        painter.drawEllipse(middle, shape.radius, shape.radius)
        return
    painter.setPen(tools.pen("", 0.0))
    for role, radius in ((shape.line, shape.radius + half), (shape.fill, shape.radius - half)):
        if role and radius > 0.0:
            painter.setBrush(tools.brush(role))
            painter.drawEllipse(middle, radius, radius)


def _draw_faded(painter: QPainter, shape: Faded, tools: Tools) -> None:
    """All of it on a sheet of its own, which is laid over what is there."""
    left, bottom, right, top = shape.box
    area = dots(painter, QRectF(left, bottom, right - left, top - bottom))
    if area.isEmpty():
        return
    sheet = QImage(area.size(), QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(Qt.GlobalColor.transparent)
    with painter_of(sheet, area, painter.deviceTransform()) as inner:
        for each in shape.shapes:
            DRAW[type(each)](inner, each, tools)
    painter.save()
    painter.setOpacity(painter.opacity() * shape.opacity)
    lay(painter, sheet, area)
    painter.restore()


def draw_label(
    painter: QPainter, shape: Label, tools: Tools, scale: float, left: float, bottom: float
) -> None:
    x = left + (shape.x - _SHIFT[shape.align] * shape.width) * scale
    foot = bottom - (shape.y - HALF_CAPITAL_EM * shape.size) * scale
    pixels = max(1, round(shape.size * scale))
    painter.setPen(tools.color(shape.role))
    painter.setFont(tools.font(shape.weight, pixels))
    if tools.curved:
        painter.drawText(QPointF(x, foot), shape.text)
    else:
        text, ascent = tools.text(shape.text, shape.weight, pixels)
        painter.drawStaticText(QPointF(x, foot - ascent), text)


DRAW: Mapping[type, Callable[..., None]] = {
    Curve: _draw_curve,
    Silhouette: _draw_silhouette,
    Lines: _draw_lines,
    Moved: _draw_moved,
    Polygon: _draw_polygon,
    Plate: _draw_plate,
    Strokes: _draw_strokes,
    Bar: _draw_bar,
    Disc: _draw_disc,
    Faded: _draw_faded,
}
