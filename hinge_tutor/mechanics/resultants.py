"""What all forces on one side of a joint come to: one force along one line, and its moment arm.

Letters as in `mechanics/moving.py`; a part is what lies beyond a joint o, or above both hips:
    F = Σ -m (a + i g) + Σ F_e              its weight, what its motion takes, and what acts on it
    M = Σ (c - o) × -m (a + i g) - I φ'' + Σ ((p - o) × F_e + M_e)
    line of F: the places p with (p - o) × F = M; its point nearest to o is f = o - i F M / |F|²
    moment arm = |f - o| = |M| / |F|
What the joint gives holds M, so that |M| is its net moment: at every moment, not only at rest.
Units: m, N, N·m. Frame: x forward, y up; a moment is counter-clockwise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.body.skeleton import Body
from hinge_tutor.mechanics.dynamics import Loads
from hinge_tutor.mechanics.moving import moving_as
from hinge_tutor.motion.take import Take

# Both hips together, seen from above; every other joint is a joint of the body.
HIPS = "hips"


@dataclass(frozen=True, eq=False)
class Resultant:
    """All forces on a part beyond a joint over time (N,): complex positions in m, force in N.

    `center` is the part's center of mass with nothing that it holds.
    """

    joint: ComplexArray
    force: ComplexArray
    moment_Nm: FloatArray
    center: ComplexArray

    @property
    def foot(self) -> ComplexArray:
        """The point of the force's line nearest to the joint; not finite without a force."""
        with np.errstate(divide="ignore", invalid="ignore"):
            found: ComplexArray = (
                self.joint - 1j * self.force * self.moment_Nm / np.abs(self.force) ** 2
            )
        return found

    @property
    def arm_m(self) -> FloatArray:
        """The moment arm; not finite without a force."""
        with np.errstate(divide="ignore", invalid="ignore"):
            found: FloatArray = np.abs(self.moment_Nm) / np.abs(self.force)
        return found


def resultant(take: Take, loads: Loads, joint: str) -> Resultant:
    """All forces beyond a joint of the body ("knee_near", "l5s1"), or above both HIPS."""
    body, motion = take.body, moving_as(take)
    linkage = body.linkage
    part = above_hips(body) if joint == HIPS else beyond(body, joint)
    at = "mid_hip" if joint == HIPS else joint
    about = motion.places(body.places[at][None, :])[:, 0]
    centers = motion.places(linkage.com[part])
    masses = linkage.mass_kg[part]
    forces = -masses * (motion.accelerations(linkage.com[part]) + 1j * GRAVITY_M_S2)
    moments = _cross(centers - about[:, None], forces).sum(axis=1)
    moments -= motion.turning[:, part] @ linkage.inertia_kgm2[part]
    whole = forces.sum(axis=1)
    for each in loads.external:
        if part[linkage.index[each.on]]:
            force = each.force_N[:, 0] + 1j * each.force_N[:, 1]
            point = each.point_m[:, 0] + 1j * each.point_m[:, 1]
            whole = whole + force
            moments = moments + _cross(point - about, force) + each.moment_Nm
    return Resultant(about, whole, moments, centers @ masses / masses.sum())


def beyond(body: Body, joint: str) -> BoolArray:
    """Which segments (S,) a joint carries: those that its coordinate turns."""
    segment = next(each for each in body.segments if each.joint == joint)
    found: BoolArray = body.linkage.turn[:, body.index(segment.coordinate)] != 0.0
    return found


def above_hips(body: Body) -> BoolArray:
    """Which segments (S,) the two legs carry."""
    legs = [beyond(body, f"hip_{side}") for side in SIDES]
    found: BoolArray = ~(legs[0] | legs[1])
    return found


def _cross(arm: ComplexArray, force: ComplexArray) -> FloatArray:
    """Moment of a force at an arm, counter-clockwise."""
    moment: FloatArray = (np.conj(arm) * force).imag
    return moment
