"""The shapes of a picture: small and immutable, in millimeters, y up, with role colors.

A role names what a color is for ("skin", "guide", "muscle.12"); the palette that paints the picture
says which color that is. Curves are flat rows of numbers: a start point, then for each cubic piece
two control points and an end point. Every length, also of pens and letters, is in millimeters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Numbers = tuple[float, ...]
# What x + 1 and y + 1 add to the place of a point, and where the origin goes: x, y of each, mm.
Move = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """Cubic pieces, filled, lined or both; `dash` is a length in mm, 0 for a solid line."""

    name: str
    layer: str
    points: Numbers
    fill: str = ""
    line: str = ""
    width: float = 0.0
    dash: float = 0.0


@dataclass(frozen=True, slots=True)
class Silhouette:
    """Several closed curves as one: a line around their union and no lines inside it.

    `rims` are the same curves grown by the line's width: filling them first and the curves over
    them gives the line at half the cost of stroking it.
    """

    name: str
    layer: str
    curves: tuple[Numbers, ...]
    rims: tuple[Numbers, ...]
    fill: str
    line: str
    width: float


@dataclass(frozen=True, slots=True)
class Lines:
    """Several curves drawn with one pen, as one path.

    With `fill` they are filled together; one that runs clockwise inside another is a hole in it.
    """

    name: str
    layer: str
    curves: tuple[Numbers, ...]
    line: str
    width: float
    fill: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """Curves in a frame of their own, mm. The same object wherever the same thing is drawn, so that
    a painter may keep what it made of it.
    """

    curves: tuple[Numbers, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """Outlines that are rigid, each with its move, drawn and filled as `Lines` are."""

    name: str
    layer: str
    outlines: tuple[Outline, ...]
    moves: tuple[Move, ...]
    line: str
    width: float
    fill: str = ""

    def lines(self) -> Lines:
        """The same as curves on the sheet."""
        curves = tuple(
            moved(points, move)
            for outline, move in zip(self.outlines, self.moves, strict=True)
            for points in outline.curves
        )
        return Lines(self.name, self.layer, curves, self.line, self.width, self.fill)


def moved(points: Numbers, move: Move) -> Numbers:
    """Points of an outline on the sheet."""
    a, b, c, d, x0, y0 = move
    pairs = zip(points[0::2], points[1::2], strict=True)
    return tuple(n for x, y in pairs for n in (a * x + c * y + x0, b * x + d * y + y0))


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed polygon: x, y of each corner in turn."""

    name: str
    layer: str
    points: Numbers
    fill: str = ""
    line: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Plate:
    """A rectangle with rounded corners: lower left corner, size, radius."""

    name: str
    layer: str
    x: float
    y: float
    width: float
    height: float
    radius: float
    fill: str = ""
    line: str = ""
    pen: float = 0.0


@dataclass(frozen=True, slots=True)
class Strokes:
    """Separate straight lines: x1, y1, x2, y2 of each in turn; with `square` ends they are drawn in
    a sixth of the time.
    """

    name: str
    layer: str
    points: Numbers
    line: str
    width: float
    dash: float = 0.0
    square: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A straight bar with square ends from x1, y1 to x2, y2, `thick` wide, with a line around it.

    It is drawn as two thick lines, which costs a tenth of filling and stroking a turned rectangle.
    """

    name: str
    layer: str
    points: tuple[float, float, float, float]
    thick: float
    fill: str
    line: str
    width: float


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc around x, y."""

    name: str
    layer: str
    x: float
    y: float
    radius: float
    fill: str = ""
    line: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Label:
    """One line of upright text; `align` is left, center or right; y is the middle of its x-height.

    `size` is the height of the letters' em, `width` the length of the line, both in mm.
    """

    name: str
    layer: str
    x: float
    y: float
    text: str
    role: str
    size: float
    width: float
    align: str = "left"
    weight: str = "regular"

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the line, in mm."""
        left = self.x - self.width * {"left": 0.0, "center": 0.5, "right": 1.0}[self.align]
        # An em is split about 0.6 above and 0.4 below the middle of the small letters; 1.2 em is
        # the line height of the shipped typeface.
        return left, self.y - 0.6 * self.size, left + self.width, self.y + 0.6 * self.size


@dataclass(frozen=True, slots=True)
class Faded:
    """Shapes that are drawn as one and let through what is under them; no text is among them.

    `opacity` is 0…1, `box` the left, bottom, right and top of all of them, mm.
    """

    name: str
    layer: str
    shapes: tuple[Shape, ...]
    opacity: float
    box: tuple[float, float, float, float]


Shape = Curve | Silhouette | Lines | Moved | Polygon | Plate | Strokes | Bar | Disc | Label | Faded


def flat(places: Iterable[complex]) -> Numbers:
    """Places x + iy as the flat row of numbers that a shape has, mm."""
    return tuple(value for place in places for value in (place.real, place.imag))
