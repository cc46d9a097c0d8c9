"""Hands that lean on a wall are drawn upright with the palm on it.

What is solved holds one place of the hand on the wall and leaves the wrist to its targets, so that
a hand may stand across the wall. For the picture the hand is turned upright about the place that
touches, and the arm follows: with S the shoulder, W the wrist, a and b the lengths of upper arm and
forearm, D = |W - S|, the elbow lies at

    E = S + (W - S) / D (a cos α ± i a sin α),   cos α = (a² + D² - b²) / 2 a D

on the side on which it was. Where the arm would be too short for that, the hand leans higher up, as
much as it takes in the whole motion, so that it does not slide. Where both hands lean, the far one
stays as far behind its place as far arms are drawn ahead, so that one wall carries both. The nearer
a hand comes to its place, the more of all this it does, so that nothing jumps. In m; a hand moves
by some cm, which no number on screen would show.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.motion.supports import FLOOR_RAD, Support
from hinge_tutor.motion.take import Take
from hinge_tutor.stage.far_side import FAR_ARM_MM

# From so far away on a hand begins to turn toward its place on the wall.
NEAR_M = 0.3
# Fingers up; the palm then faces forward.
UPRIGHT_RAD = np.pi
LANDMARK = "hand"
FAR = "far"


def leaned(take: Take, pose: Pose) -> Pose:
    """The pose, or poses, with each hand that leans on a wall laid on it."""
    for support, side in _leaning(take):
        pose = _laid(pose, support, side, _moved(take, side))
    return pose


def _leaning(take: Take) -> list[tuple[Support, str]]:
    """The supports at which hands lean on a wall, with the sides of the hands."""
    parts = [(support, *support.on.rpartition("_")[::2]) for support in take.supports]
    return [
        (support, side)
        for support, part, side in parts
        if part == LANDMARK and support.normal != FLOOR_RAD
    ]


@lru_cache(maxsize=16)
def _moved(take: Take, side: str) -> complex:
    """How far from where it is solved a hand leans: all as high as the one that must lean highest,
    and the far one of two behind.
    """
    leaning = _leaning(take)
    both = len({side for _, side in leaning}) > 1
    behind = {other: FAR_ARM_MM / 1000.0 if both and other == FAR else 0.0 for _, other in leaning}
    higher = max(_higher(take, support, other, behind[other]) for support, other in leaning)
    return complex(-behind[side], higher)


def _higher(take: Take, support: Support, side: str, behind: float) -> float:
    """How much higher than solved a hand leans, so that its arm is never too short."""
    shoulder, elbow, wrist = _arm(take.pose, side)
    touch = _point(take.pose, f"{LANDMARK}_{side}")
    wanted = touch - behind + 1j * np.abs(touch - wrist) * np.exp(1j * UPRIGHT_RAD)
    reach = np.abs(elbow - shoulder) + np.abs(wrist - elbow)
    across = np.minimum((wanted - shoulder).real, reach)
    lacking = shoulder.imag - np.sqrt(reach**2 - across**2) - wanted.imag
    touching = np.array([support.touches(phase) for phase in take.phase])
    return max(0.0, float(lacking[touching].max(initial=0.0)))


def _laid(pose: Pose, support: Support, side: str, moved: complex) -> Pose:
    shoulder, elbow, wrist = _arm(pose, side)
    touch = _point(pose, f"{LANDMARK}_{side}")
    place = complex(*support.targets_m[0])
    away = np.minimum(np.abs(touch - place) / NEAR_M, 1.0)
    share = 1.0 - away * away * (3.0 - 2.0 * away)
    if not share.any():
        return pose
    grip = np.abs(touch - wrist)
    wanted = touch + moved + 1j * grip * np.exp(1j * UPRIGHT_RAD)
    upper, lower = np.abs(elbow - shoulder), np.abs(wrist - elbow)
    bent = _elbow(shoulder, wanted, upper, lower, elbow)
    turns = (
        _turn(elbow - shoulder, bent - shoulder),
        _turn(wrist - elbow, wanted - bent),
        _turn(touch - wrist, -1j * np.exp(1j * UPRIGHT_RAD)),
    )
    q = pose.q.copy()
    before: FloatArray | float = 0.0
    for coordinate, turn in zip(("shoulder", "elbow", "wrist"), turns, strict=True):
        # All three turn counter-clockwise, each against the part above it.
        q[..., pose.body.index(f"{coordinate}_flexion_{side}")] += share * (turn - before)
        before = turn
    return Pose(pose.body, q)


def _elbow(
    shoulder: ComplexArray,
    wrist: ComplexArray,
    upper: FloatArray,
    lower: FloatArray,
    was: ComplexArray,
) -> ComplexArray:
    """Where the elbow is for a wrist, on the side on which it was; a longer way stretches it."""
    way = wrist - shoulder
    span = np.maximum(np.abs(way), 1e-9)
    cosine = np.clip((upper**2 + span**2 - lower**2) / (2 * upper * span), -1.0, 1.0)
    side = np.where(((was - shoulder) * way.conjugate()).imag >= 0.0, 1.0, -1.0)
    found: ComplexArray = shoulder + way / span * upper * np.exp(1j * side * np.arccos(cosine))
    return found


def _turn(was: ComplexArray, now: ComplexArray | complex) -> FloatArray:
    turned: FloatArray = np.angle(now / was)
    return turned


def _arm(pose: Pose, side: str) -> tuple[ComplexArray, ComplexArray, ComplexArray]:
    """Shoulder, elbow and wrist."""
    shoulder, elbow, wrist = (
        _joint(pose, f"{part}_{side}") for part in ("upper_arm", "forearm", LANDMARK)
    )
    return shoulder, elbow, wrist


def _joint(pose: Pose, segment: str) -> ComplexArray:
    return _complex(pose.origins[..., pose.body.linkage.index[segment], :])


def _point(pose: Pose, name: str) -> ComplexArray:
    return _complex(pose.point(name))


def _complex(xy: FloatArray) -> ComplexArray:
    found: ComplexArray = np.ascontiguousarray(xy).view(np.complex128)[..., 0]
    return found
