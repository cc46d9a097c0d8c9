"""Levers of muscle groups: their sign, their size, and that they are the muscles' own arms."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscles import SIDE, columns, heads, size, strengths
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.mechanics.levers import levers
from hinge_tutor.mechanics.spread import Spread


@pytest.fixture(scope="module")
def hinge() -> Repetition:
    return perform("hip-hinge", body("default"))


@pytest.mark.parametrize(
    ("group", "joint", "extends"),
    [
        ("glutes", "hip", True),
        ("hamstrings", "hip", True),
        ("hamstrings", "knee", False),
        ("quadriceps", "knee", True),
        ("calf", "ankle", True),
        ("shin", "ankle", False),
        ("back_extensors", "l5s1", True),
        ("rectus_abdominis", "l5s1", False),
        ("hip_flexors", "hip", False),
    ],
)
def test_a_lever_is_positive_where_it_extends(
    hinge: Repetition, group: str, joint: str, extends: bool
) -> None:
    row = levers(hinge.take, "near")[group][joint]
    assert (row > 0.0).all() if extends else (row < 0.0).all()


def test_a_group_has_levers_only_at_the_joints_it_crosses(hinge: Repetition) -> None:
    found = levers(hinge.take, "near")
    assert set(found["hamstrings"]) == {"hip", "knee"}
    assert set(found["shin"]) == {"ankle"}
    assert set(found["back_extensors"]) == {"l5s1"}


def test_a_lever_is_the_mean_of_its_heads_by_their_strength(hinge: Repetition) -> None:
    take = hinge.take
    sample = take.index_at(take.turn_s)
    q = take.q[sample : sample + 1, list(columns(take.body, "near"))]
    arms = lengths_and_arms(q)[1][SIDE.index("hip"), 0]
    own = [number for number, head in enumerate(heads()) if head.group == "hamstrings"]
    force = strengths(take.body)[own]
    # Σ F r / Σ F, turned round so that extension is positive.
    wanted = -float(np.sum(force * arms[own]) / np.sum(force)) * size(take.body)
    assert levers(take, "near")["hamstrings"]["hip"][sample] == pytest.approx(wanted)


def test_longer_arms_are_longer_levers(hinge: Repetition) -> None:
    longer = Spread(arms=(1.1,) * len(Spread().arms))
    usual, grown = levers(hinge.take, "near"), levers(hinge.take, "near", longer)
    assert grown["glutes"]["hip"] == pytest.approx(1.1 * usual["glutes"]["hip"])
