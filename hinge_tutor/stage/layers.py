"""What is drawn over a figure: angles at the joints, balance, and the way the hips have taken."""

from __future__ import annotations

import cmath
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from hinge_tutor.stage.labels import Callout, Wish
from hinge_tutor.stage.shapes import Curve, Disc, Lines, Numbers, Polygon, Shape, Strokes

Point = tuple[float, float]
# An angle smaller than this is standing, and its arc would be a speck.
LEAST_ANGLE_DEG = 4.0
# A way shorter than this, in mm, has no length worth a number yet.
LEAST_WAY_MM = 10.0


@dataclass(frozen=True)
class Sizes:
    """Lengths in mm that follow the sheet: pen, fine pen, letter size, radius of arcs."""

    pen: float
    fine: float
    text: float
    arc: float


def arc(center: Point, radius: float, start: float, stop: float) -> Numbers:
    """A circular arc from angle to angle (rad) as cubic pieces of at most a quarter turn.

    The control points lie at 4/3 tan(Δ/4) radii along the tangents.
    """
    pieces = max(1, math.ceil(abs(stop - start) / (math.pi / 2)))
    turn = (stop - start) / pieces
    reach = 4 / 3 * math.tan(turn / 4) * radius
    x, y = center
    points = [x + radius * math.cos(start), y + radius * math.sin(start)]
    for number in range(pieces):
        a, b = start + number * turn, start + (number + 1) * turn
        points += [
            x + radius * math.cos(a) - reach * math.sin(a),
            y + radius * math.sin(a) + reach * math.cos(a),
            x + radius * math.cos(b) + reach * math.sin(b),
            y + radius * math.sin(b) - reach * math.cos(b),
            x + radius * math.cos(b),
            y + radius * math.sin(b),
        ]
    return tuple(points)


@dataclass(frozen=True)
class Angle:
    """An angle to show at a joint: from one direction to another, rad, and what is written."""

    name: str
    center: Point
    start: float
    stop: float
    text: str
    marked: bool = False


def angle_shapes(angle: Angle, sizes: Sizes) -> tuple[list[Shape], Wish | None]:
    """Two legs and an arc, with the wish for its label; nothing while the joint is straight."""
    if abs(math.degrees(angle.stop - angle.start)) < LEAST_ANGLE_DEG:
        return [], None
    x, y = angle.center
    legs: list[float] = []
    for direction in (angle.start, angle.stop):
        reach = sizes.arc * 1.25
        legs += [x, y, x + reach * math.cos(direction), y + reach * math.sin(direction)]
    role = "highlight" if angle.marked else "guide"
    width = sizes.pen * (1.8 if angle.marked else 1.2)
    name = f"angle.{angle.name}"
    shapes: list[Shape] = [
        Strokes(name, "angles", tuple(legs), role, sizes.pen * 0.8, 3 * sizes.pen),
        Curve(
            name, "angles", arc(angle.center, sizes.arc, angle.start, angle.stop), "", role, width
        ),
    ]
    middle = cmath.rect(1.0, (angle.start + angle.stop) / 2)
    role = "highlight" if angle.marked else "text"
    ring = _around(sizes.arc, sizes.text)
    return shapes, Wish(name, "angles", angle.text, complex(x, y), ring, middle, role)


@lru_cache(maxsize=16)
def _around(radius: float, text: float) -> tuple[complex, ...]:
    """Where an angle's number may stand, seen from the middle of its arc: farther, and aside."""
    return tuple(
        cmath.rect(radius * far + 0.5 * text, swing)
        for far in (1.35, 1.7, 2.1, 2.6)
        for swing in (0.0, 0.5, -0.5, 1.0, -1.0)
    )


def balance_shapes(
    center: Point, pressure_x: float | None, base: tuple[float, float], ground: float, sizes: Sizes
) -> list[Shape]:
    """The plumb line under a center of mass, what carries there, and where the pressure is."""
    pen = sizes.pen
    thick = 5.0 * pen
    x, y = center
    low, high = ground - 2 * pen - thick, ground - 2 * pen
    corners = (base[0], high, base[1], high, base[1], low, base[0], low)
    shapes: list[Shape] = [Polygon("base", "balance", corners, "base", "guide", pen * 0.6)]
    if pressure_x is not None:
        tip, foot = ground - pen, ground - 2.6 * thick
        arrow = (pressure_x, tip, pressure_x + 1.3 * thick, foot, pressure_x - 1.3 * thick, foot)
        shapes.append(Polygon("pressure", "balance", arrow, fill="pressure"))
    shapes.append(Strokes("plumb", "balance", (x, y, x, ground), "guide", pen * 1.2, 5 * pen))
    return shapes


def mass_shapes(center: Point, sizes: Sizes) -> list[Shape]:
    """The usual sign of a center of mass: a disc with two filled quarters."""
    radius, (x, y) = 5.5 * sizes.pen, center
    placed = complex(x, y) + radius * _QUARTERS
    first, last = placed.view(np.float64).tolist()
    quarters = (tuple(first), tuple(last))
    return [
        Disc("mass", "balance", x, y, radius, fill="joint", line="guide", width=sizes.pen * 1.2),
        Lines("mass", "balance", quarters, line="", width=0.0, fill="joint_line"),
    ]


def _quarter(start: float) -> list[float]:
    """A quarter of a disc of radius 1 about 0: its arc, then to the middle and back."""
    bow = arc((0.0, 0.0), 1.0, start, start + math.pi / 2)
    return [*bow, *(0.0,) * 8, *bow[:2], *bow[:2]]


_QUARTERS = np.array([_quarter(0.0), _quarter(math.pi)]).view(np.complex128)


def trail_shapes(
    way: Numbers, start: Point, now: Point, texts: tuple[str, str], sizes: Sizes
) -> tuple[list[Shape], list[Callout]]:
    """The hips' way so far, a curve, and how far that is back and down, as two measured lines.

    `texts` are what is written for back and for down.
    """
    pen = sizes.pen
    back, down = start[0] - now[0], start[1] - now[1]
    shapes: list[Shape] = [Curve("trail", "trails", way, line="trail", width=pen * 2.2)]
    callouts: list[Callout] = []
    shapes.append(
        Disc(
            "trail.start", "trails", *start, 3.5 * pen, fill="plate", line="trail", width=pen * 1.4
        )
    )
    corner = (now[0], start[1])
    for name, text, way_mm, first, second in (
        ("back", texts[0], back, start, corner),
        ("down", texts[1], down, corner, now),
    ):
        shown = abs(way_mm) > LEAST_WAY_MM
        if shown:
            shapes.append(_measured(name, first, second, pen))
        middle = complex(first[0] + second[0], first[1] + second[1]) / 2
        callouts.append(
            Callout(f"trail.{name}", text, middle, "trail", "trails", "trail", -1, shown)
        )
    return shapes, callouts


def _measured(name: str, start: Point, stop: Point, pen: float) -> Strokes:
    """A straight line with a short bar at each end."""
    bar = 4.0 * pen
    flat = start[1] == stop[1]
    ends = []
    for x, y in (start, stop):
        ends += [x, y - bar, x, y + bar] if flat else [x - bar, y, x + bar, y]
    return Strokes(
        f"trail.{name}", "trails", (*start, *stop, *ends), "trail", pen * 1.1, square=True
    )
