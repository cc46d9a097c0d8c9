"""Follows markers with a body: scales it to the standing person, and reads off where each sits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.linkage import Place
from hinge_tutor.body.skeleton import Body
from hinge_tutor.body.specification import Specification
from hinge_tutor.recordings.fitting import MARKER_M, Seen, Unknowns, along, fit, told
from hinge_tutor.recordings.motion import QUIET_M_S, foot_flat, quiet_standing
from hinge_tutor.recordings.places import LEFT, RIGHT, Spot, standing_m, usual_place
from hinge_tutor.recordings.sagittal import Sagittal, middle
from hinge_tutor.recordings.scaling import scaled, with_hips

_HIGH, _TALL_M = ("c7", "acromion", "shoulder"), 0.015
_SECONDS_APART = 0.1
# A standing person's spine and neck are ours by definition; hips and trunk lean by a few degrees.
_STANDING_RAD = {
    "lumbar_flexion": 0.02,
    "thoracic_flexion": 0.02,
    "neck_flexion": 0.02,
    "head_flexion": 0.02,
    "toe_extension": 0.02,
    "wrist_flexion": 0.02,
    "root_pitch": 0.1,
}


@dataclass(frozen=True, eq=False)
class Followed:
    """What the fit found: the body, q (N, C), standing (C,), what is untold, how far off it is.

    `computed` hips follow from the pelvis; `both` sides were recorded.
    """

    body: Body
    q: FloatArray
    standing: FloatArray
    untold: frozenset[str]
    off_m: float
    computed: int
    both: bool


@dataclass(frozen=True, eq=False)
class _Planar:
    """Known markers seen from the side: x and y (N, M), complex, m, and where each sits."""

    spots: tuple[Spot, ...]
    at: ComplexArray
    sides: tuple[str, ...]
    computed: int


def _planar(view: Sagittal, spots: Sequence[Spot], xyz: FloatArray) -> _Planar:
    both = all(
        any(spot == Spot(place, side) for spot in spots)
        for place in ("knee", "ankle")
        for side in (RIGHT, LEFT)
    )
    all_spots, points, computed = with_hips(spots, xyz)
    at = points @ np.stack([view.forward_axis, view.up_axis], axis=1)
    sides = ["near" if not both or spot.side in ("", view.near) else "far" for spot in all_spots]
    return _Planar(tuple(all_spots), at[..., 0] + 1j * at[..., 1], tuple(sides), computed)


def follow(
    name: str,
    view: Sagittal,
    spots: Sequence[Spot],
    xyz: FloatArray,
    given: Specification,
    time_s: FloatArray,
) -> Followed:
    """Scales a body to a standing person, reads off where its markers sit, and follows these."""
    planar = _planar(view, spots, xyz)
    both = "far" in planar.sides
    standing = _stands(spots, xyz, view, time_s)
    mean_at = _mean(planar.at[standing])
    all_spots, points, _ = with_hips(spots, xyz)
    body = scaled(name, given, all_spots, points, mean_at.imag)
    unknowns = Unknowns(body, both)
    u_standing = _standing(unknowns, planar, mean_at)
    q = foot_flat(body, unknowns.expand @ u_standing)
    shift, marks = _marks(body, q, planar, mean_at)
    measured = len(planar.spots) - planar.computed
    kept = [at for at in range(measured) if np.isfinite(mean_at[at])]
    seen = Seen(
        body.linkage.rows([marks[at] for at in kept]),
        planar.at[:, kept] + shift,
        np.full((len(time_s), len(kept)), MARKER_M),
    )
    mean = np.tile(unknowns.of(q), (len(time_s), 1))
    every = max(1, round(_SECONDS_APART / float(time_s[1] - time_s[0])))
    start = along(unknowns, seen, mean, unknowns.spread, every)
    u = fit(unknowns, seen, mean, unknowns.spread, start)
    known = told(unknowns, seen, u, unknowns.spread)
    untold = frozenset(unknowns.names) - known
    off = _off(unknowns, seen, u)
    return Followed(body, u @ unknowns.expand.T, q, untold, off, planar.computed, both)


def _marks(
    body: Body, q: FloatArray, planar: _Planar, mean_at: ComplexArray
) -> tuple[complex, list[Place]]:
    """How far to move everything so that the standing person (C,) stands at the origin, on the
    ground, and where each marker then sits on its segment; `q` is moved, too.
    """
    pose = Pose(body, q)
    heels = pose.points(("heel_near", "heel_far"))
    ankles = pose.points(("ankle_near", "ankle_far"))
    shift = complex(-float(ankles[:, 0].mean()), -float(heels[:, 1].mean()))
    q[:2] += shift.real, shift.imag
    pose = Pose(body, q)
    marks: list[Place] = []
    for spot, side, at in zip(planar.spots, planar.sides, mean_at + shift, strict=True):
        segment, _ = usual_place(body, spot, side)
        number = body.linkage.index[segment]
        origin = complex(*pose.origins[number])
        own = (at - origin) * np.conj(pose.directions[number])
        marks.append((segment, (float(own.real), float(own.imag))))
    return shift, marks


def _stands(
    spots: Sequence[Spot], xyz: FloatArray, view: Sagittal, time_s: FloatArray
) -> BoolArray:
    high, low = middle(spots, xyz, _HIGH), middle(spots, xyz, ("ankle",))
    if high is None or low is None:
        high, low = xyz.max(axis=1), xyz.min(axis=1)
    tall = (high - low) @ view.up_axis
    moved = np.gradient(xyz, time_s, axis=0)
    size = np.linalg.norm(moved, axis=2)
    some = ~np.isnan(size)
    total = np.where(some, size, 0.0).sum(axis=1)
    speed = np.divide(
        total, some.sum(axis=1), out=np.full(len(xyz), np.nan), where=some.any(axis=1)
    )
    return quiet_standing(time_s, tall, speed, _TALL_M, QUIET_M_S)


def _mean(at: ComplexArray) -> ComplexArray:
    """The mean of each marker (M,) over the frames in which it is seen."""
    some = ~np.isnan(at)
    total = np.where(some, at, 0.0).sum(axis=0)
    count = some.sum(axis=0)
    found = np.full(at.shape[1], complex(np.nan, np.nan))
    found[count > 0] = total[count > 0] / count[count > 0]
    return found


def _standing(unknowns: Unknowns, planar: _Planar, mean_at: ComplexArray) -> FloatArray:
    """The unknowns (U,) of the standing person, by where joints usually are on us."""
    body = unknowns.body
    chosen = [
        at
        for at, spot in enumerate(planar.spots)
        if standing_m(spot) > 0.0 and np.isfinite(mean_at[at])
    ]
    rows = body.linkage.rows(
        [usual_place(body, planar.spots[at], planar.sides[at]) for at in chosen]
    )
    sigma = np.array([[standing_m(planar.spots[at]) for at in chosen]])
    mean = np.zeros((1, len(unknowns.names)))
    hips = [at for at, spot in enumerate(planar.spots) if spot.place == "hip"]
    middle = complex(np.nanmean(mean_at[hips].real), np.nanmean(mean_at[hips].imag))
    mean[0, :2] = middle.real, middle.imag
    seen = Seen(rows, mean_at[None, chosen], sigma)
    found: FloatArray = fit(unknowns, seen, mean, unknowns.spreads(_STANDING_RAD), mean)[0]
    return found


def _off(unknowns: Unknowns, seen: Seen, u: FloatArray) -> float:
    """Root mean square of how far markers are from where the body has them, m."""
    pose = Pose(unknowns.body, u @ unknowns.expand.T)
    z = pose.directions @ seen.rows.T + (pose.q[:, 0] + 1j * pose.q[:, 1])[:, None]
    off = np.abs(z - seen.at) ** 2
    return float(np.sqrt(np.nanmean(off)))
