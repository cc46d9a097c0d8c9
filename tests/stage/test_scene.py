"""The stage: one camera, one clock, layers that come and go alone, labels that keep apart."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.lessons.words import words
from hinge_tutor.stage import scene
from hinge_tutor.stage.options import LAYERS, PRESETS, Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.shapes import Curve, Label, Plate, Shape, Silhouette, Strokes
from tests.stage.company import EVERYTHING, MOMENTS, MOVEMENTS, sheet, three
from tests.stage.drawn import as_text, numbers

SIZES = ((1024, 640), (1600, 1000), (3840, 2160), (563, 420), (420, 900), (300, 300))


def edges(shape: Shape) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an outline."""
    assert isinstance(shape, Silhouette | Curve)
    curves = shape.rims if isinstance(shape, Silhouette) else (shape.points,)
    values = [value for curve in curves for value in curve]
    return min(values[0::2]), min(values[1::2]), max(values[0::2]), max(values[1::2])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_nothing_is_clipped_at_any_size_and_moment(
    size: tuple[int, int], text_scale: float
) -> None:
    options = Options(frozenset(LAYERS), text_scale=text_scale)
    for t in MOMENTS:
        picture = scene.picture(three(), sheet(*size), options, t)
        columns = scene.columns(three(), sheet(*size), options)
        bodies = [shape for shape in picture.shapes if shape.name in ("body", "far_arm")]
        each = [column for column in columns for _ in range(len(bodies) // len(columns))]
        for shape, column in zip(bodies, each, strict=True):
            left, _, right, top = edges(shape)
            assert column.inner <= left
            assert right <= column.right
            assert top <= column.top - column.header


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
def test_labels_stay_in_the_picture_and_off_each_other(
    size: tuple[int, int], text_scale: float
) -> None:
    options = Options(frozenset(LAYERS), text_scale=text_scale)
    for t in MOMENTS:
        picture = scene.picture(three(), sheet(*size), options, t)
        labels = [shape for shape in picture.shapes if isinstance(shape, Label)]
        for label in labels:
            left, bottom, right, top = label.box
            assert left >= 0, label.text
            assert bottom >= 0, label.text
            assert right <= picture.width + 1e-6, label.text
            assert top <= picture.height, label.text
        movable = [label for label in labels if label.layer != "stage"]
        for first, second in itertools.combinations(movable, 2):
            assert not overlap(first, second), f"{first.text} lies on {second.text} at {t}"


def overlap(first: Label, second: Label) -> bool:
    """Whether two lines of text touch."""
    l1, b1, r1, t1 = first.box
    l2, b2, r2, t2 = second.box
    # Lines that stand under each other may share a tenth of a line of empty leading.
    spare = 0.1 * min(first.size, second.size)
    return l1 < r2 - spare and l2 < r1 - spare and b1 < t2 - spare and b2 < t1 - spare


@pytest.mark.parametrize("layer", LAYERS)
def test_a_switch_removes_its_layer_and_nothing_else(layer: str) -> None:
    # Rules find something only where one is left.
    cast = (*three()[:2], perform("hip-hinge", body(), faults={"rounded-back": 1.0}))
    # A legend explains what is on, so it has room of its own for that.
    every = EVERYTHING if layer == "legend" else EVERYTHING.switched("legend")
    full = scene.picture(cast, sheet(), every, 0.55)
    rest = scene.picture(cast, sheet(), every.switched(layer), 0.55)
    assert layer in full.layers()
    assert layer not in rest.layers()
    assert rest.layers() == full.layers() - {layer}
    # What the layer does not touch stays where it is; labels may move into the room it leaves and
    # muscles take the thigh under them along.
    fixed = {"stage", "bones", "balance"} - {layer}
    # Over a legend everything stands higher and smaller.
    for kept in fixed if layer != "legend" else ():
        before = [shape for shape in full.shapes if shape.layer == kept]
        after = [shape for shape in rest.shapes if shape.layer == kept]
        assert before == after


def test_the_camera_stays_while_the_clock_runs() -> None:
    grounds = set()
    for t in np.linspace(0, 1, 23):
        picture = scene.picture(three(), sheet(), EVERYTHING, float(t))
        (ground,) = picture.named("ground")
        grounds.add((picture.width, picture.height, tuple(numbers(ground))))
    assert len(grounds) == 1


def test_the_camera_does_not_move_when_layers_do() -> None:
    first = scene.picture(three(), sheet(), Options(), 0.3)
    second = scene.picture(three(), sheet(), EVERYTHING.switched("legend"), 0.3)
    assert (first.width, first.height) == (second.width, second.height)
    assert first.named("ground") == second.named("ground")


def test_all_figures_stand_on_one_line_at_one_scale() -> None:
    columns = scene.columns(three(), sheet(), Options())
    assert len({round(column.ground, 6) for column in columns}) == 1
    picture = scene.picture(three(), sheet(), Options(), 0.0)
    heights = [edges(shape)[3] for shape in picture.named("body")]
    assert max(heights) - min(heights) < 20.0


def test_figures_are_at_the_same_phase_at_the_same_time() -> None:
    for t in np.linspace(0.01, 0.99, 37):
        phases = {
            each.take.phase_at(time)
            for each, time in zip(three(), scene.own_times(three(), float(t)), strict=True)
        }
        # A movement without a pause at the turn waits at the end of its way down.
        assert len(phases) == 1 or phases == {"descent", "turn"}


def test_every_number_of_every_picture_is_finite() -> None:
    for t in MOMENTS:
        for shape in scene.picture(three(), sheet(), EVERYTHING, t).shapes:
            assert np.isfinite(list(numbers(shape))).all(), shape.name


def test_the_same_moment_is_the_same_picture() -> None:
    first = scene.picture(three(), sheet(), EVERYTHING, 0.4)
    scene.picture(three(), sheet(), EVERYTHING, 0.9)
    assert as_text(scene.picture(three(), sheet(), EVERYTHING, 0.4)) == as_text(first)


def test_titles_and_badges_come_from_the_words_or_from_the_plan() -> None:
    def said(picture: Picture, name: str) -> list[str]:
        return [shape.text for shape in picture.named(name) if isinstance(shape, Label)]

    shown = scene.picture(three(), sheet(), Options(), 0.0)
    assert said(shown, "title") == [words("en").movement(movement) for movement in MOVEMENTS]
    plan = Plan(1280, 720, words("en"), titles=("One", "Two", "Three"), badges=("", "", "yes"))
    own = scene.picture(three(), plan, Options(), 0.0)
    assert said(own, "title") == ["One", "Two", "Three"]
    assert said(own, "badge") == ["yes"]


def test_only_a_title_that_is_too_long_for_a_line_is_set_in_two() -> None:
    long = "Hip hinge · rounded back 60 % · squatty hinge 70 % · craned neck 90 %"
    plan = Plan(960, 600, words("en"), titles=("Hip hinge", long), badges=("the hip folds", ""))
    shown = scene.picture(three()[:2], plan, Options(), 0.0)
    titles = [shape.text for shape in shown.named("title") if isinstance(shape, Label)]
    assert titles[0] == "Hip hinge"
    assert len(titles) == 3
    assert " ".join(titles[1:]) == long


def test_slow_motion_wears_a_badge_and_full_speed_does_not() -> None:
    slow = scene.picture(three(), sheet(), Options(speed=0.5), 0.2)
    assert [shape.text for shape in slow.named("slow") if isinstance(shape, Label)] == ["0.5×"]
    assert scene.picture(three(), sheet(), Options(), 0.2).named("slow") == ()


def test_the_hip_trail_says_how_far_back_and_down() -> None:
    turn = scene.moment_of(three()[0].take, "turn")
    picture = scene.picture(three()[:1], sheet(), Options(frozenset({"trails"})), turn)
    texts = [shape.text for shape in picture.shapes if isinstance(shape, Label)]
    measures = three()[0].measures
    assert any(
        words("en").quantity("hip_back_cm", float(measures["hip_back_cm"])) in t for t in texts
    )
    hips = three()[0].take.pose.point("mid_hip") * 1000
    measured, leader = (s for s in picture.named("trail.back") if isinstance(s, Strokes))
    assert measured.points[0] - measured.points[2] == pytest.approx(
        hips[0, 0]
        - three()[0].take.at(turn * three()[0].take.duration_s).point("mid_hip")[0] * 1000
    )
    # The leader ends at the middle of what it measures.
    assert leader.points[2] == pytest.approx((measured.points[0] + measured.points[2]) / 2)


def test_a_highlighted_muscle_is_named_and_lies_on_top() -> None:
    options = Options(frozenset({"muscles", "labels"}), highlight="shin")
    picture = scene.picture(three()[:1], sheet(), options, 0.5)
    drawn = [
        s.name for s in picture.shapes if s.layer == "muscles" and s.name.startswith("muscle.")
    ]
    assert drawn[-1] == "muscle.shin"
    assert any(isinstance(s, Label) and s.role == "highlight" for s in picture.named("label.shin"))


def test_a_place_under_the_pointer_has_a_name_and_a_figure() -> None:
    picture = scene.picture(three(), sheet(), EVERYTHING, 0.5)
    assert {spot.figure for spot in picture.hotspots} == {0, 1, 2}
    assert {"hip", "knee", "ankle", "hamstrings"} <= {spot.name for spot in picture.hotspots}
    assert all(0 <= spot.x <= picture.width for spot in picture.hotspots)


@pytest.mark.parametrize(
    "who", ["height=1.3,mass=30", "height=2.2,mass=200", "sex=female,height=1.6"]
)
def test_other_bodies_are_drawn_without_being_clipped(who: str) -> None:
    repetitions = (perform("hip-hinge", body(who)), perform("squat", body(who)))
    for t in MOMENTS:
        picture = scene.picture(repetitions, sheet(900, 600), EVERYTHING, t)
        for shape in picture.named("body"):
            left, _, right, top = edges(shape)
            assert left >= 0
            assert right <= picture.width
            assert top <= picture.height


def test_presets_go_from_sparse_to_full_with_known_layers() -> None:
    assert tuple(PRESETS) == ("look", "shape", "muscles", "load")
    assert all(layers <= set(LAYERS) for layers in PRESETS.values())
    assert not any(
        isinstance(s, Plate)
        for s in scene.picture(
            three()[:1], Plan(900, 600, words("en"), badges=("",)), Options(), 0.5
        ).shapes
    )
