"""A movement's body held still at one moment: what it then stands on, and the pose as a take.

A pose is given in the coordinates' own names, in rad; where the body is follows from what carries
it. The weight stays where the given pose has it, as long as that is over what carries; where no
ankle is given, ankles find the balance, with the weight over its usual place.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.kinematics import Pose, coordinates_of, q_from, row_of
from hinge_tutor.body.limits import GROUPED, SIDED, SIDES
from hinge_tutor.body.linkage import ROOT
from hinge_tutor.motion.balance import pressing_x
from hinge_tutor.motion.course import Course, course, first_guess
from hinge_tutor.motion.equations import Equations
from hinge_tutor.motion.keypose import Problem, approach
from hinge_tutor.motion.spline import Spline
from hinge_tutor.motion.stance import Footing, Stance, stance
from hinge_tutor.motion.support_rows import flat_feet
from hinge_tutor.motion.supports import FLOOR_RAD
from hinge_tutor.motion.take import Reason, Span, Take, common_center
from hinge_tutor.motion.targets import as_targets
from hinge_tutor.problems import one_line

# What is given weighs this much more than the joints left to themselves; ankles that find the
# balance, and the place of the body, weigh next to nothing.
GIVEN, USUAL, LOOSE = 10.0, 1.0, 1e-4
# The weight stays this far inside the ends of what carries it (m): there the pose still stands
# when its angles are rounded.
INSIDE_M = 0.002
# A given angle that had to change by less than this (rad, half a degree) is as it was given.
KEPT_RAD = math.radians(0.5)
ARM = "arm_angle"
NONE_STANDS = "No pose near to this one stands on what carries it here."
HEAD = ("neck_flexion", "head_flexion")


class PoseError(ValueError):
    """A pose that nobody can stand in, as one sentence on one line."""

    def __init__(self, sentence: str) -> None:
        super().__init__(one_line(sentence))


@dataclass(frozen=True, eq=False)
class Ground:
    """What carries a take's body in one phase, and from where to where it can be pressed on."""

    take: Take
    phase: str
    course: Course
    footings: tuple[Footing, ...]
    base_x_m: tuple[float, float]

    def stance(self, kept_x_m: float | None) -> Stance:
        """The equations of standing there, the weight kept over `kept_x_m` where that is known."""
        one = self.course
        over = self.footings if kept_x_m is not None else ()
        return stance(
            one.body,
            self.footings,
            one.movement.symmetric,
            one.load,
            one.pulls,
            over,
            kept_x_m,
        )

    @property
    def on_feet(self) -> bool:
        """Whether feet alone carry the weight, which then has one place."""
        floors = [foot for foot in self.footings if not foot.touch.of.wall]
        return bool(floors) and all(foot.touch.of.foot for foot in floors)

    def inside(self, x_m: float) -> float:
        """A place of the weight, or the nearest at which it is carried."""
        low, high = self.base_x_m
        return min(max(x_m, low + INSIDE_M), high - INSIDE_M)

    def weight_x(self, q: FloatArray) -> float:
        """Where the weight of a pose (C,) is, m; with bands, the point about which all cancels."""
        row = self.stance(0.0).balance
        assert row is not None
        return float(row.value(q)[0])

    def solved(
        self, aimed: Problem, start: FloatArray, kept_x_m: float | None
    ) -> FloatArray | None:
        """Unknowns (U,) that stand there; None where none were found.

        Without a place for it the weight is only kept from leaving what carries it.
        """
        found = approach(_on(aimed, self.stance(kept_x_m)), start)
        if kept_x_m is None and found.stands and math.isfinite(self.base_x_m[0]):
            x = self.weight_x(self.course.unknowns.expand @ found.u)
            if abs(self.inside(x) - x) > INSIDE_M:
                return self.solved(aimed, start, self.inside(x))
        return found.u if found.stands else None


def _on(aimed: Problem, ground: Stance) -> Problem:
    return replace(aimed, exact=ground.rows, exact_values=ground.values)


def ground(take: Take, phase: str) -> Ground:
    """What carries a take in a phase; raises PoseError in the air."""
    touches = {touch.name: touch for touch in (*flat_feet(), *take.movement.supports)}
    here = [one for one in take.supports if one.touches(phase) and one.name in touches]
    if not here:
        raise PoseError(in_the_air(phase))
    floors = [pressing_x(take.body, one) for one in here if one.normal == FLOOR_RAD]
    base = min(x for x, _ in floors), max(x for _, x in floors)
    feet = tuple(Footing(touches[one.name], take.body, one.targets_m) for one in here)
    return Ground(take, phase, course(take.movement, take.body, take.load), feet, base)


def in_the_air(phase: str) -> str:
    """What is said of a pose in a phase that nothing carries."""
    return f"Nothing carries the body in {phase}; choose a moment on the ground."


def aimed_at(place: Ground, values: Mapping[str, float], weights: Mapping[str, float]) -> Problem:
    """The problem of the pose nearest to values by name, each by its weight."""
    free = place.course.unknowns
    targets, wanted, weighted = as_targets(free, values, weights)
    nothing: Equations | None = None
    return Problem(
        unknowns=free,
        targets=targets,
        values=wanted,
        slide=np.zeros(len(wanted)),
        weights=weighted,
        exact=place.stance(None).rows,
        exact_values=place.stance(None).values,
        goals=nothing,
        goal_values=np.zeros(0),
        bounds=place.course.bounds,
    )


def stood(place: Ground, values: Mapping[str, float]) -> FloatArray:
    """Coordinates (C,) of the pose nearest to the given ones that stands; raises PoseError.

    Joints that are not given stay as in standing, arms hang.
    """
    free = place.course.unknowns
    named = {part for name in values for part in coordinates_of(name)}
    wanted = dict(values)
    for side in SIDES:
        if f"shoulder_flexion_{side}" not in named:
            wanted[ARM if place.take.movement.symmetric else f"{ARM}_{side}"] = 0.0
    balanced = any(name.startswith("ankle_dorsiflexion") for name in named)
    weights = dict.fromkeys((*SIDED, *GROUPED, *HEAD), USUAL)
    weights |= dict.fromkeys(ROOT, LOOSE)
    weights |= {} if balanced else {"ankle_dorsiflexion": LOOSE}
    weights |= dict.fromkeys(values, GIVEN)
    aimed = aimed_at(place, wanted, weights)
    # Who stands has level feet; who lies or kneels is about where the movement has them.
    start = first_guess(place.course, aimed, place.stance(None))
    start = start if place.on_feet else _lying(place, values)
    u = place.solved(aimed, start, None) if balanced or not place.on_feet else None
    kept = None
    if place.on_feet and u is None:
        kept = place.inside(_usual_x(place))
        u = place.solved(aimed, start, kept)
    if u is None:
        # From how this body stands instead of from the pose itself.
        u = place.solved(aimed, reduced(place, middle(place)), kept)
    if u is None:
        raise PoseError(NONE_STANDS)
    return frozen(free.expand @ u)


def _lying(place: Ground, values: Mapping[str, float]) -> FloatArray:
    """Unknowns (U,) with the given joints, the body where the movement has it in the phase."""
    body, q = place.take.body, middle(place).copy()
    given = q_from(body, values)
    named = [body.index(part) for name in values for part in coordinates_of(name)]
    q[named] = given[named]
    return reduced(place, q)


def _usual_x(place: Ground) -> float:
    """Where the movement keeps the weight on what touches."""
    kept = place.course.stance(place.footings).kept_x_m
    return kept if math.isfinite(kept) else sum(place.base_x_m) / 2


def middle(place: Ground) -> FloatArray:
    """Coordinates (C,) of the movement itself in the middle of the phase."""
    take = place.take
    span = next((each for each in take.spans if each.phase == place.phase), None)
    return take.at((span.from_s + span.to_s) / 2 if span else take.turn_s).q


def reduced(place: Ground, q: FloatArray) -> FloatArray:
    """Coordinates (C,) as unknowns (U,)."""
    found: FloatArray = np.linalg.pinv(place.course.unknowns.expand) @ q
    return found


def held(place: Ground, values: Mapping[str, float]) -> Take:
    """A take of one sample and no duration: the movement's body in that pose, in that phase.

    `nearest`, with the reason, where an angle had to change; raises PoseError.
    """
    q = stood(place, values)
    once = frozen(q[None, :])
    reason = _reason(place, q, values)
    return replace(
        place.take,
        status="ok" if reason is None else "nearest",
        reason=reason,
        spline=Spline(frozen([0.0]), once, frozen(np.zeros_like(once))),
        spans=(Span(place.phase, 0.0, 0.0),),
        com_target_x_m=frozen(common_center(Pose(place.take.body, once), place.take.load)[:, 0]),
        supports=tuple(foot.support() for foot in place.footings),
    )


def _reason(place: Ground, q: FloatArray, values: Mapping[str, float]) -> Reason | None:
    """The given angle that had to change most, where one had to."""
    body = place.take.body
    off = {}
    for name, value in values.items():
        parts = coordinates_of(name)
        rows = [row_of(body, name)] if name in GROUPED else [row_of(body, part) for part in parts]
        off[name] = max((float(row @ q) for row in rows), key=lambda found: abs(found - value))
    worst = max(off, key=lambda name: abs(off[name] - values[name]), default="")
    if not worst or abs(off[worst] - values[worst]) < KEPT_RAD:
        return None
    return Reason(
        "pose_changed",
        {
            "limit": worst,
            "asked_deg": math.degrees(values[worst]),
            "value_deg": math.degrees(off[worst]),
        },
    )
