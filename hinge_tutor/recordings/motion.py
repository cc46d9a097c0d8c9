"""A recording fitted to a body: its coordinates over the whole time, and what is known about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray
from hinge_tutor.body.kinematics import Pose, row_of
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import Body

# More frames a second than these say nothing new about a fold: ten times its fastest part.
ENOUGH_HZ = 50.0
# Who stands still moves no slower than this sways (5 cm/s, 20 degrees/s), for so long.
QUIET_M_S, QUIET_RAD_S = 0.05, 0.35
STANDING_S = 0.5
# What is untold where no place was recorded: whether the weight is over the foot.
WEIGHT = "weight"


@dataclass(frozen=True)
class Reading:
    """What was read and how: what a person wants to check before believing the rest.

    `source` is the set of markers, empty for angles; `used` and `ignored` name markers or
    coordinates. `units`, `up`, `forward`, `facing` as in `sagittal.py`, empty for angles;
    `degrees` is None for markers. `computed` counts hip centers computed from the pelvis.
    """

    format: str
    source: str
    used: tuple[str, ...]
    ignored: tuple[str, ...]
    rate_hz: float
    seconds: float
    cutoff_hz: float
    units: str = ""
    up: str = ""
    forward: str = ""
    facing: str = ""
    flat: bool = False
    both_sides: bool = True
    computed: int = 0
    degrees: bool | None = None
    off_mm: float = 0.0


@dataclass(frozen=True, eq=False)
class Motion:
    """Coordinates (N, C) of a body at even times (N,), the feet near the origin.

    `filled` (N,) where something was filled, `blind` (N,) where too much was lost to say anything.
    `standing` (C,) is the pose that changes are measured from; `untold` are the coordinates and
    groups that the recording says nothing about.
    """

    body: Body
    time_s: FloatArray
    q: FloatArray
    filled: BoolArray
    blind: BoolArray
    standing: FloatArray
    untold: frozenset[str]
    reading: Reading

    @property
    def fold_deg(self) -> FloatArray:
        """How far the body is folded (N,): hip, knee and spine, less that in standing."""
        rows = [row_of(self.body, name) for name in ("lumbar_flexion", "thoracic_flexion")]
        for joint in ("hip_flexion", "knee_flexion"):
            rows += [row_of(self.body, f"{joint}_{side}") / 2.0 for side in SIDES]
        total = np.sum(rows, axis=0)
        found: FloatArray = np.degrees((self.q - self.standing) @ total)
        return found


def quiet_standing(
    time_s: FloatArray, tall: FloatArray, speed: FloatArray, close: float, quiet: float
) -> BoolArray:
    """Frames (N,) in which somebody stands: the first STANDING_S that are tall and quiet.

    `tall` (N,) is how upright the body is, in any unit, `close` how near to its most still counts;
    where nobody is quiet while tall, the tallest moments have to do.
    """
    if not np.isfinite(tall).any():
        return np.ones(len(tall), dtype=bool)
    most = float(np.nanquantile(tall, 0.98))
    upright = np.nan_to_num(tall, nan=-np.inf) >= most - close
    still = upright & (np.nan_to_num(speed, nan=np.inf) < quiet)
    step = float(time_s[1] - time_s[0])
    needed = max(3, round(STANDING_S / step))
    edges = np.flatnonzero(np.diff(np.concatenate(([0], still.astype(np.int8), [0]))))
    chosen = np.zeros(len(tall), dtype=bool)
    runs = list(zip(edges[::2], edges[1::2], strict=True))
    long = [run for run in runs if run[1] - run[0] >= needed] or sorted(
        runs, key=lambda run: run[0] - run[1]
    )
    if not long:
        return upright
    first, last = long[0]
    chosen[first : min(last, first + needed)] = True
    return chosen


def foot_flat(body: Body, q: FloatArray) -> FloatArray:
    """The same coordinates (C,) with both feet level: the ankles make up for the legs."""
    found = q.copy()
    pose = Pose(body, q)
    for side in SIDES:
        found[body.index(f"ankle_dorsiflexion_{side}")] -= float(pose.angle(f"foot_{side}"))
        found[body.index(f"toe_extension_{side}")] = 0.0
    return found


def sides_of(names: Sequence[str]) -> tuple[str, ...]:
    """Names of joints on both sides."""
    return tuple(f"{name}_{side}" for name in names for side in SIDES)
