"""Onsets and the order of rising: worked by hand, then read off movements."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.measures import measures
from hinge_tutor.coaching.order import onset_s
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.easing import ease
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve

TIME_S = np.arange(5.0)


@pytest.mark.parametrize(
    ("angle", "onset"),
    [
        # 5 % of 40 is 2: on the line from 0 at 1 s to 20 at 2 s that is at 1.1 s.
        ((0.0, 0.0, 20.0, 30.0, 40.0), 1.1),
        # Opening counts like bending: 5 % of 10 is .5, half of the way from 0 to -1.
        ((0.0, 0.0, 0.0, -1.0, -10.0), 2.5),
        ((5.0, 7.0, 9.0, 11.0, 45.0), 1.0),
    ],
)
def test_an_onset_is_where_a_twentieth_of_the_way_is_done(
    angle: tuple[float, ...], onset: float
) -> None:
    assert onset_s(TIME_S, np.array(angle)) == pytest.approx(onset)


def test_knees_that_wait_a_tenth_of_the_descent_let_the_hips_lead() -> None:
    """Both ease alike: at share τ of its own window; 3 s of descent, knees from .1 to 1.

    ease(.1893) = .05: hips at .568 s, knees at (.1 + .9 · .1893) 3 = .811 s: .243 s apart.
    """
    assert float(ease(np.array(0.1893))) == pytest.approx(0.05, abs=1e-4)
    take = solve(load_movement("hip-hinge"), body(), samples=401)
    assert measures(take, loads(take))["hips_lead_s"] == pytest.approx(0.243, abs=0.03)


def test_without_a_bend_of_both_there_is_no_order() -> None:
    take = solve(load_movement("forward-bend"), body())
    assert "hips_lead_s" not in measures(take, loads(take))


def test_rising_together_is_told_from_hips_first() -> None:
    """The rise of each point, from the take's own points, at the moment of the largest gap."""
    take = solve(load_movement("squat"), body())
    found = measures(take, loads(take))
    up = np.flatnonzero(take.during(("ascent",)))
    way = slice(up[0] - 1, up[-1] + 1)

    def rise(name: str) -> FloatArray:
        y = take.pose.point(name)[way, 1]
        share: FloatArray = (y - y[0]) / (y[-1] - y[0])
        return share

    gap = 100 * (rise("mid_hip") - rise("c7")).max()
    assert found["hips_before_chest_percent"] == pytest.approx(gap, abs=1e-9)
    lean = np.asarray(found["trunk_lean_deg"])[way]
    assert found["lean_gained_deg"] == pytest.approx(max(0.0, (lean - lean[0]).max()))
