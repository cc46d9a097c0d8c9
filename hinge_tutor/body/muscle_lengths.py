"""Lengths and moment arms of every head at once, over any number of poses of one side.

Letters: q coordinates of a side (`muscles.SIDE`), u = q / unit the variable of the polynomials
(a lumbar joint's unit is its share of lumbar flexion, else 1), p(u) = u^n within the fitted range
[a, b] and its tangent outside, so that an arm keeps its edge value there:
    p(u) = û^n + n û^(n-1) (u - û),  û = min(max(u, a), b)
    L = L0 + Σ c · p_i(u1) · p_j(u2) - Σ ∫ r_table dq,   r = -∂L/∂q
A table is a monotone cubic through arms at equal steps of a coordinate (`arm_tables.py`).
Lengths and arms are at the reference man's size, m and rad; an arm is positive where it turns its
coordinate in the positive direction. The arm toward adduction is over hip flexion and belongs to
no coordinate: the thighs stay in the plane.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from hinge_tutor.body.arm_tables import ArmTables
from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.muscles import SIDE, fitted, heads, table, units

HIP = SIDE.index("hip")


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
def _tables() -> tuple[tuple[int, ArmTables], ...]:
    """For each coordinate that some head has a table of: its place in `SIDE`, and the tables."""
    rows = [(at, number, arms) for number, head in enumerate(heads()) for at, arms in head.tables]
    found = []
    for at in sorted({at for at, _, _ in rows}):
        own = [(number, arms) for place, number, arms in rows if place == at]
        found.append((at, _table(at, own)))
    return tuple(found)


@cache
def _adduction() -> ArmTables:
    rows = [(number, head.adduction) for number, head in enumerate(heads()) if head.adduction]
    return _table(HIP, rows)


def _table(at: int, rows: list[tuple[int, tuple[float, ...]]]) -> ArmTables:
    step = np.radians(table("muscles")["tables"]["step_deg"])
    return ArmTables(rows, float(fitted()[0][at]), float(step))


def lengths_and_arms(q: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Lengths (N, M) and arms (7, N, M) for coordinates of a side (N, 7)."""
    basis = _basis()
    unit = units()
    value, slope = _powers(q)
    first = value[basis.power, basis.first]
    second = value[basis.second_power, basis.second]
    length = (first * second).T @ basis.coefficients + basis.at_zero
    arms = np.zeros((len(SIDE), *length.shape))
    for at in range(len(SIDE)):
        lead, trail = basis.leading[at], basis.trailing[at]
        if lead.size:
            d_lead = slope[basis.power[lead], at] * second[lead]
            arms[at] = d_lead.T @ (-basis.coefficients[lead] / unit[at])
        if trail.size:
            d_trail = first[trail] * slope[basis.second_power[trail], at]
            arms[at] -= d_trail.T @ basis.coefficients[trail]
    for at, tables in _tables():
        arm, integral = tables.read(q[:, at])
        length[:, tables.heads] -= integral
        arms[at][:, tables.heads] += arm
    return length, arms


def lengths(q: FloatArray, chosen: Sequence[int]) -> FloatArray:
    """Lengths (N, K) of some heads, by their numbers (K,), for coordinates of a side (N, 7)."""
    basis, some = _basis(), np.asarray(chosen, dtype=np.intp)
    value, _ = _powers(q)
    products = value[basis.power, basis.first] * value[basis.second_power, basis.second]
    found: FloatArray = products.T @ basis.coefficients[:, some] + basis.at_zero[some]
    for at, tables in _tables():
        own = [number for number, head in enumerate(some) if head in tables.heads]
        if own:
            _, integral = tables.read(q[:, at])
            found[:, own] -= integral[:, np.searchsorted(tables.heads, some[own])]
    return found


def _powers(q: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Powers 0, 1, … (P, 7, N) of the variables u, as tangents outside what was fitted; slopes."""
    basis = _basis()
    low, high = fitted()
    u = (q / units()).T
    inside = np.clip(u, low[:, None], high[:, None])
    value = np.empty((basis.degree + 1, *u.shape))
    slope = np.zeros_like(value)
    power = np.ones_like(u)
    value[0] = 1.0
    for n in range(1, basis.degree + 1):
        slope[n] = n * power
        power = power * inside
        value[n] = power + slope[n] * (u - inside)
    return value, slope


def adduction_arms(hip: FloatArray) -> FloatArray:
    """Arms toward adduction of the thigh (N, M) at hip flexion (N,)."""
    tables = _adduction()
    arms = np.zeros((len(hip), len(heads())))
    arms[:, tables.heads] = tables.arms(hip)
    return arms
