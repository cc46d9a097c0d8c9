"""Figures side by side, stacked or over each other, mirrored, alone, and what they differ in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.difference import difference
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.lessons.words import words
from hinge_tutor.stage import scene
from hinge_tutor.stage.arrangement import OVERLAY, STACKED, VIEWS, Arrangement
from hinge_tutor.stage.mirror import mirrored, mirrored_spot
from hinge_tutor.stage.options import LAYERS, Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Faded, Label, Shape, Silhouette, Strokes
from tests.stage.company import EVERYTHING, MOMENTS, sheet, three
from tests.stage.drawn import as_text, numbers

# Feet on one ankle are no further apart than this, mm.
ALIKE_MM = 0.1
SIZES = ((1024, 640), (1600, 1000), (420, 900), (300, 300))


BARE = Options()


def arranged(options: Options = BARE, **how: Any) -> Options:
    return replace(options, arrangement=Arrangement(**how))


def silhouettes(shapes: tuple[Shape, ...]) -> list[Silhouette]:
    """The bodies among shapes, also those inside faded ones."""
    found: list[Silhouette] = []
    for shape in shapes:
        if isinstance(shape, Faded):
            found += silhouettes(shape.shapes)
        elif isinstance(shape, Silhouette) and shape.name == "body":
            found.append(shape)
    return found


def said(picture: Picture, name: str) -> list[str]:
    return [shape.text for shape in picture.named(name) if isinstance(shape, Label)]


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("t", MOMENTS)
def test_figures_over_each_other_stand_on_one_ankle_and_one_ground(count: int, t: float) -> None:
    picture = scene.picture(three()[:count], sheet(), arranged(view=OVERLAY), t)
    assert len(silhouettes(picture.shapes)) == count
    ankles = [(spot.x, spot.y) for spot in picture.hotspots if spot.name == "ankle"]
    assert len(ankles) == count
    assert np.ptp(ankles, axis=0).max() < ALIKE_MM
    (ground,) = picture.named("ground")
    assert isinstance(ground, Strokes)
    assert len(ground.points) == 4


def test_outlines_over_each_other_are_told_apart_without_color() -> None:
    picture = scene.picture(three(), sheet(), arranged(view=OVERLAY), 0.5)
    edges = [shape for shape in picture.named("contour") if isinstance(shape, Strokes)]
    samples = [shape for shape in picture.named("legend") if isinstance(shape, Strokes)]
    assert [edge.line for edge in edges] == [sample.line for sample in samples]
    assert len({edge.width for edge in edges}) == 3
    # Solid, dashed, dotted: how much of the sample's length is drawn.
    drawn = []
    for sample in samples:
        x = np.array(sample.points[0::2])
        drawn.append(float(np.abs(x[1::2] - x[0::2]).sum() / np.ptp(x)))
    assert drawn[0] == pytest.approx(1.0)
    assert 0.5 < drawn[1] < 0.8
    assert drawn[2] < 0.3


def test_the_outline_of_a_figure_is_its_edge_and_nothing_inside() -> None:
    picture = scene.picture(three()[:2], sheet(), arranged(view=OVERLAY), 0.0)
    edge = picture.named("contour")[0]
    assert isinstance(edge, Strokes)
    x, y = np.array(edge.points[0::2]), np.array(edge.points[1::2])
    first = silhouettes(picture.shapes)[0]
    wide = [value for curve in first.curves for value in curve[0::2]]
    high = [value for curve in first.curves for value in curve[1::2]]
    assert x.min() == pytest.approx(min(wide), abs=3.0)
    assert y.max() == pytest.approx(max(high), abs=12.0)
    # Nowhere near the middle of the trunk.
    hip = next(spot for spot in picture.hotspots if spot.name == "hip")
    assert np.hypot(x - hip.x, y - hip.y - 250.0).min() > 60.0


def test_opacity_fades_what_fills_the_others_and_leaves_their_outlines() -> None:
    def shown(opacity: float) -> Picture:
        return scene.picture(three()[:2], sheet(), arranged(view=OVERLAY, opacity=opacity), 0.5)

    (half,) = (shape for shape in shown(0.5).shapes if isinstance(shape, Faded))
    assert half.opacity == 0.5
    assert len(silhouettes(shown(1.0).shapes)) == 2
    assert not [shape for shape in shown(1.0).shapes if isinstance(shape, Faded)]
    assert len(silhouettes(shown(0.0).shapes)) == 1
    for opacity in (0.0, 0.5, 1.0):
        assert len(shown(opacity).named("contour")) == 2


def test_stacked_figures_stand_under_each_other_however_wide_the_sheet() -> None:
    columns = scene.columns(three(), sheet(1600, 600), arranged(view=STACKED))
    assert len({column.left for column in columns}) == 1
    grounds = [column.ground for column in columns]
    assert grounds == sorted(grounds, reverse=True)
    assert len(set(grounds)) == 3


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("t", [0.0, 0.55])
def test_a_mirror_shows_every_shape_on_the_other_side(view: str, t: float) -> None:
    layers = Options(frozenset(LAYERS) - {"labels", "legend"})
    plain = arranged(layers, view=view, difference=True)
    turned = replace(plain, arrangement=replace(plain.arrangement, mirrored=True))
    before = scene.picture(three(), sheet(), plain, t)
    after = scene.picture(three(), sheet(), turned, t)
    columns = scene.columns(three(), sheet(), plain)
    axes = {(column.inner + column.right) / 2 for column in columns}
    own = [s for s in before.shapes if s.layer != "stage" and not isinstance(s, Label)]
    kept = [s for s in after.shapes if s.layer != "stage" and not isinstance(s, Label)]
    assert len(own) == len(kept)
    images = [{numbers_of(mirrored([shape], axis)[0]) for axis in axes} for shape in own]
    assert all(numbers_of(shape) in image for shape, image in zip(kept, images, strict=True))
    spots = [{mirrored_spot(spot, axis) for axis in axes} for spot in before.hotspots]
    assert all(spot in image for spot, image in zip(after.hotspots, spots, strict=True))
    # Words and numbers are the same, and none is mirrored.
    texts = [[s.text for s in p.shapes if isinstance(s, Label)] for p in (before, after)]
    assert sorted(texts[0]) == sorted(texts[1])


def numbers_of(shape: Shape) -> tuple[str, str, tuple[float, ...]]:
    return type(shape).__name__, shape.name, tuple(numbers(shape))


def test_twice_mirrored_is_as_before() -> None:
    shapes = scene.picture(three(), sheet(), EVERYTHING, 0.4).shapes
    again = mirrored(mirrored(shapes, 700.0), 700.0)
    for one, two in zip(shapes, again, strict=True):
        assert list(numbers(one)) == pytest.approx(list(numbers(two)), abs=1e-6)


@pytest.mark.parametrize("view", VIEWS)
def test_who_is_hidden_leaves_nothing(view: str) -> None:
    alone = arranged(EVERYTHING, view=view, hidden=frozenset({0, 2}), difference=True)
    picture = scene.picture(three(), sheet(), alone, 0.5)
    squat = words("en").movement("squat")
    assert said(picture, "title") == [squat]
    assert len(silhouettes(picture.shapes)) == 1
    assert {spot.figure for spot in picture.hotspots} == {1}
    assert picture.named("ghost") == ()
    assert picture.named("sync") == ()
    # Time is still that of the scene's first figure.
    (angles, *_) = said(picture, "angles")
    time_s = scene.own_times(three(), 0.5)[1]
    assert angles == "   ".join(scene.angles_line(three()[1], time_s, words("en")))


def test_swapped_figures_keep_their_numbers_and_titles() -> None:
    picture = scene.picture(three(), sheet(), arranged(order=(2, 0, 1)), 0.5)
    assert said(picture, "title") == [
        words("en").movement(id_) for id_ in ("forward-bend", "hip-hinge", "squat")
    ]
    hips = {spot.figure: spot.x for spot in picture.hotspots if spot.name == "hip"}
    assert hips[2] < hips[0] < hips[1]


def test_the_foot_tells_how_the_clock_is_shared() -> None:
    def badge(count: int, sync: str = "phase") -> list[str]:
        return said(scene.picture(three()[:count], sheet(), arranged(sync=sync), 0.5), "sync")

    assert badge(1) == []
    assert badge(2) == ["same phase · 8.3 / 6.3\u00a0s long"]
    assert badge(2, "time") == ["real time · 8.3 / 6.3\u00a0s long"]
    same = (three()[0], three()[0])
    assert said(scene.picture(same, sheet(), Options(), 0.5), "sync") == []
    told = scene.picture(same, sheet(), arranged(sync="turn"), 0.5)
    assert said(told, "sync") == ["turning together"]


def test_arrows_have_the_numbers_of_the_sentence() -> None:
    both = three()[:2]
    found = difference(*both)
    t = scene.moment_of(both[0].take, found.when_s / both[0].take.duration_s)
    picture = scene.picture(both, sheet(), arranged(difference=True), t)
    for each in found.seen:
        (text,) = said(picture, f"arrow.{each.sight}")
        assert int(text.split("\u00a0")[0].rstrip("° cm")) == pytest.approx(abs(each.by), abs=1.5)
    # The ghost is the first figure, behind the second one alone.
    columns = scene.columns(both, sheet(), Options())
    xs = [x for s in picture.named("ghost") if isinstance(s, Strokes) for x in s.points[0::2]]
    assert min(xs) >= columns[1].left


def test_a_straight_arrow_ends_where_the_place_is_and_begins_where_it_would_be() -> None:
    both = three()[:2]
    turn = scene.moment_of(both[0].take, "turn")
    picture = scene.picture(both, sheet(), arranged(difference=True), turn)
    shaft = next(s for s in picture.named("arrow.hip_down") if isinstance(s, Strokes))
    hips = {spot.figure: spot for spot in picture.hotspots if spot.name == "hip"}
    columns = scene.columns(both, sheet(), Options())
    assert shaft.points[0] == pytest.approx(hips[1].x)
    # One body on one ankle: the other's hips are as high as the arrow begins.
    assert shaft.points[1] == pytest.approx(hips[0].y, abs=1.0)
    assert columns[0].ground == columns[1].ground


def test_what_nobody_sees_yet_has_no_arrow() -> None:
    picture = scene.picture(three()[:2], sheet(), arranged(difference=True), 0.0)
    assert not [shape for shape in picture.shapes if shape.name.startswith("arrow.")]
    assert picture.named("ghost")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_texts_stay_on_the_sheet_in_every_arrangement(
    size: tuple[int, int], view: str, is_mirrored: bool
) -> None:
    options = arranged(EVERYTHING, view=view, mirrored=is_mirrored, difference=True)
    for t in (0.0, 0.5, 0.75):
        picture = scene.picture(three(), sheet(*size), options, t)
        for label in (s for s in picture.shapes if isinstance(s, Label)):
            left, bottom, right, top = label.box
            assert left >= -1e-6, label.text
            assert right <= picture.width + 1e-6, label.text
            assert bottom >= 0, label.text
            assert top <= picture.height, label.text
        for shape in picture.shapes:
            assert np.isfinite(list(numbers(shape))).all(), shape.name


def test_a_title_that_is_too_long_for_its_column_takes_two_lines() -> None:
    long = (
        perform("hip-hinge", body(), faults={"rounded-back": 0.6}),
        perform("hip-hinge", body(), faults={"squatty-hinge": 1.0}),
        perform("hip-hinge-stretch-first", body()),
    )
    picture = scene.picture(long, sheet(620, 640), Options(), 0.5)
    titles = said(picture, "title")
    assert len(titles) == 6
    assert not [title for title in titles if "…" in title]
    assert titles[0].startswith("Hip hinge ·")
    assert titles[1].endswith("60\u00a0%") or titles[1].endswith("60 %")


def test_the_same_moment_of_an_arrangement_is_the_same_picture() -> None:
    options = arranged(EVERYTHING, view=OVERLAY, mirrored=True, difference=True, sync="turn")
    first = as_text(scene.picture(three(), sheet(), options, 0.4))
    scene.picture(three(), sheet(), Options(), 0.9)
    assert as_text(scene.picture(three(), sheet(), options, 0.4)) == first
