"""A picture is data: small immutable shapes in millimeters, y up, with role colors.

A role names what a color is for ("skin", "guide", "muscle.12"); the palette that paints the picture
says which color that is. Curves are flat rows of numbers: a start point, then for each cubic piece
two control points and an end point. Every length, also of pens and letters, is in millimeters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

Numbers = tuple[float, ...]


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
    """Separate straight lines: x1, y1, x2, y2 of each in turn."""

    name: str
    layer: str
    points: Numbers
    line: str
    width: float
    dash: float = 0.0


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


Shape = Curve | Silhouette | Lines | Polygon | Plate | Strokes | Bar | Disc | Label | Faded


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A place that answers to the pointer: a joint or a muscle of one figure, as a disc in mm."""

    name: str
    figure: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes from back to front on a sheet of `width` × `height` mm, origin at its lower left.

    `ground` is the role of the sheet's own color; a sheet without one lies over another picture.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    hotspots: tuple[Hotspot, ...] = ()
    ground: str = "ground"

    def layers(self) -> frozenset[str]:
        """The names of the layers that have a shape here."""
        return frozenset(shape.layer for shape in self.shapes)

    def named(self, name: str) -> tuple[Shape, ...]:
        """The shapes of this name."""
        return tuple(shape for shape in self.shapes if shape.name == name)

    def text(self) -> str:
        """The picture as text, one shape a line, numbers with three decimals: for tests."""
        return "\n".join((f"Picture {self.width:.3f} {self.height:.3f}", *map(_line, self.shapes)))


def flat(places: Iterable[complex]) -> Numbers:
    """Places x + iy as the flat row of numbers that a shape has, mm."""
    return tuple(value for place in places for value in (place.real, place.imag))


def numbers(shape: Shape) -> Iterator[float]:
    """Every number of a shape."""
    for field in fields(shape):
        yield from _floats(getattr(shape, field.name))


def _floats(value: object) -> Iterator[float]:
    if isinstance(value, float | int):
        yield float(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _floats(part)
    elif isinstance(value, Shape):
        yield from numbers(value)


def _line(shape: Shape) -> str:
    parts = [type(shape).__name__]
    for field in fields(shape):
        value = getattr(shape, field.name)
        if isinstance(value, str):
            parts.append(f"{field.name}={value!r}" if field.name == "text" else value or "-")
        else:
            parts.append(" ".join(f"{number:.3f}" for number in _floats(value)))
    return " ".join(parts)
