"""A movement between others: each key pose is as near as it can be to the mean of theirs.

With shares s_k ≥ 0, Σ s_k = 1, and u_k the solved key poses of the movements on this body, with
this load and for this hand height, each key pose of the blend is
    min Σ_j W_j (r_j u - t_j)²,   t = Σ s_k r u_k,   W_j = Π W_kj ^ s_k
over all that stand within this body's limits. r reads every unknown, the root's too; a shoulder
from which the arm hangs by the arm's angle to the vertical.
The weights W differ a thousandfold between movements, so their logarithms are mixed. Then
    onset = Σ s_k onset_k    (0, 1) where a movement has none
    seconds = Σ s_k seconds_k;  so are mixed where the weight is kept, and the trunk's pressure
At a corner, s_k = 1, the blend is that movement itself. Limits are linear, so a mean keeps them;
contacts and balance bend, and the nearest pose that has them is a small step away. The goals of a
movement (a thigh that is level) have done their part in u_k and are not asked for again.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.corners import BlendError, Corner, Mix, alike, carry, corners, with_its_own
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.faults import FaultError, changed
from hinge_tutor.motion.movement import Movement, load_movement
from hinge_tutor.motion.phases import Phase
from hinge_tutor.motion.pose_rows import KeyPose
from hinge_tutor.motion.take import Load, Reason
from hinge_tutor.motion.targets import CARRIED

# What a blend is called where its words are looked up.
BLEND = "blend"
# Parts the name of a blended key pose from those that it lies between.
BETWEEN = "~"
WHOLE_PHASE = (0.0, 1.0)
# Shares add up to 1 but for the rounding of a few sums.
SUM = 1e-9
# A target without a weight weighs as much as `as_targets` and `stiffness` give it.
USUAL_WEIGHT = 1.0


def checked(mix: Mix) -> Mix:
    """The shares of a blend that are more than nothing; raises BlendError unless they are one."""
    for name, share in mix:
        if not (math.isfinite(share) and 0.0 <= share <= 1.0):
            raise BlendError(f"The share of {name} is {100 * share:g} %; give 0 to 100.")
    total = sum(share for _, share in mix)
    if abs(total - 1.0) > SUM:
        raise BlendError(f"The shares of a blend are {100 * total:g} % together; they must be 100.")
    if len({name for name, _ in mix}) < len(mix):
        raise BlendError("A movement is given twice in one blend; name each once.")
    return tuple((name, share) for name, share in mix if share > 0.0)


def whole(movement: str, others: Mix) -> Mix:
    """All shares of a blend of which a movement has what the others leave; raises BlendError."""
    left = 1.0 - sum(share for _, share in others)
    if left < -SUM:
        raise BlendError(
            f"The shares beside {movement} are {100 * (1.0 - left):g} % together; 100 are the most."
        )
    return checked(((movement, max(left, 0.0)), *others))


def blended(
    mix: Mix,
    body: Body,
    load: Load | None = None,
    hand_height_m: float | None = None,
    wrong: Mix = (),
) -> tuple[Movement, Reason | None]:
    """The movement between others for one body; a movement with the whole share is itself.

    `wrong` are faults with their shares, of the movements to which they belong. The reason says
    why this body cannot do one of them at all, so that it stands in its place. Raises BlendError
    for movements that have nothing between them, FaultError, UnknownMovement.
    """
    wanted = checked(mix)
    if len(mix) == 1:
        return changed(load_movement(wanted[0][0]), dict(wrong)), None
    wrong = _belonging(wrong, [name for name, _ in mix])
    if len(wanted) == 1:
        return with_its_own(wanted[0][0], wrong), None
    names, shares = tuple(name for name, _ in wanted), [share for _, share in wanted]
    found = corners(names, body, load, hand_height_m, wrong)
    held_back = next((each.reason for each in found if each.stays), None)
    return replace(between(found, shares, names), faults=wrong), held_back


def blendable(mix: Mix, wrong: Mix = ()) -> None:
    """Raises BlendError, FaultError or UnknownMovement for what no body could blend."""
    alike([name for name, _ in checked(mix)])
    _belonging(wrong, [name for name, _ in mix])


def _belonging(wrong: Mix, names: Sequence[str]) -> Mix:
    """Faults of which each belongs to one of the movements at least, without those of no share."""
    for fault, _ in wrong:
        if fault not in faults() or not set(names) & set(faults()[fault].on):
            raise FaultError(f'The fault "{fault}" does not belong to {" or ".join(names)}.')
    return tuple((fault, share) for fault, share in wrong if share > 0.0)


def between(found: Sequence[Corner], shares: Sequence[float], names: Sequence[str]) -> Movement:
    """The movement with those shares of the corners."""
    ways = list(zip(found, shares, strict=True))
    first = found[0].movement
    poses: dict[str, KeyPose] = {}

    def pose(boundary: int) -> str:
        called = [each.movement.start for each in found]
        if boundary:
            called = [each.movement.phases[boundary - 1].pose for each in found]
        same = len(set(called)) == 1
        name = called[0] if same else BETWEEN.join(called)
        if name not in poses:
            ahead = sum(
                share * each.movement.poses[own].weight_ahead_foot
                for own, (each, share) in zip(called, ways, strict=True)
            )
            poses[name] = KeyPose(_targets(found, aim(found, shares, boundary)), {}, ahead)
        return name

    start = pose(0)
    phases = tuple(
        replace(
            phase,
            pose=pose(number + 1),
            seconds=sum(share * each.movement.phases[number].seconds for each, share in ways),
            onset=_onset([(each.movement.phases[number], share) for each, share in ways]),
            muscles=(),
        )
        for number, phase in enumerate(first.phases)
    )
    return replace(
        first,
        id=BLEND,
        phases=phases,
        poses=poses,
        start=start,
        weights=weights(found, shares),
        reach={},
        rack={},
        front_rack={},
        props=tuple(
            prop for prop in first.props if all(prop in each.movement.props for each in found)
        ),
        trunk_pressure=sum(share * each.movement.trunk_pressure for each, share in ways),
        blend=tuple(zip(names, shares, strict=True)),
    )


def aim(found: Sequence[Corner], shares: Sequence[float], boundary: int) -> FloatArray:
    """What is aimed at, t (U,), at one of the boundaries between phases."""
    mean = sum(share * each.u[boundary] for each, share in zip(found, shares, strict=True))
    aimed: FloatArray = carry(found) @ mean
    return aimed


def _names(found: Sequence[Corner]) -> list[str]:
    """What each row of `carry` reads."""
    free = found[0].course.unknowns
    hanging = {coordinate: target for target, coordinate in CARRIED.items()}
    own = np.eye(len(free.names))
    return [
        name if np.array_equal(row, own[number]) else hanging[name]
        for number, (name, row) in enumerate(zip(free.names, carry(found), strict=True))
    ]


def _targets(found: Sequence[Corner], aimed: FloatArray) -> dict[str, float]:
    return dict(zip(_names(found), aimed.tolist(), strict=True))


def weights(found: Sequence[Corner], shares: Sequence[float]) -> Mapping[str, float]:
    """W by the names of coordinates."""
    every = dict.fromkeys(name for each in found for name in each.movement.weights)
    return {
        name: math.exp(
            sum(
                share * math.log(each.movement.weights.get(name, USUAL_WEIGHT))
                for each, share in zip(found, shares, strict=True)
            )
        )
        for name in every
    }


def _onset(ways: Sequence[tuple[Phase, float]]) -> Mapping[str, tuple[float, float]]:
    every = dict.fromkeys(name for phase, _ in ways for name in phase.onset)
    found = {}
    for name in every:
        windows = [(phase.onset.get(name, WHOLE_PHASE), share) for phase, share in ways]
        begin, end = (sum(share * window[at] for window, share in windows) for at in (0, 1))
        found[name] = begin, end
    return found
