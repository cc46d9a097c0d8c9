"""Plays a picture on a painter: the one place where shapes in millimeters become strokes on screen.

The picture is fitted into the viewport with one scale for both axes, y turned down. Shapes are
drawn in millimeters under that transform; text is drawn upright in the viewport's own units.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from hinge_tutor import shelf
from hinge_tutor.stage.lettering import FILES
from hinge_tutor.stage.palette import THEMES, Palette, load_palette
from hinge_tutor.stage.picture import (
    Curve,
    Disc,
    Label,
    Lines,
    Numbers,
    Picture,
    Plate,
    Polygon,
    Silhouette,
    Strokes,
)

__all__ = ["FONT_FAMILY", "THEMES", "Palette", "load_fonts", "load_palette", "paint", "placement"]

FONT_FAMILY = "Inter"
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
}
# Half the height of Inter's capitals over the letter size: from the middle of a line to its foot.
HALF_CAPITAL_EM = 0.3636


@cache
def load_fonts() -> tuple[str, ...]:
    """Loads the shipped typeface; gives a code for each font that is missing.

    Needs a QGuiApplication. Without a font Qt takes another one; nothing stops.
    """
    missing = []
    for weight, file in FILES.items():
        try:
            number = QFontDatabase.addApplicationFont(str(shelf.assets("fonts", file)))
        except shelf.MissingFile:
            number = -1
        if number < 0:
            missing.append(f"font_missing:{weight}")
    return tuple(missing)


def placement(picture: Picture, viewport: QRectF) -> tuple[float, float, float]:
    """Scale (viewport units per mm) and the place of the picture's origin (lower left corner)."""
    scale = min(viewport.width() / picture.width, viewport.height() / picture.height)
    left = viewport.x() + (viewport.width() - picture.width * scale) / 2
    bottom = viewport.y() + (viewport.height() + picture.height * scale) / 2
    return scale, left, bottom


def paint(painter: QPainter, picture: Picture, viewport: QRectF, palette: Palette) -> None:
    """Plays `picture` into `viewport`; the painter is left as it was."""
    scale, left, bottom = placement(picture, viewport)
    tools = _tools(palette)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if picture.ground:
        painter.fillRect(viewport, tools.brush(picture.ground))
    painter.save()
    painter.translate(left, bottom)
    painter.scale(scale, -scale)
    # Text has to stand upright, so it is drawn outside the turned transform; runs of shapes between
    # texts share one. Order is kept: a text may lie on a plate and under nothing.
    turned = True
    for shape in picture.shapes:
        if isinstance(shape, Label):
            if turned:
                painter.restore()
                turned = False
            _draw_label(painter, shape, tools, scale, left, bottom)
            continue
        if not turned:
            painter.save()
            painter.translate(left, bottom)
            painter.scale(scale, -scale)
            turned = True
        _DRAW[type(shape)](painter, shape, tools)
    if turned:
        painter.restore()
    painter.restore()


class Tools:
    """Brushes, pens and fonts of one palette, made once: making them costs more than drawing."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self.thicker = max(0.0, palette.stroke - 1.0)
        self._colors: dict[str, QColor] = {}
        self._brushes: dict[str, QBrush] = {"": QBrush(Qt.BrushStyle.NoBrush)}
        self._pens: dict[tuple[str, float, float], QPen] = {}
        self._fonts: dict[tuple[str, int], QFont] = {}

    def color(self, role: str) -> QColor:
        found = self._colors.get(role)
        if found is None:
            found = self._colors[role] = QColor(self._palette.color(role))
        return found

    def brush(self, role: str) -> QBrush:
        found = self._brushes.get(role)
        if found is None:
            found = self._brushes[role] = QBrush(self.color(role))
        return found

    def pen(self, role: str, width: float, dash: float = 0.0, widen: bool = True) -> QPen:
        width = width * self._palette.stroke if widen else width
        key = (role, width, dash)
        found = self._pens.get(key)
        if found is None:
            if len(self._pens) > 500:
                # A window that is being resized asks for new widths at every size.
                self._pens.clear()
            found = self._pens[key] = self._made_pen(role, width, dash)
        return found

    def _made_pen(self, role: str, width: float, dash: float) -> QPen:
        if not role:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(self.color(role), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dash:
            # Qt counts dashes in pen widths.
            pen.setDashPattern([dash / width, dash / width])
        return pen

    def font(self, weight: str, pixels: int) -> QFont:
        key = (weight, pixels)
        found = self._fonts.get(key)
        if found is None:
            found = QFont(FONT_FAMILY)
            found.setPixelSize(pixels)
            found.setWeight(_WEIGHTS[weight])
            self._fonts[key] = found
        return found


_made: dict[int, tuple[Palette, Tools]] = {}


def _tools(palette: Palette) -> Tools:
    """The tools of a palette; the palette is held so that its identity stays its own."""
    found = _made.get(id(palette))
    if found is None:
        found = _made[id(palette)] = (palette, Tools(palette))
    return found[1]


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
    path.setFillRule(Qt.FillRule.WindingFill)
    _path(path, points)
    path.closeSubpath()
    return path


def _draw_curve(painter: QPainter, shape: Curve, tools: Tools) -> None:
    path = QPainterPath()
    _path(path, shape.points)
    if shape.fill:
        path.setFillRule(Qt.FillRule.WindingFill)
        path.closeSubpath()
    painter.setPen(tools.pen(shape.line, shape.width, shape.dash))
    painter.setBrush(tools.brush(shape.fill))
    painter.drawPath(path)


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
    painter.strokePath(path, tools.pen(shape.line, shape.width))


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


def _draw_disc(painter: QPainter, shape: Disc, tools: Tools) -> None:
    painter.setPen(tools.pen(shape.line, shape.width))
    painter.setBrush(tools.brush(shape.fill))
    painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)


def _draw_label(
    painter: QPainter, shape: Label, tools: Tools, scale: float, left: float, bottom: float
) -> None:
    shift = {"left": 0.0, "center": 0.5, "right": 1.0}[shape.align] * shape.width
    foot = bottom - (shape.y - HALF_CAPITAL_EM * shape.size) * scale
    painter.setPen(tools.color(shape.role))
    painter.setFont(tools.font(shape.weight, max(1, round(shape.size * scale))))
    painter.drawText(QPointF(left + (shape.x - shift) * scale, foot), shape.text)


_DRAW: Mapping[type, Callable[..., None]] = {
    Curve: _draw_curve,
    Silhouette: _draw_silhouette,
    Lines: _draw_lines,
    Polygon: _draw_polygon,
    Plate: _draw_plate,
    Strokes: _draw_strokes,
    Disc: _draw_disc,
}
