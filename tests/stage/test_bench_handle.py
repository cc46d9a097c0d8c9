"""Hands that hang below a bench hold its handle, on every body, and no other hands do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load
from hinge_tutor.stage.bench_handle import GRIP_MM, grip_mm, grip_shapes, strut_shapes
from hinge_tutor.stage.drawing import GRIP, OPEN
from hinge_tutor.stage.grounds import surfaces
from hinge_tutor.stage.hands import hands
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.shapes import Bar, Disc
from tests.motion.small_movements import small

BODIES = ("default", "default-woman", "long-thighed", "small", "tall", "mass=150")
PENS = pens(2.0, 800.0)


@pytest.mark.parametrize("who", BODIES)
def test_the_handle_is_in_the_fist_and_its_strut_under_the_pad(who: str) -> None:
    take = solve(load_movement("leg-curl"), body(who))
    assert hands(take) == (GRIP, GRIP)
    strut, across = strut_shapes(take, 7j, PENS)
    (grip,) = grip_shapes(take, 7j, PENS)
    assert isinstance(strut, Bar)
    assert isinstance(across, Bar)
    assert isinstance(grip, Disc)
    hand = 1000.0 * take.at(take.turn_s).point("hand_near") + (0.0, 7.0)
    assert (grip.x, grip.y) == pytest.approx(hand, abs=1.0)
    assert strut.points[2:] == pytest.approx(hand, abs=1.0)
    ((_, (left, _, right, top)),) = surfaces(take)
    assert left < strut.points[0] < right
    assert grip.y + GRIP_MM < strut.points[1] < top + 7.0


def test_hands_that_lie_beside_the_pad_or_have_other_work_hold_no_handle() -> None:
    ahead = solve(small("prone-curl"), body())
    assert grip_mm(ahead) is None
    assert grip_mm(solve(load_movement("hip-hinge"), body())) is None
    curl = solve(load_movement("leg-curl"), body())
    assert grip_mm(replace(curl, load=Load(5.0, "hands"))) is None
    assert grip_mm(replace(curl, load=Load(5.0, "ankles"))) is not None
    assert hands(ahead) == (OPEN, OPEN)
    assert strut_shapes(ahead, 0j, PENS) == grip_shapes(ahead, 0j, PENS) == []
