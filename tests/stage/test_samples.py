"""A take is read at a moment straight between its samples, and held at both ends."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.stage.samples import Samples

TIMES = Samples(np.array([0.0, 1.0, 3.0]))
ROW = [10.0, 20.0, 40.0]


@pytest.mark.parametrize(
    ("time_s", "value", "nearest"),
    [
        (-1.0, 10.0, 0),
        (0.0, 10.0, 0),
        (0.25, 12.5, 0),
        (0.75, 17.5, 1),
        (1.0, 20.0, 1),
        # A quarter of the way from 1 s to 3 s: 20 + 0.25 · 20.
        (1.5, 25.0, 1),
        # Half-way the earlier sample is the nearest, as it is for a take.
        (2.0, 30.0, 1),
        (2.5, 35.0, 2),
        (3.0, 40.0, 2),
        (9.0, 40.0, 2),
    ],
)
def test_a_moment_lies_between_two_samples(time_s: float, value: float, nearest: int) -> None:
    moment = TIMES.around(time_s)
    assert moment.of(ROW) == pytest.approx(value)
    assert moment.of([1j * each for each in ROW]) == pytest.approx(1j * value)
    assert moment.nearest == nearest


def test_one_sample_holds_at_all_times() -> None:
    still = Samples(np.array([0.0]))
    assert [still.around(time_s).of([7.0]) for time_s in (-1.0, 0.0, 2.0)] == [7.0, 7.0, 7.0]


def test_what_was_asked_before_does_not_matter() -> None:
    asked = [TIMES.around(time_s).of(ROW) for time_s in (0.5, 2.0, 2.0, 0.5)]
    assert asked == [15.0, 30.0, 30.0, 15.0]
