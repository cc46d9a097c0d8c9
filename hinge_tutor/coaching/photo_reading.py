"""What a pose on a photo says: how sure it is, whether it balances, which moment of a target is as
deep, and what differs there.

With C the covariance of the fit's angles u, and s(u) the sights of the pose (`sights.py`), the
spread of a sight is sqrt(g C g'), g = ds/du taken between u ± h. A sight differs where it is
further from the target's than anybody sees, and than SURE of its spreads; a rule is left where its
measure is further from its limit than as many.
Units: cm and degrees for sights, m for places. Frame: x forward, y up.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import frozen
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.coaching.difference import MOST_TOLD, Consequence
from hinge_tutor.coaching.rules import shipped
from hinge_tutor.coaching.sights import LEAST, SIGHTS, raw, sights
from hinge_tutor.coaching.surprise import effects, telling
from hinge_tutor.motion.at_rest import Standstill
from hinge_tutor.motion.photo_places import UNKNOWN, basis, standing_on

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition
    from hinge_tutor.coaching.rules import Finding
    from hinge_tutor.motion.photo_fit import Fit
    from hinge_tutor.motion.take import Take

# Half a step for gradients, rad: far above rounding, far below any bend of the sights.
HALF_STEP = 1e-4
# Two spreads are left to one side by one in forty: so much is sure enough to be told.
SURE = 2.0
# Arms that point this little forward hang (degrees): then their height says how deep one is.
HANGING_DEG = 15.0
# Before the trunk leans so far, hands hardly sink.
LEANING_DEG = 15.0
HANDS, TRUNK = "hands", "trunk"
# Measures of what a photo has not: a wall, a door, a box, a rod along the back.
GOALS = (
    *("wall_gap_cm", "door_gap_cm", "box_gap_cm"),
    *("dowel_head_cm", "dowel_upper_back_cm", "dowel_tailbone_cm"),
)


@dataclass(frozen=True)
class Balance:
    """Where the center of mass is over the feet, m ahead of the ankle, and the ends of the base."""

    at_m: float
    low_m: float
    high_m: float

    @property
    def beyond_m(self) -> float:
        """How far it is ahead of the base (positive) or behind it (negative); 0 over it."""
        return max(self.at_m - self.high_m, 0.0) + min(self.at_m - self.low_m, 0.0)


@dataclass(frozen=True)
class Match:
    """The moment of a target that is as deep: by the hands or by the trunk's lean.

    `short` is how much less deep the target's deepest moment is, in cm or degrees; 0 where it
    comes as far.
    """

    time_s: float
    by: str
    short: float


def spreads(fit: Fit) -> Mapping[str, float]:
    """One standard deviation of every sight of a pose on a photo, cm and degrees."""
    way = HALF_STEP * basis(fit.body).T
    ahead, behind = (
        raw(Pose(fit.body, standing_on(fit.body, fit.q + sign * way))) for sign in (1.0, -1.0)
    )
    gradient = (ahead - behind) / (2.0 * HALF_STEP)
    assert len(gradient) == len(UNKNOWN)
    variance = np.einsum("us,uv,vs->s", gradient, fit.covariance, gradient)
    return dict(zip(SIGHTS, np.sqrt(np.maximum(variance, 0.0)).tolist(), strict=True))


def balance(fit: Fit) -> Balance:
    """Where the weight of a pose on a photo is; the pose is kept whether it stands or not."""
    low, high = fit.body.base_x_m
    return Balance(float(fit.pose.center_of_mass[0]), low, high)


def match(pose: Take, target: Take) -> Match:
    """The moment of a target's way down that is as deep as a pose held still."""
    names = {name: number for number, name in enumerate(SIGHTS)}
    asked = sights(pose, pose.q[0])
    down = target.time_s <= target.turn_s
    way = sights(target, target.q[down])
    hangs = abs(asked[names["arm"]]) <= HANGING_DEG and asked[names["trunk"]] >= LEANING_DEG
    by = HANDS if hangs else TRUNK
    # Deeper is lower with the hands, and further forward with the trunk.
    column, sign = (names["hand_height"], -1.0) if by == HANDS else (names["trunk"], 1.0)
    deep = sign * way[:, column]
    wanted = float(sign * asked[column])
    # The first moment that is as deep, between two samples; before it nobody has bent.
    reached = np.maximum.accumulate(deep)
    if wanted >= reached[-1]:
        short = wanted - float(reached[-1])
        return Match(target.turn_s, by, short if short >= LEAST[column] else 0.0)
    times = target.time_s[down]
    after = int(np.argmax(reached > wanted))
    if after == 0:
        return Match(float(times[0]), by, 0.0)
    low, high = float(reached[after - 1]), float(reached[after])
    share = (wanted - low) / (high - low)
    return Match(float(times[after - 1] + share * (times[after] - times[after - 1])), by, 0.0)


def differing(
    pose: Take, target: Take, when_s: float, spread: Mapping[str, float]
) -> tuple[Consequence, ...]:
    """What of a pose is otherwise than in the target at a moment, the most telling first.

    The first value of each is the target's. What is not sure is not told.
    """
    q = target.at(when_s).q
    first, second = sights(target, q), sights(pose, pose.q[0])
    sure = np.array([SURE * spread[name] for name in SIGHTS])
    apart = np.where(np.abs(second - first) > sure, (second - first) / LEAST, 0.0)
    chosen = telling(apart, effects(pose.body, (q + pose.q[0]) / 2), (), MOST_TOLD)
    return tuple(
        Consequence(SIGHTS[n], float(first[n]), float(second[n]))
        for n in chosen
        if abs(apart[n]) >= 1.0
    )


def sure_findings(repetition: Repetition, fit: Fit) -> tuple[tuple[Finding, ...], bool]:
    """The rules that a pose held as on a photo leaves by more than the photo leaves open.

    And whether there are others, of which the photo does not tell enough. Rules about props are
    left out: a photo has none.
    """
    judged = {rule.id: rule.measure for rule in shipped().rules}
    found = [each for each in repetition.findings if judged[each.rule] not in GOALS]
    spread = _measure_spreads(repetition, fit, {judged[each.rule] for each in found})
    sure = tuple(
        each
        for each in found
        if abs(each.value - each.limit) >= SURE * spread.get(judged[each.rule], 0.0)
    )
    return sure, len(sure) < len(found)


def _measure_spreads(repetition: Repetition, fit: Fit, names: Set[str]) -> Mapping[str, float]:
    """One standard deviation of measures of a held pose, each in its unit.

    The poses between which gradients are taken stand beside each other as the samples of one take.
    """
    if not names:
        return {}
    take = repetition.take
    way = HALF_STEP * basis(fit.body).T
    poses = frozen(standing_on(fit.body, np.concatenate([fit.q + way, fit.q - way])))
    times = np.arange(len(poses), dtype=np.float64)
    spread_out = replace(
        take,
        spline=Standstill(frozen(times), poses, frozen(np.zeros_like(poses))),
        spans=(replace(take.spans[0], from_s=0.0, to_s=float(times[-1])),),
        com_target_x_m=frozen(np.full(len(poses), float(take.com_target_x_m[0]))),
    )
    measures = replace(repetition, take=spread_out).measures
    found: dict[str, float] = {}
    for name in names:
        values = np.asarray(measures.get(name, 0.0), dtype=np.float64)
        if values.ndim:
            gradient = (values[: len(way)] - values[len(way) :]) / (2.0 * HALF_STEP)
            found[name] = math.sqrt(max(float(gradient @ fit.covariance @ gradient), 0.0))
    return found


def proportions(fit: Fit) -> Mapping[str, float] | None:
    """Thigh, trunk and shank that the marks have, as whole percent of the usual at one stature.

    None without their marks, and where all of these are on one point. The photo's perspective and
    the hip's mark make them an estimate.
    """
    marks = fit.marked.marks
    if not {"ankle", "knee", "hip", "neck_base"} <= set(marks):
        return None
    from hinge_tutor.body.anthropometry import measure
    from hinge_tutor.body.specification import ENTRIES, Specification
    from hinge_tutor.motion.photo_places import places

    specification = fit.body.specification
    plain = Specification(sex=specification.sex, height_m=specification.height_m)
    usual, own = measure(plain).lengths_m, fit.body.lengths_m
    at = places(fit.body, fit.q)
    ways = {"femur": ("knee", "hip"), "torso": ("hip", "neck_base"), "tibia": ("ankle", "knee")}
    parts = {"femur": "thigh", "torso": "trunk", "tibia": "shank"}
    # The trunk's line is shorter than the trunk where it bends: by as much on the fitted body.
    seen = {
        entry: own[parts[entry]]
        * abs(fit.in_m(marks[one]) - fit.in_m(marks[other]))
        / max(abs(at[one] - at[other]), 1e-6)
        for entry, (one, other) in ways.items()
    }
    total = sum(seen.values())
    if total <= 0.0:
        return None
    factor = sum(usual[parts[entry]] for entry in ways) / total
    found: dict[str, float] = {}
    for entry, length in seen.items():
        percent = round(100.0 * (length * factor / usual[parts[entry]] - 1.0))
        found[entry] = float(min(max(percent, ENTRIES[entry].low), ENTRIES[entry].high))
    return found if all(math.isfinite(value) for value in found.values()) else None
