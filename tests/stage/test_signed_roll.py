"""The roll of differences shows the second figure's efforts minus the first one's."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.motion.shared_clock import shared_clock
from hinge_tutor.stage.arrangement import Arrangement
from hinge_tutor.stage.shapes import Label, Polygon, Strokes
from hinge_tutor.stage.signed_roll import signed_roll
from tests.stage.company import sheet, three
from tests.stage.drawn import as_text, numbers

WORDS = sheet().words


def test_a_lane_is_second_minus_first_at_every_moment() -> None:
    both = three()[:2]
    made = signed_roll(both, 1000, 200, WORDS)
    clock = shared_clock([each.take for each in both])
    lane = next(each for each in made.lanes if each.lane.id == "quadriceps")
    for number in range(5, len(lane.by) - 5, 7):
        t = (number + 0.5) / len(lane.by)
        efforts = []
        for each, time_s in zip(both, clock.own_times(t), strict=True):
            column = each.efforts.groups.index("quadriceps_near")
            efforts.append(np.interp(time_s, each.take.time_s, each.efforts.effort[:, column]))
        assert lane.by[number] == pytest.approx(efforts[1] - efforts[0], abs=1e-6)


def test_more_stands_above_the_line_and_less_hangs_below_it() -> None:
    made = signed_roll(three()[:2], 1000, 200, WORDS)
    for lane in made.lanes:
        for kind, sign in (("more", 1.0), ("less", -1.0)):
            for shape in made.picture.named(f"{kind}.{lane.lane.id}"):
                assert isinstance(shape, Polygon | Strokes)
                beyond = sign * (np.array(shape.points[1::2]) - lane.middle)
                assert beyond.min() >= -1e-9
                assert beyond.max() <= lane.half
    # Told apart without color: one is filled, the other is drawn in strokes.
    every = [s for s in made.picture.shapes if isinstance(s, Polygon)]
    assert {bool(s.fill) for s in every if s.name.startswith("more.")} == {True}
    assert {bool(s.fill) for s in every if s.name.startswith("less.")} == {False}


def test_the_same_figure_twice_differs_nowhere() -> None:
    made = signed_roll((three()[0], three()[0]), 1000, 200, WORDS)
    assert not [s for s in made.picture.shapes if isinstance(s, Polygon)]
    assert [s for s in made.playhead(0.5).shapes if isinstance(s, Label)] == []


def test_the_playhead_has_the_numbers_of_its_moment() -> None:
    made = signed_roll(three()[:2], 1000, 200, WORDS)
    lane = next(each for each in made.lanes if each.lane.id == "quadriceps")
    at = int(np.abs(lane.by).argmax())
    t = (at + 0.5) / len(lane.by)
    numbers_at = {round(s.y, 3): s.text for s in made.playhead(t).shapes if isinstance(s, Label)}
    percent = round(100 * float(lane.by[at]))
    assert numbers_at[round(lane.middle, 3)] == f"+{percent}"
    x = made.left + t * (made.right - made.left)
    assert made.said_at(x, lane.middle) == f"{lane.lane.name}: +{percent}\u00a0% of effort"
    assert made.said_at(x, 0.0) == ""


@pytest.mark.parametrize("height", [90, 140, 220, 400])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("anatomical", [False, True])
def test_at_any_height_everything_stays_inside(height: int, scale: float, anatomical: bool) -> None:
    made = signed_roll(three(), 700, height, WORDS, scale, anatomical)
    for t in (0.0, 0.5, 1.0):
        for shape in (*made.picture.shapes, *made.playhead(t).shapes):
            assert np.isfinite(list(numbers(shape))).all()
            if isinstance(shape, Label):
                left, _, right, _ = shape.box
                assert left >= -1e-6
                assert right <= 700 + 1e-6


def test_it_takes_two_who_are_shown() -> None:
    alone = Arrangement(hidden=frozenset({1, 2}))
    with pytest.raises(ValueError, match="two figures"):
        signed_roll(three(), 700, 200, WORDS, arrangement=alone)
    # A swap turns no sign round.
    swapped = signed_roll(three()[:2], 700, 200, WORDS, arrangement=Arrangement(order=(1, 0)))
    plain = signed_roll(three()[:2], 700, 200, WORDS)
    assert as_text(swapped.picture) == as_text(plain.picture)
