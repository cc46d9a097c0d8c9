"""Rounds of the fault clinic are made up at random and judged by the form rules, nothing stored."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from random import Random

import pytest

from hinge_tutor.body.specification import parse_specification
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.coaching.rules import shipped
from hinge_tutor.lessons import clinic
from hinge_tutor.lessons.clinic import CHOICES, FIGURES, SHARES, Round, claims, pairs, rounds
from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import load_movement, movements

# More than this many figures in vain would be a wait that somebody notices.
MOST_PARTS = 120


def first(seed: int, count: int) -> list[Round]:
    """The first rounds of a seed."""
    return list(islice(made(Random(seed)), count))


def made(chance: Random) -> Iterator[Round]:
    waited = 0
    for found in rounds(chance):
        waited = 0 if found is not None else waited + 1
        assert waited <= MOST_PARTS
        if found is not None:
            yield found


def assert_right(asked: Round) -> None:
    """Everything that a round promises, computed anew from its figures alone."""
    assert FIGURES[0] <= len(asked.casts) <= FIGURES[1]
    assert len({cast.name for cast in asked.casts}) == len(asked.casts)
    (movement,) = {cast.movement for cast in asked.casts}
    for number, cast in enumerate(asked.casts):
        parse_specification(cast.body)
        done = clinic.solved(cast)
        assert done.take.status == "ok"
        found = {finding.rule for finding in done.findings}
        if number == asked.faulty:
            ((fault, share),) = cast.faults
            assert fault == asked.fault
            assert share in SHARES
            assert found & {*claims(fault, movement)}
            for other in asked.choices:
                fires = bool(found & {*claims(other, movement)})
                assert fires is (other == fault), f"{other} would be right as well"
        else:
            assert cast.faults == ()
            assert found == set()
    assert CHOICES[0] <= len(asked.choices) <= CHOICES[1]
    assert len(set(asked.choices)) == len(asked.choices)
    assert asked.choices[asked.right] == asked.fault
    assert all(movement in faults()[fault].on for fault in asked.choices)


@pytest.mark.parametrize("seed", range(12))
def test_exactly_one_figure_has_a_fault_and_only_one_choice_names_it(seed: int) -> None:
    for asked in first(seed, 3):
        assert_right(asked)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_so_it_is_for_hundreds_of_rounds(seed: int) -> None:
    for asked in first(seed, 8):
        assert_right(asked)


@pytest.mark.slow
def test_no_fault_comes_again_on_a_movement_before_the_others_have_come() -> None:
    sitting = first(1, 40)
    about = [(asked.casts[0].movement, asked.fault) for asked in sitting]
    assert len(set(about)) == len(about)
    assert len({asked.casts for asked in sitting}) == len(sitting)
    assert sum(bool({*one} & {*other}) for one, other in pairwise(about)) <= 4


@pytest.mark.slow
def test_everything_varies() -> None:
    sitting = first(2, 40)
    assert {len(asked.casts) for asked in sitting} == {2, 3}
    assert {asked.faulty for asked in sitting} == {0, 1, 2}
    assert {asked.right for asked in sitting} == {0, 1, 2, 3}
    people = [len({cast.body for cast in asked.casts}) for asked in sitting]
    assert 1 in people, "one person, who does it right or not"
    assert max(people) == 3, "people who differ, and are right all the same"
    assert len({asked.casts[0].movement for asked in sitting}) >= 6
    assert len({asked.fault for asked in sitting}) >= 8


def test_the_same_chance_makes_the_same_rounds() -> None:
    assert first(7, 5) == first(7, 5)
    assert first(7, 5) != first(8, 5)


def test_only_faults_that_are_seen_are_asked_about_and_nothing_thrown() -> None:
    about = pairs()
    assert {fault for _, fault in about} == {id_ for id_, row in faults().items() if row.changes}
    assert not any(load_movement(movement).swing for movement, _ in about)
    counts = {movement: [on for on, _ in about].count(movement) for movement in movements()}
    assert all(count == 0 or count >= CHOICES[0] for count in counts.values())


def test_figures_that_leave_a_rule_or_cannot_do_it_make_no_round() -> None:
    asked: list[Cast] = []

    # Everybody leans back: then nobody can be told from the others.
    def all_lean(cast: Cast) -> Repetition:
        asked.append(cast)
        leaning = (("leaning-back", 1.0),)
        return clinic.solved(Cast(cast.name, "hip-hinge", cast.body, faults=leaning))

    found = list(islice(rounds(Random(3), all_lean), 60))
    assert len(asked) >= 30
    assert found == [None] * 60


def test_a_round_hides_its_figures_and_is_shown_beside_the_same_person() -> None:
    (asked,) = first(4, 1)
    assert asked.plan.lettered
    assert not asked.plan.difference
    right, wrong = asked.beside.movements
    assert wrong == asked.casts[asked.faulty]
    assert (right.movement, right.body, right.faults) == (wrong.movement, wrong.body, ())
    assert asked.beside.difference
    assert not asked.beside.hidden


def test_claims_are_the_rules_of_a_fault_that_judge_the_movement() -> None:
    assert claims("rounded-back", "deadlift") == ("lift-keeps-the-back-long",)
    assert set(claims("squatty-hinge", "hip-hinge")) == {
        "hinge-shins-upright",
        "hinge-knees-quiet",
    }
    known = {rule.id for rule in shipped().rules}
    assert all({*claims(fault, movement)} <= known for movement, fault in pairs())


def test_without_movements_there_is_no_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clinic, "pairs", lambda: ())
    assert list(rounds(Random(1))) == []


@pytest.mark.parametrize(
    ("movement", "fault", "share", "seen"),
    [
        ("hip-hinge", "rounded-back", 1.0, True),
        ("hip-hinge", "squatty-hinge", 1.0, True),
        # Weight a little further ahead, and a trunk without its pressure.
        ("hip-hinge", "weight-on-toes", 0.5, False),
        ("hip-hinge", "no-brace", 1.0, False),
    ],
)
def test_a_fault_has_to_be_seen(movement: str, fault: str, share: float, seen: bool) -> None:
    right = clinic.solved(Cast("a", movement, "default"))
    wrong = clinic.solved(Cast("a", movement, "default", faults=((fault, share),)))
    assert clinic._is_seen(right, wrong) is seen
