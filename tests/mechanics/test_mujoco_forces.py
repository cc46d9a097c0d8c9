"""An engine that hangs real weights, springs and pulleys on the body finds the same moments."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.places import load_places
from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics.dynamics import inverse
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.take import Load
from tests.mechanics.bodies import Motion, any_motion
from tests.mechanics.engine import needed

# A weight without size has an inertia of 1e-12 kg m² there; the rest is rounding.
TOLERANCE_NM = 1e-6
BODIES = ("default", "sex=female,height=1.62,mass=60,femur=+8%")
NO_LOAD = Load()
BAND = {"stiffness_N_m": 400.0, "rest_length_m": 0.4}
PULLS = {
    "band to a fixed place": (Pull("band", "hand_near", (2.5, 0.3), **BAND),),
    "band behind the hips": (Pull("band", "sacrum", (-2.0, 0.8), **BAND),),
    "bands under the feet to the hands": (
        Pull("near", "hand_near", "ball_near", **BAND),
        Pull("far", "hand_far", "ball_far", **BAND),
    ),
    "cable forward": (Pull("cable", "hand_near", (9.0, 1.0), stack_kg=25.0),),
    "cable up, both hands": (
        Pull("near", "hand_near", (0.3, 9.0), stack_kg=15.0),
        Pull("far", "hand_far", (0.3, 9.0), stack_kg=15.0),
    ),
    # Both on one limb: the engine leaves out what a tendon's mass couples between two limbs.
    "cable between two places": (Pull("cable", "hand_near", "hip_front", stack_kg=10.0),),
}


def assert_same(specification: str, seed: int, load: Load, pulls: tuple[Pull, ...]) -> None:
    """Root rows are nothing, the others the net moments with the sign of flexion."""
    person = body(specification)
    motion = smooth(specification, seed)
    found = inverse(person, *motion, load, pulls=pulls)
    ground = [force for force in found.external if force.kind in ("support", "unsupported")]
    theirs = needed(person, motion, load, pulls, ground)
    ours = np.stack([-found.net_moment_Nm[joint] for joint in person.joints], axis=1)
    assert np.abs(theirs[:, :3]).max() < TOLERANCE_NM
    assert np.abs(theirs[:, 3:] - ours).max() < TOLERANCE_NM


def smooth(specification: str, seed: int) -> Motion:
    """A motion slow enough that no cable goes slack, which a tendon's mass cannot."""
    q, qd, qdd = any_motion(body(specification), np.random.default_rng(seed))
    return q, 0.3 * qd, 0.09 * qdd


@pytest.mark.parametrize("at", load_places())
@pytest.mark.parametrize("specification", BODIES)
def test_a_load_is_a_weight_that_is_part_of_the_body(specification: str, at: str) -> None:
    assert_same(specification, 1, Load(35.0, at), ())


@pytest.mark.parametrize("kind", PULLS)
@pytest.mark.parametrize("specification", BODIES)
def test_bands_are_springs_and_cables_lift_a_mass(specification: str, kind: str) -> None:
    assert_same(specification, 2, NO_LOAD, PULLS[kind])


def test_loads_bands_and_cables_together() -> None:
    both = (*PULLS["bands under the feet to the hands"], *PULLS["band behind the hips"])
    assert_same("default", 3, Load(20.0, "front"), both)


def test_the_engine_tells_a_wrong_spring_apart() -> None:
    """A comparison that could not fail would prove nothing."""
    person, motion = body("default"), smooth("default", 4)
    (band,) = PULLS["band to a fixed place"]
    stiffer = Pull("band", band.on, band.to, stiffness_N_m=404.0, rest_length_m=0.4)
    found = inverse(person, *motion, pulls=(band,))
    ground = [force for force in found.external if force.kind in ("support", "unsupported")]
    assert np.abs(needed(person, motion, NO_LOAD, (stiffer,), ground)[:, :3]).max() > 1.0
