"""Two repetitions: what was set otherwise, and what of it an eye sees."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.difference import MOST_TOLD, difference
from hinge_tutor.coaching.parameters import parameters
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.coaching.sights import LEAST, SIGHTS, sights
from hinge_tutor.coaching.surprise import WATCHED, effects, telling
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.take import Load

PERSON = body("default")
HINGE = perform("hip-hinge", PERSON)

CHANGED: tuple[tuple[str, Repetition, Repetition, tuple[str, ...]], ...] = (
    ("nothing", HINGE, perform("hip-hinge", body("height=1.75")), ()),
    ("another movement", HINGE, perform("squat", PERSON), ("movement",)),
    ("a load that is a movement's own", HINGE, perform("romanian-deadlift", PERSON), ("movement",)),
    ("a load", HINGE, perform("hip-hinge", PERSON, load=Load(20.0)), ("load",)),
    (
        "where it is",
        perform("squat", PERSON, load=Load(20.0, "front")),
        perform("squat", PERSON, load=Load(20.0, "back")),
        ("load_place",),
    ),
    (
        "a load of the body's own mass",
        perform("romanian-deadlift", PERSON),
        perform("romanian-deadlift", body("mass=90")),
        ("mass",),
    ),
    ("the tempo", HINGE, perform("hip-hinge", PERSON, tempo=(2.0, 1.0, 2.0, 1.0)), ("tempo",)),
    (
        "a tempo that is the usual one",
        HINGE,
        perform("hip-hinge", PERSON, tempo=HINGE.take.movement.tempo),
        (),
    ),
    ("the depth", HINGE, perform("hip-hinge", PERSON, depth=0.5), ("depth",)),
    ("how low", HINGE, perform("hip-hinge", PERSON, hand_height_m=0.6), ("hand_height",)),
    (
        "as low as the one who leads",
        HINGE,
        perform("squat", PERSON, hand_height_m=HINGE.take.hand_height_m),
        ("movement",),
    ),
    ("a fault", HINGE, perform("hip-hinge", PERSON, faults={"no-brace": 1.0}), ("fault",)),
    (
        "entries of a body one by one",
        HINGE,
        perform("hip-hinge", body("sex=female,femur=+4%,strength=80%")),
        ("sex", "femur", "strength"),
    ),
)


@pytest.mark.parametrize(
    ("one", "other", "ids"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED]
)
def test_what_was_set_otherwise_is_found(
    one: Repetition, other: Repetition, ids: tuple[str, ...]
) -> None:
    assert tuple(each.id for each in parameters(one, other)) == ids
    assert tuple(each.id for each in parameters(other, one)) == ids


def test_each_fault_has_its_shares() -> None:
    one = perform("hip-hinge", PERSON, faults={"rounded-back": 0.3})
    other = perform("hip-hinge", PERSON, faults={"rounded-back": 0.8, "craned-neck": 1.0})
    told = [(each.fault, each.first, each.second, each.sets) for each in parameters(one, other)]
    assert told == [("rounded-back", 0.3, 0.8, "lower_back"), ("craned-neck", 0.0, 1.0, "neck")]


def test_the_same_repetition_shows_nothing() -> None:
    found = difference(HINGE, perform("hip-hinge", PERSON))
    assert (found.parameters, found.own, found.seen) == ((), (), ())


def test_against_the_squat_hips_knees_and_trunk_are_told() -> None:
    found = difference(HINGE, perform("squat", PERSON))
    assert [each.sight for each in found.seen] == ["hip_down", "knee", "trunk"]
    assert found.deepest
    hips, knees, trunk = found.seen
    assert hips.by > 30.0
    assert knees.by > 60.0
    assert trunk.by < -10.0


def test_turned_round_the_same_is_told_the_other_way() -> None:
    squat = perform("squat", PERSON)
    there, back = difference(HINGE, squat), difference(squat, HINGE)
    assert [each.sight for each in there.seen] == [each.sight for each in back.seen]
    for one, other in zip(there.seen, back.seen, strict=True):
        assert one.by == pytest.approx(-other.by)


@pytest.mark.parametrize("fault", [id_ for id_, row in faults().items() if "hip-hinge" in row.on])
def test_every_fault_is_told_at_most_three_times_and_each_time_visibly(fault: str) -> None:
    found = difference(HINGE, perform("hip-hinge", PERSON, faults={fault: 1.0}))
    told = [*(each for each in found.own if each), *found.seen]
    assert len(found.seen) <= MOST_TOLD
    assert len({each.sight for each in told}) == len(told)
    for each in told:
        assert abs(each.by) >= LEAST[SIGHTS.index(each.sight)]
    assert bool(told) == (fault != "no-brace")


def test_it_is_looked_at_where_it_shows() -> None:
    found = difference(HINGE, perform("hip-hinge", PERSON, faults={"leaning-back": 1.0}))
    assert found.phase == "lockout"
    assert not found.deepest


def test_ankle_and_shin_of_a_flat_foot_are_told_once() -> None:
    """One follows from the other: with the foot flat they are one angle."""
    effect = effects(PERSON, HINGE.take.q[0])
    seen = np.zeros(len(SIGHTS))
    seen[[SIGHTS.index("ankle"), SIGHTS.index("shin")]] = 2.0
    assert telling(seen, effect, (), 3) == (SIGHTS.index("shin"),)


def test_what_others_would_have_moved_and_did_not_is_no_sight() -> None:
    effect = effects(PERSON, HINGE.take.q[0])
    seen = np.zeros(len(SIGHTS))
    seen[SIGHTS.index("knee")] = 2.5
    assert telling(seen, effect, (), 3) == (SIGHTS.index("knee"),)


@pytest.mark.parametrize(("seen_neck", "told"), [(2.1, True), (1.9, False)])
def test_only_what_is_left_of_an_expectation_is_told(seen_neck: float, told: bool) -> None:
    """One part moves the knee by 1 and the neck by .5: S = [[1, .5], [.5, .25]].

    Told of a knee of 2, anybody expects of the neck .5 / (1 + .01) · 2 = .99: 2.1 leaves 1.11,
    which is a least difference, and 1.9 leaves .91, which is not.
    """
    knee, neck = SIGHTS.index("knee"), SIGHTS.index("neck")
    effect, seen = np.zeros((len(SIGHTS), 1)), np.zeros(len(SIGHTS))
    effect[[knee, neck], 0] = 1.0, 0.5
    seen[[knee, neck]] = 2.0, seen_neck
    assert telling(seen, effect, (knee,), 3) == ((neck,) if told else ())


def test_what_is_told_already_is_not_told_again() -> None:
    effect = effects(PERSON, HINGE.take.q[0])
    seen = np.zeros(len(SIGHTS))
    seen[SIGHTS.index("knee")] = 2.5
    assert telling(seen, effect, (SIGHTS.index("knee"),), 3) == ()


def test_effects_are_what_parts_do() -> None:
    """A shank that turns by 5° turns the shin's sight by 5°, one least difference, and no other
    angle of the trunk; an ankle that is 3.5 cm elsewhere moves the hips by as much.
    """
    effect = effects(PERSON, HINGE.take.q[0])
    shin, lower_back, back = (SIGHTS.index(name) for name in ("shin", "lower_back", "hip_back"))
    assert abs(effect[shin, 1]) == pytest.approx(1.0, rel=1e-3)
    assert effect[lower_back, 1] == pytest.approx(0.0, abs=1e-9)
    assert effect[back, -2] == pytest.approx(-3.5 / LEAST[back])


def test_every_sight_has_its_place_among_the_watched() -> None:
    assert sorted(WATCHED) == sorted(SIGHTS)


def test_standing_is_where_sights_begin() -> None:
    take = HINGE.take
    begins = dict(zip(SIGHTS, sights(take, take.q[0]), strict=True))
    from_standing = ("hip_back", "hip_down", "knee_forward", "trunk", "lower_back", "neck")
    assert [begins[name] for name in from_standing] == pytest.approx([0.0] * 6, abs=1e-9)


def test_a_length_and_an_angle_that_are_plain_are_told_even_if_they_could_be_guessed() -> None:
    """Knees that bend half a squat's way lower the hips, and that is what people look at."""
    right = perform("hip-hinge", body())
    wrong = perform("hip-hinge", body(), faults={"squatty-hinge": 1.0})
    told = {each.sight: each.by for each in difference(right, wrong).seen}
    assert told["hip_down"] > 10.0
    assert told["trunk"] < -10.0


def test_how_long_a_swing_takes_is_no_setting_of_its_own() -> None:
    right, wrong = (
        perform("kettlebell-swing", body(), faults=shares) for shares in ({}, {"rounded-back": 1.0})
    )
    assert right.take.duration_s != wrong.take.duration_s
    assert {each.id for each in parameters(right, wrong)} == {"fault"}
