"""Brushes, pens and fonts: what a painter draws with, made once for each palette."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase, QPen

from hinge_tutor import shelf
from hinge_tutor.stage.lettering import FILES
from hinge_tutor.stage.palette import Palette

FONT_FAMILY = "Inter"
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
}


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


class Tools:
    """Brushes, pens and fonts of one palette, made once: making them costs more than drawing."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self.stroke = palette.stroke
        self.thicker = max(0.0, palette.stroke - 1.0)
        self._colors: dict[str, QColor] = {}
        self._brushes: dict[str, QBrush] = {"": QBrush(Qt.BrushStyle.NoBrush)}
        self._pens: dict[tuple[str, float, float, bool], QPen] = {}
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

    def pen(
        self, role: str, width: float, dash: float = 0.0, widen: bool = True, square: bool = False
    ) -> QPen:
        width = width * self.stroke if widen else width
        key = (role, width, dash, square)
        found = self._pens.get(key)
        if found is None:
            if len(self._pens) > 500:
                # A window that is being resized asks for new widths at every size.
                self._pens.clear()
            found = self._pens[key] = self._made_pen(role, width, dash, square)
        return found

    def _made_pen(self, role: str, width: float, dash: float, square: bool) -> QPen:
        if not role:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(self.color(role), width)
        flat = dash or square
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if flat else Qt.PenCapStyle.RoundCap)
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


def tools_of(palette: Palette) -> Tools:
    """The tools of a palette; the palette is held so that its identity stays its own."""
    found = _made.get(id(palette))
    if found is None:
        found = _made[id(palette)] = (palette, Tools(palette))
    return found[1]
