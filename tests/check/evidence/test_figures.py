"""What each figure of the proof is, on cases that can be done by hand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscles import heads
from hinge_tutor.body.skeleton import body
from hinge_tutor.check.evidence import calibration, directions, identities, predictions
from hinge_tutor.check.evidence import reference_man as man
from hinge_tutor.check.evidence.exact import bounded_least_squares, exact
from hinge_tutor.check.evidence.repetitions import BODIES, LOADS_KG, TEMPOS, cases, own, stands
from hinge_tutor.mechanics.dynamics import Loads, loads
from hinge_tutor.mechanics.passive import leg_moments
from hinge_tutor.motion.movement import movements
from hinge_tutor.motion.take import Take


def test_the_exact_solver_by_hand() -> None:
    # One row, moments 100 and 50, volumes 1 and 2: λ = 45 / 11250 = .004, a = .4 and .1.
    free = exact(np.array([[100.0, 50.0]]), np.array([45.0]), np.array([1.0, 2.0]))
    assert free == pytest.approx([0.4, 0.1], abs=1e-4)
    # 130 would ask 1.16 of the first; it stays at 1, the second gives 30 = 50 · .6.
    full = exact(np.array([[100.0, 50.0]]), np.array([130.0]), np.array([1.0, 2.0]))
    assert full == pytest.approx([1.0, 0.6], abs=1e-4)


def test_bounded_least_squares_stops_at_a_bound() -> None:
    # x - 2 and y + 1 are least at 2 and -1; within 0 … 1 that is 1 and 0.
    found = bounded_least_squares(np.eye(2), np.array([2.0, -1.0]), 0.0, 1.0)
    assert found == pytest.approx([1.0, 0.0])


@pytest.mark.parametrize(
    ("back", "fall", "silent"),
    [
        # A peak at part .5, .05 first reached at .9.
        (lambda part: 0.3 - 0.5 * abs(part - 0.5) - (0.05 if part > 0.895 else 0.0), 50.0, 90.0),
        # It never falls silent.
        (lambda part: 0.3 - 0.1 * abs(part - 0.8), 80.0, None),
    ],
)
def test_when_the_back_falls_and_is_silent(
    back: object, fall: float, silent: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(back)
    efforts: FloatArray = np.array([back(part) for part in predictions.BEND_PARTS])
    monkeypatch.setattr(predictions, "_bend", lambda: efforts)
    found = predictions.bend_timing()
    assert found["fall"].values == pytest.approx((fall,))
    assert found["silent"].values == pytest.approx((silent or np.nan,), nan_ok=True)


def test_a_pose_is_what_it_says() -> None:
    squat = man.squat(30)
    assert np.degrees(squat.take.pose.angle("thigh_near"))[0] == pytest.approx(90.0, abs=0.01)
    assert squat.take.com_m[0, 0] == pytest.approx(0.045, abs=2e-4)
    # The moments of both hips together are twice one's; L5/S1 is there once.
    net = man.hinge().loads.net_moment_Nm
    assert man.hinge().moment_Nm("hip") == pytest.approx(2 * net["hip_near"][0])
    assert man.hinge().moment_Nm("l5s1") == pytest.approx(net["l5s1"][0])


def test_the_moment_at_the_hip_by_hand() -> None:
    """Weight of all above the hips, times how far its center is ahead of them."""
    still = man.hinge()
    pose, person = still.take.pose, still.take.body
    legs = ("thigh", "shank", "foot", "toes")
    above = [each for each in person.segments if not each.name.startswith(legs)]
    moment = sum(
        9.81 * each.mass_kg * (center_x(each.name) - pose.point("hip_near")[0, 0]) for each in above
    )
    assert still.moment_Nm("hip") == pytest.approx(moment)


def center_x(name: str) -> float:
    """Where the center of mass of a segment is, m ahead of the ankle."""
    take = man.hinge().take
    linkage = take.body.linkage
    number = linkage.index[name]
    z = take.pose.directions[0] @ linkage.com[number] + take.q[0, 0]
    return float(z.real)


def test_an_arm_is_missed_by_its_largest_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    q = np.zeros((2, 7))
    ours = {"soleus": np.array([-40.0, -41.0]), "vasti": np.array([-35.0, -30.0])}
    monkeypatch.setattr(calibration, "leg_arms", lambda: {"muscles": ours})
    monkeypatch.setattr(calibration, "_published", lambda _: [(q, 2, np.array([-40.5, -38.5]))])
    monkeypatch.setattr(calibration, "_ours", lambda muscle, *_: ours[muscle])
    figure = calibration.leg_arm_fit(kinked=False)[""]
    # |-40 + 40.5| and |-41 + 38.5|.
    assert figure.values == pytest.approx((2.5,))
    assert figure.told == {"muscle": "soleus", "joint": "ankle"}
    assert calibration.leg_arm_fit(kinked=True)[""].told["muscle"] == "vasti"


def test_a_muscle_in_parts_has_the_arm_of_its_parts_by_strength(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    arms = np.zeros((7, 1, len(heads())))
    parts = [n for n, head in enumerate(heads()) if head.name.startswith("gluteus_maximus")]
    assert len(parts) > 1
    arms[0, 0, parts[0]] = 0.010
    monkeypatch.setattr(calibration, "lengths_and_arms", lambda _: (None, arms))
    strengths = [heads()[part].fmax_N for part in parts]
    share = strengths[0] / sum(strengths)
    found = calibration._ours("gluteus_maximus", np.zeros((1, 7)), 0)
    assert found == pytest.approx([10.0 * share])


def test_without_the_floor_the_hip_pays_for_what_it_does_sideways() -> None:
    squat = man.squat(30)
    assert squat.unpressed("glutes") > squat.effort("glutes") + 0.1
    # A group that does nothing at the hip hardly notices.
    assert squat.unpressed("shin") == pytest.approx(squat.effort("shin"), abs=0.02)


def test_the_moments_of_weight_at_the_lumbar_joints_by_hand() -> None:
    """Weight of all above a joint, times how far its center is ahead of it; the bend is still."""
    take = man.bend(1.0).take
    linkage = take.body.linkage
    parent = {each.name: each.parent for each in take.body.segments}
    joints = {each.joint: each.name for each in take.body.segments}

    def above(name: str | None, lowest: str) -> bool:
        return name is not None and (name == lowest or above(parent[name], lowest))

    def moment(joint: str) -> float:
        lowest = joints[joint]
        origin = take.pose.directions[0] @ linkage.origin[linkage.index[lowest]]
        return sum(
            9.81
            * each.mass_kg
            * float((take.pose.directions[0] @ linkage.com[linkage.index[each.name]] - origin).real)
            for each in take.body.segments
            if above(each.name, lowest)
        )

    found = calibration.full_bend_shares()
    assert found["l3l4"].values[0] == pytest.approx(moment("l3l4") / moment("l5s1"))
    assert found["l1l2"].values[0] == pytest.approx(moment("l1l2") / moment("l5s1"))


def test_a_misfit_of_passive_tissue_is_a_root_mean_square(monkeypatch: pytest.MonkeyPatch) -> None:
    measured = leg_moments(body("default"), calibration._grid())[:, 0]
    off = np.where(np.arange(len(measured)) % 2, 3.0, -3.0)
    monkeypatch.setattr(calibration, "_passive_hip", lambda _: measured + off)
    assert calibration.slack_fit()[""].values == pytest.approx((3.0,))


def test_an_arm_that_is_no_slope_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    right = lengths_and_arms

    def wrong(q: FloatArray) -> tuple[FloatArray, FloatArray]:
        length, arms = right(q)
        arms[2] += 0.001
        return length, arms

    monkeypatch.setattr(identities, "lengths_and_arms", wrong)
    assert identities.arm_is_slope()[""].values == pytest.approx((0.001,), abs=1e-8)


def test_a_center_of_pressure_elsewhere_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    right = loads

    def wrong(take: Take) -> Loads:
        found = right(take)
        return replace(found, cop_m=found.cop_m + np.array([0.01, 0.0]))

    monkeypatch.setattr(identities, "loads", wrong)
    for figure in identities.still_pressure().values():
        assert figure.values == pytest.approx((0.01,))


def test_sharing_that_is_not_the_exact_one_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identities, "exact", lambda *_: np.full(len(heads()), 2.0))
    # No activation is below .01, and some muscle is always there.
    assert identities.sharing()[""].values[0] == pytest.approx(1.99, abs=1e-3)


def test_room_of_the_center_of_pressure_is_to_the_nearer_edge() -> None:
    for name, figure in identities.moving_pressure().items():
        take = own(name)
        heel, ball = take.body.base_x_m
        assert 0.0 < figure.values[0] < 500.0 * (ball - heel)


@pytest.mark.slow
def test_every_movement_is_tried_on_every_body_with_every_load_and_tempo() -> None:
    assert {case.movement for case in cases()} == set(movements())
    for name in ("hip-hinge", "squat", "forward-bend"):
        tried = [case for case in cases() if case.movement == name]
        assert len(tried) == len(BODIES) * len(LOADS_KG) * len(TEMPOS)
        assert stands(own(name))


def test_a_direction_names_the_larger_value_first() -> None:
    lean = directions.bar_lean()[""].values
    assert lean[0] == pytest.approx(man.barbell_squat(30, "back").lean_deg())
    assert lean[1] == pytest.approx(man.barbell_squat(30, "front").lean_deg())
