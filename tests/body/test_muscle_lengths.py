"""Lengths and arms: exact derivatives, the published arms, and the fit that made the surfaces."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hinge_tutor.body.arm_tables import ArmTables, monotone_pieces
from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.muscle_groups import of_anatomy
from hinge_tutor.body.muscle_lengths import adduction_arms, lengths, lengths_and_arms
from hinge_tutor.body.muscles import SIDE, heads, lumbar_share

REFERENCE = Path(__file__).resolve().parent.parent / "reference"
NAMES = [head.name for head in heads()]
LEG = ("hip", "knee", "ankle")

# An arm is minus the slope of the length; a central difference of 1e-6 rad rounds near 1e-10 m.
SLOPE = 1e-6
# What the published arms may be missed by; a table of a kinked arm by a little more.
ARM_MM = 3.0
KINKED_MM = 4.0
KINKED = ("vasti", "rectus_femoris")
# The whole range that a pose may ask for, beyond what was fitted on, degrees.
RANGE = {"hip": (-30, 145), "knee": (-5, 150), "ankle": (-50, 45), "l5s1": (-10, 25)}
RANGE |= {"l3l4": (-12, 30), "l1l2": (-8, 20), "shoulder": (-60, 180)}


def rows(file: str) -> Iterator[dict[str, str]]:
    with (REFERENCE / file).open(encoding="utf-8") as text:
        yield from csv.DictReader(line for line in text if not line.startswith("#"))


def at(**degrees: float) -> FloatArray:
    """One pose of a side."""
    return np.radians([[degrees.get(name, 0.0) for name in SIDE]])


@pytest.mark.parametrize("coordinate", SIDE)
def test_an_arm_is_minus_the_slope_of_the_length_over_the_whole_range(coordinate: str) -> None:
    low, high = (np.array([RANGE[name][end] for name in SIDE]) for end in (0, 1))
    q = np.radians(np.random.default_rng(7).uniform(low, high, (4000, len(SIDE))))
    step = np.zeros(len(SIDE))
    column = SIDE.index(coordinate)
    step[column] = 1e-6
    ahead, behind = lengths_and_arms(q + step)[0], lengths_and_arms(q - step)[0]
    _, arms = lengths_and_arms(q)
    assert np.abs(arms[column]).max() > 0.01
    assert np.abs((behind - ahead) / 2e-6 - arms[column]).max() < SLOPE


def test_lengths_of_some_heads_are_those_among_all() -> None:
    low, high = (np.array([RANGE[name][end] for name in SIDE]) for end in (0, 1))
    q = np.radians(np.random.default_rng(3).uniform(low, high, (200, len(SIDE))))
    every, _ = lengths_and_arms(q)
    for chosen in ([5, 3, 30], list(range(len(NAMES)))[::-1]):
        # The same sums in another order round by less than a nanometer.
        assert np.abs(lengths(q, chosen) - every[:, chosen]).max() < 1e-9


wide = st.floats(-7.0, 7.0)


@settings(max_examples=60)
@given(st.lists(wide, min_size=len(SIDE), max_size=len(SIDE)))
def test_anywhere_lengths_and_arms_are_finite_and_agree(angles: list[float]) -> None:
    """Also where nobody's joints go: a drag of the mouse must not make a hole in the picture."""
    q = np.array([angles])
    length, arms = lengths_and_arms(q)
    assert np.isfinite(length).all()
    assert np.isfinite(arms).all()
    for column in range(len(SIDE)):
        step = np.zeros(len(SIDE))
        step[column] = 1e-5
        slope = (lengths_and_arms(q - step)[0] - lengths_and_arms(q + step)[0]) / 2e-5
        assert np.abs(slope - arms[column]).max() < SLOPE


def test_a_table_by_hand() -> None:
    # Arms 0, 1, 1, 3 at -1, 0, 1, 2: from -1 to 0 they are x + x² - x³, x from the left end, so
    # from 0 back to -1 the integral is -(1/2 + 1/3 - 1/4) = -7/12; from 0 to 1 they are 1.
    table = ArmTables([(0, [0.0, 1.0, 1.0, 3.0])], -1.0, 1.0)
    arm, integral = table.read(np.array([-1.0, -0.5, 0.0, 0.5, 1.0]))
    assert arm[:, 0] == pytest.approx([0.0, 0.625, 1.0, 1.0, 1.0])
    assert integral[[0, 2, 3, 4], 0] == pytest.approx([-7 / 12, 0.0, 0.5, 1.0])
    # Beyond its end it keeps 3: from 1 to 2 the arm is 1 + 4 x² - 2 x³ (tangents 0 and 2).
    beyond, more = table.read(np.array([2.0, 2.5]))
    assert beyond[:, 0] == pytest.approx([3.0, 3.0])
    assert more[:, 0] == pytest.approx([1 + 1 + 4 / 3 - 2 / 4, 1 + 1 + 4 / 3 - 2 / 4 + 1.5])


def test_a_head_s_table_is_read_at_its_nodes_and_integrated() -> None:
    length, arms = lengths_and_arms(at(hip=60))
    number = NAMES.index("adductor_magnus_middle")
    # The ninth node from -20 by 10: -35.04 mm.
    assert arms[SIDE.index("hip"), 0, number] == pytest.approx(-0.03504, abs=1e-12)
    # From 0 to 60 the nodes are 4.34, -4.40, -12.79, -20.33, -26.62, -31.48, -35.04; by Simpson's
    # rule their integral is -(π/18) (4.34 + 4 · 56.21 + 2 · 39.41 + 35.04) / 3 with signs, in mm.
    simpson = (4.34 - 4 * (4.40 + 20.33 + 31.48) - 2 * (12.79 + 26.62) - 35.04) / 3
    by_hand = math.radians(10) * simpson / 1000
    assert length[0, number] == pytest.approx(0.14354 - by_hand, abs=5e-5)


def test_what_two_joints_do_together_by_hand() -> None:
    length, arms = lengths_and_arms(at(hip=60, knee=90))
    hip, knee = lengths_and_arms(at(hip=60)), lengths_and_arms(at(knee=90))
    nothing = lengths_and_arms(at())[0]
    h, k = math.pi / 3, math.pi / 2
    number = NAMES.index("biceps_femoris_long")
    # -2.005 h k + 1.088 h²k + 1.150 h k² + .079 h³k - .664 h²k² - .058 h k³ = -0.342 mm.
    both = (
        -2.005 * h * k
        + 1.088 * h**2 * k
        + 1.150 * h * k**2
        + 0.079 * h**3 * k
        - 0.664 * h**2 * k**2
        - 0.058 * h * k**3
    ) / 1000
    assert both == pytest.approx(-0.000342, abs=1e-6)
    together = length - hip[0] - knee[0] + nothing
    assert together[0, number] == pytest.approx(both, abs=1e-12)
    assert arms[:2, 0, number] != pytest.approx([hip[1][0, 0, number], knee[1][1, 0, number]])


def test_a_lumbar_joint_reads_its_arm_at_its_share_of_flexion() -> None:
    t = math.radians(40)
    _, arms = lengths_and_arms(at(l5s1=40 * lumbar_share("l5s1")))
    # Whole muscle crosses: -(34.1 - 6.8 t - 1.6 t²) mm, toward flexion.
    by_hand = -(34.1 - 6.8 * t - 1.6 * t**2) / 1000
    number = NAMES.index("iliocostalis_lower")
    assert arms[SIDE.index("l5s1"), 0, number] == pytest.approx(by_hand, abs=1e-12)


def test_outside_what_was_fitted_an_arm_keeps_its_edge_value() -> None:
    hip = SIDE.index("hip")
    _, edge = lengths_and_arms(at(hip=120, knee=50))
    _, beyond = lengths_and_arms(at(hip=140, knee=50))
    assert beyond[hip] == pytest.approx(edge[hip], abs=1e-12)


def test_a_monotone_cubic_by_hand_does_not_overshoot() -> None:
    pieces = monotone_pieces(np.array([0.0, 1.0, 1.0, 3.0]), 1.0)
    # Slopes 1, 0, 2: the inner tangents are 0, so the middle piece is flat.
    assert pieces[1] == pytest.approx([1.0, 0.0, 0.0, 0.0])
    # First piece: r(0) = 0, r'(0) = 1, r(1) = 1, r'(1) = 0: x + x² - x³.
    assert pieces[0] == pytest.approx([0.0, 1.0, 1.0, -1.0])
    x = np.linspace(0.0, 1.0, 50)[:, None] ** np.arange(4)
    for piece, (start, end) in zip(pieces, [(0, 1), (1, 1), (1, 3)], strict=True):
        assert (x @ piece).min() >= start - 1e-12
        assert (x @ piece).max() <= end + 1e-12


@pytest.mark.parametrize("muscle", sorted({row["muscle"] for row in rows("leg_arms.csv")}))
def test_leg_arms_are_the_published_ones(muscle: str) -> None:
    """A group's arm is the mean of its heads' by strength."""
    allowed = KINKED_MM if muscle in KINKED else ARM_MM
    table_rows = [row for row in rows("leg_arms.csv") if row["muscle"] == muscle]
    q = np.zeros((len(table_rows), len(SIDE)))
    for column, joint in enumerate(LEG):
        q[:, column] = np.radians([float(row[f"{joint}_deg"] or 0) for row in table_rows])
    _, arms = lengths_and_arms(q)
    weights = weights_of(muscle)
    for column, joint in enumerate(LEG):
        published = np.array([float(row[f"{joint}_mm"] or "nan") for row in table_rows])
        if not np.isnan(published).any():
            ours = 1000 * arms[column] @ weights
            assert np.abs(ours - published).max() < allowed, joint


def weights_of(muscle: str) -> FloatArray:
    """Weights (M,) of one head, or of the heads of an anatomical group."""
    if muscle in NAMES:
        return np.array([name == muscle for name in NAMES], dtype=np.float64)
    members = of_anatomy()
    weights: FloatArray = members.weights[:, members.names.index(muscle)]
    return weights


@pytest.mark.parametrize("head", sorted({row["muscle"] for row in rows("hip_head_arms.csv")}))
def test_every_head_turns_the_hip_as_published(head: str) -> None:
    """Toward flexion and toward adduction, the knee straight."""
    for row in (row for row in rows("hip_head_arms.csv") if row["muscle"] == head):
        flexion, adduction = hip_arms(head, float(row["hip_deg"]))
        allowed = KINKED_MM if head in KINKED else ARM_MM
        assert flexion == pytest.approx(float(row["flexion_mm"]), abs=allowed), row
        assert adduction == pytest.approx(float(row["adduction_mm"]), abs=ARM_MM), row


def hip_arms(head: str, hip_deg: float) -> tuple[float, float]:
    """Arms of a head toward flexion and adduction, mm."""
    _, arms = lengths_and_arms(at(hip=hip_deg))
    number = NAMES.index(head)
    toward = adduction_arms(np.radians([hip_deg]))[0, number]
    return 1000 * float(arms[SIDE.index("hip"), 0, number]), 1000 * float(toward)


@pytest.mark.parametrize("muscle", sorted({row["muscle"] for row in rows("trunk_arms.csv")}))
@pytest.mark.parametrize("joint", ["l5s1", "l3l4", "l1l2"])
def test_trunk_parts_add_up_to_the_published_muscle(muscle: str, joint: str) -> None:
    """Force that crosses the joint, and moment over that force, in the table's own terms."""
    parts = [
        number
        for number, name in enumerate(NAMES)
        if name == muscle or name.startswith(f"{muscle}_")
    ]
    if muscle == "longissimus_lumborum":
        parts = [NAMES.index(f"longissimus_{part}") for part in ("lower", "middle", "upper")]
    level, column = ("l5s1", "l3l4", "l1l2").index(joint), SIDE.index(joint)
    for row in (row for row in rows("trunk_arms.csv") if row["muscle"] == muscle):
        _, arms = lengths_and_arms(at(**{joint: float(row["flexion_deg"]) * lumbar_share(joint)}))
        force = sum(heads()[part].fmax_N * heads()[part].crossing[level] for part in parts)
        moment = -sum(heads()[part].fmax_N * arms[column, 0, part] for part in parts)
        assert 1000 * moment / force == pytest.approx(float(row[f"{joint}_mm"]), abs=ARM_MM)
        # Half of the model's force per area; psoas has the leg model's strength instead.
        strength = 1427 / 2235 if muscle == "psoas" else 0.5
        if float(row["flexion_deg"]) == 0.0:
            assert force == pytest.approx(strength * float(row[f"{joint}_N"]), rel=2e-3)
