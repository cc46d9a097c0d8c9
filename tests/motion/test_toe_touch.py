"""A reach with straight knees tells of the hamstrings, and they of the reach."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import build
from hinge_tutor.body.specification import Specification, parse_specification
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.still import still
from hinge_tutor.motion.toe_touch import hamstrings_deg, reach_m, reaches_m

BODIES = ("default", "default-woman", "long-thighed", "stiff", "supple", "small", "tall")


@pytest.mark.parametrize("name", BODIES)
def test_longer_hamstrings_reach_lower_all_the_way(name: str) -> None:
    body = parse_specification(name)
    reaches = [reach_m(replace(body, hamstrings_deg=float(deg))) for deg in range(30, 131, 5)]
    assert all(higher > lower for higher, lower in pairwise(reaches))


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("degrees", [45.0, 60.0, 75.0, 90.0, 105.0])
def test_a_reach_gives_back_the_hamstrings_it_came_from(name: str, degrees: float) -> None:
    body = replace(parse_specification(name), hamstrings_deg=degrees)
    # What the body says of its hamstrings is not looked at.
    found = hamstrings_deg(replace(body, hamstrings_deg=75.0), reach_m(body))
    assert found == pytest.approx(degrees, abs=0.01)


@pytest.mark.parametrize(("reach", "end"), [(3.0, 30.0), (-3.0, 130.0)])
def test_what_nobody_reaches_is_the_nearest_that_is_accepted(reach: float, end: float) -> None:
    assert hamstrings_deg(Specification(), reach) == pytest.approx(end, abs=0.01)


def test_a_fold_over_straight_knees_in_a_hand_worked_case() -> None:
    """Without its spine, a leg of l hanging under a trunk that tips by h brings the shoulder to
    y = hip + s cos(h) up; here the take itself says where the shoulder is, and the arm hangs.
    """
    body = Specification(hamstrings_deg=60.0)
    pose = load_movement("forward-bend").poses["deep"].targets
    assert math.degrees(pose["lumbar_flexion"]) == pytest.approx(50.0)
    built = build(body)
    names = ("lumbar_flexion", "thoracic_flexion", "neck_flexion")
    take = still(built, {"hip_flexion": math.radians(60.0), **{name: pose[name] for name in names}})
    arm = sum(built.lengths_m[part] for part in ("upper_arm", "forearm", "hand_to_fingertip"))
    shoulder = float(take.pose.point("shoulder_near")[0, 1])
    assert isinstance(take.pose, Pose)
    assert reach_m(body) == pytest.approx(shoulder - arm, abs=1e-6)
    assert float(take.q[0, built.index("knee_flexion_near")]) == 0.0


def test_young_adults_reach_as_far_as_the_model_with_their_hips() -> None:
    """Kippers and Parker 1987: 33 young adults 3 cm past the floor, standard deviation 8 cm.

    With the straight-knee hip range of the literature, 60 to 80 degrees and of the young up to
    100, the model's reach lies within two deviations of theirs.
    """
    for sex, height in (("male", 1.756), ("female", 1.628)):
        person = parse_specification(f"sex={sex},height={height}")
        usual = reach_m(person)
        assert -0.03 - 2 * 0.08 < usual < -0.03 + 2 * 0.08
        assert 75.0 < hamstrings_deg(person, -0.03) < 100.0


def test_a_body_has_a_highest_and_a_lowest_reach() -> None:
    high, low = reaches_m(Specification())
    assert high > 0.3 > 0.0 > low
