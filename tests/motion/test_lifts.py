"""What makes each lift what it is, on unlike bodies."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.motion.take import Load

BODIES = ("default", "default-woman", "long-thighed", "stiff", "supple", "small", "tall")
EVERY_BODY = pytest.mark.parametrize("who", BODIES)
LIFTS = (
    "deadlift",
    "romanian-deadlift",
    "good-morning",
    "pick-up-paper-clip",
    "pick-up-box",
    "pick-up-bar",
)
# A bar over plates of 45 cm; the solver keeps exact goals to a tenth of a micrometer.
PLATES_M, SOLVED_M = 0.225, 1e-6
# A lifter's bar goes straight up: no farther aside than this.
VERTICAL_M = 0.02


def _does(movement: str, who: str) -> Repetition:
    return perform(movement, body(who))


def _at(repetition: Repetition, measure: str, phase: str) -> float:
    take = repetition.take
    end = next(span.to_s for span in take.spans if span.phase == phase)
    return float(np.asarray(repetition.measures[measure])[take.index_at(end)])


@EVERY_BODY
@pytest.mark.parametrize("movement", LIFTS)
def test_every_body_can_do_it_with_what_its_muscles_have(movement: str, who: str) -> None:
    done = _does(movement, who)
    assert done.take.status == "ok", done.take.reason
    assert not done.efforts.lacking_Nm


@EVERY_BODY
@pytest.mark.parametrize("movement", ["deadlift", "pick-up-bar"])
def test_a_bar_leaves_the_floor_and_comes_back_to_it(movement: str, who: str) -> None:
    grip = _does(movement, who).take.pose.point("hand_near")
    assert grip[0, 1] == pytest.approx(PLATES_M, abs=SOLVED_M)
    assert grip[-1, 1] == pytest.approx(PLATES_M, abs=SOLVED_M)
    assert grip[:, 1].min() > PLATES_M - 1e-3


@EVERY_BODY
def test_a_deadlift_gives_way_with_the_knees_and_ends_with_the_hips(who: str) -> None:
    done = _does("deadlift", who)
    knee = [_at(done, "knee_flexion_deg", phase) for phase in ("set_up", "pull", "ascent")]
    hip = [_at(done, "hip_flexion_deg", phase) for phase in ("set_up", "pull", "ascent")]
    # The knees are nearly done when the bar has passed them; the hips have most of their way left.
    assert (knee[0] - knee[1]) / (knee[0] - knee[2]) > 0.55
    assert (hip[0] - hip[1]) / (hip[0] - hip[2]) < 0.45
    assert abs(_at(done, "shin_angle_deg", "pull")) < 8.0
    assert abs(_at(done, "trunk_lean_deg", "lockout")) < 5.0
    grip, shoulder = (done.take.pose.point(name)[0, 0] for name in ("hand_near", "shoulder_near"))
    assert 0.0 < shoulder - grip < 0.15


@EVERY_BODY
def test_a_romanian_deadlift_is_a_hinge_with_the_bar_along_the_legs(who: str) -> None:
    done, plain = _does("romanian-deadlift", who), perform("hip-hinge", body(who))
    # It turns at the stretch, or where the movement's own depth ends for a supple body.
    stretched = _at(done, "hamstring_reserve_deg", "turn") < 1.0
    assert stretched or _at(done, "hip_flexion_deg", "turn") > 90.0
    assert abs(_at(done, "shin_angle_deg", "turn")) < 12.0
    turn = done.take.turn_s
    assert done.take.at(turn).point("hand_near")[0] < plain.take.at(turn).point("hand_near")[0]


@EVERY_BODY
def test_a_good_morning_has_its_load_farther_from_the_lowest_disc(who: str) -> None:
    high, low = _does("good-morning", who), _does("romanian-deadlift", who)

    def lever(done: Repetition) -> float:
        pose = done.take.at(done.take.turn_s)
        return float(np.mean([pose.point(p)[0] for p in done.take.load.landmarks])) - float(
            pose.point("l5s1")[0]
        )

    assert lever(high) > lever(low)


@EVERY_BODY
def test_a_paper_clip_lets_the_back_round_more_than_a_bar_does(who: str) -> None:
    clip, bar = _does("pick-up-paper-clip", who), _does("pick-up-bar", who)
    rounded = np.max(np.asarray(clip.measures["lumbar_change_deg"]))
    assert rounded > np.max(np.asarray(bar.measures["lumbar_change_deg"])) + 5.0
    # What is on the floor is reached from all heights of people.
    assert clip.take.at(clip.take.turn_s).point("hand_near")[1] == pytest.approx(0.09, abs=SOLVED_M)


@EVERY_BODY
def test_a_box_comes_up_in_front_of_the_shins(who: str) -> None:
    take = _does("pick-up-box", who).take
    knee, grip = (take.pose.point(name)[:, 0] for name in ("knee_near", "hand_near"))
    # Half a crate is 18 cm deep, and knees reach 5 cm ahead of their joints above its rim.
    shin = take.pose.point("ankle_near")[:, 0] + 0.23 * np.tan(-take.pose.angle("shank_near"))
    assert (grip - shin)[0] > 0.18
    assert (grip - knee)[0] > 0.1
    assert grip.min() > 0.2


@EVERY_BODY
@pytest.mark.parametrize("movement", ["deadlift", "romanian-deadlift", "pick-up-bar"])
def test_a_bars_path_is_vertical_within_two_centimeters(movement: str, who: str) -> None:
    grip = _does(movement, who).take.pose.point("hand_near")
    assert np.ptp(grip[:, 0]) < VERTICAL_M


@pytest.mark.parametrize("kg", [0.5, 2.0, 10.0, 30.0])
@EVERY_BODY
def test_a_good_morning_stands_with_any_bar(who: str, kg: float) -> None:
    take = perform("good-morning", body(who), load=Load(kg, "back")).take
    assert take.status == "ok"
    # The hands stay by the shoulders, whatever the trunk does.
    hands = take.pose.point("hand_near") - take.pose.point("shoulder_near")
    assert np.ptp(np.hypot(*hands.T)) < 1e-2
