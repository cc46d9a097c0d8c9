"""Correct movements keep their promises on unlike bodies, and those that do not are told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.linkage import ROOT_Y
from hinge_tutor.body.skeleton import body
from hinge_tutor.check import motion
from hinge_tutor.check.motion import kept, problems
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.movement import Movement, load_movement, movements
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.spline import Spline


def path(movement: str) -> Path:
    return shelf.lessons("movements", f"{movement}.toml")


@pytest.mark.parametrize("movement", movements())
def test_every_movement_is_right_on_unlike_bodies(movement: str) -> None:
    assert list(problems(movement, path(movement), words())) == []


def test_a_range_that_is_passed_is_named() -> None:
    take = solve(load_movement("hip-hinge"), body())
    q = take.q.copy()
    q[40, take.body.index("knee_flexion_near")] = np.radians(-3.0)
    passed = list(kept(replace(take, spline=replace(take.spline, value=q))))
    assert any("knee_flexion_near is passed by 3.0°; at most 0.5°" in each for each in passed)


def _with(monkeypatch: pytest.MonkeyPatch, wrong: Movement) -> list[str]:
    """What is said of the hinge when it is done like that."""

    def done(_: str, specification: str = motion.DEFAULT) -> Repetition:
        return Repetition(solve(wrong, body(specification)))

    monkeypatch.setattr(motion, "correct", done)
    monkeypatch.setattr(motion, "load_movement", lambda _: wrong)
    return [problem.problem for problem in problems("hip-hinge", path("hip-hinge"), words())]


def test_a_muscle_that_rests_in_its_phase_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    hinge = load_movement("hip-hinge")
    phases = tuple(
        replace(phase, muscles=("glutes", "hip_flexors") if phase.id == "turn" else ())
        for phase in hinge.phases
    )
    (said,) = _with(monkeypatch, replace(hinge, phases=phases))
    assert said.startswith("hip_flexors rests in turn (at most ")


def test_a_movement_that_breaks_a_rule_is_told_for_each_body(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hinge = load_movement("hip-hinge")
    back = {"neck_flexion": np.radians(-36.0), "head_flexion": 0.0}
    deep = replace(hinge.poses["deep"], targets={**hinge.poses["deep"].targets, **back})
    said = _with(monkeypatch, replace(hinge, poses={**hinge.poses, "deep": deep}))
    assert len(said) == 1 + len(motion.OTHERS)
    assert all("breaks the form rule long-neck" in each for each in said)


def test_a_foot_through_the_floor_is_told() -> None:
    take = motion.correct("hip-hinge").take
    assert isinstance(take.spline, Spline)
    sunk = take.q.copy()
    sunk[:, ROOT_Y] -= 0.02
    deeper = replace(take, spline=replace(take.spline, value=sunk))
    (said,) = [each for each in kept(deeper) if "through the floor" in each]
    assert said.endswith("goes 2.0 cm through the floor; at most 1 cm")
