"""Our body in OpenSim, from the fields that `body --json` writes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.linkage import GRAVITY_M_S2
from hinge_tutor.check.evidence.engines.asked import Asked

opensim: Any = import_module("opensim")

VERSION = str(opensim.__version__)


def model_of(segments: Sequence[Mapping[str, Any]]) -> Any:
    """The body in OpenSim: a planar joint at the root, a pin per segment.

    Every turn is counter-clockwise; a coordinate's sign is applied where its values come in.
    """
    model = opensim.Model()
    model.setGravity(opensim.Vec3(0.0, -GRAVITY_M_S2, 0.0))
    nowhere = opensim.Vec3(0.0)
    bodies = {None: model.getGround()}
    for row in segments:
        inertia = opensim.Inertia(*[row["inertia_kgm2"]] * 3)
        body = opensim.Body(row["name"], row["mass_kg"], opensim.Vec3(*row["com_m"], 0.0), inertia)
        parent = bodies[row["parent"]]
        name = f"at_{row['name']}"
        if row["parent"] is None:
            joint = opensim.PlanarJoint(name, parent, nowhere, nowhere, body, nowhere, nowhere)
            names: tuple[str, ...] = (row["coordinate"], "root_x", "root_y")
        else:
            place = opensim.Vec3(*row["joint_in_parent_m"], 0.0)
            joint = opensim.PinJoint(name, parent, place, nowhere, body, nowhere, nowhere)
            names = (row["coordinate"],)
        for number, coordinate in enumerate(names):
            joint.upd_coordinates(number).setName(coordinate)
            joint.upd_coordinates(number).set_clamped(False)
        model.addBody(body)
        model.addJoint(joint)
        bodies[row["name"]] = body
    return model


def needed(asked: Asked) -> FloatArray:
    """What each coordinate (N, C) needs beyond gravity and the external forces: N and N·m."""
    model = model_of(asked.segments)
    state = model.initSystem()
    solver = opensim.InverseDynamicsSolver(model)
    order = _order(model, state, asked.coordinates)
    signs = {row["coordinate"]: row["sign"] for row in asked.segments}
    sign = np.array([signs.get(name, 1) for name in asked.coordinates])
    matter = model.getMatterSubsystem()
    on = [model.getBodySet().get(force.on) for force in asked.external]
    found = np.empty_like(asked.q)
    for sample in range(len(asked.q)):
        state.setQ(_vector(order, asked.q[sample] * sign))
        state.setU(_vector(order, asked.qd[sample] * sign))
        model.realizeVelocity(state)
        moments = solver.solve(state, _vector(order, asked.qdd[sample] * sign)).to_numpy()
        applied = np.zeros(len(moments))
        for body, force in zip(on, asked.external, strict=True):
            origin = body.getPositionInGround(state)
            x, y = force.point_m[sample] - (origin[0], origin[1])
            along, up = force.force_N[sample]
            turning = force.moment_Nm[sample] + x * up - y * along
            wrench = opensim.SpatialVec(
                opensim.Vec3(0.0, 0.0, turning), opensim.Vec3(along, up, 0.0)
            )
            moved = opensim.Vector()
            matter.multiplyByFrameJacobianTranspose(
                state, body.getMobilizedBodyIndex(), opensim.Vec3(0.0), wrench, moved
            )
            applied += moved.to_numpy()
        found[sample] = (moments - applied)[order] * sign
    return found


def _order(model: Any, state: Any, coordinates: Sequence[str]) -> list[int]:
    """Where each coordinate stands in the engine's own vectors, by moving one at a time."""
    places = []
    for name in coordinates:
        state.setQ(opensim.Vector(state.getNQ(), 0.0))
        model.getCoordinateSet().get(name).setValue(state, 1.0, False)
        places.append(int(np.argmax(np.abs(state.getQ().to_numpy()))))
    return places


def _vector(order: Sequence[int], values: FloatArray) -> Any:
    placed = np.zeros(len(values))
    placed[list(order)] = values
    return opensim.Vector.createFromMat(placed)
