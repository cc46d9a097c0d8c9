"""What the lower back gains once the hamstrings are used up, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.coaching.stretch import gained_past


@pytest.mark.parametrize(
    ("reserve", "lumbar", "gained"),
    [
        # Used up from the third sample on; before that the back had bent by 4.
        ((20, 5, 0.2, 0.0, 0.1), (0, 4, 9, 20, 22), (0, 0, 5, 16, 18)),
        # Once there is room again nothing is counted, and a new stretch counts anew.
        ((5, 0, 5, 0, 5), (1, 3, 6, 7, 9), (0, 2, 0, 1, 0)),
        # A back that straightens gains nothing.
        ((5, 0, 0), (8, 6, 2), (0, 0, 0)),
        ((5, 4, 3), (0, 20, 40), (0, 0, 0)),
        # Used up from the first sample on: counted from there.
        ((0, 0, 0), (3, 5, 9), (0, 2, 6)),
    ],
)
def test_only_what_bends_without_reserve_is_gained(
    reserve: tuple[float, ...], lumbar: tuple[float, ...], gained: tuple[float, ...]
) -> None:
    found = gained_past(np.array(reserve, dtype=float), np.array(lumbar, dtype=float))
    assert found == pytest.approx(np.array(gained, dtype=float))
