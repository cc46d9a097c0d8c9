"""A body in MuJoCo with real weights on it and real springs and pulleys pulling it.

Unlike `hinge_tutor.check.evidence.engines.in_mujoco`, which is handed our forces, this model finds
the forces of loads, bands and cables itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2, Segment
from hinge_tutor.body.skeleton import Body
from hinge_tutor.check.evidence.engines.in_mujoco import applied
from hinge_tutor.mechanics.dynamics import External
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.take import Load
from tests.mechanics.bodies import Motion

# The engine ships no types; loaded by name it is Any to the type checker.
mujoco: Any = import_module("mujoco")

# The smallest inertia that the engine takes for a weight without size, kg m².
POINT_KGM2 = 1e-12


def model_of(person: Body, load: Load, pulls: Sequence[Pull]) -> Any:
    """The body; each part of a load a body of its own; bands tendons, cables tendons with mass."""
    inside: dict[str, str] = defaultdict(str)
    sites = {pull.on for pull in pulls} | {pull.to for pull in pulls if isinstance(pull.to, str)}
    for place in sorted(sites):
        on, (x, y) = person.landmarks[place]
        inside[on] += f'<site name="{place}" pos="{x:.17g} {y:.17g} 0"/>'
    if load.mass_kg > 0.0:
        each = load.mass_kg / len(load.landmarks)
        for place in load.landmarks:
            on, (x, y) = person.landmarks[place]
            inside[on] += (
                f'<body name="load_{place}" pos="{x:.17g} {y:.17g} 0"><inertial pos="0 0 0" '
                f'mass="{each:.17g}" diaginertia="{" ".join([f"{POINT_KGM2}"] * 3)}"/></body>'
            )
    anchors = "".join(
        f'<site name="{pull.name}_anchor" pos="{pull.to[0]:.17g} {pull.to[1]:.17g} 0"/>'
        for pull in pulls
        if not isinstance(pull.to, str)
    )
    tree = _tree(person.segments, None, inside)
    return mujoco.MjModel.from_xml_string(
        f'<mujoco><option gravity="0 -{GRAVITY_M_S2} 0"/><worldbody>{anchors}{tree}</worldbody>'
        f"<tendon>{''.join(_tendon(pull) for pull in pulls)}</tendon>"
        f"<actuator>{''.join(_motor(pull) for pull in pulls if pull.stack_kg)}</actuator></mujoco>"
    )


def _tendon(pull: Pull) -> str:
    end = pull.to if isinstance(pull.to, str) else f"{pull.name}_anchor"
    # A band gives nothing between no length and its rest length; a cable's mass moves as it does.
    kind = (
        f'armature="{pull.stack_kg:.17g}"'
        if pull.stack_kg
        else f'stiffness="{pull.stiffness_N_m:.17g}" springlength="0 {pull.rest_length_m:.17g}"'
    )
    return (
        f'<spatial name="{pull.name}" {kind}><site site="{pull.on}"/><site site="{end}"/></spatial>'
    )


def _motor(pull: Pull) -> str:
    """A motor whose force is the stack's weight; it shortens the line at a control of -1."""
    return f'<motor tendon="{pull.name}" gear="{GRAVITY_M_S2 * pull.stack_kg:.17g}"/>'


def _tree(segments: Sequence[Segment], parent: str | None, inside: dict[str, str]) -> str:
    found = ""
    for row in segments:
        if row.parent != parent:
            continue
        x, y = row.joint_in_parent_m if row.parent else (0.0, 0.0)
        slides = "".join(
            f'<joint name="root_{axis}" type="slide" axis="{direction} 0"/>'
            for axis, direction in (("x", "1 0"), ("y", "0 1"))
        )
        inertia = " ".join([f"{row.inertia_kgm2:.17g}"] * 3)
        found += (
            f'<body name="{row.name}" pos="{x:.17g} {y:.17g} 0">{"" if row.parent else slides}'
            f'<joint name="{row.coordinate}" axis="0 0 {row.sign}"/>'
            f'<inertial pos="{row.com_m[0]:.17g} {row.com_m[1]:.17g} 0" mass="{row.mass_kg:.17g}" '
            f'diaginertia="{inertia}"/>{inside[row.name]}{_tree(segments, row.name, inside)}</body>'
        )
    return found


def needed(
    person: Body, motion: Motion, load: Load, pulls: Sequence[Pull], external: Sequence[External]
) -> FloatArray:
    """What each coordinate (N, C) needs beyond gravity, load, pulls and the forces in `external`.

    The weight of a cable's stack is a motor of constant force on its tendon.
    """
    model = model_of(person, load, pulls)
    data = mujoco.MjData(model)
    data.ctrl[:] = -1.0
    order = [model.joint(name).dofadr[0] for name in person.coordinates]
    found = np.empty_like(motion[0])
    for sample, (q, qd, qdd) in enumerate(zip(*motion, strict=True)):
        data.qpos[order], data.qvel[order], data.qacc[order] = q, qd, qdd
        mujoco.mj_inverse(model, data)
        mujoco.mj_fwdActuation(model, data)
        given = applied(model, data, external, sample) + data.qfrc_actuator
        found[sample] = (data.qfrc_inverse - given)[order]
    return found
