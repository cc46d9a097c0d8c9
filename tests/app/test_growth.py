"""Everything grows with a window that is larger than usual, in steps."""

from __future__ import annotations

import pytest

from hinge_tutor.app.growth import growth


@pytest.mark.parametrize(
    ("size", "times"),
    [
        ((560, 480), 1.0),
        ((1600, 1000), 1.0),
        ((1920, 1080), 1.0),
        ((1920, 1249), 1.0),
        ((2000, 1250), 1.25),
        ((3840, 1250), 1.25),
        ((2560, 1600), 1.5),
        ((9000, 9000), 2.0),
    ],
)
def test_the_narrower_of_width_and_height_decides(size: tuple[int, int], times: float) -> None:
    assert growth(*size) == times
