"""Lengths and moment arms of every head at once, over any number of poses of one side.

Letters: q coordinates of a side (`muscles.SIDE`), u = q / unit the variable of the polynomials
(a lumbar joint's unit is its share of lumbar flexion, else 1), p(u) = u^n within the fitted range
[a, b] and its tangent outside, so that an arm keeps its edge value there:
    p(u) = û^n + n û^(n-1) (u - û),  û = min(max(u, a), b)
    L = L0 + Σ c · p_i(u1) · p_j(u2) - ∫ r_table dq,   r = -∂L/∂q
A table is a monotone cubic (Fritsch and Carlson 1980) through r at every 10° of knee flexion,
integrated exactly. Lengths and arms are at the reference man's size, m and rad; an arm is
positive where it turns its coordinate in the positive direction.
"""

from __future__ import annotations

import math
from functools import cache

import numpy as np
import numpy.typing as npt

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.muscles import SIDE, fitted, heads, units

_KNEE = SIDE.index("knee")
_STEP = math.radians(10.0)


class _Basis:
    """The distinct products of powers of all heads, as index arrays, with their coefficients."""

    def __init__(self) -> None:
        keys = sorted(
            {
                (term.first, term.power, term.second, term.second_power)
                for head in heads()
                for term in head.terms
            }
        )
        number = {key: row for row, key in enumerate(keys)}
        self.coefficients = np.zeros((len(keys), len(heads())))
        for column, head in enumerate(heads()):
            for term in head.terms:
                key = (term.first, term.power, term.second, term.second_power)
                self.coefficients[number[key], column] += term.coefficient
        self.first, self.power, self.second, self.second_power = np.array(keys).T
        self.degree = int(max(self.power.max(), self.second_power.max()))
        # For each coordinate: the terms that have it first, and those that have it second.
        paired = self.second_power > 0
        self.leading = [np.flatnonzero(self.first == at) for at in range(len(SIDE))]
        self.trailing = [np.flatnonzero(paired & (self.second == at)) for at in range(len(SIDE))]
        self.at_zero = frozen([head.length_at_zero_m for head in heads()])


@cache
def _basis() -> _Basis:
    return _Basis()


@cache
def _knee_tables() -> tuple[npt.NDArray[np.int64], FloatArray]:
    """Which heads have a knee table, and their pieces (P, 4, heads): r = a + b x + c x² + d x³."""
    rows = [(number, head.knee_table) for number, head in enumerate(heads()) if head.knee_table]
    pieces = np.stack([monotone_pieces(np.array(values), _STEP) for _, values in rows], axis=-1)
    return np.array([number for number, _ in rows]), frozen(pieces)


def monotone_pieces(values: FloatArray, step: float) -> FloatArray:
    """Cubics (P, 4), in powers of the distance from each piece's start, monotone between nodes."""
    slope = np.diff(values) / step
    product = slope[:-1] * slope[1:]
    safe = np.where(product > 0, slope[:-1] + slope[1:], 1.0)
    # The harmonic mean keeps each piece between its two nodes; a turning point gets slope 0.
    inner = np.where(product > 0, 2 * product / safe, 0.0)
    tangent = np.concatenate([slope[:1], inner, slope[-1:]])
    b, after = tangent[:-1], tangent[1:]
    c = (3 * slope - 2 * b - after) / step
    d = (b + after - 2 * slope) / step**2
    pieces: FloatArray = np.stack([values[:-1], b, c, d], axis=-1)
    return pieces


@cache
def _knee_start() -> FloatArray:
    """∫ r dq from 0 to the start of each piece (P, heads)."""
    _, pieces = _knee_tables()
    integral = np.array([_STEP ** (n + 1) / (n + 1) for n in range(4)])
    whole = np.einsum("pnh,n->ph", pieces, integral)
    start = np.zeros(whole.shape)
    np.cumsum(whole[:-1], axis=0, out=start[1:])
    return frozen(start)


def _knee_arms(knee: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Arm and its integral from 0 (N, heads) at knee flexion (N,), edge values kept outside."""
    _, pieces = _knee_tables()
    within = np.clip(knee, 0.0, _STEP * len(pieces))
    number = np.minimum((within / _STEP).astype(np.int64), len(pieces) - 1)
    x = (within - number * _STEP)[:, None]
    a, b, c, d = np.moveaxis(pieces[number], 1, 0)
    arm = a + x * (b + x * (c + x * d))
    integral = _knee_start()[number] + x * (a + x * (b / 2 + x * (c / 3 + x * d / 4)))
    return arm, integral + arm * (knee - within)[:, None]


def lengths_and_arms(q: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Lengths (N, M) and arms (7, N, M) for coordinates of a side (N, 7)."""
    basis = _basis()
    unit = units()
    low, high = fitted()
    u = (q / unit).T
    inside = np.clip(u, low[:, None], high[:, None])
    value = np.empty((basis.degree + 1, *u.shape))
    slope = np.zeros_like(value)
    power = np.ones_like(u)
    value[0] = 1.0
    for n in range(1, basis.degree + 1):
        slope[n] = n * power
        power = power * inside
        value[n] = power + slope[n] * (u - inside)
    first = value[basis.power, basis.first]
    second = value[basis.second_power, basis.second]
    length = (first * second).T @ basis.coefficients + basis.at_zero
    arms = np.zeros((len(SIDE), *length.shape))
    for at in range(len(SIDE)):
        lead, trail = basis.leading[at], basis.trailing[at]
        d_lead = slope[basis.power[lead], at] * second[lead]
        arms[at] = d_lead.T @ (-basis.coefficients[lead] / unit[at])
        if trail.size:
            d_trail = first[trail] * slope[basis.second_power[trail], at]
            arms[at] -= d_trail.T @ basis.coefficients[trail]
    number, _ = _knee_tables()
    arm, integral = _knee_arms(q[:, _KNEE])
    length[:, number] -= integral
    arms[_KNEE][:, number] += arm
    return length, arms
