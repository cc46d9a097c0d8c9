"""People as they come: every movement is solved, or refused in a sentence that is right."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import cache

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.body.specification import ENTRIES
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.movement import load_movement, movements
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Take

# ANSUR II: stature in m; thigh, trunk and shank over stature vary by so many percent, thigh
# against trunk. Mass index, joints and strength: wide spreads of adults, estimated.
STATURE_M = {"male": (1.756, 0.069), "female": (1.628, 0.064)}
THIGH, TRUNK, SHANK, THIGH_TRUNK = 4.5, 4.0, 3.7, -0.8
MASS_INDEX, ANKLE_DEG, HAMSTRINGS_DEG, STRENGTH = (26, 4), (32, 9), (72, 16), (100, 20)
# The limits that a reason may name and a body has of its own.
OWN = {"ankle_dorsiflexion": "ankle", "hamstrings": "hamstrings"}
LIMITS = ("limit_short", "limit_ended", "limit_ended_alone")
# A reason knows its limit to a quarter of a degree.
MORE_DEG = 0.6
SEED, PEOPLE = 20, 10


def person(chance: random.Random) -> dict[str, str]:
    """One person's specification, within what bodies may have."""

    def drawn(entry: str, mean: float, spread: float) -> float:
        own = ENTRIES[entry]
        return min(max(chance.gauss(mean, spread), own.low), own.high)

    sex = chance.choice(("male", "female"))
    height = drawn("height", *STATURE_M[sex])
    one, other = chance.gauss(0, 1), chance.gauss(0, 1)
    trunk = THIGH_TRUNK * one + (1 - THIGH_TRUNK**2) ** 0.5 * other
    return {
        "sex": sex,
        "height": f"{height:.3f}",
        "mass": f"{max(chance.gauss(*MASS_INDEX), 17) * height**2:.1f}",
        "femur": f"{THIGH * one:.1f}%",
        "torso": f"{TRUNK * trunk:.1f}%",
        "tibia": f"{SHANK * chance.gauss(0, 1):.1f}%",
        "ankle": f"{drawn('ankle', *ANKLE_DEG):.0f}",
        "hamstrings": f"{drawn('hamstrings', *HAMSTRINGS_DEG):.0f}",
        "strength": f"{drawn('strength', *STRENGTH):.0f}%",
    }


def written(specification: Mapping[str, str]) -> str:
    return ",".join(f"{name}={value}" for name, value in specification.items())


@cache
def people() -> tuple[tuple[tuple[str, str], ...], ...]:
    chance = random.Random(SEED)
    return tuple(tuple(person(chance).items()) for _ in range(PEOPLE))


@pytest.mark.parametrize("movement", movements())
@pytest.mark.parametrize("number", range(PEOPLE))
def test_a_movement_is_solved_or_refused_in_a_sentence_that_is_right(
    number: int, movement: str
) -> None:
    specification = dict(people()[number])
    take = perform(movement, body(written(specification))).take
    if take.status == "ok":
        return
    assert_right(take, specification)


def assert_right(take: Take, specification: Mapping[str, str]) -> None:
    """What the sentence says holds: with a little more of what it names, it can be done."""
    assert take.reason is not None
    sentence = words().reason(take.reason)
    assert sentence.endswith(".")
    assert "{" not in sentence
    code, values = take.reason.code, take.reason.values
    name = str(values.get("limit", ""))
    if code in LIMITS:
        own = OWN.get(name, "")
        assert own, f"{name} is nobody's own limit"
        assert float(values["limit_deg"]) == pytest.approx(float(specification[own]), abs=0.6)
    if code == "limit_short":
        needed = float(values["needed_deg"])
        wider = {**specification, OWN[name]: f"{needed + MORE_DEG:.2f}"}
        assert _reason(take, wider) not in LIMITS
        narrower = {**specification, OWN[name]: f"{needed - MORE_DEG:.2f}"}
        assert _reason(take, narrower) in LIMITS
    if code == "tempo_throws_over":
        assert float(values["shortest_s"]) > float(values["asked_s"])


def _reason(take: Take, specification: Mapping[str, str]) -> str:
    again = solve(load_movement(take.movement.id), body(written(specification)))
    return again.reason.code if again.reason is not None else ""


@pytest.mark.slow
def test_people_who_cannot_are_told_why() -> None:
    """Among many there are some: their sentences are as right as those of the few above."""
    chance = random.Random(SEED + 1)
    refused = 0
    for _ in range(40):
        specification = person(chance)
        take = perform("squat", body(written(specification))).take
        if take.status != "ok":
            refused += 1
            assert_right(take, specification)
    assert refused > 2
