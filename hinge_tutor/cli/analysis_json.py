"""A repetition as plain data: the object that `analyze --json` writes.

SI units and radians; arrays over time have one entry for each of the N samples.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.cli.body_json import description
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.words import words
from hinge_tutor.mechanics.bracing import pressure_kept
from hinge_tutor.mechanics.dynamics import External
from hinge_tutor.mechanics.efforts import LEVELS, WORK_MODES
from hinge_tutor.mechanics.group_states import GroupStates
from hinge_tutor.mechanics.lumbar import disc_band
from hinge_tutor.mechanics.tissue_share import active_moments, passive_shares
from hinge_tutor.motion.take import Take

FORMAT = "hinge-tutor/analysis-1"


def analysis_json(repetition: Repetition, more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Everything that was computed about a repetition, with the keys the README documents.

    `more` are the objects that were asked for besides: the limit, the uncertainty.
    """
    take, loads, efforts = repetition.take, repetition.loads, repetition.efforts
    return {
        "format": FORMAT,
        "movement": take.movement.id,
        "body": description(take.body),
        "load": {"mass_kg": take.load.mass_kg, "at": take.load.at},
        "gravity_m_s2": loads.gravity,
        "status": take.status,
        "reason": None if take.reason is None else words().reason(take.reason),
        "coordinates": list(take.body.coordinates),
        "time_s": take.time_s.tolist(),
        "phase": list(take.phase),
        "q": _columns(take.body.coordinates, take.q),
        "qd": _columns(take.body.coordinates, take.qd),
        "qdd": _columns(take.body.coordinates, take.qdd),
        "points_m": _points(take),
        "targets": {
            "com_x_m": take.com_target_x_m.tolist(),
            "contacts": _contacts(take),
        },
        "com_m": take.com_m.tolist(),
        "cop_m": loads.cop_m.tolist(),
        "contacts": {
            force.name: {"point_m": force.point_m.tolist(), "force_N": force.force_N.tolist()}
            for force in loads.supports
        },
        "external": {force.name: _external(force) for force in loads.external},
        "net_moment_Nm": _series(loads.net_moment_Nm),
        "passive_moment_Nm": _series(efforts.passive_moment_Nm),
        "active_moment_Nm": _series(active_moments(loads.net_moment_Nm, efforts.passive_moment_Nm)),
        "passive_share": _series(passive_shares(loads.net_moment_Nm, efforts.passive_moment_Nm)),
        "effort": _columns(efforts.muscles, efforts.activation),
        "effort_group": _columns(efforts.groups, efforts.effort),
        "level": _named(efforts.groups, efforts.level.T.tolist(), LEVELS),
        "work_mode": _named(efforts.groups, efforts.work_mode.T.tolist(), WORK_MODES),
        "muscle_length": _columns(efforts.groups, efforts.group_length),
        "anatomical": _anatomical(efforts.anatomical),
        "reserve_Nm": _series(efforts.reserve_Nm),
        "l5s1_compression_N": efforts.l5s1_compression_N.tolist(),
        "l5s1_shear_N": efforts.l5s1_shear_N.tolist(),
        "l5s1_compression_band_N": _band(efforts.l5s1_compression_N, pressure_kept(take)),
        "l5s1_shear_band_N": _band(efforts.l5s1_shear_N),
        "measures": {name: _measure(value) for name, value in repetition.measures.items()},
        "findings": [
            {
                "rule": finding.rule,
                "fault": finding.fault,
                "from_s": finding.from_s,
                "to_s": finding.to_s,
                "value": finding.value,
                "limit": finding.limit,
            }
            for finding in repetition.findings
        ],
        **(more or {}),
    }


def _points(take: Take) -> dict[str, Any]:
    names = tuple(take.body.landmarks)
    at = take.pose.points(names)
    return {name: at[:, number].tolist() for number, name in enumerate(names)}


def _contacts(take: Take) -> dict[str, list[list[float] | None]]:
    """Where each point is kept, over time; null while nothing keeps it."""
    found: dict[str, list[list[float] | None]] = {}
    for contact in take.contacts:
        kept = found.setdefault(contact.point, [None] * len(take.time_s))
        for number in np.flatnonzero(take.during(contact.phases)):
            kept[number] = list(contact.target_m)
    return found


def _external(force: External) -> dict[str, Any]:
    return {
        "on": force.on,
        "point_m": force.point_m.tolist(),
        "force_N": force.force_N.tolist(),
        "moment_Nm": force.moment_Nm.tolist(),
    }


def _columns(names: Iterable[str], table: FloatArray) -> dict[str, Any]:
    """An array (N, K) as one list over time for each of the K names."""
    return dict(zip(names, table.T.tolist(), strict=True))


def _series(values: Mapping[str, FloatArray]) -> dict[str, Any]:
    return {name: series.tolist() for name, series in values.items()}


def _anatomical(states: GroupStates) -> dict[str, Any]:
    """Effort, level, way of working and length of the muscles by their anatomical names."""
    return {
        "effort": _columns(states.groups, states.effort),
        "level": _named(states.groups, states.level.T.tolist(), LEVELS),
        "work_mode": _named(states.groups, states.work_mode.T.tolist(), WORK_MODES),
        "muscle_length": _columns(states.groups, states.length),
    }


def _measure(value: float | FloatArray) -> Any:
    """A number, or one for each sample: null where the measure says nothing."""
    if isinstance(value, float | int):
        return value
    return [each if math.isfinite(each) else None for each in value.tolist()]


def _band(value: FloatArray, pressure: FloatArray | None = None) -> dict[str, list[float]]:
    low, high = disc_band(value, pressure)
    return {"low": low.tolist(), "high": high.tolist()}


def _named(groups: Iterable[str], columns: list[list[int]], names: tuple[str, ...]) -> Any:
    """Numbers (K, N) that stand for words, as the words."""
    return {
        group: [names[number] for number in column]
        for group, column in zip(groups, columns, strict=True)
    }
