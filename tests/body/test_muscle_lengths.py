"""Lengths and arms: exact derivatives, the published arms, and the fit that made the surfaces."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.muscle_lengths import lengths_and_arms, monotone_pieces
from hinge_tutor.body.muscles import SIDE, heads, lumbar_share, table

REFERENCE = Path(__file__).resolve().parent.parent / "reference"
NAMES = [head.name for head in heads()]
LEG = ("hip", "knee", "ankle")

# An arm is minus the slope of the length; a central difference of 1e-6 rad rounds near 1e-10 m.
SLOPE = 1e-6
# What the published arms may be missed by; a table of a kinked arm by a little more.
ARM_MM = 3.0
KINKED_MM = 4.0
KINKED = ("vasti", "rectus_femoris")
# The refit starts from arms written to 0.01 mm and lands on coefficients written to 0.001 mm.
REFIT_MM = 0.005
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


def test_an_arm_polynomial_by_hand() -> None:
    length, arms = lengths_and_arms(at(hip=60))
    h, number = math.pi / 3, NAMES.index("adductor_magnus")
    # -9.74 - 44.51 h + 17.47 h² = -37.192 mm; 9.74 h + 44.51 h²/2 - 17.47 h³/3 = 27.917 mm longer.
    by_hand = (-9.74 - 44.51 * h + 17.47 * h**2) / 1000
    longer = (9.74 * h + 44.51 * h**2 / 2 - 17.47 * h**3 / 3) / 1000
    assert by_hand == pytest.approx(-0.037192, abs=1e-6)
    assert arms[SIDE.index("hip"), 0, number] == pytest.approx(by_hand, abs=1e-12)
    assert length[0, number] == pytest.approx(0.20640 + longer, abs=1e-12)


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
    allowed = KINKED_MM if muscle in KINKED else ARM_MM
    table_rows = [row for row in rows("leg_arms.csv") if row["muscle"] == muscle]
    q = np.zeros((len(table_rows), len(SIDE)))
    for column, joint in enumerate(LEG):
        q[:, column] = np.radians([float(row[f"{joint}_deg"] or 0) for row in table_rows])
    _, arms = lengths_and_arms(q)
    for column, joint in enumerate(LEG):
        published = np.array([float(row[f"{joint}_mm"] or "nan") for row in table_rows])
        if not np.isnan(published).any():
            ours = 1000 * arms[column, :, NAMES.index(muscle)]
            assert np.abs(ours - published).max() < allowed, joint


@pytest.mark.parametrize("muscle", sorted({row["muscle"] for row in rows("trunk_arms.csv")}))
@pytest.mark.parametrize("joint", ["l5s1", "l3l4", "l1l2"])
def test_trunk_parts_add_up_to_the_published_muscle(muscle: str, joint: str) -> None:
    """Force that crosses the joint, and moment over that force, in the table's own terms."""
    parts = [
        number
        for number, name in enumerate(NAMES)
        if name == {"psoas": "iliopsoas"}.get(muscle, muscle) or name.startswith(f"{muscle}_")
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


@pytest.mark.parametrize(
    ("muscle", "first", "second"),
    [
        ("biceps_femoris_long", "hip", "knee"),
        ("semitendinosus", "hip", "knee"),
        ("semimembranosus", "hip", "knee"),
        ("gastrocnemius", "knee", "ankle"),
    ],
)
def test_a_surface_is_the_least_squares_fit_to_both_arms(
    muscle: str, first: str, second: str
) -> None:
    """-∂L/∂q1 and -∂L/∂q2 of Σ c q1^i q2^j against both published arms, with equal weight."""
    table_rows = [row for row in rows("leg_arms.csv") if row["muscle"] == muscle]
    x, y = (np.radians([float(row[f"{at}_deg"]) for row in table_rows]) for at in (first, second))
    powers = table("muscles")["surface_powers"]["powers"]
    by_first = np.stack([i * x ** max(i - 1, 0) * y**j for i, j in powers], axis=1)
    by_second = np.stack([j * x**i * y ** max(j - 1, 0) for i, j in powers], axis=1)
    design = np.concatenate([by_first, by_second])
    arms = [float(row[f"{at}_mm"]) for at in (first, second) for row in table_rows]
    fit = np.linalg.lstsq(-design, np.array(arms), rcond=None)[0]
    row = table("muscles")["muscles"][muscle]
    assert row["surface_mm"]["coefficients"] == pytest.approx(fit, abs=REFIT_MM)
    missed = np.abs(design @ fit + arms).reshape(2, -1).max(axis=1)
    assert missed[0] <= row["fit_error_mm"][first] + 0.05
    assert missed[1] <= row["fit_error_mm"][second] + 0.05
