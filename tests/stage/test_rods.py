"""The rod that is drawn is that of the measures at each sample, and never leaps between two."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.dowel import CONTACTS, dowel
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.stage.rods import Rods
from hinge_tutor.stage.samples import Samples

# The rod leaves the exact one by less than this between samples, m: a dot or two on a screen, for
# a frame or two, as it comes to lie on another place of the back.
SAME_M = 0.006


@pytest.mark.parametrize("movement", ["hip-hinge", "squat", "forward-bend"])
def test_a_rod_at_a_sample_is_that_of_the_measures(movement: str) -> None:
    repetition = perform(movement, body())
    take, rods = repetition.take, Rods(repetition.take)
    for sample in range(0, len(take.time_s), 20):
        rod = rods.at(Samples(take.time_s).around(float(take.time_s[sample])))
        exact = dowel(take.at(float(take.time_s[sample])))
        assert rod.tip == pytest.approx(complex(exact.tip))
        for name in CONTACTS:
            measured = np.asarray(repetition.measures[f"dowel_{name}_cm"])
            assert rod.gaps_cm[name] == pytest.approx(float(measured[sample]))


@pytest.mark.parametrize("movement", ["hip-hinge", "squat", "forward-bend"])
def test_a_rod_between_samples_lies_where_the_exact_one_does(movement: str) -> None:
    take = perform(movement, body()).take
    samples, rods = Samples(take.time_s), Rods(take)
    for time_s in np.linspace(0.0, take.duration_s, 333):
        rod, exact = rods.at(samples.around(float(time_s))), dowel(take.at(float(time_s)))
        assert abs(rod.foot - complex(exact.foot)) < SAME_M
        assert abs(rod.tip - complex(exact.tip)) < SAME_M
