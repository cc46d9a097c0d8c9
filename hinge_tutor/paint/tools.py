"""Brushes, pens and fonts: what a painter draws with, made once for each palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPen,
    QStaticText,
)

from hinge_tutor import shelf
from hinge_tutor.stage.lettering import FILES
from hinge_tutor.stage.palette import Palette
from hinge_tutor.stage.picture import Still

FONT_FAMILY = "Inter"
# Some hundred texts stand on a stage; angles change in every frame, through some hundred more.
KEPT_TEXTS = 2000
_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
}
# How a line ends: square ends go as far beyond it as round ones, flat ones not at all.
ROUND, SQUARE, FLAT = "round", "square", "flat"
_ENDS = {
    ROUND: Qt.PenCapStyle.RoundCap,
    SQUARE: Qt.PenCapStyle.SquareCap,
    FLAT: Qt.PenCapStyle.FlatCap,
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

    def __init__(self, palette: Palette, curved: bool = False) -> None:
        """`curved`: what is drawn on keeps curves, as a page does; a screen breaks them up."""
        self._palette = palette
        self.curved = curved
        self.stroke = palette.stroke
        self.thicker = max(0.0, palette.stroke - 1.0)
        self._colors: dict[str, QColor] = {}
        self._brushes: dict[str, QBrush] = {"": QBrush(Qt.BrushStyle.NoBrush)}
        self._pens: dict[tuple[str, float, float, str], QPen] = {}
        self._fonts: dict[tuple[str, int], QFont] = {}
        self._stills: WeakKeyDictionary[Still, tuple[object, QImage]] = WeakKeyDictionary()
        self._texts: dict[tuple[str, str, int], tuple[QStaticText, QFont, float]] = {}

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
        self, role: str, width: float, dash: float = 0.0, widen: bool = True, ends: str = ROUND
    ) -> QPen:
        width = width * self.stroke if widen else width
        key = (role, width, dash, ends)
        found = self._pens.get(key)
        if found is None:
            if len(self._pens) > 500:
                # A window that is being resized asks for new widths at every size.
                self._pens.clear()
            found = self._pens[key] = self._made_pen(role, width, dash, ends)
        return found

    def _made_pen(self, role: str, width: float, dash: float, ends: str) -> QPen:
        if not role:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(self.color(role), width)
        pen.setCapStyle(_ENDS[FLAT if dash else ends])
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
            if self.curved:
                # A minus that leans on a digit is a glyph of its own, which is no sign to whoever
                # reads a page with a program.
                found.setFeature(QFont.Tag("calt"), 0)
            self._fonts[key] = found
        return found

    def text(self, words: str, weight: str, pixels: int) -> tuple[QStaticText, QFont, float]:
        """A text whose letters are laid out, which takes half as long to draw as one whose are not,
        its font, and how far its top is above its baseline.
        """
        key = (words, weight, pixels)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > KEPT_TEXTS:
                self._texts.clear()
            font = self.font(weight, pixels)
            text = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=font)
            found = self._texts[key] = text, font, QFontMetricsF(font).ascent()
        return found

    def kept(self, still: Still, place: object, drawn: Callable[[], QImage]) -> QImage:
        """The image of what stands still, drawn again only where it stands in another place."""
        found = self._stills.get(still)
        if found is None or found[0] != place:
            found = self._stills[still] = (place, drawn())
        return found[1]


_made: dict[tuple[int, bool], tuple[Palette, Tools]] = {}


def tools_of(palette: Palette, curved: bool = False) -> Tools:
    """The tools of a palette; the palette is held so that its identity stays its own."""
    found = _made.get((id(palette), curved))
    if found is None:
        found = _made[id(palette), curved] = (palette, Tools(palette, curved))
    return found[1]
