"""Our body in MuJoCo, from the fields that `body --json` writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.body.skeleton import Body
from hinge_tutor.check.evidence.engines.asked import Asked
from hinge_tutor.check.evidence.engines.asked import asked as ask
from hinge_tutor.mechanics.dynamics import External, Loads

# The engine ships no types; loaded by name it is Any to the type checker.
mujoco: Any = import_module("mujoco")

VERSION = str(mujoco.__version__)


def model_of(segments: Sequence[Mapping[str, Any]]) -> Any:
    """The body in MuJoCo: one hinge per segment, two slides at the root."""
    children: dict[str | None, list[Mapping[str, Any]]] = {}
    for row in segments:
        children.setdefault(row["parent"], []).append(row)
    return mujoco.MjModel.from_xml_string(
        f'<mujoco><option gravity="0 -{GRAVITY_M_S2} 0"/><worldbody>{_tree(children, None)}'
        "</worldbody></mujoco>"
    )


def needed(asked: Asked) -> FloatArray:
    """What each coordinate (N, C) needs beyond gravity and the external forces: N and N·m."""
    model = model_of(asked.segments)
    data = mujoco.MjData(model)
    order = [model.joint(name).dofadr[0] for name in asked.coordinates]
    found = np.empty_like(asked.q)
    for sample in range(len(asked.q)):
        data.qpos[order], data.qvel[order] = asked.q[sample], asked.qd[sample]
        data.qacc[order] = asked.qdd[sample]
        mujoco.mj_inverse(model, data)
        given = applied(model, data, asked.external, sample)
        found[sample] = (data.qfrc_inverse - given)[order]
    return found


def applied(model: Any, data: Any, external: Sequence[External], sample: int) -> FloatArray:
    """What the external forces of one sample give at the engine's own coordinates."""
    given: FloatArray = np.zeros(model.nv)
    for force in external:
        mujoco.mj_applyFT(
            model,
            data,
            np.append(force.force_N[sample], 0.0),
            np.array([0.0, 0.0, force.moment_Nm[sample]]),
            np.append(force.point_m[sample], 0.0),
            model.body(force.on).id,
            given,
        )
    return given


def remaining(
    person: Body, q: FloatArray, qd: FloatArray, qdd: FloatArray, loads: Loads
) -> FloatArray:
    """The same for a body of ours and its loads, whatever contacts and pulls they hold."""
    return needed(ask(person, q, qd, qdd, loads.external))


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
