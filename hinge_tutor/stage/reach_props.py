"""Props that a body reaches for: a wall or a door's edge behind its hips, a box under its hands."""

from __future__ import annotations

from hinge_tutor.coaching.dowel import TOUCHING_CM
from hinge_tutor.coaching.goals import above_cm, behind_cm, box_top_m, buttock_radius_m, wall_x_m
from hinge_tutor.stage.lamps import PropView, add_lamp
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.picture import Plate, Polygon, Shape, Strokes

# A wall is drawn this thick and as high as a door's frame; a car's door from sill to roof.
WALL_MM, WALL_TOP_MM = 40.0, 1900.0
DOOR_MM, SILL_MM, WAIST_MM, ROOF_MM, HANDLE_MM = 40.0, 280.0, 900.0, 1400.0, 820.0
# A crate: how wide, and how far before the toes it stays.
BOX_MM, TOES_MM, LEAST_BOX_MM = 360.0, 30.0, 60.0
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
    """The edge of a car's door that the hips shut."""
    x, ground, pen = _behind(view, moment, "door"), moment.ground, moment.sizes.pen
    panel = Plate(
        "door",
        "props",
        x - DOOR_MM,
        ground + SILL_MM,
        DOOR_MM,
        WAIST_MM - SILL_MM,
        0.3 * DOOR_MM,
        "support",
        "support_line",
        pen,
    )
    middle = x - DOOR_MM / 2
    frame = (middle, ground + WAIST_MM, middle, ground + ROOF_MM)
    handle = (x - DOOR_MM, ground + HANDLE_MM, x - 1.6 * DOOR_MM, ground + HANDLE_MM)
    shapes: list[Shape] = [
        Strokes("door", "props", frame, "support_line", 0.35 * DOOR_MM),
        Strokes("door", "props", handle, "support_line", 0.35 * DOOR_MM),
        panel,
    ]
    view.behind += shapes


def add_box(view: PropView, moment: Moment) -> None:
    """A box whose top is where this body's hands come to in the movement without a fault."""
    x, top = box_top_m(moment.actor.repetition.correct)
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
    wall = wall_x_m(moment.actor.repetition.correct)
    gap = float(behind_cm(moment.pose, wall))
    at = moment.placed_m(complex(wall, 0.0)).real
    hip = moment.at("mid_hip")
    skin = hip.real - 1000.0 * buttock_radius_m(moment.pose.body)
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
    said = words.quantity(f"{name}_gap_cm", gap)
    text = words.prop(name) if on else f"{words.prop(name)} {said}"
    add_lamp(view, f"{name}.lamp", at, on, text, moment.sizes, *ways)
