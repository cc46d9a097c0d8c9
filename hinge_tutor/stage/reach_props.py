"""Props that a body reaches for: a wall or a door's edge behind its hips, a box under its hands."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from hinge_tutor.coaching.dowel import TOUCHING_CM
from hinge_tutor.coaching.goals import above_cm, box_top_m, buttock_radius_m, wall_x_m
from hinge_tutor.stage.lamps import PropView, add_lamp
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.shapes import Polygon, Strokes, flat

# A wall is drawn this thick and as high as a door's frame.
WALL_MM, WALL_TOP_MM = 40.0, 1900.0
# A car's door, nearly from its edge: heights from sill to roof, and places across it counted back
# from the edge that the hips reach, as shares of how wide it is seen.
DOOR_MM, SILL_MM, WAIST_MM, ROOF_MM = 220.0, 290.0, 900.0, 1380.0
MOLDING_MM, HANDLE_MM = 540.0, 810.0
PANEL = (
    *((0.0, WAIST_MM), (1.0, WAIST_MM), (1.0, SILL_MM + 90.0)),
    *((0.85, SILL_MM), (0.12, SILL_MM), (0.0, SILL_MM + 40.0)),
)
WINDOW = ((0.04, WAIST_MM), (0.16, ROOF_MM), (0.62, ROOF_MM - 15.0), (0.96, WAIST_MM))
FRAME_MM, HANDLE_THICK_MM, HANDLE = 16.0, 18.0, (0.14, 0.44)
# A crate: how wide, and how far before the toes it stays.
BOX_MM, TOES_MM, LEAST_BOX_MM = 360.0, 30.0, 60.0
# Where they stand follows from a whole take, and is asked for at every picture.
_wall_x_m, _box_top_m = lru_cache(maxsize=16)(wall_x_m), lru_cache(maxsize=16)(box_top_m)
# Where the lamp's text stands: behind it, or above, in letter heights.
UP_THE_WALL = (-1 + 0j, 1j, 3j, 5j, 7j)


def add_wall(view: PropView, moment: Moment) -> None:
    """A wall where this body's hips come to in the movement without a fault."""
    x = _behind(view, moment, "wall")
    top = moment.ground + min(WALL_TOP_MM, 1000.0 * moment.pose.body.height_m)
    corners = (x - WALL_MM, moment.ground, x, moment.ground, x, top, x - WALL_MM, top)
    view.behind.append(
        Polygon("wall.prop", "props", corners, "support", "support_line", moment.sizes.pen)
    )


def add_door(view: PropView, moment: Moment) -> None:
    """A car's door that the hips shut."""
    x, ground, pen = _behind(view, moment, "door"), moment.ground, moment.sizes.pen

    def at(share: float, height: float) -> complex:
        return complex(x - share * DOOR_MM, ground + height)

    window = [at(*corner) for corner in WINDOW]
    frame = [each for pair in pairwise(window) for each in pair]
    molding = (at(0.0, MOLDING_MM), at(1.0, MOLDING_MM))
    handle = (at(HANDLE[0], HANDLE_MM), at(HANDLE[1], HANDLE_MM))
    corners = flat(at(*corner) for corner in PANEL)
    view.behind += [
        Strokes("door", "props", flat(frame), "support_line", FRAME_MM),
        Polygon("door", "props", corners, "support", "support_line", pen),
        Strokes("door", "props", flat(molding), "support_line", moment.sizes.fine),
        Strokes("door", "props", flat(handle), "support_line", HANDLE_THICK_MM),
    ]


def add_box(view: PropView, moment: Moment) -> None:
    """A box whose top is where this body's hands come to in the movement without a fault."""
    x, top = _box_top_m(moment.actor.repetition.correct)
    gap = float(above_cm(moment.pose, top))
    place = moment.placed_m(complex(x, top))
    toes = moment.at("toe_tip_near").real + TOES_MM
    left = max(place.real - BOX_MM / 2, toes)
    if place.imag - moment.ground > LEAST_BOX_MM:
        right, low, high = left + BOX_MM, moment.ground, place.imag
        corners = (left, low, right, low, right, high, left, high)
        view.behind.append(
            Polygon("box", "props", corners, "support", "support_line", moment.sizes.pen)
        )
    at = complex(left + 0.8 * BOX_MM, place.imag)
    _lamp(view, moment, "box", at, gap)


def _behind(view: PropView, moment: Moment, name: str) -> float:
    """The lamp of what stands behind the hips, and the way to it; gives its x."""
    at = moment.placed_m(complex(_wall_x_m(moment.actor.repetition.correct), 0.0)).real
    hip = complex(*moment.joints["mid_hip"])
    skin = hip.real - 1000.0 * buttock_radius_m(moment.pose.body)
    gap = (skin - at) / 10.0
    pen, bar = moment.sizes.pen, 4.0 * moment.sizes.pen
    if gap >= TOUCHING_CM:
        way = (skin, hip.imag, at, hip.imag)
        ends = (skin, hip.imag - bar, skin, hip.imag + bar, at, hip.imag - bar, at, hip.imag + bar)
        view.before.append(Strokes(f"{name}.way", "props", (*way, *ends), "pressure", 1.4 * pen))
    _lamp(view, moment, name, complex(at, hip.imag + 1.6 * moment.sizes.text), gap, *UP_THE_WALL)
    return at


def _lamp(
    view: PropView, moment: Moment, name: str, at: complex, gap: float, *ways: complex
) -> None:
    on = gap < TOUCHING_CM
    words = moment.words
    text = words.prop(name) if on else words.prop_away(name, gap)
    add_lamp(view, f"{name}.lamp", at, on, text, moment.sizes, *ways)
