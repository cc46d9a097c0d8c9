"""The ghost of a guess: a figure's outline in a pose that somebody thinks of; how far off it is.

The ghost lies behind all figures, its dashed edge, its words and what is measured over them. It is
drawn on a picture that is there already: so nothing of it moves what stands on the stage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hinge_tutor.stage.actors import actor_of
from hinge_tutor.stage.contour import closed_curves, contour
from hinge_tutor.stage.figure import figure_shapes
from hinge_tutor.stage.handle_marks import ARROWS_PX, Ground, mark_shapes
from hinge_tutor.stage.labels import WEIGHT, half_plate, line_mm
from hinge_tutor.stage.leaning import leaned
from hinge_tutor.stage.mirror import mirrored
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.outlines import dashes
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.picture import Hotspot, Picture
from hinge_tutor.stage.shapes import Curve, Disc, Label, Numbers, Plate, Shape, Strokes

if TYPE_CHECKING:
    from hinge_tutor.body.kinematics import Pose
    from hinge_tutor.coaching.repetition import Repetition

LAYER = "guess"
INK = "second"
# How its edge is dashed, and how thick it is, in outlines.
ON_PENS, OFF_PENS, EDGE_PENS = 5.0, 3.5, 1.4
# The line that measures, its end bars, and the mark at each end, in outlines.
LINE_PENS, BAR_PENS, MARK_PENS = 1.8, 5.0, 3.4
# A word keeps this far from what it names, in em.
AIR_EM = 0.5
# The edge beside a handle is looked for so far above and below it, mm.
BESIDE_MM = 60.0


@dataclass(frozen=True)
class Sheet:
    """How a picture is shown: mm for one px of the window, its height in px, letters in mm."""

    mm_per_px: float
    height_px: float
    text_mm: float


@dataclass(frozen=True)
class Measured:
    """From a guess to where the handle really is, m in the figure's own frame, and the words."""

    guess_m: tuple[float, float]
    truth_m: tuple[float, float]
    text: str


@dataclass(frozen=True, eq=False)
class Ghost:
    """What fills a ghost, and the strokes of its edge: the same for as long as it stays."""

    curves: Sequence[Numbers]
    edge: Numbers


def ghost_of(repetition: Repetition, pose: Pose, ground: Ground, sheet: Sheet) -> Ghost:
    """The ghost of a figure in a pose, standing on `ground` of a sheet."""
    drawn, _ = figure_shapes(
        actor_of(repetition).fit,
        leaned(repetition.take, pose),
        complex(ground.x, ground.y),
        pens(sheet.mm_per_px, sheet.height_px),
        Options(),
        {},
    )
    curves = closed_curves(mirrored(drawn, ground.x) if ground.facing < 0 else drawn)
    pen = _pen(sheet)
    return Ghost(curves, dashes(contour(curves), ON_PENS * pen, OFF_PENS * pen))


def with_ghost(
    picture: Picture,
    ghost: Ghost,
    ground: Ground,
    sheet: Sheet,
    word: str,
    handle_m: tuple[float, float],
    measured: Measured | None = None,
    handle: Hotspot | None = None,
) -> Picture:
    """A picture with the ghost of one of its figures.

    `word` stands beside the ghost's handle (m, in the figure's own frame). `handle` is where it can
    be taken hold of, None where it can no more.
    """
    pen = _pen(sheet)
    over: list[Shape] = [Strokes("guess.edge", LAYER, ghost.edge, INK, EDGE_PENS * pen)]
    at = complex(*ground.on_sheet(*handle_m))
    if measured is not None:
        over += _measure(measured, ground, word, picture, sheet)
    else:
        over += _named(word, at, ghost.edge, picture, sheet)
        if handle is None:
            over.append(_mark("guess.here", at, pen))
    if handle is not None:
        over += mark_shapes([handle], (handle.name, handle.figure), sheet.mm_per_px)
    behind = [Curve("guess.ghost", LAYER, points, fill="ghost") for points in ghost.curves]
    shapes = picture.shapes
    first = next((n for n, shape in enumerate(shapes) if shape.layer == "body"), len(shapes))
    under = replace(picture, shapes=(*shapes[:first], *behind, *shapes[first:]))
    return under.with_over(over)


def _pen(sheet: Sheet) -> float:
    return pens(sheet.mm_per_px, sheet.height_px).line


def _mark(name: str, at: complex, pen: float) -> Shape:
    return Disc(name, LAYER, at.real, at.imag, MARK_PENS * pen, "plate", INK, LINE_PENS * pen)


def _measure(
    measured: Measured, ground: Ground, word: str, picture: Picture, sheet: Sheet
) -> list[Shape]:
    """The line from a guess to the truth with a bar at each end, how long it is, and whose end."""
    pen, air = _pen(sheet), AIR_EM * sheet.text_mm
    guess = complex(*ground.on_sheet(*measured.guess_m))
    truth = complex(*ground.on_sheet(*measured.truth_m))
    # Two places that are one have no direction; words then stand to the left and above.
    way = guess - truth
    out = way / abs(way) if abs(way) > pen else -1.0 + 0j
    across = 1j * out if (1j * out).imag >= 0 else -1j * out
    bar = BAR_PENS * pen * across
    ends = (truth, guess, truth - bar, truth + bar, guess - bar, guess + bar)
    points = tuple(value for place in ends for value in (place.real, place.imag))
    # The ground's color parts the line from whatever lies under it.
    rim = Strokes("guess.line", LAYER, points, "ground", (LINE_PENS + 2.0) * pen)
    line = Strokes("guess.line", LAYER, points, INK, LINE_PENS * pen)
    truth_mark = Disc("guess.truth", LAYER, truth.real, truth.imag, MARK_PENS * pen, INK)
    shapes: list[Shape] = [rim, line, truth_mark, _mark("guess.here", guess, pen)]
    beyond = MARK_PENS * pen + air
    shapes += _plate("guess.word", word, guess, out, beyond, picture, sheet)
    middle, beside = (guess + truth) / 2, BAR_PENS * pen + air
    shapes += _plate("guess.far", measured.text, middle, across, beside, picture, sheet)
    return shapes


def _named(
    word: str, at: complex, edges: Sequence[float], picture: Picture, sheet: Sheet
) -> list[Shape]:
    """The word beside the ghost, on that side of its handle on which the edge is nearer."""
    near = [
        x for x, y in zip(edges[0::2], edges[1::2], strict=True) if abs(y - at.imag) < BESIDE_MM
    ]
    left, right = min(near, default=at.real), max(near, default=at.real)
    least = ARROWS_PX * sheet.mm_per_px
    if at.real - left <= right - at.real:
        way, far = -1.0 + 0j, max(at.real - left, least)
    else:
        way, far = 1.0 + 0j, max(right - at.real, least)
    return _plate("guess.word", word, at, way, far + AIR_EM * sheet.text_mm, picture, sheet)


def _plate(
    name: str, text: str, at: complex, way: complex, far: float, picture: Picture, sheet: Sheet
) -> list[Shape]:
    """A text on a plate so far from a place, pushed inside the sheet."""
    size = sheet.text_mm
    half_w, half_h = half_plate(text, size)
    middle = at + way * (far + abs(way.real) * half_w + abs(way.imag) * half_h)
    edge = AIR_EM * size
    x = min(max(middle.real, half_w + edge), picture.width - half_w - edge)
    y = min(max(middle.imag, half_h + edge), picture.height - half_h - edge)
    box = (x - half_w, y - half_h, 2 * half_w, 2 * half_h)
    return [
        Plate(name, LAYER, *box, 0.35 * size, "plate", INK, 0.08 * size),
        Label(name, LAYER, x, y, text, "text", size, line_mm(text, size), "center", WEIGHT),
    ]


def handle_spot(ground: Ground, name: str, figure: int, at_m: tuple[float, float]) -> Hotspot:
    """A place of a figure's own frame, m, as a place that answers to the pointer."""
    return Hotspot(name, figure, *ground.on_sheet(*at_m), 0.0)
