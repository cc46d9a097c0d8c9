"""What is carried is drawn where it sits, as large as it is, and never beside the hands."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load, Take
from hinge_tutor.motion.usual_load import KINDS, UsualLoad
from hinge_tutor.stage.drawing import FLAT, GRIP, OPEN, PINCH
from hinge_tutor.stage.ensemble import ensemble
from hinge_tutor.stage.far_side import FAR_ARM_MM
from hinge_tutor.stage.fitting import fitting
from hinge_tutor.stage.hands import hands
from hinge_tutor.stage.load_sizes import bell_mm, bells, kind_of, reach_mm
from hinge_tutor.stage.loads import carried
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.shapes import Disc, Polygon, Shape, Strokes

PENS = pens(2.0, 800.0)
# A handle may begin that far from the middle of the fist; a clip is between the finger tips.
BESIDE_MM, TO_THE_TIPS_MM = 30.0, 95.0


def _take(kind: str, kg: float, at: str = "hands") -> Take:
    movement = replace(load_movement("hip-hinge"), usual=UsualLoad(at, kind, kg))
    return solve(movement, body("default"))


def _shapes(take: Take, time_s: float, at_mm: complex = 0j) -> list[Shape]:
    load = carried(take, take.at(time_s), at_mm, PENS)
    return [*load.behind, *load.between, *load.within, *load.before]


def _points(shape: Shape) -> list[complex]:
    if isinstance(shape, Disc):
        turned = [math.tau * part / 12 for part in range(12)]
        return [
            complex(shape.x + shape.radius * math.cos(a), shape.y + shape.radius * math.sin(a))
            for a in turned
        ]
    assert isinstance(shape, Polygon | Strokes)
    return [complex(x, y) for x, y in zip(shape.points[0::2], shape.points[1::2], strict=True)]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_around_its_place_and_within_its_reach(kind: str) -> None:
    take = _take(kind, 16.0)
    for time_s in (0.0, take.turn_s):
        grip = 1000 * complex(*take.at(time_s).point("hand_near"))
        # A far weight is drawn ahead of the near one, as its hand is.
        points = [
            point - FAR_ARM_MM * shape.name.startswith("load.far")
            for shape in _shapes(take, time_s)
            for point in _points(shape)
        ]
        assert points
        spare = TO_THE_TIPS_MM if kind == "paper_clip" else 0.0
        assert max(abs(point - grip) for point in points) <= reach_mm(take) + spare + 2 * PENS.line
        xs, ys = [point.real for point in points], [point.imag for point in points]
        assert min(xs) - BESIDE_MM <= grip.real <= max(xs) + BESIDE_MM
        assert min(ys) - BESIDE_MM <= grip.imag <= max(ys) + BESIDE_MM + spare


@pytest.mark.parametrize("kind", KINDS)
def test_a_load_moves_with_its_figure(kind: str) -> None:
    take = _take(kind, 16.0)
    here, there = _shapes(take, 0.0), _shapes(take, 0.0, complex(500, 20))
    for one, other in zip(here, there, strict=True):
        moved = [b - a for a, b in zip(_points(one), _points(other), strict=True)]
        assert all(abs(each - complex(500, 20)) < 1e-6 for each in moved)


@pytest.mark.parametrize(
    ("kg", "radius_mm"), [(10.0, 70.0), (20.0, 25.0), (22.5, 115.0), (25.0, 225.0), (100.0, 225.0)]
)
def test_a_bar_has_the_plates_of_its_mass(kg: float, radius_mm: float) -> None:
    (plate, *_) = carried(_take("barbell", kg), _take("barbell", kg).at(0.0), 0j, PENS).behind
    assert isinstance(plate, Disc)
    assert plate.radius == radius_mm


def test_the_far_plate_is_behind_the_figure_and_the_near_one_only_a_rim() -> None:
    take = _take("barbell", 60.0)
    load = carried(take, take.at(0.0), 0j, PENS)
    sleeve, rim = load.before
    assert isinstance(sleeve, Disc)
    assert isinstance(rim, Disc)
    assert sleeve.radius < rim.radius
    assert rim.fill == ""
    assert [shape.name for shape in load.behind] == ["load"]


def test_a_bell_is_a_ball_of_iron_that_hangs_on_along_the_arm() -> None:
    # 16 kg / 7200 kg/m³ = 2.222e-3 m³; r = ∛(3 · 2.222e-3 / (4 π)) = 0.0810 m.
    take = _take("kettlebell", 16.0)
    pose = take.at(take.turn_s)
    (ball,) = [shape for shape in _shapes(take, take.turn_s) if isinstance(shape, Disc)]
    assert ball.radius == pytest.approx(81.0, abs=0.1)
    elbow, hand = (1000 * complex(*pose.point(name)) for name in ("elbow_near", "hand_near"))
    along = (complex(ball.x, ball.y) - hand) / (hand - elbow)
    assert along.real > 0.0
    assert along.imag == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    ("kind", "usual", "at", "seen"),
    [
        ("kettlebell", "hands", "hands", "kettlebell"),
        ("kettlebell", "hands", "back", "barbell"),
        ("dumbbells", "hands", "front", "barbell"),
        ("dumbbells", "hands", "plate", "plate"),
        ("dumbbells", "hands", "ankles", "cuff"),
        ("plate", "plate", "plate", "plate"),
    ],
)
def test_a_load_elsewhere_is_what_one_carries_there(
    kind: str, usual: str, at: str, seen: str
) -> None:
    movement = replace(load_movement("hip-hinge"), usual=UsualLoad(usual, kind, 5.0))
    take = solve(movement, body("default"), load=Load(5.0, at))
    assert kind_of(take) == seen
    assert (hands(take) == (GRIP, GRIP)) is (at in ("hands", "back", "front"))


def test_a_dumbbell_has_an_end_on_both_sides_of_the_fist() -> None:
    # 20 kg in two hands: each end has 5 kg; r = ∛(5 / (7200 π .9)) = 0.06259 m.
    take = _take("dumbbells", 20.0)
    load = carried(take, take.at(take.turn_s), 0j, PENS)
    ends = [shape for shape in load.within if isinstance(shape, Polygon)]
    grip = 1000 * complex(*take.at(take.turn_s).point("hand_near"))
    middles = [sum(_points(end)) / 4 - grip for end in ends]
    assert len(middles) == 2
    assert abs(sum(middles)) < 1e-6
    corners = _points(ends[0])
    assert max(abs(corners[n] - corners[n - 1]) for n in range(4)) == pytest.approx(125.2, abs=0.1)


def test_a_bell_is_held_in_closed_hands() -> None:
    assert hands(solve(load_movement("kettlebell-swing"), body("default"))) == (GRIP, GRIP)


@pytest.mark.parametrize(
    ("movement", "shapes"),
    [
        ("hip-hinge", (OPEN, OPEN)),
        ("banded-hello", (GRIP, GRIP)),
        ("leg-swing", (OPEN, FLAT)),
        ("hip-distraction", (FLAT, FLAT)),
        ("pick-up-paper-clip", (PINCH, PINCH)),
    ],
)
def test_a_hand_has_the_shape_of_what_it_does(movement: str, shapes: tuple[str, str]) -> None:
    assert hands(solve(load_movement(movement), body("default"))) == shapes


def test_a_clip_lies_on_the_floor_until_the_turn_and_comes_up_in_the_fingers() -> None:
    take = solve(load_movement("pick-up-paper-clip"), body("default"))
    turn = next(span for span in take.spans if span.phase == "turn")

    def at(time_s: float) -> complex:
        (clip,) = carried(take, take.at(time_s), 0j, PENS, time_s).before
        points = _points(clip)
        return sum(points) / len(points)

    assert at(0.0) == pytest.approx(at(turn.from_s))
    assert 0.0 < at(0.0).imag < 10.0
    tall = 1000 * take.at(take.duration_s).point("hand_near")[1]
    assert tall - TO_THE_TIPS_MM - 5.0 < at(take.duration_s).imag < tall
    assert abs(at(turn.to_s) - at(turn.to_s - 1e-3)) < 1.0


def test_heavier_plates_on_a_back_are_several_on_each_other() -> None:
    def thick(kg: float) -> float:
        (plate,) = carried(take := _take("plate", kg, "plate"), take.at(0.0), 0j, PENS).within
        corners = _points(plate)
        return min(abs(corners[n] - corners[n - 1]) for n in range(4))

    assert thick(20.0) == pytest.approx(42.0)
    assert thick(60.0) == pytest.approx(126.0)


def test_feet_stand_on_both_sides_of_a_box() -> None:
    take = _take("box", 10.0)
    load = carried(take, take.at(take.turn_s), 0j, PENS)
    assert load.between
    assert [*load.behind, *load.within, *load.before] == []


def test_nothing_carried_draws_nothing() -> None:
    take = solve(load_movement("hip-hinge"), body("default"))
    assert _shapes(take, 0.0) == []
    assert reach_mm(take) == 0.0
    assert hands(take) == (OPEN, OPEN)


@pytest.mark.parametrize(("kg", "count"), [(6.0, 1), (60.0, 2)])
def test_a_bell_that_would_come_into_the_block_is_two_beside_it(kg: float, count: int) -> None:
    take = solve(load_movement("jefferson-curl"), body("default"), load=Load(kg))
    pose = take.at(take.turn_s)
    balls = [shape for shape in _shapes(take, take.turn_s) if isinstance(shape, Disc)]
    assert len(balls) == bells(take) == count
    for ball in balls:
        assert ball.radius == pytest.approx(bell_mm(kg / count))
    far = carried(take, pose, 0j, PENS).behind
    assert len(far) == (2 if count == 2 else 0)
    # The far one is behind the block, too.
    everything, _ = ensemble(fitting(body("default")), take, pose, 0j, PENS, Options(), {})
    names = [shape.name for shape in everything]
    assert names.index("load") > names.index("block")
    assert ("load.far" in names) == (count == 2)
    assert count == 1 or names.index("load.far") < names.index("block")
