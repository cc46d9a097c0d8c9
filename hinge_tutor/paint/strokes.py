"""How each kind of shape is drawn, in millimeters; text in the units of the viewport."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from hinge_tutor.paint.canvas import Canvas
from hinge_tutor.paint.rigid import add_cubics, joined, winding
from hinge_tutor.paint.sheets import dots, lay, painter_of
from hinge_tutor.paint.tools import FLAT, ROUND, SQUARE
from hinge_tutor.stage.shapes import (
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
# Letters have whole pixels: half of one is rounded down, with what computing it may be off by, so
# that a text is rather narrower than its plate than wider.
HALF_DOWN = 0.501
# A line of about a device's dot covers the steps at the edge of what is filled under it. Lines of
# at most one dot are drawn by Qt's fast way.
COVERING_PX, HAIRLINE_PX = 0.9, 0.97
# Where a mm of the body has fewer dots than this, half a dot is too much: 2 mm.
SMALL_DOTS = 0.25
# Looked up once: a picture asks for it some hundred times, and Python's enumerations are slow.
_SMOOTH = QPainter.RenderHint.Antialiasing

# How much of a line of text stands left of the place it is aligned at.
_SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}


def _draw_path(
    canvas: Canvas,
    path: QPainterPath,
    shape: Curve | Lines | Moved | Polygon,
    dash: float = 0.0,
) -> None:
    """Fills and strokes a path.

    A solid line over the filling's edge smooths it, so that the filling itself need not be, which
    takes half as long. Where a picture is made so small that its lines thin out, it is smoothed.
    """
    painter, tools = canvas.painter, canvas.tools
    pen, fill = tools.pen(shape.line, shape.width, dash), tools.brush(shape.fill)
    covering = shape.fill and shape.line and not dash
    if covering and shape.width * tools.stroke * canvas.dots >= COVERING_PX:
        painter.setRenderHint(_SMOOTH, False)
        painter.fillPath(path, fill)
        painter.setRenderHint(_SMOOTH)
        painter.strokePath(path, pen)
    else:
        painter.setPen(pen)
        painter.setBrush(fill)
        painter.drawPath(path)


def _draw_curve(canvas: Canvas, shape: Curve) -> None:
    if not shape.fill:
        path = QPainterPath()
        add_cubics(path, shape.points)
        _draw_path(canvas, path, shape, shape.dash)
    elif shape.line:
        _draw_path(canvas, _closed(shape.points), shape, shape.dash)
    else:
        _fill(canvas, [_closed(shape.points)], shape.fill, canvas.dots < SMALL_DOTS)


def _draw_silhouette(canvas: Canvas, shape: Silhouette) -> None:
    """What shows of the line first, then the filling over it."""
    thicker = canvas.tools.thicker
    rims = [_closed(points) for points in shape.rims]
    if thicker:
        # Rims are one width thick; what a thicker stroke has beyond that lies around them.
        pen = canvas.tools.pen(shape.line, 2 * shape.width * thicker, widen=False)
        for rim in rims:
            canvas.painter.strokePath(rim, pen)
    fine = shape.width * canvas.tools.stroke * canvas.dots < COVERING_PX
    _fill(canvas, rims, shape.line, fine)
    _fill(canvas, [_closed(points) for points in shape.curves], shape.fill, fine)


def _closed(points: Numbers) -> QPainterPath:
    path = winding()
    add_cubics(path, points)
    path.closeSubpath()
    return path


def _fill(canvas: Canvas, paths: Sequence[QPainterPath], role: str, fine: bool) -> None:
    """Fills paths, unless they are fine under hairlines of their own color: on dots that takes
    three quarters as long as smoothing the fillings themselves, and half a dot more room.
    """
    painter, tools = canvas.painter, canvas.tools
    brush, plain = tools.brush(role), fine or tools.curved
    painter.setRenderHint(_SMOOTH, plain)
    for path in paths:
        painter.fillPath(path, brush)
    if not plain:
        painter.setRenderHint(_SMOOTH)
        hairline = tools.pen(role, HAIRLINE_PX / canvas.dots, widen=False)
        for path in paths:
            painter.strokePath(path, hairline)


def _draw_lines(canvas: Canvas, shape: Lines) -> None:
    path = winding()
    for points in shape.curves:
        add_cubics(path, points)
    _draw_path(canvas, path, shape)


def _draw_moved(canvas: Canvas, shape: Moved) -> None:
    dots = None if canvas.tools.curved else canvas.dots
    _draw_path(canvas, joined(shape.outlines, shape.moves, dots), shape)


def _draw_polygon(canvas: Canvas, shape: Polygon) -> None:
    # Qt draws a path of straight pieces in less time than a polygon.
    path = QPainterPath()
    rest = iter(shape.points)
    path.moveTo(next(rest), next(rest))
    for x, y in zip(rest, rest, strict=True):
        path.lineTo(x, y)
    path.closeSubpath()
    _draw_path(canvas, path, shape)


def _draw_plate(canvas: Canvas, shape: Plate) -> None:
    painter, tools = canvas.painter, canvas.tools
    painter.setPen(tools.pen(shape.line, shape.pen))
    painter.setBrush(tools.brush(shape.fill))
    box = QRectF(shape.x, shape.y, shape.width, shape.height)
    if shape.radius:
        painter.drawRoundedRect(box, shape.radius, shape.radius)
    else:
        painter.drawRect(box)


def _draw_strokes(canvas: Canvas, shape: Strokes) -> None:
    ends = SQUARE if shape.square else ROUND
    canvas.painter.setPen(canvas.tools.pen(shape.line, shape.width, shape.dash, ends=ends))
    # The same iterator four times over: each line takes the next four numbers.
    rest = iter(shape.points)
    canvas.painter.drawLines([*map(QLineF, rest, rest, rest, rest)])


def _draw_bar(canvas: Canvas, shape: Bar) -> None:
    """Its line is half inside and half outside of it, as a stroke's would be."""
    x1, y1, x2, y2 = shape.points
    edge = shape.width * canvas.tools.stroke
    beyond = edge / 2 / max(math.hypot(x2 - x1, y2 - y1), edge)
    for role, thick, more in (
        (shape.line, shape.thick + edge, beyond),
        (shape.fill, shape.thick - edge, -beyond),
    ):
        canvas.painter.setPen(canvas.tools.pen(role, thick, widen=False, ends=FLAT))
        dx, dy = more * (x2 - x1), more * (y2 - y1)
        canvas.painter.drawLine(QLineF(x1 - dx, y1 - dy, x2 + dx, y2 + dy))


def _draw_disc(canvas: Canvas, shape: Disc) -> None:
    """A disc with a line is two, one on the other: that takes two thirds as long as a stroke."""
    painter, tools = canvas.painter, canvas.tools
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


def _draw_faded(canvas: Canvas, shape: Faded) -> None:
    """All of it on a sheet of its own, which is laid over what is there."""
    left, bottom, right, top = shape.box
    painter = canvas.painter
    area = dots(painter, QRectF(left, bottom, right - left, top - bottom))
    if area.isEmpty():
        return
    sheet = QImage(area.size(), QImage.Format.Format_ARGB32_Premultiplied)
    sheet.fill(Qt.GlobalColor.transparent)
    with painter_of(sheet, area, painter.deviceTransform()) as inner:
        onto = replace(canvas, painter=inner)
        for each in shape.shapes:
            DRAW[type(each)](onto, each)
    painter.save()
    painter.setOpacity(painter.opacity() * shape.opacity)
    lay(painter, sheet, area)
    painter.restore()


def draw_label(canvas: Canvas, shape: Label) -> None:
    """Draws a text; the painter is that of the viewport, since the text stands upright."""
    painter, tools, scale = canvas.painter, canvas.tools, canvas.scale
    x = canvas.left + (shape.x - _SHIFT[shape.align] * shape.width) * scale
    foot = canvas.bottom - (shape.y - HALF_CAPITAL_EM * shape.size) * scale
    pixels = max(1, math.ceil(shape.size * scale - HALF_DOWN))
    painter.setPen(tools.color(shape.role))
    if tools.curved:
        painter.setFont(tools.font(shape.weight, pixels))
        painter.drawText(QPointF(x, foot), shape.text)
    else:
        text, font, ascent = tools.text(shape.text, shape.weight, pixels)
        painter.setFont(font)
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
