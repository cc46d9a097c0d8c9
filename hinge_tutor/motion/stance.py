"""How a movement stands on one body: where its supports lie, and the equations that keep it there.

The center of mass (of all moments, where bands pull) is kept over
    p = Σ share · place / Σ share                   of the feet that touch, where only they carry
with place = ankle + 45 mm on a 260 mm foot (`Body.com_target_x_m`) for a flat foot, and a quarter
of the toes ahead of the ball for one on its forefoot. Units: m. Frame: x forward, y up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.motion.equations import Equations
from hinge_tutor.motion.moments import balance, weight_N
from hinge_tutor.motion.pull_rows import leg_length
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.rows import balance_row, landmark_rows
from hinge_tutor.motion.support_rows import Touch
from hinge_tutor.motion.supports import Support
from hinge_tutor.motion.take import Load

# Who stands on the forefoot presses under the heads of the metatarsals and a little ahead of them.
AHEAD_OF_BALL = 0.25
Place = tuple[float | None, float | None]


@dataclass(frozen=True)
class Footing:
    """A support of a movement on one body: (x, y) of each of its places, None where not found."""

    touch: Touch
    body: Body
    at: tuple[Place, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The landmarks that touch."""
        return tuple(self.touch.sided(place) for place in self.touch.of.places)

    @property
    def height_m(self) -> float:
        """How high its surface lies; 0 for a wall."""
        y = self.at[0][1]
        return 0.0 if self.touch.of.wall or y is None else y

    def held(self) -> list[tuple[str, str, float]]:
        """(landmark, axis, value) of every coordinate that it holds."""
        across = self.touch.of.across
        found = []
        for number, (place, at) in enumerate(zip(self.places, self.at, strict=True)):
            for axis, value in enumerate(at):
                if value is not None and (axis == across or number == 0):
                    found.append((place, "xy"[axis], value))
        return found

    def found(self, q: FloatArray) -> Footing:
        """The same with what was not known taken from a pose (C,)."""
        if all(x is not None and y is not None for x, y in self.at):
            return self
        points = Pose(self.body, q).points(self.places)
        at = tuple(
            (
                float(point[0]) if x is None else x,
                float(point[1]) if y is None else y,
            )
            for (x, y), point in zip(self.at, points, strict=True)
        )
        return replace(self, at=at)

    def center_x(self) -> float:
        """Where a foot's share of the weight is kept, m."""
        x = self.at[0][0] or 0.0
        if self.touch.kind == "forefoot":
            toes = self.body.landmarks["toe_tip_near"][1][0]
            return x + AHEAD_OF_BALL * toes
        return x - self.body.landmarks["heel_near"][1][0] + self.body.com_target_x_m

    def support(self) -> Support:
        """The support that a take carries, every coordinate known."""
        return Support(
            name=self.touch.name,
            on=self.touch.sided(self.touch.of.on),
            places=self.places,
            targets_m=tuple((x or 0.0, y or 0.0) for x, y in self.at),
            share=self.touch.share,
            normal=self.touch.of.normal,
            phases=self.touch.phases,
        )


def footing(body: Body, touch: Touch, scale: float = 1.0) -> Footing:
    """A support on a body, as far as its file says where it lies; `scale` draws it nearer."""
    leg = leg_length(body)
    ahead = None if touch.ahead is None else scale * touch.ahead * leg
    height = touch.height_m if touch.height is None else touch.height * leg
    first = (ahead, height)
    others: tuple[Place, ...] = tuple(
        (ahead, None) if touch.of.wall else (None, height) for _ in touch.of.places[1:]
    )
    if touch.of.foot and ahead is not None:
        x = _foot_x(body)
        along = [ahead + x[place] for place in touch.of.places]
        return Footing(touch, body, tuple((each, height) for each in along))
    return Footing(touch, body, (first, *others))


def _foot_x(body: Body) -> dict[str, float]:
    """How far ahead of the ankle the places of a flat foot lie."""
    ball = body.segment("toes_near").joint_in_parent_m[0]
    return {
        "heel": body.landmarks["heel_near"][1][0],
        "ball": ball,
        "toe_tip": ball + body.landmarks["toe_tip_near"][1][0],
    }


@dataclass(frozen=True, eq=False)
class Stance:
    """Rows that hold while some supports touch, with their values in m.

    `held` are those of the supports. Where there is a `balance` it is one more, the last; its value
    is where the weight is kept.
    """

    rows: Equations
    held: Equations
    values: FloatArray
    footings: tuple[Footing, ...]
    balance: Equations | None

    @property
    def balanced(self) -> bool:
        """Whether the weight is kept over feet."""
        return self.balance is not None

    def ahead(self, by_m: float) -> Stance:
        """The same with the weight kept that much further ahead, where it is kept at all."""
        if by_m == 0.0 or not self.balanced:
            return self
        values = self.values.copy()
        values[-1] += by_m
        return replace(self, values=values)

    @property
    def kept_x_m(self) -> float:
        """Where the weight is kept; not a number where it is not."""
        return float(self.values[-1]) if self.balanced else float("nan")


def stance(
    body: Body,
    touching: Sequence[Footing],
    symmetric: bool,
    load: Load,
    pulls: Sequence[Pull] = (),
    over: Sequence[Footing] | None = None,
    kept_x_m: float | None = None,
) -> Stance:
    """The equations while these touch; the weight is kept over the feet among `over`.

    There is no balance where anything but feet and walls carries, unless the weight has a place
    `kept_x_m`, nor where `over` is empty.
    """
    flat = {foot.touch.side for foot in touching if foot.touch.kind == "flat_foot"}
    held = [
        foot
        for foot in touching
        if not (symmetric and foot.touch.side == "far")
        # A flat foot holds its forefoot too; the same rows again would depend on each other.
        and not (foot.touch.kind == "forefoot" and foot.touch.side in flat)
    ]
    wanted = [row for foot in held for row in foot.held()]
    held_places = landmark_rows(body, [(place, axis) for place, axis, _ in wanted])
    rows: Equations = held_places
    values = [value for _, _, value in wanted]
    feet = touching if over is None else over
    kept = None
    floors = any(not foot.touch.of.wall for foot in feet)
    if keeps_over_feet(feet) or (kept_x_m is not None and floors):
        center = balance_row(body, load.mass_kg, load.landmarks)
        weight = weight_N(body, load.mass_kg)
        kept = balance(center, weight, ground_height(feet), pulls, symmetric)
        rows = rows.both(kept)
        values.append(weight_x(feet) if kept_x_m is None else kept_x_m)
    return Stance(rows, held_places, np.array(values), tuple(touching), kept)


def keeps_over_feet(footings: Iterable[Footing]) -> bool:
    """Whether feet carry all the weight, so that it has to be over them."""
    carrying = [foot for foot in footings if not foot.touch.of.wall]
    return bool(carrying) and all(foot.touch.of.foot for foot in carrying)


def weight_x(footings: Iterable[Footing]) -> float:
    """Where the weight is kept over feet, m: the mean of their places by their shares."""
    feet = [foot for foot in footings if foot.touch.of.foot]
    shares = np.array([max(foot.touch.share, 0.0) for foot in feet])
    if shares.sum() <= 0.0:
        shares = np.ones(len(feet))
    return float(shares @ [foot.center_x() for foot in feet] / shares.sum())


def ground_height(footings: Iterable[Footing]) -> float:
    """The height of what carries, m: the mean of the floors by their shares."""
    floors = [foot for foot in footings if not foot.touch.of.wall]
    shares = np.array([max(foot.touch.share, 1e-9) for foot in floors])
    return float(shares @ [foot.height_m for foot in floors] / shares.sum()) if floors else 0.0
