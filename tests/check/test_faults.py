"""Each fault shows by what it claims on every movement, by every body that can do it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.check import check
from hinge_tutor.check.faults import at_full_share, broken, claimed, problems, shipped_rules
from hinge_tutor.check.motion import DEFAULT, OTHERS, correct, kept
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.fault_rows import FILE, Fault, faults
from hinge_tutor.motion.faults import changed
from hinge_tutor.motion.movement import load_movement

EVERY = [(fault, on) for fault in faults().values() for on in fault.on]
IDS = [f"{fault.id}-{on}" for fault, on in EVERY]
SHIPPED = shelf.lessons(FILE)
# Who cannot do a fault at all: a swing that throws nothing any more, a reach that takes longer.
CANNOT = {
    ("leaning-back", "kettlebell-swing", "long-thighed"): "swing_too_slow",
    ("leaning-back", "kettlebell-swing", "stiff"): "swing_too_slow",
    ("leaning-back", "kettlebell-swing", "small"): "swing_too_slow",
    ("weight-on-toes", "pick-up-paper-clip", "tall"): "tempo_throws_over",
}


def test_the_twelve_faults_are_there() -> None:
    assert set(faults()) == {
        "rounded-back",
        "squatty-hinge",
        "knees-first",
        "locked-knees",
        "past-the-stretch",
        "leaning-back",
        "weight-on-toes",
        "craned-neck",
        "loose-shoulders",
        "no-brace",
        "heels-up",
        "good-morning-squat",
    }


def test_every_shipped_fault_shows_what_it_claims() -> None:
    assert list(problems(SHIPPED, words())) == []


@pytest.mark.parametrize("specification", [DEFAULT, *OTHERS])
@pytest.mark.parametrize(("fault", "movement"), EVERY, ids=IDS)
def test_a_fault_breaks_its_rules_on_unlike_bodies(
    fault: Fault, movement: str, specification: str
) -> None:
    done = at_full_share(fault, movement, specification)
    assert list(kept(done.take)) == []
    reason = done.take.reason
    refused = CANNOT.get((fault.id, movement, specification))
    assert (reason.code if reason else None) == refused
    if refused is None:
        own = claimed(fault, movement, shipped_rules())
        assert own
        assert own <= broken(done)


@pytest.mark.parametrize(("fault", "movement"), EVERY, ids=IDS)
def test_without_any_of_it_the_movement_is_the_correct_one(fault: Fault, movement: str) -> None:
    taught = load_movement(movement)
    assert changed(taught, {fault.id: 0.0}) is taught
    assert broken(correct(movement)) == set()


GOOD = """format = 1
[[fault]]
id = "rounded-back"
on = ["weighted-hinge"]
rules = ["hinge-back-keeps-shape", "rod-keeps-the-tailbone", "ribs-keep-shape"]
drill = "hip-hinge"
[[fault.change]]
phases = ["descent", "turn"]
add = { lumbar_flexion_deg = 25, thoracic_flexion_deg = 15, hip_flexion_deg = -25 }
"""
CONSEQUENCE = '[[fault.consequence]]\nrule = "{rule}"\nreason = "It follows."\n'


def _checked(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / FILE
    file.write_text(text, encoding="utf-8")
    return [str(problem) for problem in check([file])]


def test_a_fault_can_be_right(tmp_path: Path) -> None:
    assert _checked(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('"ribs-keep-shape"]', '"rib-keeps-shape"]', 'did you mean "ribs-keep-shape"?'),
        ('"ribs-keep-shape"]', '"lean-does-not-grow"]', "which judges none of its movements"),
        ('"ribs-keep-shape"]', '"long-neck"]', "does not break long-neck, which it claims"),
        (', "ribs-keep-shape"]', "]", "breaks ribs-keep-shape, too"),
        ("lumbar_flexion_deg = 25", "lumbar_flexion_deg = 2", "does not break hinge-back-keeps"),
        ("lumbar_flexion_deg = 25", "hip_flexion_far_deg = 120", "on weighted-hinge: "),
    ],
)
def test_what_a_fault_claims_and_does_not_show_is_told_on_its_line(
    tmp_path: Path, right: str, wrong: str, said: str
) -> None:
    assert right in GOOD
    found = _checked(tmp_path, GOOD.replace(right, wrong, 1))
    assert any(said in each for each in found), found
    assert all(f"{FILE}:2:" in each for each in found)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("stand-tall", "appears in none of its movements"),
        ("stand-taller", 'did you mean "stand-tall"?'),
        ("ribs-keep-shape", "is a rule and a consequence of rounded-back; keep one"),
    ],
)
def test_a_consequence_that_is_none_is_told(tmp_path: Path, rule: str, said: str) -> None:
    (problem,) = _checked(tmp_path, GOOD + CONSEQUENCE.format(rule=rule))
    assert said in problem
