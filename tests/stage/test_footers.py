"""The badges at the foot of the sheet stay off what lies under the feet."""

from __future__ import annotations

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.lessons.words import words
from hinge_tutor.stage import scene
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.shapes import Plate, Polygon, Shape

THREE = ("hip-hinge", "squat", "forward-bend")


def span(shape: Shape) -> tuple[float, float]:
    """From where to where a plate or a polygon lies, mm."""
    if isinstance(shape, Plate):
        return shape.x, shape.x + shape.width
    assert isinstance(shape, Polygon)
    return min(shape.points[0::2]), max(shape.points[0::2])


@pytest.mark.parametrize("size", [(960, 600), (1042, 570), (1280, 720), (1600, 1000)])
def test_the_badge_of_the_clock_does_not_cover_a_foot_bar(size: tuple[int, int]) -> None:
    cast = [perform(name, body("default")) for name in THREE]
    picture = scene.picture(cast, Plan(*size, words()), Options(frozenset({"balance"})), 0.6)
    (badge,) = (s for s in picture.shapes if isinstance(s, Plate) and s.name == "sync")
    bars = [s for s in picture.shapes if s.layer == "balance" and isinstance(s, Plate | Polygon)]
    assert bars
    left, right = span(badge)
    assert left >= 0.0
    assert right <= picture.width
    for bar in bars:
        begin, end = span(bar)
        assert end <= left or right <= begin
