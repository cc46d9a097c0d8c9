"""What acts on a body from outside besides what carries it: loads, bands and cables.

Letters as in `body/linkage.py`, `mechanics/moving.py` and `motion/pulls.py`:
    load     F = -(m / k) (a + i g) at each of its k places     its weight and its inertia
    line     d = r root + K e + c,  L = |d|,  u = d / L          from the body to the other end
             d' = r root' + K (i φ' e),  d'' = r root'' + K ((i φ'' - φ'²) e)
             L' = Re(ū d'),  L'' = Re(ū d'') + (|d'|² - L'²) / L
    pull     F = T u at its place; -T u at its other end, where that is on the body
    hold     the same with T as `motion/holds.py` has it over time
    Q_j = A_sj ((p - o_j) × F + M)                               of any force F at p, M on segment s
Units: m, s, N, N·m, kg. Frame: x forward, y up; a moment is counter-clockwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray, frozen
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import Body
from hinge_tutor.mechanics.moving import Moving
from hinge_tutor.motion.holds import Hold
from hinge_tutor.motion.pulls import SHORTEST_M, Pull, PullError
from hinge_tutor.motion.take import Load

Kind = Literal["support", "load", "pull", "unsupported"]


@dataclass(frozen=True, eq=False)
class External:
    """A force on one segment over time: at `point_m` (N, 2), `force_N` (N, 2), `moment_Nm` (N,).

    `kind` says where it comes from: a support, a load, a band or cable, or nowhere: what a motion
    needs and nothing gives.
    """

    name: str
    on: str
    point_m: FloatArray
    force_N: FloatArray
    moment_Nm: FloatArray
    kind: Kind = "load"


def external(kind: Kind, name: str, on: str, point: ComplexArray, force: ComplexArray) -> External:
    """A force (N,) at points (N,), both complex, without a moment of its own."""
    return External(name, on, plane(point), plane(force), frozen(np.zeros(len(point))), kind)


def generalized(body: Body, joints: ComplexArray, applied: External) -> FloatArray:
    """Q (N, C) of one external force; `joints` (N, S) are the segments' proximal joints."""
    signs = body.linkage.turn[body.linkage.index[applied.on]]
    x, y = applied.point_m.T
    force_x, force_y = applied.force_N[:, :1], applied.force_N[:, 1:]
    arm_x, arm_y = x[:, None] - joints.real, y[:, None] - joints.imag
    found = np.zeros((len(x), len(signs)))
    found[:, :2] = applied.force_N
    about_joint = arm_x * force_y - arm_y * force_x + applied.moment_Nm[:, None]
    found[:, 2:] = signs[2:] * about_joint
    return found


def carried(motion: Moving, load: Load) -> Iterator[External]:
    """The forces of a load on the places that share it."""
    if load.mass_kg == 0.0:
        return
    each = load.mass_kg / len(load.landmarks)
    for place in load.landmarks:
        row = motion.body.places[place]
        yield external(
            "load",
            _load_name(place),
            motion.body.landmarks[place][0],
            motion.places(row[None, :])[:, 0],
            -motion.force_on(each, row),
        )


def _load_name(place: str) -> str:
    side = place.rsplit("_", 1)[-1]
    return f"load_{side}" if side in SIDES else "load"


def pulled(motion: Moving, pull: Pull) -> Iterator[External]:
    """The force of a band or cable on each of its ends that is on the body.

    Raises PullError where both ends meet, since a line without length has no direction.
    """
    row, factor, constant = pull.line(motion.body)
    d = motion.e @ row + factor * motion.root + constant
    length = _length(pull.name, d)
    u = d / length
    rate = motion.e_rate @ row + factor * motion.root_rate
    rate2 = motion.e_rate2 @ row + factor * motion.root_rate2
    along = (np.conj(u) * rate).real
    lengthening = (np.conj(u) * rate2).real + (np.abs(rate) ** 2 - along**2) / length
    yield from _ends(motion, pull, pull.tension(length, lengthening) * u)


def held(motion: Moving, hold: Hold, force_N: FloatArray) -> Iterator[External]:
    """The forces (N,) on both ends of a hold, toward each other; raises PullError as `pulled`."""
    d = motion.e @ (motion.body.places[hold.to] - motion.body.places[hold.on])
    yield from _ends(motion, hold, force_N * d / _length(hold.name, d))


def _length(name: str, d: ComplexArray) -> FloatArray:
    length: FloatArray = np.abs(d)
    if length.min() < SHORTEST_M:
        raise PullError(f"{name}: both ends of the line meet, so it pulls nowhere")
    return length


def _ends(motion: Moving, line: Pull | Hold, force: ComplexArray) -> Iterator[External]:
    """A force at the one end of a line and its opposite at the other, where those are the body."""
    for name, place, pulls in ((line.name, line.on, force), (f"{line.name}_end", line.to, -force)):
        if isinstance(place, str):
            at = motion.places(motion.body.places[place][None, :])[:, 0]
            yield external("pull", name, motion.body.landmarks[place][0], at, pulls)


def plane(z: ComplexArray) -> FloatArray:
    """Complex numbers (N,) as x and y (N, 2)."""
    found = np.array(z, dtype=np.complex128).view(np.float64).reshape(*z.shape, 2)
    found.flags.writeable = False
    return found
