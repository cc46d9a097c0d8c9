"""What a key pose aims at, as weighted rows over the unknowns."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.limits import GROUPED, SIDES, shares
from hinge_tutor.motion.unknowns import Unknowns, spread

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
    parts, wanted, weighted = _aims(unknowns.names, tuple(values.items()), tuple(weights.items()))
    return np.array([unknowns.row(part) for part in parts]), wanted, weighted


@lru_cache(maxsize=256)
def _aims(
    names: tuple[str, ...],
    values: tuple[tuple[str, float], ...],
    weights: tuple[tuple[str, float], ...],
) -> tuple[tuple[str, ...], FloatArray, FloatArray]:
    """What is aimed at, with values and weights: the same for every body."""
    named = {
        part: share * value
        for name, value in _plain_first(values)
        for part, share in spread(names, name).items()
    }
    stiff = {part: value for name, value in _plain_first(weights) for part in spread(names, name)}
    loose = {carrier(name) for name in named if carrier(name)}
    parts = tuple(
        part
        for part in dict.fromkeys((*stiff, *named))
        if (part in named or not carrier(part)) and part not in loose
    )
    wanted = frozen([named.get(part, 0.0) for part in parts])
    return parts, wanted, frozen([stiff.get(part, 1.0) for part in parts])


def carrier(name: str) -> str:
    """The coordinate that carries an absolute target, with its side; none for other names."""
    plain, side = _apart(name)
    return CARRIED[plain] + side if plain in CARRIED else ""


def _plain_first(names: tuple[tuple[str, float], ...]) -> list[tuple[str, float]]:
    """Names without a side before those with one, which replace them."""
    return sorted(names, key=lambda each: _apart(each[0])[1] != "")


def stiffness(unknowns: Unknowns, given: Mapping[str, float]) -> FloatArray:
    """Weight of each unknown (U,) in the correction, as a movement has it; 1 unless named."""
    return _stiffness(unknowns.names, tuple(given.items()))


@lru_cache(maxsize=256)
def _stiffness(names: tuple[str, ...], weighted: tuple[tuple[str, float], ...]) -> FloatArray:
    given = dict(weighted)
    carried = {coordinate: target for target, coordinate in CARRIED.items()}
    weights = np.ones(len(names))
    for number, name in enumerate(names):
        plain, side = _apart(name)
        group = next((group for group in GROUPED if plain in shares(group)), plain)
        other = carried.get(group, "")
        for key in (f"{group}{side}", group, f"{other}{side}", other):
            if key in given:
                weights[number] = given[key]
                break
    return frozen(weights)


def _apart(name: str) -> tuple[str, str]:
    """A name without its side, and the side as it is written at its end."""
    for side in SIDES:
        if name.endswith(f"_{side}"):
            return name.removesuffix(f"_{side}"), f"_{side}"
    return name, ""
