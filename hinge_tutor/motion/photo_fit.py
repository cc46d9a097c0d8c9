"""The pose of a body that fits best to places marked on a photo from the side.

With z, u and B as in `photo_places.py`, s in m per px and o in m, a mark belongs at s z + o in the
body's frame:
    r = conj(d) (p(u) - s z - o) / σ      p: the place of the mark on the body, σ along and across d
    min Σ |r|² + Σ ((W u - usual) / spread)²      subject to the body's limits

by Newton's steps, damped where they lead up, each a quadratic program. d is the line hip-neck for
the low back, whose height is found badly, else 1. The covariance of u is (J'J)⁻¹ at the end.
Units: m, rad, px.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray, frozen
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.photo_marks import MARKS, spread_m, usual
from hinge_tutor.motion.photo_places import (
    ANKLE,
    ELBOW,
    HEAD,
    HIP,
    KNEE,
    LUMBAR,
    NECK,
    SHOULDER,
    THORACIC,
    UNKNOWN,
    Marked,
    basis,
    places,
    rows_of,
    standing_on,
)
from hinge_tutor.motion.photo_pose import Fit
from hinge_tutor.motion.quadratic import convex, solve

__all__ = ["Fit", "fit"]

# Scale over its first guess, and the shift (m), stand before the angles.
_SCALE, _SHIFT_X, _SHIFT_Y, _ANGLES = 0, 1, 2, 3
# No step turns a joint further, so that a far pose is walked to; this small is done (rad, m).
LONGEST_STEP, DONE, MOST_STEPS = 0.4, 1e-6, 80
# Marquardt's damping, over each direction's own curvature: least, and most; how fast it changes.
DAMPING, STIFFEST, HARDER = 1e-6, 1e3, 6.0
# The first guess of the scale is known to half of itself; where the shift is, not at all (m).
SCALE_SPREAD, SHIFT_SPREAD_M = 0.5, 100.0
# Of two marks alone a body's size is seen, of one nothing.
FEWEST = 2
# A limit holds a pose where it is this near (rad).
AT_LIMIT = 1e-6
# Marks between which a body hardly changes its length.
_LENGTHS = (("toe_tip", "ankle"), ("ankle", "knee"), ("knee", "hip"), ("hip", "neck_base"))
# A person takes about this share of a photo's height.
_SHARE_OF_HEIGHT = 0.8


def fit(body: Body, marked: Marked, limited: bool = True) -> Fit | None:
    """The pose of a body on a photo; None for fewer than two marks, or marks on one place.

    Without `limited` joints may go beyond the body's own limits.
    """
    names = [name for name in MARKS if name in marked.marks]
    z = np.array([marked.leveled(marked.marks[name]) for name in names])
    if len(names) < FEWEST or float(np.ptp(z.real) + np.ptp(z.imag)) < 1.0:
        return None
    return _Fitting(body, marked, tuple(names), z).solved(limited)


class _Fitting:
    """One fit: the measured places, and Gauss's steps to the pose."""

    def __init__(self, body: Body, marked: Marked, names: tuple[str, ...], z: ComplexArray) -> None:
        self._body, self._marked = body, marked
        chosen = [MARKS.index(name) for name in names]
        rows, ankle = rows_of(body)
        self._rows = rows[chosen] - ankle
        self._basis = basis(body)
        self._turn = body.linkage.turn @ self._basis
        self._z = z
        self._names = names
        self._scale = self._first_scale()
        self._along, self._over = self._weights()
        self._prior, self._usual = _priors()

    def _first_scale(self) -> float:
        """M per px by the lengths between neighboring marks; without any, by the photo's height."""
        straight = places(self._body, np.zeros(len(self._body.coordinates)))
        lengths = [
            (abs(straight[other] - straight[one]), abs(self._direction(one, other)))
            for one, other in _LENGTHS
        ]
        found = [(own_m, own_px) for own_m, own_px in lengths if own_px > 0.0]
        if found:
            return sum(own_m for own_m, _ in found) / sum(own_px for _, own_px in found)
        return self._body.height_m / max(_SHARE_OF_HEIGHT * self._marked.size[1], 1.0)

    def _weights(self) -> tuple[ComplexArray, FloatArray]:
        """conj(d) of each mark, and 1 / σ along and across it (M, 2)."""
        along = np.ones(len(self._names), dtype=np.complex128)
        back = self._direction("hip", "neck_base")
        if "low_back" in self._names and abs(back) > 0.0:
            along[self._names.index("low_back")] = back.conjugate() / abs(back)
        return along, 1.0 / np.array([spread_m(name) for name in self._names])

    def _direction(self, one: str, other: str) -> complex:
        """From one mark to another, px; 0 where one is missing."""
        if one in self._names and other in self._names:
            found = self._z[self._names.index(other)] - self._z[self._names.index(one)]
            return complex(found)
        return 0j

    def solved(self, limited: bool) -> Fit:
        x = self._start()
        sides, limits = self._bounds(limited)
        active: list[int] = []
        damping = DAMPING
        nothing = np.zeros((0, len(x))), np.zeros(0)
        residual, jacobian = self._residual(x)
        for _ in range(MOST_STEPS):
            hessian = convex(jacobian.T @ jacobian + self._bending(x, residual))
            hessian.flat[:: len(x) + 1] *= 1.0 + damping
            room = limits - sides @ x
            step, active, _ = solve(hessian, jacobian.T @ residual, nothing, (sides, room), active)
            turned = float(np.abs(step[_ANGLES:]).max())
            there = x + step * min(1.0, LONGEST_STEP / max(turned, LONGEST_STEP))
            ahead, gradient = self._residual(there)
            # A step that leads up is taken shorter.
            if ahead @ ahead > residual @ residual and damping < STIFFEST and np.all(room >= 0.0):
                damping *= HARDER
                continue
            x, residual, jacobian = there, ahead, gradient
            damping = max(damping / HARDER, DAMPING)
            if float(np.abs(step).max()) < DONE:
                break
        return self._found(x, sides, limits)

    def _found(self, x: FloatArray, sides: FloatArray, limits: FloatArray) -> Fit:
        _, jacobian = self._residual(x)
        covariance = np.linalg.inv(jacobian.T @ jacobian)[_ANGLES:, _ANGLES:]
        held = limits - sides @ x < AT_LIMIT
        return Fit(
            body=self._body,
            marked=self._marked,
            q=frozen(standing_on(self._body, self._basis @ x[_ANGLES:])),
            m_per_px=float(x[_SCALE]) * self._scale,
            shift_m=complex(x[_SHIFT_X], x[_SHIFT_Y]),
            covariance=frozen(covariance),
            held=self._named(held),
        )

    def _named(self, held: BoolArray) -> tuple[str, ...]:
        bounds = self._body.limits.bounds
        found = [bound.name for bound, is_held in zip(bounds, held, strict=False) if is_held]
        return tuple(
            dict.fromkeys(name.removesuffix("_near") for name in found if "_far" not in name)
        )

    def _start(self) -> FloatArray:
        """Angles read off the marks as they are; what is missing is as usual."""
        x = np.zeros(_ANGLES + len(UNKNOWN))
        x[_SCALE] = 1.0
        u = x[_ANGLES:]
        u[:] = 0.0, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.1
        # Leans from upright, forward positive: of shank, thigh and trunk.
        shank = _lean(self._direction("ankle", "knee"))
        thigh = _lean(self._direction("knee", "hip"))
        trunk = _lean(self._direction("hip", "neck_base"))
        u[ANKLE] = shank
        u[KNEE] = max(shank - thigh, 0.0)
        u[HIP] = trunk - thigh
        arm = self._direction("neck_base", "wrist")
        u[SHOULDER] = trunk - _lean(-arm) if abs(arm) > 0.0 else trunk
        x[_SHIFT_X : _SHIFT_Y + 1] = self._shift(x)
        return x

    def _shift(self, x: FloatArray) -> tuple[float, float]:
        off = np.mean(self._points(x) - self._scale * self._z)
        return float(off.real), float(off.imag)

    def _points(self, x: FloatArray) -> ComplexArray:
        """Where the marks are on the body, m."""
        turned = np.exp(1j * (self._turn @ x[_ANGLES:]))
        found: ComplexArray = self._rows @ turned + 1j * self._body.lengths_m["ankle_height"]
        return found

    def _residual(self, x: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Residuals (2M + P,) and their gradient over x."""
        turned = np.exp(1j * (self._turn @ x[_ANGLES:]))
        points = self._rows @ turned + 1j * self._body.lengths_m["ankle_height"]
        size = len(x)
        off = points - self._scale * x[_SCALE] * self._z - complex(x[_SHIFT_X], x[_SHIFT_Y])
        change = np.zeros((len(self._z), size), dtype=np.complex128)
        change[:, _SCALE] = -self._scale * self._z
        change[:, _SHIFT_X], change[:, _SHIFT_Y] = -1.0, -1j
        change[:, _ANGLES:] = (1j * self._rows * turned) @ self._turn
        off, change = self._along * off, self._along[:, None] * change
        over = self._over
        residual = np.concatenate(
            [off.real * over[:, 0], off.imag * over[:, 1], self._prior @ x - self._usual]
        )
        jacobian = np.vstack([change.real * over[:, :1], change.imag * over[:, 1:], self._prior])
        return residual, jacobian

    def _bending(self, x: FloatArray, residual: FloatArray) -> FloatArray:
        """Σ r ∂²r/∂x²: what a straight elbow, which no first gradient bends, hangs on."""
        count = len(self._z)
        turned = np.exp(1j * (self._turn @ x[_ANGLES:]))
        ahead, across = residual[:count], residual[count : 2 * count]
        pulls = self._along * (ahead * self._over[:, 0] - 1j * across * self._over[:, 1])
        along = -((pulls @ self._rows) * turned).real
        found = np.zeros((len(x), len(x)))
        found[_ANGLES:, _ANGLES:] = self._turn.T @ (along[:, None] * self._turn)
        return found

    def _bounds(self, limited: bool) -> tuple[FloatArray, FloatArray]:
        """The body's limits over x: G x ≤ h."""
        body = self._body
        bounds = body.limits.bounds if limited else ()
        rows = np.zeros((len(bounds), len(body.coordinates)))
        for row, bound in zip(rows, bounds, strict=True):
            for coordinate, weight in bound.terms.items():
                row[body.index(coordinate)] = weight
        sides = np.zeros((len(bounds), _ANGLES + len(UNKNOWN)))
        sides[:, _ANGLES:] = rows @ self._basis
        return sides, np.array([bound.limit for bound in bounds])


def _lean(line: complex) -> float:
    """The angle of a line from upright, clockwise, rad; 0 for none."""
    return math.atan2(line.real, line.imag) if abs(line) > 0.0 else 0.0


def _priors() -> tuple[FloatArray, FloatArray]:
    """What is usual, as rows over x and their values, both over their spreads."""
    known, size = usual(), _ANGLES + len(UNKNOWN)
    rows: list[FloatArray] = []
    values: list[float] = []

    def add(terms: Mapping[int, float], value: float, spread: float) -> None:
        row = np.zeros(size)
        for column, weight in terms.items():
            row[column] = weight / spread
        rows.append(row)
        values.append(value / spread)

    add({_SCALE: 1.0}, 1.0, SCALE_SPREAD)
    for column in (_SHIFT_X, _SHIFT_Y):
        add({column: 1.0}, 0.0, SHIFT_SPREAD_M)
    for limb in (HIP, KNEE, ANKLE, SHOULDER):
        add({_ANGLES + limb: 1.0}, 0.0, known.limb)
    add({_ANGLES + LUMBAR: 1.0}, *known.lumbar)
    add({_ANGLES + THORACIC: 1.0, _ANGLES + LUMBAR: -known.follows}, *known.thoracic)
    for joint, what in ((NECK, known.neck), (HEAD, known.head), (ELBOW, known.elbow)):
        add({_ANGLES + joint: 1.0}, *what)
    return np.array(rows), np.array(values)
