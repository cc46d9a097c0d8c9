"""A contact sheet shows every group whole, in order, at one scale, and nothing over another."""

from __future__ import annotations

from itertools import combinations

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.key_moments import key_moments
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Label, Strokes
from hinge_tutor.stage.sheet import Group, Still, sheet

MOVEMENTS = ("hip-hinge", "squat", "forward-bend")


def _group(movement: str, specification: str = "default") -> Group:
    actor = Actor(perform(movement, body(specification)))
    moments = key_moments(actor.repetition.take)
    return Group(movement, tuple(Still(actor, each.time_s, each.phase) for each in moments))


def _lines(picture: Picture, name: str) -> list[Label]:
    return [shape for shape in picture.named(name) if isinstance(shape, Label)]


@pytest.mark.parametrize("size", [(2400, 800), (2400, 3000), (1000, 2600), (640, 640)])
def test_everything_lies_on_the_sheet_and_no_text_on_another(size: tuple[int, int]) -> None:
    shown = sheet([_group(name) for name in MOVEMENTS], size, Options())
    assert shown.width / shown.height == pytest.approx(size[0] / size[1])
    for drawn in shown.shapes:
        if isinstance(drawn, Strokes):
            xs, ys = drawn.points[0::2], drawn.points[1::2]
            assert min(xs) >= 0.0
            assert max(xs) <= shown.width
            assert min(ys) >= 0.0
            assert max(ys) <= shown.height
    texts = [label.box for name in ("title", "caption") for label in _lines(shown, name)]
    for one, other in combinations(texts, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    assert all(box[0] >= 0.0 and box[2] <= shown.width for box in texts)


def test_groups_stand_in_their_order_with_titles_and_captions() -> None:
    shown = sheet([_group(name) for name in MOVEMENTS], (2400, 700), Options())
    titles = _lines(shown, "title")
    assert tuple(label.text for label in titles) == MOVEMENTS
    assert [label.x for label in titles] == sorted(label.x for label in titles)
    assert {label.text for label in _lines(shown, "caption")} == {"set_up", "brace", "descent"}


def test_a_larger_sheet_makes_larger_figures_and_never_smaller_ones() -> None:
    groups = [_group(name) for name in MOVEMENTS]
    small, large = (sheet(groups, size, Options()) for size in ((1200, 900), (2400, 1800)))
    assert small.width / 1200 == pytest.approx(2 * large.width / 2400, rel=1e-6)


def test_what_cannot_be_solved_says_why_in_its_place() -> None:
    shown = sheet([_group("squat"), Group("lost", (), "squat.toml:3: no")], (1600, 900), Options())
    (sentence,) = _lines(shown, "sentence")
    assert sentence.text == "squat.toml:3: no"
    assert len(_lines(shown, "title")) == 2


def test_an_empty_sheet_is_a_sheet() -> None:
    shown = sheet([], (800, 600), Options())
    assert shown.shapes == ()
    assert all(number > 0.0 for number in (shown.width, shown.height))


def test_a_still_stands_with_its_ankle_where_its_feet_are_drawn() -> None:
    actor = Actor(perform("squat", body("tall")))
    left, right, top = actor.extent_at(actor.repetition.take.turn_s)
    whole = actor.extent
    assert whole.left <= left < 0.0 < right <= whole.right
    assert 0.0 < top <= whole.top
