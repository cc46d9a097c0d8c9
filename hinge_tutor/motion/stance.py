"""How a movement stands on the ground: contact rows, balance and what they are kept to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.rows import Rows, balance_row, landmark_rows
from hinge_tutor.motion.take import Contact, Load

# The heel fixes the foot's place; ball and toe tip only keep it flat, since their distance from
# the heel is the foot's own.
AXES = {"heel": ("x", "y"), "ball": ("y",), "toe_tip": ("y",)}


@dataclass(frozen=True, eq=False)
class Stance:
    """Rows that hold at every sample, with their values in m; balance is the last row."""

    rows: Rows
    values: FloatArray
    contacts: tuple[Contact, ...]


def stance(body: Body, points: tuple[str, ...], symmetric: bool, load: Load) -> Stance:
    """Both feet flat, the ankle above the origin, the center of mass over its target."""
    contacts = tuple(
        Contact(f"{point}_{side}", body.landmarks[f"{point}_{side}"][0], _ground(body, point))
        for side in SIDES
        for point in points
    )
    held = contacts[: len(points)] if symmetric else contacts
    wanted = [
        (contact.point, axis) for contact in held for axis in AXES[contact.point.rsplit("_", 1)[0]]
    ]
    values = [
        contact.target_m[0] if axis == "x" else contact.target_m[1]
        for contact in held
        for axis in AXES[contact.point.rsplit("_", 1)[0]]
    ]
    rows = landmark_rows(body, wanted).both(balance_row(body, load.mass_kg))
    return Stance(rows, np.append(values, body.com_target_x_m), contacts)


def _ground(body: Body, point: str) -> tuple[float, float]:
    """Where a point of a flat foot lies, its ankle above the origin."""
    heel = body.landmarks["heel_near"][1][0]
    ball = body.segment("toes_near").joint_in_parent_m[0]
    ahead = {"heel": heel, "ball": ball, "toe_tip": ball + body.landmarks["toe_tip_near"][1][0]}
    return ahead[point], 0.0
