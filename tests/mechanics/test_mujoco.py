"""The net moments are those of an independent engine that is given the same body and forces."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.check.evidence.engines.asked import Asked
from hinge_tutor.check.evidence.engines.in_mujoco import needed, remaining
from hinge_tutor.cli import main
from hinge_tutor.mechanics.dynamics import External, inverse, loads
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load

# Both engines solve the same exact equations; what differs is rounding, near 1e-12 N·m.
TOLERANCE_NM = 1e-6
SEED = 20


def assert_same(person: Body, q: FloatArray, qd: FloatArray, qdd: FloatArray, kg: float) -> None:
    """Root rows are nothing, the others the net moments with the sign of flexion."""
    loads = inverse(person, q, qd, qdd, Load(kg))
    theirs = remaining(person, q, qd, qdd, loads)
    ours = np.stack([-loads.net_moment_Nm[joint] for joint in person.joints], axis=1)
    assert np.abs(theirs[:, :3]).max() < TOLERANCE_NM
    assert np.abs(theirs[:, 3:] - ours).max() < TOLERANCE_NM


@pytest.mark.parametrize("kg", [0.0, 20.0])
@pytest.mark.parametrize("movement", ["hip-hinge", "squat", "forward-bend"])
@pytest.mark.parametrize("specification", ["default", "sex=female,height=1.62,mass=60,femur=+8%"])
def test_a_repetition_needs_the_same_moments(specification: str, movement: str, kg: float) -> None:
    take = solve(load_movement(movement), body(specification), load=Load(kg))
    assert_same(take.body, take.q, take.qd, take.qdd, kg)


THROWN = ("kettlebell-swing", "skier-swing", "vertical-jump", "box-jump")


@pytest.mark.parametrize("movement", THROWN)
def test_what_is_thrown_needs_the_same_moments(movement: str) -> None:
    take = solve(load_movement(movement), body("default"))
    found = loads(take)
    theirs = remaining(take.body, take.q, take.qd, take.qdd, found)
    ours = np.stack([-found.net_moment_Nm[joint] for joint in take.body.joints], axis=1)
    assert np.abs(theirs[:, :3]).max() < TOLERANCE_NM
    assert np.abs(theirs[:, 3:] - ours).max() < TOLERANCE_NM


def test_any_motion_with_both_sides_different_needs_the_same_moments() -> None:
    person = body("default")
    rng = np.random.default_rng(SEED)
    q, qd, qdd = rng.normal(size=(3, 50, len(person.coordinates)))
    # Downward acceleration stays below gravity, so the feet carry something.
    qdd[:, 1] = np.abs(qdd[:, 1])
    assert_same(person, q, qd, 3.0 * qdd, 15.0)


def test_without_contact_the_forces_still_add_up() -> None:
    person = body("default")
    rest = np.zeros((1, len(person.coordinates)))
    falling = rest.copy()
    falling[:, 1] = -9.81
    falling[:, person.index("knee_flexion_near")] = 5.0
    assert_same(person, rest, rest, falling, 0.0)


def test_the_engine_tells_a_wrong_body_apart() -> None:
    """A comparison that could not fail would prove nothing."""
    person = body("default")
    rest = np.zeros((1, len(person.coordinates)))
    loads = inverse(person, rest, rest, rest)
    heavier = [replace(segment, mass_kg=segment.mass_kg * 1.01) for segment in person.segments]
    other = replace(person, segments=tuple(heavier))
    assert np.abs(remaining(other, rest, rest, rest, loads)).max() > 1.0


@pytest.mark.parametrize(
    ("movement", "kg"), [("hip-hinge", 0.0), ("squat", 20.0), ("forward-bend", 10.0)]
)
def test_what_the_commands_write_is_enough_to_check_them(
    movement: str, kg: float, tmp_path: Path
) -> None:
    """From `body --json` and `analyze --json` alone, read back from their files."""
    whole, motion = tmp_path / "body.json", tmp_path / "analysis.json"
    assert main(["body", "--json", str(whole)]) == 0
    assert main(["analyze", movement, "--load", str(kg), "--json", str(motion)]) == 0
    analysis = json.loads(motion.read_text(encoding="utf-8"))
    segments = json.loads(whole.read_text(encoding="utf-8"))["segments"]
    names = analysis["coordinates"]
    q, qd, qdd = (_columns(analysis[key], names) for key in ("q", "qd", "qdd"))
    external = [_external(name, force) for name, force in analysis["external"].items()]
    rest = needed(Asked(segments, names, q, qd, qdd, external))
    joints = {row["coordinate"]: row["joint"] for row in segments if row["parent"]}
    ours = {name: np.array(analysis["net_moment_Nm"][joint]) for name, joint in joints.items()}
    for number, name in enumerate(names):
        assert np.abs(rest[:, number] + ours.get(name, 0.0)).max() < TOLERANCE_NM


def _columns(table: dict[str, Any], names: list[str]) -> FloatArray:
    return np.array([table[name] for name in names]).T


def _external(name: str, force: dict[str, Any]) -> External:
    point, pushed = np.array(force["point_m"]), np.array(force["force_N"])
    return External(
        name, force["on"], point, pushed, np.array(force.get("moment_Nm", [0.0] * len(point)))
    )
