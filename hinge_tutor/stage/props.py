"""Teaching props: things beside a figure that answer to its form with a lamp or a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from hinge_tutor.stage.arm_props import add_shoulder_mark
from hinge_tutor.stage.back_props import add_board, add_brace_ring, add_dowel
from hinge_tutor.stage.lamps import PropView
from hinge_tutor.stage.leg_props import (
    add_hamstring_band,
    add_hamstring_gauge,
    add_hip_line,
    add_shin_line,
)
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.reach_props import add_box, add_door, add_wall


def prop_view(moment: Moment, props: Sequence[str]) -> PropView:
    """What some of the props of `motion/movement.py` are at a moment of a figure."""
    view = PropView()
    for prop in props:
        _ADD[prop](view, moment)
    return view


_ADD: Mapping[str, Callable[[PropView, Moment], None]] = {
    "dowel": add_dowel,
    "wall": add_wall,
    "door": add_door,
    "board": add_board,
    "box": add_box,
    "shin_line": add_shin_line,
    "brace_ring": add_brace_ring,
    "hamstring_gauge": add_hamstring_gauge,
    "hip_line": add_hip_line,
    "shoulder_mark": add_shoulder_mark,
    "hamstring_band": add_hamstring_band,
}
