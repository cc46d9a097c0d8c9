"""The ghost of a guess on a picture: behind the figures, its edge and words over them."""

from __future__ import annotations

import math
from typing import TypeVar

import pytest

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.words import words
from hinge_tutor.stage.guess_marks import (
    Measured,
    Sheet,
    ghost_of,
    handle_spot,
    with_ghost,
)
from hinge_tutor.stage.handle_marks import Ground, ground_of
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture, Still
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import picture
from hinge_tutor.stage.shapes import Curve, Disc, Label, Plate, Strokes

SIZE_PX = 600, 500
Kind = TypeVar("Kind")


def squat() -> Repetition:
    return figures(StagePlan((Cast("squat", "squat"),)))["squat"]


def drawn(layers: frozenset[str] = frozenset()) -> tuple[Picture, Repetition, Ground, Sheet]:
    """The squat standing, and how its sheet is shown."""
    one = squat()
    made = picture((one,), Plan(*SIZE_PX, words()), Options(layers), 0.0)
    ground = ground_of(made.hotspots, 0, one.take.at(0.0), mirrored=False)
    assert ground is not None
    px = made.width / SIZE_PX[0]
    return made, one, ground, Sheet(px, SIZE_PX[1], 12.5 * px)


def deep(one: Repetition) -> Pose:
    return one.take.at(one.take.turn_s)


def ends(lines: Strokes) -> list[complex]:
    return [complex(x, y) for x, y in zip(lines.points[0::2], lines.points[1::2], strict=True)]


def only(made: Picture, name: str, kind: type[Kind]) -> list[Kind]:
    return [shape for shape in made.named(name) if isinstance(shape, kind)]


def test_the_ghost_lies_behind_the_figure_and_its_edge_over_it() -> None:
    made, one, ground, sheet = drawn()
    ghost = ghost_of(one, deep(one), ground, sheet)
    shown = with_ghost(made, ghost, ground, sheet, "your guess", (0.0, 0.9))
    order = [(shape.layer, shape.name) for shape in shown.shapes]
    figure = [number for number, (layer, _) in enumerate(order) if layer == "body"]
    fills = [number for number, (_, name) in enumerate(order) if name == "guess.ghost"]
    edge = order.index(("guess", "guess.edge"))
    assert max(fills) < min(figure)
    assert max(figure) < edge
    assert {shape.fill for shape in only(shown, "guess.ghost", Curve)} == {"ghost"}
    # Everything that was there is there, in its order.
    kept = [shape for shape in shown.shapes if shape.layer not in ("guess", "handles")]
    assert kept == list(made.shapes)


def test_its_edge_is_dashed_along_the_pose_that_is_guessed() -> None:
    made, one, ground, sheet = drawn()
    ghost = ghost_of(one, deep(one), ground, sheet)
    shown = with_ghost(made, ghost, ground, sheet, "your guess", (0.0, 0.9))
    (edge,) = only(shown, "guess.edge", Strokes)
    places = ends(edge)
    strokes = zip(places[0::2], places[1::2], strict=True)
    between = zip(places[1:-1:2], places[2::2], strict=True)
    gaps = sum(abs(stop - start) > 1e-6 for stop, start in between)
    assert gaps > 40, "an edge of dashes, not a line"
    assert max(abs(stop - start) for start, stop in strokes) < 30
    # The crown of the head is where the guessed pose has it.
    x, y = deep(one).point("vertex")
    top = max(place.imag for place in places)
    assert top == pytest.approx(ground.on_sheet(float(x), float(y))[1], abs=25)


def test_a_ghost_of_a_figure_that_faces_left_is_its_mirror_image() -> None:
    _, one, ground, sheet = drawn()
    left = Ground(ground.x, ground.y, -1.0)
    right_ghost, left_ghost = (ghost_of(one, deep(one), g, sheet) for g in (ground, left))
    for one_curve, other in zip(right_ghost.curves, left_ghost.curves, strict=True):
        assert one_curve[1::2] == pytest.approx(other[1::2])
        mirrored = [2 * ground.x - x for x in one_curve[0::2]]
        assert mirrored == pytest.approx(other[0::2])


def test_the_word_stands_beside_the_ghost_on_the_nearer_side() -> None:
    made, one, ground, sheet = drawn()
    ghost = ghost_of(one, deep(one), ground, sheet)
    for name, side in (("mid_hip", -1), ("knee_near", 1)):
        ahead, above = deep(one).point(name)
        at_m = float(ahead), float(above)
        shown = with_ghost(made, ghost, ground, sheet, "your guess", at_m)
        (word,) = only(shown, "guess.word", Label)
        x, _ = ground.on_sheet(*at_m)
        assert math.copysign(1, word.x - x) == side
        assert only(shown, "guess.word", Plate)
        assert only(shown, "guess.here", Disc), "kept, its place has a mark"


def test_what_can_be_taken_hold_of_has_a_ring_with_arrows() -> None:
    made, one, ground, sheet = drawn()
    ghost = ghost_of(one, deep(one), ground, sheet)
    spot = handle_spot(ground, "hip", 0, (0.0, 0.9))
    shown = with_ghost(made, ghost, ground, sheet, "your guess", (0.0, 0.9), handle=spot)
    assert len(only(shown, "handle.hip", Disc)) == 3
    assert not shown.named("guess.here")
    assert (spot.x, spot.y) == pytest.approx((ground.x, ground.y + 900.0))


@pytest.mark.parametrize("facing", [1.0, -1.0])
def test_what_is_measured_leads_from_the_truth_to_the_guess(facing: float) -> None:
    made, one, right, sheet = drawn()
    ground = Ground(right.x, right.y, facing)
    ghost = ghost_of(one, deep(one), ground, sheet)
    # 3, 4 and 5: the line is 50 mm long on the sheet.
    measured = Measured((0.03, 0.94), (0.0, 0.90), "5 cm")
    shown = with_ghost(made, ghost, ground, sheet, "your guess", (0.03, 0.94), measured)
    rim, line = only(shown, "guess.line", Strokes)
    truth, guess = ends(line)[:2]
    assert rim.points == line.points
    assert rim.width > line.width
    assert abs(guess - truth) == pytest.approx(50.0)
    assert (guess - truth).real == pytest.approx(facing * 30.0)
    (far,) = only(shown, "guess.far", Label)
    (word,) = only(shown, "guess.word", Label)
    assert far.text == "5 cm"
    # The word is beyond the guess, the number beside the middle.
    beyond = complex(word.x, word.y)
    assert abs(beyond - guess) < abs(beyond - truth)
    beside = complex(far.x, far.y)
    assert abs(beside - truth) == pytest.approx(abs(beside - guess))


def test_words_stay_on_the_sheet_wherever_a_guess_is() -> None:
    made, one, ground, sheet = drawn()
    ghost = ghost_of(one, deep(one), ground, sheet)
    for place in ((-9.0, 0.9), (9.0, 0.9), (0.0, 9.0), (0.0, -9.0)):
        measured = Measured(place, (0.0, 0.9), "900 cm")
        shown = with_ghost(made, ghost, ground, sheet, "your guess", place, measured)
        for name in ("guess.word", "guess.far"):
            (label,) = only(shown, name, Label)
            left, low, right, high = label.box
            assert 0 <= left < right <= made.width
            assert 0 <= low < high <= made.height


def test_what_stands_still_stays_last() -> None:
    made, one, ground, sheet = drawn()
    still = Picture(made.width, made.height, made.shapes, made.hotspots, still=Still(2, 10.0))
    ghost = ghost_of(one, deep(one), ground, sheet)
    shown = with_ghost(still, ghost, ground, sheet, "your guess", (0.0, 0.9))
    assert shown.shapes[-2:] == made.shapes[-2:]
    assert shown.still is still.still
