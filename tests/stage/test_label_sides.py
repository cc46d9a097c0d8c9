"""A name keeps to its side of the figure through a whole repetition."""

from __future__ import annotations

from collections import defaultdict

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.stage import scene
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Label
from tests.stage.company import sheet

FRAMES = 48
NAMED = Options(frozenset({"muscles", "labels"}))
MOVEMENTS = ("hip-hinge", "squat", "deadlift", "jefferson-curl", "leg-curl", "kettlebell-swing")


@pytest.mark.parametrize("width", [480, 960])
@pytest.mark.parametrize("movement", MOVEMENTS)
def test_no_name_changes_sides_while_the_figure_moves(movement: str, width: int) -> None:
    cast, plan = (perform(movement, body()),), sheet(width, 640)
    sides: dict[str, set[str]] = defaultdict(set)
    for frame in range(FRAMES + 1):
        for shape in scene.picture(cast, plan, NAMED, frame / FRAMES).shapes:
            if isinstance(shape, Label) and shape.layer == "labels":
                sides[shape.text].add(shape.align)
    assert len(sides) > 1
    assert {text: found for text, found in sides.items() if len(found) > 1} == {}


def test_a_moment_looks_the_same_whatever_was_drawn_before() -> None:
    def at(frames: tuple[float, ...]) -> str:
        cast, plan = (perform("squat", body()),), sheet(960, 640)
        return [scene.picture(cast, plan, NAMED, t) for t in frames][-1].text()

    assert at((0.5,)) == at((0.0, 0.9, 0.2, 0.5))


def test_a_name_belongs_where_the_way_out_of_the_figure_is_shorter() -> None:
    sides = Actor(perform("hip-hinge", body())).label_sides
    behind = ("glutes", "hamstrings", "back_extensors", "calf")
    ahead = ("rectus_abdominis", "shin")
    assert {sides[f"label.{name}"] for name in behind} == {-1}
    assert {sides[f"label.{name}"] for name in ahead} == {1}
