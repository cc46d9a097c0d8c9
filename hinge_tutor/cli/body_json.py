"""A body as plain data: the object that `body --json` writes."""

from __future__ import annotations

import math
from typing import Any

from hinge_tutor.body import muscles
from hinge_tutor.body.linkage import Segment
from hinge_tutor.body.skeleton import Body

FORMAT = "hinge-tutor/body-1"


def body_json(body: Body) -> dict[str, Any]:
    """Everything another engine needs to rebuild the body; SI units, angles in degrees."""
    return {
        "format": FORMAT,
        "body": description(body),
        "segments": [_segment(segment) for segment in body.segments],
        "coordinates": list(body.coordinates),
        "lengths_m": dict(body.lengths_m),
        "landmarks": {
            name: {"segment": segment, "at_m": list(at)}
            for name, (segment, at) in body.landmarks.items()
        },
        "ranges_deg": {
            coordinate: [math.degrees(low), math.degrees(high)]
            for coordinate, (low, high) in body.limits.ranges.items()
        },
        "muscles": muscles.described(body),
    }


def description(body: Body) -> dict[str, Any]:
    """Which body this is, in the terms of its specification."""
    specification = body.specification
    return {
        "name": specification.name,
        "specification": specification.text,
        "sex": specification.sex,
        "height_m": specification.height_m,
        "mass_kg": specification.mass_kg,
        "femur_percent": specification.femur_percent,
        "torso_percent": specification.torso_percent,
        "tibia_percent": specification.tibia_percent,
        "ankle_deg": specification.ankle_deg,
        "hamstrings_deg": specification.hamstrings_deg,
        "strength_percent": specification.strength_percent,
    }


def _segment(segment: Segment) -> dict[str, Any]:
    return {
        "name": segment.name,
        "parent": segment.parent,
        "joint": segment.joint,
        "coordinate": segment.coordinate,
        "sign": segment.sign,
        "joint_in_parent_m": list(segment.joint_in_parent_m),
        "mass_kg": segment.mass_kg,
        "com_m": list(segment.com_m),
        "inertia_kgm2": segment.inertia_kgm2,
    }
