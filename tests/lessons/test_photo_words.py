"""What is said of a client's photo: each sentence where it belongs, and in both languages."""

from __future__ import annotations

import math

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.photo import CLIENT, PHASE, TARGET, Reading, at_match, plan_of, read
from hinge_tutor.lessons.photo_words import (
    angles_told,
    balance_told,
    differences_told,
    fit_told,
    match_told,
    place_told,
    proportions_told,
    rules_told,
)
from hinge_tutor.lessons.words import Words, words
from hinge_tutor.motion.photo_fit import fit
from hinge_tutor.motion.photo_places import Marked
from tests.motion.photographed import photographed


@pytest.fixture(params=["en", "es"])
def both(request: pytest.FixtureRequest) -> Words:
    return words(request.param)


def reading(movement: str, on: str = "default", turn_deg: float = 0.0) -> Reading:
    """The deepest moment of a movement on a supple body, turned about its ankles, as a photo."""
    person = body("hamstrings=110")
    take = perform(movement, person).take
    q = np.array(take.at(take.turn_s).q)
    for name in ("ankle_dorsiflexion_near", "ankle_dorsiflexion_far", "root_pitch"):
        q[person.index(name)] += math.radians(turn_deg)
    found = fit(body(on), photographed(person, q))
    assert found is not None
    told = read(found, on, figures)
    assert told is not None
    return told


def test_the_plan_holds_the_pose_beside_the_whole_target_at_the_same_depth() -> None:
    told = reading("hip-hinge", "hamstrings=110")
    plan = plan_of(told.fit, "hamstrings=110")
    client, target = plan.movements
    assert (client.name, client.movement, client.held_in) == (CLIENT, TARGET, PHASE)
    assert dict(client.pose)["knee_flexion"] == pytest.approx(
        math.degrees(float(told.fit.pose.value("knee_flexion"))), abs=0.01
    )
    assert not target.pose
    at = at_match(told, plan).at
    assert at == pytest.approx(told.match.time_s / told.target.take.duration_s)


def test_a_limit_that_holds_a_body_back_is_named(both: Words) -> None:
    free = " ".join(fit_told(reading("hip-hinge", "hamstrings=130").fit, both))
    stiff = " ".join(fit_told(reading("hip-hinge", "hamstrings=50").fit, both))
    assert both.limit_name("hamstrings") not in free
    assert both.limit_name("hamstrings") in stiff


def test_marks_that_miss_the_body_name_the_worst_of_them(both: Words) -> None:
    good = reading("squat").fit
    x, y = good.marked.marks["knee"]
    marks = {**good.marked.marks, "knee": (x + 120.0, y)}
    bad = fit(good.body, Marked(good.marked.size, marks, good.marked.ground))
    assert bad is not None
    said = next(iter(fit_told(bad, both)))
    assert both.mark_in_full("knee") in said
    assert both.mark_in_full("knee") not in next(iter(fit_told(good, both)))


@pytest.mark.parametrize(("turn_deg", "piece"), [(0, "over_foot"), (14, "ahead"), (-18, "behind")])
def test_a_pose_that_would_not_stand_is_kept_and_said(
    both: Words, turn_deg: int, piece: str
) -> None:
    told = reading("squat", turn_deg=turn_deg)
    if piece == "over_foot":
        cm = 100 * told.balance.at_m
        assert abs(told.balance.beyond_m) == 0.0
    else:
        cm = 100 * abs(told.balance.beyond_m)
        assert cm > 1.0
    assert balance_told(told, both) == both.photo(piece, {"cm": cm})


@pytest.mark.parametrize(
    ("movement", "piece"),
    [("squat", "match_trunk"), ("forward-bend", "match_short_hands")],
)
def test_the_moment_of_the_target_is_said(both: Words, movement: str, piece: str) -> None:
    told = reading(movement)
    assert match_told(told, both) == both.photo(piece, {"by": told.match.short})


def test_differences_rules_and_angles_are_sentences(both: Words) -> None:
    told = reading("squat")
    every = [differences_told(told, both), rules_told(told, both), *angles_told(told, both)]
    every.append(proportions_told({"femur": 3.0, "torso": 0.0, "tibia": -4.0}, both))
    every.append(place_told(both.mark_name("knee"), (43.0, 120.0), (100, 200), True, both))
    for said in every:
        assert said
        assert "{" not in said
    assert "±" in every[3]
    assert "+3\u00a0%" in every[-2]
    assert "−4\u00a0%" in every[-2]
    assert "43" in every[-1]
    assert "60" in every[-1]


def test_what_is_the_same_is_said_to_be_the_same(both: Words) -> None:
    told = reading("hip-hinge", "hamstrings=110")
    assert differences_told(told, both) == both.photo("same")
    assert both.photo("rules_kept") in rules_told(told, both)
