"""What tissue gives at the joints while no muscle works.

Legs, per side, H hip flexion, K knee flexion, A plantarflexion in degrees, M toward flexion
(ankle: plantarflexion), s the body's size (mass · height over the reference man's):
    M = s (Σ ± exp(c + a A + k K + h H) + offset)
In the terms that are the hamstrings' stretch, H counts from the body's own hamstring limit.
Lumbar joints, θ lumbar flexion from standing, toward extension, w a joint's share:
    M = w · full · (exp(n θ / range) - 1) / (exp(n) - 1)
It depends on the pose and the body only, never on the load. These moments are all of the passive
tissue; the muscles' own passive forces (`forces.py`) are a part of them and are not added again.
Here every moment is positive toward extension, as a net moment is. Units: N·m, rad.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.muscle_names import LEG
from hinge_tutor.body.muscles import LUMBAR, SIDE, table
from hinge_tutor.body.skeleton import Body

_SPINE = slice(SIDE.index(LUMBAR[0]), SIDE.index(LUMBAR[-1]) + 1)
# The published ankle moment turns toward plantarflexion, which is our extension; the others flex.
_TOWARD_EXTENSION = np.array([-1.0, -1.0, 1.0])


@cache
def _leg_terms() -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """All exponentials of the legs: slopes (4, T), constants (T,), signs (T, 3), offsets (3,).

    The slopes are for H, K, A in degrees, and for H counted from the body's own hamstring limit
    where a term is the hamstrings' stretch (what is to be added to the slope for H).
    """
    rows = [(joint, term) for joint in LEG for term in table("passive")[joint]["terms"]]
    slopes = np.array([_slopes(term) for _, term in rows]).T
    constants = np.array([term["constant"] for _, term in rows])
    signs = np.zeros((len(rows), len(LEG)))
    for number, (joint, term) in enumerate(rows):
        signs[number, LEG.index(joint)] = term["sign"]
    offsets = np.array([table("passive")[joint]["offset_Nm"] for joint in LEG])
    return slopes, constants, signs, offsets


def _slopes(term: dict[str, Any]) -> list[float]:
    hip = term.get("hip", 0.0)
    shifted = hip if term.get("hamstrings", False) else 0.0
    return [hip, term.get("knee", 0.0), term.get("ankle", 0.0), shifted]


@cache
def _measured() -> tuple[FloatArray, FloatArray]:
    bounds = np.array([table("passive")["measured_deg"][joint] for joint in LEG], dtype=np.float64)
    return bounds[:, 0], bounds[:, 1]


def body_size(body: Body) -> float:
    """s: mass times height over the reference man's."""
    row = table("passive")["scale"]
    return float(body.mass_kg * body.height_m / (row["mass_kg"] * row["height_m"]))


def leg_moments(body: Body, q: FloatArray) -> FloatArray:
    """Moments (N, 3) at hip, knee, ankle of one side for its coordinates (N, 7)."""
    slopes, constants, signs, offsets = _leg_terms()
    low, high = _measured()
    degrees = np.degrees(q[:, : len(LEG)])
    degrees[:, 2] *= -1.0
    inside = np.clip(degrees, low, high)
    later = body.specification.hamstrings_deg - table("passive")["hamstrings"]["reference_deg"]
    # The shifted angle keeps its edge value, too: a stiff body's deep squat is not extrapolated.
    shifted = np.clip(degrees[:, 0] - later, low[0], high[0])
    exponent = inside @ slopes[:3] + constants + np.outer(shifted - inside[:, 0], slopes[3])
    toward_flexion = np.exp(exponent) @ signs + offsets
    moments: FloatArray = toward_flexion * (body_size(body) * _TOWARD_EXTENSION)
    return moments


def full_lumbar_moment(body: Body) -> float:
    """The moment over L5/S1 at full lumbar flexion, N·m."""
    row = table("passive")["lumbar"]
    if body.sex == "female":
        reference = row["female_mass_kg"] * row["female_height_m"]
        return float(row["female_Nm"] * body.mass_kg * body.height_m / reference)
    return float(row["male_Nm"] * body_size(body))


def lumbar_moments(body: Body, flexion: FloatArray) -> FloatArray:
    """Moments (N, 3) over the joints `LUMBAR` at lumbar flexion (N,) from standing, both sides."""
    row = table("passive")["lumbar"]
    bent = row["shape"] * flexion / np.radians(row["full_flexion_deg"])
    part = np.expm1(bent) / np.expm1(row["shape"])
    share = np.array([row["share"][level] for level in LUMBAR])
    moments: FloatArray = full_lumbar_moment(body) * part[:, None] * share
    return moments


def side_moments(body: Body, q: FloatArray) -> FloatArray:
    """Moments (N, 7) in the order of `SIDE`: one leg, the whole lumbar spine, nothing above."""
    moments = np.zeros_like(q)
    moments[:, : len(LEG)] = leg_moments(body, q)
    moments[:, _SPINE] = lumbar_moments(body, q[:, _SPINE].sum(axis=1))
    return moments
