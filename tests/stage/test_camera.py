"""The camera looks closer at the sheet and never beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hinge_tutor.stage.camera import CLOSEST, STEP, WHOLE, Camera

SHARES = some.floats(0.0, 1.0)
CAMERAS = some.builds(
    lambda steps, x, y: WHOLE.closer(steps, (x, y)), some.floats(0.0, 12.0), SHARES, SHARES
)
# A window of some size, px.
WIDTH, HEIGHT = 800.0, 500.0
# What floating point adds to a place on a sheet of that size, px.
HAIR_PX = 1e-6


def test_the_whole_sheet_lies_exactly_in_the_window() -> None:
    assert WHOLE.target(WIDTH, HEIGHT) == (0.0, 0.0, WIDTH, HEIGHT)


def test_four_steps_closer_double_what_is_seen() -> None:
    assert WHOLE.closer(4).zoom == pytest.approx(2.0)
    assert WHOLE.closer(4).closer(-4) == WHOLE
    assert WHOLE.closer(1).zoom == STEP


@given(CAMERAS, SHARES, SHARES, some.floats(-8.0, 8.0))
def test_the_sheet_always_fills_the_window(
    camera: Camera, x: float, y: float, steps: float
) -> None:
    for one in (camera, camera.closer(steps, (x, y)), camera.moved(4 * x - 2, 4 * y - 2)):
        assert 1.0 <= one.zoom <= CLOSEST
        left, top, width, height = one.target(WIDTH, HEIGHT)
        assert left <= HAIR_PX
        assert left + width >= WIDTH - HAIR_PX
        assert top <= HAIR_PX
        assert top + height >= HEIGHT - HAIR_PX


@given(CAMERAS, some.floats(0.3, 0.7), some.floats(0.3, 0.7), some.floats(0.0, 3.0))
def test_what_is_under_the_pointer_stays_there_where_one_looks_closer(
    camera: Camera, x: float, y: float, steps: float
) -> None:
    def under(one: Camera) -> tuple[float, float]:
        left, top, width, height = one.target(WIDTH, HEIGHT)
        return (x * WIDTH - left) / width, (y * HEIGHT - top) / height

    assert under(camera.closer(steps, (x, y))) == pytest.approx(under(camera), abs=HAIR_PX)


@given(CAMERAS, CAMERAS, SHARES)
def test_on_the_way_from_one_camera_to_another_the_sheet_fills_the_window(
    one: Camera, other: Camera, share: float
) -> None:
    left, top, width, height = one.toward(other, share).target(WIDTH, HEIGHT)
    assert left <= HAIR_PX
    assert left + width >= WIDTH - HAIR_PX
    assert top <= HAIR_PX
    assert top + height >= HEIGHT - HAIR_PX
    assert one.toward(other, 0.0).zoom == pytest.approx(one.zoom)
    assert one.toward(other, 1.0).zoom == pytest.approx(other.zoom)
