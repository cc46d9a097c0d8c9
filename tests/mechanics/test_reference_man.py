"""The reference man in poses whose figures were fixed before this engine was run.

Male, 1.75 m, 75 kg, still; moments of both sides together. What misses its target is kept as a
figure of its own with how far it misses, so that it cannot drift unseen.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscles import SIDE, strengths
from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics import frontal
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.mechanics.efforts import WORK_MODES, Efforts, efforts
from hinge_tutor.mechanics.forces import capacity
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load, Take

# The source gives moments of one calculation with other masses and joint centers.
MOMENT_SHARE = 0.08
LEAN_DEG = 5.0

HINGE = {"hip_flexion": 78, "knee_flexion": 18, "lumbar_flexion": 4}
STOOP = {"hip_flexion": 70, "knee_flexion": 5, "lumbar_flexion": 45}
SQUAT_LIFT = {"hip_flexion": 100, "knee_flexion": 90, "lumbar_flexion": 20}


def pose(degrees: Mapping[str, float], kg: float = 0.0, free: str = "ankle_dorsiflexion") -> Take:
    radians = {name: float(np.radians(value)) for name, value in degrees.items()}
    return still(body("default"), radians, free=(free,), load=Load(kg))


def squat(ankle_deg: float, kg: float = 0.0) -> Take:
    """Thigh horizontal: with the feet flat that is knee = 90 + ankle. Arms 75° forward."""
    lean = {25: 57, 30: 45, 35: 35, 40: 27}[round(ankle_deg)]
    degrees = {
        "ankle_dorsiflexion": ankle_deg,
        "knee_flexion": 90 + ankle_deg,
        "hip_flexion": 110.0,
        "lumbar_flexion": 15.0,
    }
    # The arm's angle from vertical is shoulder flexion less the lean of the thorax.
    return pose(degrees | {"shoulder_flexion": 75.0 + lean}, kg, free="hip_flexion")


def effort(take: Take) -> dict[str, float]:
    """Effort of each group of the near side, and of the vasti alone, in one still pose."""
    found = efforts(take, loads(take))
    groups = {
        name.removesuffix("_near"): float(found.effort[0, number])
        for number, name in enumerate(found.groups)
        if name.endswith("_near")
    }
    vasti = found.anatomical.groups.index("vasti_near")
    return groups | {"vasti": float(found.anatomical.effort[0, vasti])}


@pytest.mark.parametrize(
    ("kg", "hip", "l5s1", "knee"), [(0.0, 137.0, 106.0, -50.0), (40.0, 293.0, 237.0, -116.0)]
)
def test_net_moments_of_the_hinge(kg: float, hip: float, l5s1: float, knee: float) -> None:
    take = pose(HINGE, kg)
    net = loads(take).net_moment_Nm
    # 45 mm for a foot of 260 mm; this man's is 259 mm.
    assert take.com_m[0, 0] == pytest.approx(0.045, abs=2e-4)
    assert 2 * net["hip_near"][0] == pytest.approx(hip, rel=MOMENT_SHARE)
    assert net["l5s1"][0] == pytest.approx(l5s1, rel=MOMENT_SHARE)
    assert 2 * net["knee_near"][0] == pytest.approx(knee, rel=MOMENT_SHARE)


@pytest.mark.parametrize(("ankle", "lean"), [(25, 57), (30, 45), (35, 35), (40, 27)])
def test_lean_of_the_squat_follows_the_ankle(ankle: float, lean: float) -> None:
    take = squat(ankle)
    thorax = -np.degrees(take.pose.angle("upper_thorax"))[0]
    assert np.degrees(take.pose.angle("thigh_near"))[0] == pytest.approx(90.0, abs=0.01)
    assert thorax == pytest.approx(lean, abs=LEAN_DEG)


def test_the_unloaded_hinge_works_hamstrings_and_glutes_and_spares_the_vasti() -> None:
    found = effort(pose(HINGE))
    assert found["vasti"] <= 0.05
    assert 0.10 <= found["hamstrings"] <= 0.30
    assert found["glutes"] >= 0.08
    assert min(found["hamstrings"], found["glutes"]) > found["quadriceps"]


@pytest.mark.parametrize("ankle", [25, 30, 35])
def test_the_unloaded_squat_works_the_vasti_and_spares_the_hamstrings(ankle: float) -> None:
    found = effort(squat(ankle))
    assert found["hamstrings"] <= 0.12
    assert 0.20 <= found["vasti"] <= 0.65
    assert found["quadriceps"] > found["hamstrings"]


@pytest.mark.parametrize(
    ("ankle", "glutes", "adductor"), [(25, 0.254, 0.326), (30, 0.230, 0.284), (35, 0.228, 0.275)]
)
def test_the_unloaded_squat_spares_the_glutes(ankle: float, glutes: float, adductor: float) -> None:
    """Published EMG of the glutes is .1 to .3; a plain planar model gave .45, .39 and .28."""
    found = effort(squat(ankle))
    assert found["glutes"] <= 0.30
    assert found["glutes"] == pytest.approx(glutes, abs=0.01)
    assert found["adductor_magnus"] == pytest.approx(adductor, abs=0.01)


@pytest.mark.parametrize(("ankle", "adductor"), [(25, 0.527), (30, 0.451), (35, 0.406)])
def test_the_loaded_squat_leaves_the_adductor_magnus_room(ankle: float, adductor: float) -> None:
    found = effort(squat(ankle, 40.0))["adductor_magnus"]
    assert found <= 0.6
    assert found == pytest.approx(adductor, abs=0.01)


def test_feet_that_press_nothing_sideways_would_need_more_of_the_glutes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Wanted at most .30; found .60, .50 and .39, so .30, .20 and .09 too much.

    How much people press their feet against each other sideways is not known. Least effort presses
    with up to .68 of the weight on a foot; with .5 the glutes are at .35, .29 and .24.
    """
    for friction, glutes in ((0.0, [0.595, 0.504, 0.393]), (0.5, [0.347, 0.288, 0.240])):
        monkeypatch.setattr(frontal, "FRICTION", friction)
        found = [effort(squat(ankle))["glutes"] for ankle in (25, 30, 35)]
        assert found == pytest.approx(glutes, abs=0.01)


def test_rising_fast_from_a_deep_squat_still_takes_much() -> None:
    """On the way up in one second; a plain planar model gave .65 and .8 without a load.

    No limit for moving is published. Against the .30 and the .60 with 40 kg that hold where the
    squat is still, these miss by .22 and .34.
    """
    found = largest("squat", 0.0)
    assert found["glutes_near"] == pytest.approx(0.52, abs=0.02)
    assert found["adductor_magnus_near"] == pytest.approx(0.60, abs=0.02)
    assert largest("squat", 40.0)["adductor_magnus_near"] == pytest.approx(0.94, abs=0.02)


def largest(movement: str, kg: float) -> dict[str, float]:
    take = solve(load_movement(movement), body("default"), load=Load(kg))
    found = efforts(take, loads(take))
    return {name: float(found.effort[:, n].max()) for n, name in enumerate(found.groups)}


# Isometric hip extension of young men: .161 · weight · height at 53.4°, falling as a cosine of
# .958 times the angle from there. Anderson 2007, J Biomech 40:3105, table 3, as reprinted in the
# torque muscles of the Rigid Body Dynamics Library.
MEASURED_NM = 0.161 * 75.0 * 9.81 * 1.75
MEASURED_PEAK_DEG = 53.4
HIPS_DEG = np.arange(0.0, 125.0, 10.0)


def strength() -> FloatArray:
    """Hip extension of one leg over `HIPS_DEG`, knee at 90°, all extensors at their most, N·m."""
    q = np.zeros((len(HIPS_DEG), len(SIDE)))
    q[:, 0], q[:, 1] = np.radians(HIPS_DEG), np.radians(90.0)
    length, arms = lengths_and_arms(q)
    force = capacity(length, np.zeros_like(length)).active * strengths(body("default"))
    found: FloatArray = np.maximum(-arms[0] * force, 0.0).sum(axis=1)
    return found


def test_the_hip_is_strongest_where_people_s_is() -> None:
    """The fibers' lengths are not what is wrong in deep flexion: strength falls as measured.

    It is twice the dynamometer's, as with all models of this family.
    """
    model = strength()
    assert abs(HIPS_DEG[model.argmax()] - MEASURED_PEAK_DEG) <= 10.0
    assert 1.5 <= model.max() / MEASURED_NM <= 2.5
    at_90 = float(model[HIPS_DEG == 90.0][0] / model.max())
    # cos(.958 · 36.6°) = .82 for young men; .96 for men of 55 to 65, of .922 and 67.4°.
    assert 0.80 <= at_90 <= 0.98


def bend(lumbar_deg: float, kg: float = 0.0) -> Efforts:
    """A bend with the hip keeping pace, 69° of hip for 55° of spine."""
    degrees = {"lumbar_flexion": lumbar_deg, "hip_flexion": 69 / 55 * lumbar_deg}
    take = pose(degrees | {"knee_flexion": 3}, kg)
    return efforts(take, loads(take))


def test_the_back_rises_and_falls_silent_in_the_bend_and_a_load_brings_it_back() -> None:
    flexion = np.arange(0.0, 56.0, 2.5)
    back = bend(0.0).groups.index("back_extensors_near")
    unloaded = np.array([bend(lumbar).effort[0, back] for lumbar in flexion])
    top = int(unloaded.argmax())
    assert (np.diff(unloaded[: top + 1]) > 0).all()
    assert (np.diff(unloaded[top:]) < 0).all()
    assert unloaded[-1] <= 0.05
    assert bend(55.0, 20.0).effort[0, back] > unloaded[-1] + 0.1
    # Published onset is about 80 % of full flexion; here the fall begins at 64 to 73 % and the
    # back is silent only in the last degrees.
    assert 30.0 <= flexion[top] <= 42.0
    assert flexion[np.flatnonzero(unloaded <= 0.05)[1]] >= 52.5


def test_where_tissue_gives_more_than_is_needed_the_abdominals_carry_the_difference() -> None:
    found = bend(55.0)
    abdominals = found.groups.index("rectus_abdominis_near")
    assert found.passive_moment_Nm["l5s1"][0] == pytest.approx(120.0)
    assert found.effort[0, abdominals] > 0.02


def test_the_silent_back_is_stretched_and_the_working_back_holds() -> None:
    back = bend(0.0).groups.index("back_extensors_near")
    # 120 N·m over two sides' 2 · 205 N·m, less what arms lose in flexion: .3 of Fmax and more.
    assert WORK_MODES[bend(55.0).work_mode[0, back]] == "stretched"
    assert WORK_MODES[bend(40.0).work_mode[0, back]] == "holding"


def test_the_hamstrings_are_long_in_the_hinge_and_near_their_best_in_the_squat() -> None:
    hinge, squatting = (efforts(take, loads(take)) for take in (pose(HINGE), squat(30)))
    hamstrings = hinge.groups.index("hamstrings_near")
    assert 1.15 < hinge.group_length[0, hamstrings] < 1.45
    assert 0.8 < squatting.group_length[0, hamstrings] < 1.1


def test_standing_compression_is_that_of_a_standing_person() -> None:
    take = pose({})
    compression = efforts(take, loads(take)).l5s1_compression_N[0]
    assert 500.0 <= compression <= 900.0


def test_stoop_and_squat_press_about_alike_and_the_stoop_shears_more() -> None:
    stoop, squatting = (pose(degrees, 15.0) for degrees in (STOOP, SQUAT_LIFT))
    bent, upright = (efforts(take, loads(take)) for take in (stoop, squatting))
    assert 0.8 <= bent.l5s1_compression_N[0] / upright.l5s1_compression_N[0] <= 1.25
    assert bent.l5s1_shear_N[0] > upright.l5s1_shear_N[0]


def at_turn(movement: str) -> dict[str, float]:
    take = solve(load_movement(movement), body("default"))
    found = efforts(take, loads(take))
    turn = take.index_at(take.turn_s)
    return {name: float(found.effort[turn, n]) for n, name in enumerate(found.groups)}


def test_the_order_of_the_movements_is_the_published_one() -> None:
    hinge, squatting, bending = (at_turn(m) for m in ("hip-hinge", "squat", "forward-bend"))
    assert min(hinge["hamstrings_near"], hinge["glutes_near"]) > hinge["quadriceps_near"]
    assert squatting["quadriceps_near"] > squatting["hamstrings_near"]
    assert bending["quadriceps_near"] < 0.05
    assert bending["hamstrings_near"] > bending["quadriceps_near"]


def test_more_knee_in_the_hinge_moves_work_from_the_hamstrings_to_the_vasti() -> None:
    soft, bent = effort(pose(HINGE)), effort(pose(HINGE | {"knee_flexion": 50}))
    assert bent["hamstrings"] < soft["hamstrings"]
    assert bent["vasti"] > soft["vasti"]


def test_the_knee_moment_flexes_in_the_hinge_and_extends_in_the_squat() -> None:
    assert loads(pose(HINGE)).net_moment_Nm["knee_near"][0] < -10.0
    assert loads(squat(30)).net_moment_Nm["knee_near"][0] > 10.0
