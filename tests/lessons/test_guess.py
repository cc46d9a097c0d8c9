"""A guess by hand is judged: by its distance, by its side, by the angle that fits its handle."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.coaching.moments import at_phase, end_of
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.by_hand import SIDES_OF_TRUTH, Drag, Miss
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.guess import ANGLES, Guess, judge, place_m, truth_at
from hinge_tutor.lessons.guess_words import off_in_words, place_in_words
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.handles import HANDLES

EVERY_SIDE = tuple(Miss(side, f"not {side}", f"thought {side}") for side in SIDES_OF_TRUTH)


def squat() -> Repetition:
    return figures(StagePlan((Cast("squat", "squat"),)))["squat"]


def asked(handle: str = "hip", misses: tuple[Miss, ...] = EVERY_SIDE, close_cm: float = 6) -> Drag:
    return Drag("Where?", "squat", handle, "turn", close_cm, "There.", misses)


def guessed(drag: Drag, ahead_m: float, above_m: float) -> Guess:
    """So far ahead and above of the truth, in the pose of who merely stands."""
    take = squat().take
    x, y = place_m(truth_at(take, drag), drag.handle)
    return Guess((x + ahead_m, y + above_m), take.at(0.0).q, kept=True)


@pytest.mark.parametrize(
    ("ahead_cm", "above_cm", "met", "side"),
    [
        # 3² + 4² = 5², which is within 6.
        (3, 4, True, None),
        (0, 5.9, True, None),
        (0, 6.1, False, "above"),
        (0, -7, False, "below"),
        (8, 7, False, "ahead"),
        (-8, 7.9, False, "behind"),
    ],
)
def test_a_guess_is_met_nearby_and_else_missed_on_its_largest_side(
    ahead_cm: float, above_cm: float, met: bool, side: str | None
) -> None:
    drag = asked()
    verdict = judge(drag, squat(), guessed(drag, ahead_cm / 100, above_cm / 100))
    assert verdict.met is met
    assert (verdict.miss.where if verdict.miss else None) == side
    assert verdict.distance_cm == pytest.approx(math.hypot(ahead_cm, above_cm))
    assert (verdict.ahead_cm, verdict.above_cm) == pytest.approx((ahead_cm, above_cm))


@pytest.mark.parametrize(
    ("ahead_cm", "above_cm", "known", "side"),
    [
        # The largest side has no miss, the next one has: 7 of 12.2 is more than half.
        (10, 7, ("above",), "above"),
        # 1 of 10.05 explains nothing of it.
        (10, 1, ("above",), None),
        (10, -7, ("above",), None),
        (10, 7, (), None),
    ],
)
def test_only_a_miss_of_a_side_that_matters_is_told(
    ahead_cm: float, above_cm: float, known: tuple[str, ...], side: str | None
) -> None:
    drag = asked(misses=tuple(miss for miss in EVERY_SIDE if miss.where in known))
    verdict = judge(drag, squat(), guessed(drag, ahead_cm / 100, above_cm / 100))
    assert not verdict.met
    assert (verdict.miss.where if verdict.miss else None) == side


def test_every_handle_has_an_angle_that_the_body_is_measured_by() -> None:
    assert ANGLES.keys() == {handle.name for handle in HANDLES}
    one = squat()
    for handle, measure in ANGLES.items():
        drag = asked(handle)
        verdict = judge(drag, one, guessed(drag, 0.2, 0.0))
        assert verdict.measure == measure
        measured = one.measures[measure]
        assert verdict.truth_deg == pytest.approx(at_phase(one.take, measured, "turn"), abs=0.05)
        standing = np.asarray(measured)[0]
        assert verdict.guess_deg == pytest.approx(standing, abs=0.05)


def test_the_truth_is_the_end_of_the_phase_that_is_asked_for() -> None:
    take = squat().take
    x, y = place_m(truth_at(take, asked()), "hip")
    assert (x, y) == pytest.approx(tuple(take.at(end_of(take, "turn")).point("mid_hip")))
    with pytest.raises(KeyError):
        truth_at(take, Drag("Where?", "squat", "hip", "flight", 6, "There."))


@pytest.mark.parametrize(
    ("ahead", "above", "said"),
    [(-12.2, -4.6, "12 cm back, 5 cm down"), (3.4, 20, "3 cm forward, 20 cm up"), (0, 0.4, "0 cm")],
)
def test_a_place_is_said_from_where_it_began(ahead: float, above: float, said: str) -> None:
    found = place_in_words(ahead, above, words()).replace("\u00a0", " ")
    assert found.startswith(said)


@pytest.mark.parametrize(
    ("ahead_m", "above_m", "said"),
    [
        (-0.05, 0.12, "13 cm off: 12 cm too high and 5 cm too far back."),
        (0.10, -0.002, "10 cm off: 10 cm too far forward."),
        (0.001, -0.08, "8 cm off: 8 cm too low."),
        (0.001, 0.002, "less than a centimeter off."),
    ],
)
def test_how_far_off_it_is_is_told_with_its_sides_and_an_angle(
    ahead_m: float, above_m: float, said: str
) -> None:
    drag, one = asked(), squat()
    found = off_in_words(judge(drag, one, guessed(drag, ahead_m, above_m)), words())
    truth = round(at_phase(one.take, one.measures["hip_flexion_deg"], "turn"))
    assert said in found.replace("\u00a0", " ")
    assert found.endswith(f"Hip bend: 0° in your guess, {truth}° in the movement, {truth}° apart.")


def test_the_pose_of_a_guess_gives_its_angle() -> None:
    drag, one = asked("knee"), squat()
    bent = one.take.at(0.0).q.copy()
    for side in ("near", "far"):
        bent[one.take.body.index(f"knee_flexion_{side}")] = math.radians(40)
    verdict = judge(drag, one, Guess((0.5, 0.5), bent, kept=True))
    assert verdict.guess_deg == pytest.approx(40.0)
    assert place_m(Pose(one.take.body, bent), "knee") == pytest.approx(
        tuple(Pose(one.take.body, bent).point("knee_near"))
    )


def test_an_angle_the_other_way_has_a_minus_of_its_own() -> None:
    drag, one = asked("hand"), squat()
    back = one.take.at(0.0).q.copy()
    for side in ("near", "far"):
        back[one.take.body.index(f"shoulder_flexion_{side}")] = math.radians(-30)
    said = off_in_words(judge(drag, one, Guess((0.5, 0.5), back, kept=True)), words())
    assert "\u2212" in said
    assert "-" not in said
