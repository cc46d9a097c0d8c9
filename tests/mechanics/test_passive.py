"""Passive tissue: its equations by hand, what it depends on, and that it is counted once."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscles import SIDE, heads, strengths, table
from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics.forces import capacity
from hinge_tutor.mechanics.passive import (
    body_size,
    full_lumbar_moment,
    leg_moments,
    lumbar_moments,
    side_moments,
)

BY_HAND = 1e-9
# The shifts of tendon slack are written to a thousandth of a fiber length; the fit's floor is flat.
SHIFT = 0.01
# How far the muscles' passive hip moment may be from the measured one, root mean square: a tenth
# of the 30 N·m that the deepest everyday hinge meets. The row in passive.toml names the figure.
FIT_NM = 3.0
DEFAULT = body("default")


def leg(hip: float, knee: float, ankle: float) -> FloatArray:
    """Degrees of one pose of a side, dorsiflexion positive."""
    q = np.zeros((1, len(SIDE)))
    q[0, :3] = np.radians([hip, knee, ankle])
    return q


def test_the_legs_by_hand() -> None:
    h, k, a = 78.0, 18.0, -5.0  # A = +5 of plantarflexion
    hip = math.exp(1.4655 - 0.0034 * k - 0.0750 * h) - math.exp(1.3403 - 0.0226 * k + 0.0305 * h)
    knee = math.exp(1.800 - 0.0460 * 5 - 0.0352 * k + 0.0217 * h)
    knee += math.exp(2.220 - 0.150 * k) - math.exp(-3.971 - 0.0004 * 5 + 0.0495 * k - 0.0128 * h)
    ankle = math.exp(2.1016 - 0.0843 * 5 - 0.0176 * k) - math.exp(-7.9763 + 0.1949 * 5 + 0.0008 * k)
    found = leg_moments(DEFAULT, leg(h, k, a))[0]
    # Toward extension: hip 27.45 - 8.07 - 0.01 = 19.37; knee 4.82 + 0.02 - 13.86 - 0.62 = -9.64;
    # the ankle's positive is plantarflexion already: 3.91 - 0.00 - 1.79 = 2.12.
    assert found == pytest.approx([-(hip + 8.072), -(knee - 4.820), ankle - 1.792], abs=BY_HAND)
    assert found == pytest.approx([19.37, -9.64, 2.12], abs=0.01)


def test_the_lumbar_spine_by_hand() -> None:
    # Half of full flexion: 120 · (exp(2.25) - 1) / (exp(4.5) - 1) = 120 · 8.48774 / 89.01713.
    found = lumbar_moments(DEFAULT, np.radians([27.5]))[0]
    assert found[0] == pytest.approx(120 * math.expm1(2.25) / math.expm1(4.5), abs=BY_HAND)
    assert found[0] == pytest.approx(11.442, abs=1e-3)
    assert found[1:] == pytest.approx([0.77 * found[0], 0.58 * found[0]])


def test_the_lumbar_spine_is_quiet_standing_and_full_where_measured() -> None:
    assert lumbar_moments(DEFAULT, np.zeros(1))[0] == pytest.approx([0.0, 0.0, 0.0])
    full = lumbar_moments(DEFAULT, np.radians([55.0]))[0, 0]
    assert full == pytest.approx(120.0)
    woman = body("sex=female,height=1.63,mass=61")
    assert full_lumbar_moment(woman) == pytest.approx(77.0)


def test_tissue_goes_with_mass_and_height() -> None:
    other = body("mass=90,height=1.925")
    # 90 · 1.925 / (75 · 1.75) = 1.32.
    assert body_size(other) == pytest.approx(1.32)
    pose = leg(60.0, 10.0, 0.0)
    assert leg_moments(other, pose) == pytest.approx(1.32 * leg_moments(DEFAULT, pose))


def test_longer_hamstrings_meet_the_same_stretch_later() -> None:
    supple = body("hamstrings=90")
    stretched = leg_moments(DEFAULT, leg(75.0, 0.0, 0.0))[0, 0]
    later = leg_moments(supple, leg(90.0, 0.0, 0.0))[0, 0]
    # The front of the hip, which has nothing to do with it, gives 0.02 N·m at 75°.
    assert later == pytest.approx(stretched, abs=0.05)
    assert leg_moments(supple, leg(75.0, 0.0, 0.0))[0, 0] < stretched - 5.0


def test_a_soft_knee_lets_the_hip_go_three_quarters_of_a_degree_further() -> None:
    straight = leg_moments(DEFAULT, leg(75.0, 0.0, 0.0))[0, 0]
    # 20° of knee: 20 · .0226 / .0305 = 14.8°.
    soft = leg_moments(DEFAULT, leg(75.0 + 20 * 0.0226 / 0.0305, 20.0, 0.0))[0, 0]
    assert soft == pytest.approx(straight, abs=0.05)


def test_beyond_what_was_measured_a_moment_keeps_its_edge_value() -> None:
    edge, beyond = (leg_moments(DEFAULT, leg(120 + x, 130 + x, 30 + x)) for x in (0.0, 15.0))
    assert beyond == pytest.approx(edge)


def test_passive_moments_do_not_know_the_load() -> None:
    """There is nothing about loads in what they are given: a pose and a body."""
    q = leg(60.0, 10.0, 0.0)
    q[0, 3:6] = np.radians([10.0, 15.0, 8.0])
    found = side_moments(DEFAULT, q)
    assert found[0, :3] == pytest.approx(leg_moments(DEFAULT, q)[0])
    assert found[0, 3:6] == pytest.approx(lumbar_moments(DEFAULT, np.radians([33.0]))[0])
    assert found[0, 6] == 0.0


def grid() -> FloatArray:
    """Hip 0 to 90 by 10, knee 0 to 80 by 20 degrees, where measured tissue extends the hip."""
    q = np.array([leg(h, k, 0.0)[0] for h in range(0, 100, 10) for k in range(0, 100, 20)])
    return q[leg_moments(DEFAULT, q)[:, 0] > 0.0]


def hip_moment(hamstrings: float, others: float) -> FloatArray:
    """Passive hip extension of all muscles with these shifts of slack, on the grid."""
    q = grid()
    length, arms = lengths_and_arms(q)
    shifts = {"hamstrings": hamstrings, "glutes": others, "adductor_magnus": others}
    rows = table("muscles")["muscles"]
    for number, head in enumerate(heads()):
        if head.group in shifts and rows[head.name]["tendon_slack_shift"] > 0:
            change = shifts[head.group] - rows[head.name]["tendon_slack_shift"]
            # A longer tendon is the same to the fiber as a shorter way from end to end.
            length[:, number] -= change * head.optimal_fiber_m
    force = capacity(length, np.zeros_like(length)).passive * strengths(DEFAULT)
    extending = [n for n, head in enumerate(heads()) if head.group in shifts]
    found: FloatArray = -(force * arms[SIDE.index("hip")])[:, extending].sum(axis=1)
    return found


def missed(hamstrings: float, others: float) -> float:
    """Root mean square of what the muscles' passive hip moment misses, N·m."""
    measured = leg_moments(DEFAULT, grid())[:, 0]
    return float(np.sqrt(np.mean((hip_moment(hamstrings, others) - measured) ** 2)))


def test_the_slack_of_the_tendons_is_fitted_to_measured_tissue() -> None:
    row = table("passive")["calibration"]
    best = missed(row["hamstrings"], row["glutes"])
    assert best < FIT_NM
    assert best == pytest.approx(row["fit_error_Nm"], abs=0.3)
    for hamstrings, others in ((0.03, 0.0), (-0.03, 0.0), (0.0, 0.05), (0.0, -0.05)):
        assert missed(row["hamstrings"] + hamstrings, row["glutes"] + others) > best


def test_uncorrected_tissue_would_be_far_too_stiff() -> None:
    """The trap: with the published slack the passive hip moment is several times the measured."""
    q, measured = grid(), leg_moments(DEFAULT, grid())[:, 0]
    deep = (q[:, 0] > math.radians(65)) & (q[:, 1] < math.radians(25))
    assert (hip_moment(0.0, 0.0)[deep] > 2 * measured[deep]).all()


def test_the_calibration_is_what_the_muscles_have() -> None:
    calibration = table("passive")["calibration"]
    for row in table("muscles")["muscles"].values():
        if row["tendon_slack_shift"]:
            assert row["tendon_slack_shift"] == calibration[row["group"]]


def test_stiff_hamstrings_are_not_read_beyond_what_was_measured() -> None:
    # For this body the hamstrings' angle counts 45° more, so 80° and 118° of hip both lie past the
    # measured end, and the other hip term, e^(1.4655 - .0034 K - .0750 · 80), is below 0.02 N·m.
    stiff = body("hamstrings=30")
    nearer, deeper = (leg_moments(stiff, leg(hip, 90.0, 20.0))[0, 0] for hip in (80.0, 118.0))
    assert deeper == pytest.approx(nearer, abs=0.02)
