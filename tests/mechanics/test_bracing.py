"""The bracing class: who is on in which phase, and that no number comes with it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics.bracing import bracing, pressure_kept
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load, Take

PHASES = ("set_up", "brace", "descent", "turn", "ascent", "lockout", "breathe")
FREE = solve(load_movement("hip-hinge"), body("default"))
HOLDING = solve(load_movement("hip-hinge"), body("default"), load=Load(10.0))


def phases_of(take: Take, muscle: str, *, lats_computed: bool = False) -> set[str]:
    """The phases during which a muscle is on; on and off are per sample."""
    computed = np.full(len(take.time_s), lats_computed)
    on = bracing(take, computed)[muscle]
    assert on.dtype == np.bool_
    found = {phase for phase, is_on in zip(take.phase, on, strict=True) if is_on}
    rest = {phase for phase, is_on in zip(take.phase, on, strict=True) if not is_on}
    assert not found & rest
    return found


@pytest.mark.parametrize(
    ("muscle", "free", "holding"),
    [
        ("transversus_abdominis", PHASES[1:6], PHASES[1:6]),
        ("external_oblique", PHASES[1:6], PHASES[1:6]),
        ("quadratus_lumborum", PHASES[1:6], PHASES[1:6]),
        ("trunk_pressure", PHASES[1:6], PHASES[1:6]),
        ("gluteus_medius", PHASES[2:5], PHASES[2:5]),
        ("rhomboids", (), PHASES[1:6]),
        ("forearm", (), PHASES),
        ("latissimus", PHASES[1:6], PHASES[1:6]),
    ],
)
def test_a_muscle_is_on_in_its_phases(
    muscle: str, free: tuple[str, ...], holding: tuple[str, ...]
) -> None:
    assert phases_of(FREE, muscle) == set(free)
    assert phases_of(HOLDING, muscle) == set(holding)


def test_the_latissimus_is_not_said_twice() -> None:
    assert phases_of(HOLDING, "latissimus", lats_computed=True) == set()


def test_a_movement_without_pressure_braces_nothing_but_the_shoulder() -> None:
    slack = replace(HOLDING, movement=replace(HOLDING.movement, trunk_pressure=0.0))
    assert phases_of(slack, "trunk_pressure") == phases_of(slack, "psoas") == set()
    assert phases_of(slack, "rhomboids") == set(PHASES[1:6])
    assert not pressure_kept(slack).any()


def test_pressure_is_kept_from_the_brace_to_lockout_by_its_share() -> None:
    half = replace(HOLDING, movement=replace(HOLDING.movement, trunk_pressure=0.5))
    on = half.during(PHASES[1:6])
    assert pressure_kept(half) == pytest.approx(0.5 * on)
    assert phases_of(half, "trunk_pressure") == set(PHASES[1:6])
