"""Lengths and masses of a body follow the published tables and keep the stature."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.kinematics import pose, q_from
from hinge_tutor.body.skeleton import body
from hinge_tutor.body.specification import presets

# Sums of some twenty floats.
ROUNDING = 1e-12
# Tables give trunk centers to a tenth of a centimeter and inertia to three decimals.
TABLE_CM = 1e-3
TABLE_INERTIA = 1e-3

BODIES = (*presets(), "femur=+20%", "torso=-20%", "height=1.30,mass=30", "height=2.20,mass=200")


@pytest.mark.parametrize("text", BODIES)
def test_a_body_weighs_and_measures_what_was_asked_for(text: str) -> None:
    made = body(text)
    assert sum(one.mass_kg for one in made.segments) == pytest.approx(made.mass_kg, abs=1e-9)
    upright = pose(
        made,
        q_from(
            made,
            {
                "root_y": made.lengths_m["thigh"]
                + made.lengths_m["shank"]
                + made.lengths_m["ankle_height"]
            },
        ),
    )
    assert upright.point("vertex")[1] == pytest.approx(made.height_m, abs=ROUNDING)
    assert upright.point("heel_near")[1] == pytest.approx(0.0, abs=ROUNDING)


@pytest.mark.parametrize("text", BODIES)
def test_no_segment_is_massless_and_every_inertia_is_positive(text: str) -> None:
    for one in body(text).segments:
        assert min(one.mass_kg, one.inertia_kgm2) > 0, one.name


def test_the_shank_of_the_default_body_is_the_published_one() -> None:
    shank = body("default").segment("shank_near")
    # 422 mm · 1750/1741 = 424.2 mm; 4.33 % of 75 kg; 43.95 % and 24.6 % of 442.3 mm.
    assert shank.joint_in_parent_m[1] == pytest.approx(-0.422 * 1.750 / 1.741)
    assert shank.mass_kg == pytest.approx(0.0433 * 75)
    assert shank.com_m[1] == pytest.approx(-0.4395 * 0.440 * 1.750 / 1.741)
    assert shank.inertia_kgm2 == pytest.approx(0.0433 * 75 * (0.246 * 0.440 * 1.750 / 1.741) ** 2)


def test_foot_and_toes_together_keep_the_published_foot() -> None:
    made = body("default")
    foot, toes = made.segment("foot_near"), made.segment("toes_near")
    length, mass = made.lengths_m["foot"], 0.0137 * 75
    toe_x = toes.joint_in_parent_m[0] + toes.com_m[0]
    center = (foot.mass_kg * foot.com_m[0] + toes.mass_kg * toe_x) / mass
    inertia = (
        foot.inertia_kgm2
        + foot.mass_kg * (foot.com_m[0] - center) ** 2
        + toes.inertia_kgm2
        + toes.mass_kg * (toe_x - center) ** 2
    )
    assert foot.mass_kg + toes.mass_kg == pytest.approx(mass)
    assert center == pytest.approx((0.4415 - 0.25) * length)
    assert inertia == pytest.approx(mass * (0.245 * length) ** 2)


def test_the_block_above_the_lumbar_spine_keeps_mass_center_and_inertia() -> None:
    made = body("default")
    names = ("upper_lumbar", "lower_thorax", "upper_thorax", "neck", "head")
    chosen = [made.linkage.index[name] for name in names]
    still = pose(made, np.zeros(len(made.coordinates)))
    mass = made.linkage.mass_kg[chosen]
    centers = still.segment_centers[chosen]
    center = mass @ centers / mass.sum()
    spread = ((centers - center) ** 2).sum(axis=1)
    inertia = made.linkage.inertia_kgm2[chosen].sum() + mass @ spread
    assert mass.sum() == pytest.approx(21.27, abs=0.01)
    assert center - still.point("l1l2") == pytest.approx([0.027, 0.247], abs=TABLE_CM)
    assert inertia == pytest.approx(0.476, abs=TABLE_INERTIA)


def test_standing_straight_the_center_of_mass_lies_two_millimeters_ahead_of_the_ankle() -> None:
    made = body("default")
    height = sum(made.lengths_m[name] for name in ("thigh", "shank", "ankle_height"))
    center = pose(made, q_from(made, {"root_y": height})).center_of_mass
    assert center[0] == pytest.approx(0.002, abs=0.0005)
    # .57 of stature high, to the two decimals it is published with.
    assert center[1] / made.height_m == pytest.approx(0.57, abs=0.005)


def test_percentages_change_the_parts_and_keep_their_sum() -> None:
    plain, long = body("default").lengths_m, body("long-thighed").lengths_m
    legs_and_trunk = ("thigh", "shank", "trunk")
    assert sum(long[n] for n in legs_and_trunk) == pytest.approx(
        sum(plain[n] for n in legs_and_trunk)
    )
    assert long["thigh"] / long["trunk"] == pytest.approx(
        plain["thigh"] / plain["trunk"] * 1.08 / 0.93
    )


def test_women_have_the_population_s_thigh_and_trunk() -> None:
    made = body("sex=female,height=1.70")
    assert made.lengths_m["thigh"] / 1.70 == pytest.approx(0.2463, abs=1e-4)
    assert made.lengths_m["trunk"] / 1.70 == pytest.approx(0.3335, abs=1e-4)
