"""A movement between others: each key pose is as near as it can be to the mean of theirs.

With shares s_k ≥ 0, Σ s_k = 1, and u_k the solved key poses of the movements on this body, with
this load and for this hand height, each key pose of the blend is
    min Σ_j W_j (r_j u - t_j)²,   t = Σ s_k r u_k,   W_j = Π W_kj ^ s_k
over all that stand within this body's limits. r reads every unknown, the root's too; a shoulder
from which the arm hangs by the arm's angle to the vertical.
The weights W differ a thousandfold between movements, so their logarithms are mixed. Then
    onset = Σ s_k onset_k    (0, 1) where a movement has none
    seconds = Σ s_k seconds_k
At a corner, s_k = 1, the blend is that movement itself. Limits are linear, so a mean keeps them;
contacts and balance bend, and the nearest pose that has them is a small step away. The goals of a
movement (a thigh that is level) have done their part in u_k and are not asked for again.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.course import Course, course
from hinge_tutor.motion.movement import STANDING, Movement, load_movement
from hinge_tutor.motion.path import carried
from hinge_tutor.motion.phases import Phase
from hinge_tutor.motion.pose_rows import KeyPose
from hinge_tutor.motion.racking import racked
from hinge_tutor.motion.stations import stations
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

# Movements with their shares of a blend, 0 to 1.
Mix = tuple[tuple[str, float], ...]


class BlendError(ValueError):
    """Movements that cannot be blended, as one sentence."""


@dataclass(frozen=True, eq=False)
class Corner:
    """One movement of a blend as this body does it: unknowns u (U,) at its start and phase ends."""

    movement: Movement
    course: Course
    u: tuple[FloatArray, ...]
    reason: Reason | None

    @property
    def stays(self) -> bool:
        """Whether the body cannot do it at all, and merely stands."""
        return all(np.array_equal(each, self.u[0]) for each in self.u[1:])


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
    mix: Mix, body: Body, load: Load | None = None, hand_height_m: float | None = None
) -> Movement:
    """The movement between others for one body; a movement with the whole share is itself.

    Raises BlendError for movements that have nothing between them, UnknownMovement.
    """
    wanted = checked(mix)
    if len(wanted) == 1:
        return load_movement(wanted[0][0])
    names = tuple(name for name, _ in wanted)
    return between(corners(names, body, load, hand_height_m), [share for _, share in wanted], names)


def hindrance(
    mix: Mix, body: Body, load: Load | None = None, hand_height_m: float | None = None
) -> Reason | None:
    """Why a body cannot do one of the movements of a blend at all, and stands in its place."""
    names = tuple(name for name, _ in checked(mix))
    found = corners(names, body, load, hand_height_m)
    return next((corner.reason for corner in found if corner.stays), None)


def corners(
    names: tuple[str, ...],
    body: Body,
    load: Load | None = None,
    hand_height_m: float | None = None,
) -> tuple[Corner, ...]:
    """The movements of a blend as this body does them; raises BlendError, UnknownMovement."""
    for name in names:
        _check(load_movement(names[0]), load_movement(name))
    found: list[Corner] = []
    for name in names:
        found.append(corner(name, body, load, hand_height_m))
        if not np.array_equal(carry(found), carry(found[-1:])):
            raise BlendError(_nothing_between(names[0], name, "hold their arms"))
    return tuple(found)


@lru_cache(maxsize=32)
def corner(
    name: str, body: Body, load: Load | None = None, hand_height_m: float | None = None
) -> Corner:
    """One movement of a blend as this body does it."""
    movement = load_movement(name)
    carries = (load or Load()).placed(movement.load_at)
    done = racked(movement, carries) if hand_height_m is None else movement
    one = course(done, body, carries)
    solved = stations(one, done.phases, hand_height_m)
    return Corner(done, one, tuple(map(frozen, solved.u)), solved.reason)


def _check(first: Movement, movement: Movement) -> None:
    """Only what stands alike all the time, phase by phase, has something in between."""
    plain = movement.balance and movement.symmetric and movement.start == STANDING
    free = not (movement.pulls or movement.holds or movement.swing or movement.rise_m)
    alike = movement.supports == first.supports and movement.usual == first.usual
    same = [phase.id for phase in movement.phases] == [phase.id for phase in first.phases]
    if not (plain and free and alike and same):
        raise BlendError(_nothing_between(first.id, movement.id, "stand, with the same phases,"))


def _nothing_between(one: str, other: str, alike: str) -> str:
    names = f"{one} and {other}" if one != other else one
    return f"There is nothing between {names}; movements that blend {alike} alike throughout."


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
            poses[name] = KeyPose(_targets(found, aim(found, shares, boundary)), {})
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
        props=tuple(
            prop for prop in first.props if all(prop in each.movement.props for each in found)
        ),
        blend=tuple(zip(names, shares, strict=True)),
    )


def carry(found: Sequence[Corner]) -> FloatArray:
    """Square matrix r from u to what is aimed at: the arm's angle for a shoulder that hangs."""
    return carried(found[0].course.unknowns, found[0].movement)


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
