"""The stills of a page show a way that one can follow, and none of them twice."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.motion.movement import movements
from hinge_tutor.stage.key_moments import MOST, key_moments
from hinge_tutor.stage.way_moments import ALIKE_RAD, TELLING, way_moments


@pytest.mark.parametrize("movement", list(movements()))
def test_every_way_begins_ends_and_has_its_deepest(movement: str) -> None:
    take = perform(movement, body()).take
    found = way_moments(take)
    times = [moment.time_s for moment in found]
    assert 3 <= len(found) <= MOST
    assert times == sorted(times)
    assert times[0] == 0.0
    if take.movement.rise_m > 0.0:
        assert found == key_moments(take)
        return
    names = take.body.coordinates
    telling = [n for n, name in enumerate(names) if name.startswith(TELLING)]

    def apart(one_s: float, other_s: float) -> float:
        return float(np.abs(take.at(one_s).q - take.at(other_s).q)[telling].max())

    assert min(apart(when_s, take.turn_s) for when_s in times) <= ALIKE_RAD
    for one_s, other_s in itertools.pairwise(times):
        assert apart(one_s, other_s) > ALIKE_RAD, "two stills that look alike"


def test_a_hinge_stands_folds_rests_rises_and_stands() -> None:
    phases = [moment.phase for moment in way_moments(perform("hip-hinge", body()).take)]
    assert phases == ["set_up", "descent", "turn", "ascent", "lockout"]
