"""The net moments are those of an independent engine that is given the same body and forces."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.cli import main
from hinge_tutor.mechanics.dynamics import Loads, inverse
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load

# The engine ships no types; loaded by name it is Any to the type checker.
mujoco: Any = import_module("mujoco")

# Both engines solve the same exact equations; what differs is rounding, near 1e-12 N·m.
TOLERANCE_NM = 1e-6
SEED = 20


def model_of(segments: Sequence[Mapping[str, Any]]) -> Any:
    """The body in MuJoCo, from the fields that `body --json` writes."""
    children: dict[str | None, list[Mapping[str, Any]]] = {}
    for row in segments:
        children.setdefault(row["parent"], []).append(row)
    return mujoco.MjModel.from_xml_string(
        f'<mujoco><option gravity="0 -9.81 0"/><worldbody>{_tree(children, None)}'
        "</worldbody></mujoco>"
    )


def _tree(children: dict[str | None, list[Mapping[str, Any]]], parent: str | None) -> str:
    return "".join(_element(children, row) for row in children.get(parent, []))


def _element(children: dict[str | None, list[Mapping[str, Any]]], row: Mapping[str, Any]) -> str:
    x, y = row["joint_in_parent_m"] if row["parent"] else (0.0, 0.0)
    com_x, com_y = row["com_m"]
    inertia = " ".join([f"{row['inertia_kgm2']:.17g}"] * 3)
    slides = (
        '<joint name="root_x" type="slide" axis="1 0 0"/>'
        '<joint name="root_y" type="slide" axis="0 1 0"/>'
    )
    return (
        f'<body name="{row["name"]}" pos="{x:.17g} {y:.17g} 0">'
        f"{'' if row['parent'] else slides}"
        f'<joint name="{row["coordinate"]}" type="hinge" axis="0 0 {row["sign"]}"/>'
        f'<inertial pos="{com_x:.17g} {com_y:.17g} 0" mass="{row["mass_kg"]:.17g}" '
        f'diaginertia="{inertia}"/>{_tree(children, row["name"])}</body>'
    )


def remaining(
    person: Body, q: FloatArray, qd: FloatArray, qdd: FloatArray, loads: Loads
) -> FloatArray:
    """What the engine needs at each coordinate (N, C) beyond gravity and the external forces."""
    model = model_of([asdict(segment) for segment in person.segments])
    data = mujoco.MjData(model)
    order = [model.joint(name).dofadr[0] for name in person.coordinates]
    found = np.empty_like(q)
    for sample in range(len(q)):
        data.qpos[order], data.qvel[order] = q[sample], qd[sample]
        data.qacc[order] = qdd[sample]
        mujoco.mj_inverse(model, data)
        applied = np.zeros(model.nv)
        for force in loads.external:
            mujoco.mj_applyFT(
                model,
                data,
                np.append(force.force_N[sample], 0.0),
                np.array([0.0, 0.0, force.moment_Nm[sample]]),
                np.append(force.point_m[sample], 0.0),
                model.body(force.on).id,
                applied,
            )
        found[sample] = (data.qfrc_inverse - applied)[order]
    return found


def assert_same(person: Body, q: FloatArray, qd: FloatArray, qdd: FloatArray, kg: float) -> None:
    """Root rows are nothing, the others the net moments with the sign of flexion."""
    loads = inverse(person, q, qd, qdd, kg)
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
    model = model_of(segments)
    data = mujoco.MjData(model)
    worst = 0.0
    for sample in range(len(analysis["time_s"])):
        for name in analysis["coordinates"]:
            at = model.joint(name).dofadr[0]
            data.qpos[at] = analysis["q"][name][sample]
            data.qvel[at] = analysis["qd"][name][sample]
            data.qacc[at] = analysis["qdd"][name][sample]
        mujoco.mj_inverse(model, data)
        applied = np.zeros(model.nv)
        for force in analysis["external"].values():
            mujoco.mj_applyFT(
                model,
                data,
                np.append(force["force_N"][sample], 0.0),
                np.array([0.0, 0.0, force.get("moment_Nm", [0.0] * (sample + 1))[sample]]),
                np.append(force["point_m"][sample], 0.0),
                model.body(force["on"]).id,
                applied,
            )
        rest = data.qfrc_inverse - applied
        for slide in ("root_x", "root_y"):
            worst = max(worst, abs(rest[model.joint(slide).dofadr[0]]))
        for row in segments:
            ours = -analysis["net_moment_Nm"][row["joint"]][sample] if row["parent"] else 0.0
            worst = max(worst, abs(rest[model.joint(row["coordinate"]).dofadr[0]] - ours))
    assert worst < TOLERANCE_NM
