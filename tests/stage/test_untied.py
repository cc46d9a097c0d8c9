"""No leg ties a loop where its calf meets its thigh, and no point of its outline is lost."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.stage.figure import figure_shapes
from hinge_tutor.stage.fitting import fitting
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.shapes import Curve
from hinge_tutor.stage.untied import untied
from tests.stage.company import posed
from tests.stage.edges import largest_loop_mm2, sampled

BODIES = ("default", "default-woman", "tall", "height=1.3,mass=30", "mass=150")
PENS = pens(2.5, 700.0)
# A loop of this area is a third of a px wide and as long as a crease.
UNSEEN_MM2 = 20.0


def far_leg(who: str, knee_deg: float) -> tuple[float, ...]:
    """The outline of the far leg of somebody whose knees are bent so far."""
    someone = body(who)
    pose = posed({"knee_flexion": knee_deg, "hip_flexion": 0.8 * knee_deg}, someone)
    shapes, _ = figure_shapes(fitting(someone), pose, 0j, PENS, Options(frozenset()), {})
    return next(s.points for s in shapes if isinstance(s, Curve) and s.name == "far_leg")


@pytest.mark.parametrize("who", BODIES)
def test_a_bent_leg_ties_no_loop(who: str) -> None:
    straight = far_leg(who, 0.0)
    begins = fitting(body(who)).folds[1].begins_deg
    for knee in (begins + 5.0, 105.0, 120.0, 140.0):
        points = far_leg(who, knee)
        assert len(points) == len(straight)
        assert largest_loop_mm2(sampled(points)) < UNSEEN_MM2, knee


def test_a_loop_is_drawn_together_into_its_corner() -> None:
    # Two straight stretches that cross at (2, 0), to the right of which they turn back.
    z = np.array([0 + 2j, 2, 4 - 2j, 5 - 1j, 5, 5 + 1j, 4 + 2j, 2, 0 - 2j])
    controls = [z[0]]
    for a, b in itertools.pairwise(z.tolist()):
        controls += [a + (b - a) / 3, a + 2 * (b - a) / 3, b]
    line = np.array(controls, dtype=np.complex128)
    found = untied(line, (0, 7), (18, 25), 1.0)
    assert found[[0, -1]] == pytest.approx(z[[0, -1]])
    assert found[3:22] == pytest.approx(np.full(19, 2.0))
    # Half-way there, each point has gone half of its way: the pit from 5 to (5 + 2) / 2.
    assert untied(line, (0, 7), (18, 25), 0.5)[12] == pytest.approx(3.5)
    assert untied(line, (0, 7), (18, 25), 0.0) == pytest.approx(line)


def test_a_line_that_does_not_cross_itself_stays_as_it_is() -> None:
    line = np.arange(31).astype(np.complex128)
    assert untied(line, (0, 7), (24, 31), 1.0) is line
