"""Our body in Pinocchio, from the fields that `body --json` writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.check.evidence.engines.asked import Asked

pinocchio: Any = import_module("pinocchio")

VERSION = str(pinocchio.__version__)


def model_of(segments: Sequence[Mapping[str, Any]]) -> Any:
    """The body in Pinocchio: two slides and a turn at the root, a turn about z per segment.

    Every turn is counter-clockwise; a coordinate's sign is applied where its values come in.
    """
    model = pinocchio.Model()
    model.gravity.linear = np.array([0.0, -GRAVITY_M_S2, 0.0])
    for row in segments:
        if row["parent"] is None:
            below, place = 0, pinocchio.SE3.Identity()
            for name, slide in (
                ("root_x", pinocchio.JointModelPX()),
                ("root_y", pinocchio.JointModelPY()),
            ):
                below = model.addJoint(below, slide, place, name)
        else:
            below = model.getJointId(row["parent"])
            place = pinocchio.SE3(np.eye(3), np.array([*row["joint_in_parent_m"], 0.0]))
        joint = model.addJoint(below, pinocchio.JointModelRZ(), place, row["name"])
        inertia = pinocchio.Inertia(
            row["mass_kg"], np.array([*row["com_m"], 0.0]), np.eye(3) * row["inertia_kgm2"]
        )
        model.appendBodyToJoint(joint, inertia, pinocchio.SE3.Identity())
    return model


def needed(asked: Asked) -> FloatArray:
    """What each coordinate (N, C) needs beyond gravity and the external forces: N and N·m."""
    model = model_of(asked.segments)
    data = model.createData()
    turns = {row["coordinate"]: row for row in asked.segments}
    named = [turns[name]["name"] if name in turns else name for name in asked.coordinates]
    order = [model.joints[model.getJointId(name)].idx_v for name in named]
    sign = np.array([turns[name]["sign"] if name in turns else 1 for name in asked.coordinates])
    position, speed, rate = (np.zeros((len(asked.q), model.nv)) for _ in range(3))
    for filled, given in ((position, asked.q), (speed, asked.qd), (rate, asked.qdd)):
        filled[:, order] = given * sign
    on = [model.getJointId(force.on) for force in asked.external]
    found = np.empty_like(asked.q)
    for sample in range(len(asked.q)):
        pinocchio.forwardKinematics(model, data, position[sample])
        applied = [pinocchio.Force.Zero() for _ in range(model.njoints)]
        for joint, force in zip(on, asked.external, strict=True):
            x, y = force.point_m[sample]
            along, up = force.force_N[sample]
            turning = force.moment_Nm[sample] + x * up - y * along
            about_origin = pinocchio.Force(
                np.array([along, up, 0.0]), np.array([0.0, 0.0, turning])
            )
            applied[joint] += data.oMi[joint].actInv(about_origin)
        given_forces = pinocchio.StdVec_Force()
        given_forces.extend(applied)
        moments = pinocchio.rnea(
            model, data, position[sample], speed[sample], rate[sample], given_forces
        )
        found[sample] = moments[order] * sign
    return found
