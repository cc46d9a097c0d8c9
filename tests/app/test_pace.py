"""Pictures come 60 times a second, 30 times where painting is slow, and never fewer."""

from __future__ import annotations

import pytest

from hinge_tutor.app.pace import FAST_MS, PAINTS, SLOW_MS, Pace

# What 60 % of 16 ms allows.
LIMIT_S = 0.0096


@pytest.mark.parametrize(
    ("seconds", "interval"),
    [
        ([0.005] * PAINTS, FAST_MS),
        ([LIMIT_S - 1e-4] * PAINTS, FAST_MS),
        ([LIMIT_S + 1e-4] * PAINTS, SLOW_MS),
        ([LIMIT_S + 1e-4] * (PAINTS - 1), FAST_MS),
        # Three slow ones in sixty are the slowest twentieth; a fourth is not.
        ([0.005] * (PAINTS - 3) + [0.1] * 3, FAST_MS),
        ([0.005] * (PAINTS - 4) + [0.1] * 4, SLOW_MS),
    ],
)
def test_the_pace_follows_the_paints(seconds: list[float], interval: int) -> None:
    pace = Pace()
    changes = [pace.add(each) for each in seconds]
    assert pace.interval_ms == interval
    assert sum(changes) == (interval == SLOW_MS)


def test_another_size_begins_fast_again() -> None:
    pace = Pace()
    assert not pace.start_over()
    for _ in range(PAINTS):
        pace.add(1.0)
    assert pace.start_over()
    assert pace.interval_ms == FAST_MS
