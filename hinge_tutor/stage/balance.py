"""Where a figure's weight is over what carries it: its center, plumb line, base and pressure.

The base reaches from the hindmost to the foremost place that carries: of feet as far as they can
press (heel pad to ball), of everything else its ends. In the air nothing carries, so only the
center is drawn.
"""

from __future__ import annotations

import math

from hinge_tutor.stage.layers import balance_shapes, mass_shapes
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.shapes import Shape


def balance(moment: Moment) -> list[Shape]:
    """The balance of a figure at a moment."""
    center = moment.placed_m(moment.actor.center_m(moment.time_s))
    shapes = mass_shapes((center.real, center.imag), moment.sizes)
    ends = moment.actor.base_x(moment.time_s)
    if ends is None:
        return shapes
    low, high, pressure = (
        moment.placed_m(complex(x)).real for x in (*ends, moment.actor.pressure_x(moment.time_s))
    )
    under = balance_shapes(
        (center.real, center.imag),
        pressure if math.isfinite(pressure) else None,
        (low, high),
        moment.ground,
        moment.sizes,
    )
    return [*under, *shapes]
