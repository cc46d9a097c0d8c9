"""Teaching props on the stage: they answer, they say their number, they keep out of the way."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.motion.movement import TEACHING_PROPS
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Take
from hinge_tutor.stage import scene
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Bar, Curve, Disc, Label, Polygon, Strokes
from tests.motion.small_movements import small
from tests.stage.company import MOMENTS, sheet, three
from tests.stage.drawn import numbers
from tests.stage.test_scene import overlap

PROPS = frozenset({"props"})
ARM_AND_BAND = ("shoulder_mark", "hamstring_band")
EVERY = Options(PROPS, props=TEACHING_PROPS)


def shown(repetition: Repetition, props: tuple[str, ...], t: float | None = None) -> Picture:
    """One figure with props, at its turn unless said."""
    take = repetition.take
    moment = scene.moment_of(take, "turn") if t is None else t
    return scene.picture((repetition,), sheet(), Options(PROPS, props=props), moment)


def texts(picture: Picture, name: str) -> list[str]:
    """What the labels of this name say."""
    return [shape.text for shape in picture.named(name) if isinstance(shape, Label)]


def lit(picture: Picture, name: str) -> bool:
    """Whether the lamp of this name is lit."""
    (lamp,) = (shape for shape in picture.named(name) if isinstance(shape, Disc))
    crossed = any(
        isinstance(shape, Strokes) and shape.line == "pressure" for shape in picture.named(name)
    )
    assert (lamp.fill == "accent") != crossed
    return lamp.fill == "accent"


@pytest.mark.parametrize("prop", TEACHING_PROPS)
@pytest.mark.parametrize("movement", ["hip-hinge", "squat", "forward-bend"])
def test_every_prop_is_drawn_beside_every_figure(prop: str, movement: str) -> None:
    repetition = perform(movement, body())
    for t in MOMENTS:
        picture = shown(repetition, (prop,), t)
        here = [shape for shape in picture.shapes if shape.layer == "props"]
        assert here
        assert all(math.isfinite(value) for shape in here for value in numbers(shape))


def test_each_figure_shows_its_own_props_where_none_are_asked_for() -> None:
    picture = scene.picture(three(), sheet(), Options(PROPS), 0.5)
    assert len(picture.named("dowel")) == 2
    assert len(picture.named("wall.prop")) == 1
    assert any(isinstance(shape, Strokes) for shape in picture.named("shin_line"))


def test_a_round_back_puts_out_the_lamp_at_the_tailbone_and_says_how_far_it_is() -> None:
    correct = shown(perform("hip-hinge", body()), ("dowel",))
    assert lit(correct, "dowel.tailbone")
    assert texts(correct, "dowel.tailbone") == ["tailbone"]
    rounded = perform("hip-hinge", body(), faults={"rounded-back": 1.0})
    picture = shown(rounded, ("dowel",))
    assert not lit(picture, "dowel.tailbone")
    (text,) = texts(picture, "dowel.tailbone")
    assert text.startswith("tailbone ")
    assert text.endswith("cm")


def test_the_rod_judges_nobody_who_merely_stands() -> None:
    hinge = perform("hip-hinge", body())
    assert texts(shown(hinge, ("dowel",), 0.0), "dowel.head") == []
    assert texts(shown(hinge, ("dowel",)), "dowel.head") == ["head"]
    # No rule speaks of a rod in the squat, so there it answers at all times.
    assert texts(shown(perform("squat", body()), ("dowel",), 0.0), "dowel.head")


def test_fingertips_touch_the_top_of_the_box() -> None:
    bend = perform("forward-bend", body(), hand_height_m=0.45)
    picture = shown(bend, ("box",))
    assert lit(picture, "box.lamp")
    (crate,) = picture.named("box")
    assert isinstance(crate, Polygon)
    (column,) = scene.columns((bend,), sheet(), Options())
    tip = 1000 * float(bend.take.at(bend.take.turn_s).point("fingertip_near")[1])
    # Above the floor by what the fingertips are, to a millimeter of the moment drawn.
    assert max(crate.points[1::2]) - column.ground == pytest.approx(tip, abs=1.0)


def test_the_gauge_says_what_the_back_bends_on() -> None:
    correct = perform("hip-hinge", body())
    assert texts(shown(correct, ("hamstring_gauge",)), "gauge") == ["hamstring room 0°"]
    past = perform("hip-hinge", body(), faults={"past-the-stretch": 1.0})
    (said,) = texts(shown(past, ("hamstring_gauge",)), "gauge")
    assert said.startswith("hamstring room 0°, lower back +")


def test_the_wall_is_reached_at_the_turn_and_far_in_standing() -> None:
    hinge = perform("hip-hinge", body())
    assert lit(shown(hinge, ("wall",)), "wall.lamp")
    standing = shown(hinge, ("wall",), 0.0)
    assert not lit(standing, "wall.lamp")
    assert texts(standing, "wall.lamp")[0] == "wall 24\u00a0cm away"


def test_the_wall_of_a_fault_is_that_of_the_correct_movement() -> None:
    walls = []
    for faults in ({}, {"squatty-hinge": 1.0}):
        hinge = perform("hip-hinge", body(), faults=faults)
        (wall,) = shown(hinge, ("wall",)).named("wall.prop")
        heel = 1000 * float(hinge.take.pose.point("heel_near")[0, 0])
        assert isinstance(wall, Polygon)
        (column,) = scene.columns((hinge,), sheet(), Options())
        walls.append(max(wall.points[0::2]) - column.ankle - heel)
    assert walls[0] == pytest.approx(walls[1], abs=1.0)


def test_a_board_breaks_where_the_back_folds() -> None:
    for movement, pieces in (("hip-hinge", 1), ("forward-bend", 2)):
        picture = shown(perform(movement, body()), ("board",))
        boards = [shape for shape in picture.named("board") if isinstance(shape, Bar)]
        assert len(boards) == pieces
        assert lit(picture, "board") is (pieces == 1)


def test_the_ring_is_whole_while_the_trunk_is_braced() -> None:
    hinge = perform("hip-hinge", body())
    assert texts(shown(hinge, ("brace_ring",)), "brace_ring") == ["trunk braced"]
    assert texts(shown(hinge, ("brace_ring",), 0.0), "brace_ring") == ["trunk relaxed"]


def test_the_shoulder_mark_is_lit_while_the_arm_hangs_and_says_how_far_it_strays() -> None:
    hinge = shown(perform("hip-hinge", body()), ("shoulder_mark",))
    assert lit(hinge, "shoulder.lamp")
    assert texts(hinge, "shoulder.lamp") == ["arm 0°"]
    loose = perform("hip-hinge", body(), faults={"loose-shoulders": 1.0})
    picture = shown(loose, ("shoulder_mark",))
    assert not lit(picture, "shoulder.lamp")
    (line,) = picture.named("shoulder.arm")
    assert isinstance(line, Strokes)
    x1, y1, x2, y2 = line.points
    drawn = math.degrees(math.atan2(x2 - x1, y1 - y2))
    assert texts(picture, "shoulder.lamp") == [f"arm {drawn:.0f}°"]


def test_the_band_thins_as_the_hamstrings_lengthen_and_waves_while_they_are_loose() -> None:
    hinge = perform("hip-hinge", body())
    standing, turn = (shown(hinge, ("hamstring_band",), t) for t in (0.0, None))
    widths, swings = [], []
    for picture in (standing, turn):
        (band,) = picture.named("band")
        assert isinstance(band, Curve)
        widths.append(band.width)
        ends = [complex(*band.points[at : at + 2]) for at in range(0, len(band.points), 6)]
        along = ends[-2] - ends[0]
        swings.append(max(abs(((z - ends[0]) / along).imag) for z in ends[:-1]))
    assert widths[1] < widths[0]
    assert swings[0] > 0.02
    assert swings[1] == pytest.approx(0.0, abs=1e-6)
    assert texts(standing, "hamstring_band") == ["band 100%"]
    longest = max(np.asarray(hinge.measures["hamstring_length_percent"]))
    assert texts(turn, "hamstring_band") == [f"band {longest:.0f}%"]


@pytest.mark.parametrize("size", [(1024, 640), (1600, 1000), (420, 900)])
def test_numbers_of_props_lie_off_all_other_texts(size: tuple[int, int]) -> None:
    layers = frozenset({"props", "muscles", "labels", "angles", "trails"})
    for props in (
        ("dowel", "wall"),
        ("board", "shin_line"),
        ("brace_ring", "hamstring_gauge"),
        (*ARM_AND_BAND,),
    ):
        for t in MOMENTS:
            picture = scene.picture(three(), sheet(*size), Options(layers, props=props), t)
            labels = [shape for shape in picture.shapes if isinstance(shape, Label)]
            movable = [label for label in labels if label.layer != "stage"]
            for first, second in itertools.combinations(movable, 2):
                assert not overlap(first, second), f"{first.text} lies on {second.text} at {t}"


def base_mm(name: str) -> tuple[float, Take]:
    """How wide the base of a small movement is drawn at its start, and its take."""
    take = solve(small(name), body())
    picture = scene.picture((Repetition(take),), sheet(), Options(frozenset({"balance"})), 0.0)
    (base,) = picture.named("base")
    assert isinstance(base, Polygon)
    return max(base.points[0::2]) - min(base.points[0::2]), take


def test_on_hands_and_knees_the_base_reaches_from_end_to_end() -> None:
    width, take = base_mm("all-fours")
    along = [x for support in take.supports for x, _ in support.targets_m]
    assert width == pytest.approx(1000 * (max(along) - min(along)))


def test_in_a_split_stance_the_base_reaches_from_foot_to_foot() -> None:
    width, take = base_mm("split-lunge")
    near, far = (take.pose.point(f"ball_{side}")[0, 0] for side in ("near", "far"))
    # The hind foot stands on its ball, and the front one presses as far as its own.
    assert width == pytest.approx(1000 * abs(near - far))


def test_on_one_foot_the_base_is_where_that_foot_can_press() -> None:
    width, take = base_mm("wall-leg-swing")
    low, high = take.body.base_x_m
    assert width == pytest.approx(1000 * (high - low))


def test_nothing_carries_a_figure_in_the_air() -> None:
    take = solve(small("hop"), body())
    (flight,) = (span for span in take.spans if span.phase == "flight")
    middle = (flight.from_s + flight.to_s) / 2 / take.duration_s
    options = Options(frozenset({"balance"}))
    picture = scene.picture((Repetition(take),), sheet(), options, middle)
    assert picture.named("mass")
    assert not picture.named("base")
    assert not picture.named("plumb")
    assert not picture.named("pressure")
