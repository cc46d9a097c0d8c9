"""A picture is data: it says what it holds as text, with three decimals."""

from __future__ import annotations

import dataclasses

import pytest

from hinge_tutor.stage.picture import Picture, Still
from hinge_tutor.stage.shapes import Curve, Disc, Label, Strokes
from tests.stage.drawn import as_text, numbers

SHEET = Picture(
    200.0,
    100.0,
    (
        Disc("joint.hip", "bones", 1.0, 2.00049, 3.0, fill="joint"),
        Strokes("bones", "bones", (0.0, 0.0, 10.0, 1 / 3), "bone", 2.0),
        Label("title", "stage", 5.0, 90.0, "Hip hinge", "text", 10.0, 44.0),
    ),
)


def test_a_picture_as_text_has_a_line_for_each_shape_and_three_decimals() -> None:
    assert as_text(SHEET).splitlines() == [
        "Picture 200.000 100.000",
        "Disc joint.hip bones 1.000 2.000 3.000 joint - 0.000",
        "Strokes bones bones 0.000 0.000 10.000 0.333 bone 2.000 0.000 0.000",
        "Label title stage 5.000 90.000 text='Hip hinge' text 10.000 44.000 left regular",
    ]


def test_a_picture_knows_its_layers_and_finds_shapes_by_name() -> None:
    assert SHEET.layers() == {"bones", "stage"}
    assert [type(shape) for shape in SHEET.named("bones")] == [Strokes]


def test_shapes_never_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(SHEET.shapes[0], *("name", "other"))


@pytest.mark.parametrize(
    ("align", "left", "right"),
    [("left", 5.0, 49.0), ("center", -17.0, 27.0), ("right", -39.0, 5.0)],
)
def test_the_box_of_a_label_follows_its_alignment(align: str, left: float, right: float) -> None:
    label = Label("a", "b", 5.0, 90.0, "Hip hinge", "text", 10.0, 44.0, align)
    assert label.box == (left, 84.0, right, 96.0)


def test_every_number_of_a_shape_is_found() -> None:
    curve = Curve("a", "b", (1.0, 2.0), fill="skin", width=3.0, dash=4.0)
    assert list(numbers(curve)) == [1.0, 2.0, 3.0, 4.0]


def test_what_is_laid_over_a_picture_leaves_last_what_stands_still() -> None:
    still = dataclasses.replace(SHEET, still=Still(1, 20.0))
    over = still.with_over([Disc("handle", "handles", 0.0, 0.0, 1.0)])
    assert [shape.name for shape in over.shapes] == ["joint.hip", "bones", "handle", "title"]
    assert over.still is still.still
    plain = SHEET.with_over([Disc("handle", "handles", 0.0, 0.0, 1.0)])
    assert plain.shapes[-1].name == "handle"
