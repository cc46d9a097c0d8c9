"""What a key pose aims at, as weighted rows over the unknowns."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.limits import GROUPED, SIDES, shares
from hinge_tutor.motion.unknowns import Unknowns

# The coordinate that carries an absolute target.
CARRIED = {
    "arm_angle": "shoulder_flexion",
    "gaze": "head_flexion",
    "pelvis_pitch": "root_pitch",
}


def as_targets(
    unknowns: Unknowns, values: Mapping[str, float], weights: Mapping[str, float]
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Target rows (T, U), values and weights: every weighted name to its target, 0 unless named.

    A name with a side goes before the one without. Where an absolute target (arm angle, gaze,
    pelvis pitch) is given, the coordinate that carries it is free.
    """
    named = {
        part: share * values[name]
        for name in _plain_first(values)
        for part, share in unknowns.spread(name).items()
    }
    stiff = {
        part: weights[name] for name in _plain_first(weights) for part in unknowns.spread(name)
    }
    loose = {carrier(name) for name in named if carrier(name)}
    rows, wanted, weighted = [], [], []
    for part in dict.fromkeys((*stiff, *named)):
        if (carrier(part) and part not in named) or part in loose:
            continue
        rows.append(unknowns.row(part))
        wanted.append(named.get(part, 0.0))
        weighted.append(stiff.get(part, 1.0))
    return np.array(rows), np.array(wanted), np.array(weighted)


def carrier(name: str) -> str:
    """The coordinate that carries an absolute target, with its side; none for other names."""
    plain, side = _apart(name)
    return CARRIED[plain] + side if plain in CARRIED else ""


def _plain_first(names: Mapping[str, float]) -> list[str]:
    """Names without a side before those with one, which replace them."""
    return sorted(names, key=lambda name: _apart(name)[1] != "")


def stiffness(unknowns: Unknowns, given: Mapping[str, float]) -> FloatArray:
    """Weight of each unknown (U,) in the correction, as a movement has it; 1 unless named."""
    carried = {coordinate: target for target, coordinate in CARRIED.items()}
    weights = np.ones(len(unknowns.names))
    for number, name in enumerate(unknowns.names):
        plain, side = _apart(name)
        group = next((group for group in GROUPED if plain in shares(group)), plain)
        other = carried.get(group, "")
        for key in (f"{group}{side}", group, f"{other}{side}", other):
            if key in given:
                weights[number] = given[key]
                break
    return weights


def _apart(name: str) -> tuple[str, str]:
    """A name without its side, and the side as it is written at its end."""
    for side in SIDES:
        if name.endswith(f"_{side}"):
            return name.removesuffix(f"_{side}"), f"_{side}"
    return name, ""
