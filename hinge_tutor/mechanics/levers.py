"""How long the lever of a muscle group is at each joint it crosses, over a take.

With r the moment arm of a head (positive toward flexion, or dorsiflexion) and w = Fmax of the head
over its group's, per side:
    lever = -Σ w r
so that it is positive toward extension, as net moments are. Units: m. Source of the arms:
`assets/body/muscles.toml`, `trunk_muscles.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.muscle_groups import of_analysis
from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscles import SIDE, columns, size
from hinge_tutor.mechanics.spread import NOMINAL, Spread
from hinge_tutor.motion.take import Take

# The joints of which levers are told; the other lumbar joints are as the lowest one.
TOLD = ("hip", "knee", "ankle", "l5s1", "shoulder")


Levers = Mapping[str, Mapping[str, FloatArray]]


def levers(take: Take, side: str, spread: Spread = NOMINAL) -> Levers:
    """For each group of the analysis the joints it crosses, with its lever there (N,), m."""
    _, arms = lengths_and_arms(take.q[:, list(columns(take.body, side))])
    scaled = arms * (size(take.body) * spread.arm_factors())
    members = of_analysis()
    mean = -(scaled @ members.weights)
    return {
        group: {
            joint: frozen(mean[SIDE.index(joint), :, number])
            for joint in TOLD
            if np.abs(mean[SIDE.index(joint), :, number]).max() > 0.0
        }
        for number, group in enumerate(members.names)
    }
