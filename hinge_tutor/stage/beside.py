"""Settles where callouts stand beside a figure during its whole motion.

Each side has one order of texts from top to bottom that never changes; their heights are those of
`stage/stacking.py`. Sideways a text keeps off everything drawn at its height. Heights and distances
first become as slow as SPEED_EM asks: a height by the mean of its upper and lower envelopes of that
slope, a distance by the upper one alone, so that it makes room in time. Stacking keeps that slope,
so no text is ever faster.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from hinge_tutor.body.arrays import BoolArray, ComplexArray, FloatArray, IntArray
from hinge_tutor.stage.crossings import Leaders, cross, meet, overlap
from hinge_tutor.stage.labels import LEADER_EM, Box
from hinge_tutor.stage.reach import HALF_TEXT_EM, Reach
from hinge_tutor.stage.stacking import covered, falling

# Letter heights a second, of the clock at full speed: a fifth of a letter height between two frames
# of a screen, which the eye follows; a hinge's trunk turns about as fast.
SPEED_EM = 12.0
# Distance of lines, and of a text from what is drawn beside it.
LINE_EM, GAP_EM = 1.3, 1.2
# A letter height upward counts a little more than sideways, because level leaders read best; over
# the body it counts so much more, so that a leader seldom runs across a face or an arm.
UPWARD_COST, OVER_BODY = 1.3, 1.5
# What a label may cost in letter heights of distance: the other side; its leader through another
# text, or another's through it; standing on the figure, or under the ground, where it seems to name
# the foot bar; and what must not be at all.
OTHER_SIDE, TANGLED, ON_FIGURE, UNDER_GROUND, NEVER = 12.0, 120.0, 250.0, 30.0, 1e4
# A name that would cost more, or stand under the ground, is left out: another figure has it.
MOST = 60.0
# Where beside its figure a text finds no room, it looks this far up and down, in letter heights.
SHIFTS_EM = (3.0, -3.0, 6.0, -6.0, 10.0, -10.0, 15.0, -15.0)
# A place this good needs no other height.
GOOD = 14.0
# So many knots are one moment, and not a motion.
IN_HAND = 2


@dataclass(frozen=True, eq=False)
class Named:
    """A text with its width, its anchor (K,), mm, when it may be present, and what it may cost."""

    name: str
    width: float
    anchor: ComplexArray
    present: BoolArray
    side: int = 0
    most: float = MOST


@dataclass(frozen=True, eq=False)
class Track:
    """The side of a text, where it begins there at each knot (K,), and its width, mm."""

    side: int
    near: ComplexArray
    width: float


@dataclass(frozen=True, eq=False)
class Room:
    """A column at all knots: bounds, ground, letter size, times of the knots (K,), what is drawn,
    the body alone, and boxes (R, 4, K) of texts that are settled, not a number where there is none.
    """

    bounds: Box
    ground: float
    size: float
    times_s: FloatArray
    reach: Reach
    body: Reach
    boxes: FloatArray


def settle(names: Sequence[Named], room: Room) -> dict[str, Track]:
    """A place for each text, the first ones first; a text without room has none.

    For one moment in hand, between two knots, a place is good enough where nothing is tangled.
    """
    sides = _Sides(tuple(names), room)
    if not sides.guess(TANGLED if len(room.times_s) <= IN_HAND else GOOD):
        for number in range(len(names)):
            sides.insert(number)
    return sides.tracks()


@dataclass(eq=False)
class _Side:
    """Numbers of the texts on one side from top to bottom, and where they begin (n, K)."""

    near: ComplexArray
    order: list[int] = field(default_factory=list)
    cost: float = 0.0


@dataclass(frozen=True, eq=False)
class _Trial:
    """What a text more would cost on a side, what all of them there would, and where they stand."""

    more: float
    cost: float
    order: list[int]
    near: ComplexArray
    shift: float


class _Sides:
    def __init__(self, names: tuple[Named, ...], room: Room) -> None:
        self._names, self._room = names, room
        times = room.times_s
        self._slope = SPEED_EM * room.size * np.abs(times[:, None] - times)
        self._width = np.array([each.width for each in names])
        self._present = np.array([each.present for each in names])
        most = np.array([each.most for each in names])
        self._under = np.where(most >= NEVER, UNDER_GROUND, most)
        self._anchor = np.array([each.anchor for each in names])
        level = self._anchor.imag
        self._level = (self._upper(level) - self._upper(-level)) / 2
        self._edge = {side: room.reach.outward(side) for side in (-1, 1)}
        # A name may stand farther away for that; what has to be said has enough to keep off.
        over = OVER_BODY / room.size * self._present * (most < NEVER)[:, None]
        self._over = {s: (over * room.body.beyond(s, self._anchor)).mean(axis=-1) for s in (-1, 1)}
        self._side = self._empty()

    def guess(self, enough: float) -> bool:
        """Puts every text on the side of the shorter way out, in the order of heights: whether all
        can stand there at so little cost each, which spares looking for better.
        """
        numbers = np.arange(len(self._names))
        bands = self._room.reach.bands(self._level)
        knots = np.arange(self._level.shape[-1])
        x = self._anchor.real
        out = {side: np.maximum(edge[knots, bands], side * x) for side, edge in self._edge.items()}
        # Both ways out together are as wide as what is drawn at that height.
        more = ((out[1] - x) - (out[-1] + x)).mean(axis=-1) / self._room.size
        more += self._over[1] - self._over[-1]
        more -= OTHER_SIDE * np.array([each.side for each in self._names])
        heights = self._level.mean(axis=-1)
        for side in (-1, 1):
            own = numbers[(more < 0) == (side > 0)]
            if not len(own):
                continue
            orders = own[np.argsort(-heights[own], kind="stable")][None]
            near, on_figure = self._placed(side, orders, self._level[orders])
            cost = float(self._cost(side, orders, near, on_figure)[0])
            if cost - float(self._over[side][own].sum()) > enough * len(own):
                self._side = self._empty()
                return False
            self._side[side] = _Side(near[0], orders[0].tolist(), cost)
        return True

    def insert(self, number: int) -> None:
        """Puts a text where it costs least, on either side, between any two others."""
        best: tuple[_Trial, int] | None = None
        for shifts in ((0.0,), SHIFTS_EM):
            for side in (-1, 1):
                trial = self._best(side, number, shifts)
                if best is None or trial.more < best[0].more:
                    best = trial, side
            if best is not None and best[0].more < GOOD:
                break
        assert best is not None
        trial, side = best
        # What it must cross of the body decides where it stands, not whether.
        more = trial.more - float(self._over[side][number])
        if trial.cost < NEVER and more < self._names[number].most:
            self._level[number] += trial.shift
            self._side[side] = _Side(trial.near, trial.order, trial.cost)

    def tracks(self) -> dict[str, Track]:
        """Where each text is."""
        return {
            self._names[number].name: Track(side, near, self._names[number].width)
            for side, own in self._side.items()
            for number, near in zip(own.order, own.near, strict=True)
        }

    def _empty(self) -> dict[int, _Side]:
        none = np.zeros((0, len(self._room.times_s)), np.complex128)
        return {side: _Side(none) for side in (-1, 1)}

    def _best(self, side: int, number: int, shifts_em: Sequence[float]) -> _Trial:
        own = self._side[side]
        ranks = range(len(own.order) + 1)
        shifts = np.repeat(np.array(shifts_em) * self._room.size, len(ranks))
        orders = np.array(
            [[*own.order[:rank], number, *own.order[rank:]] for _ in shifts_em for rank in ranks]
        )
        level = self._level[orders] + np.where(orders == number, shifts[:, None], 0.0)[..., None]
        near, on_figure = self._placed(side, orders, level)
        costs = self._cost(side, orders, near, on_figure)
        least = int(np.argmin(costs))
        cost = float(costs[least])
        away = OTHER_SIDE if self._names[number].side * side < 0 else 0.0
        order, shift = orders[least].tolist(), float(shifts[least])
        return _Trial(cost - own.cost + away, cost, order, near[least], shift)

    def _placed(
        self, side: int, orders: IntArray, level: FloatArray
    ) -> tuple[ComplexArray, BoolArray]:
        """Where texts begin for each trial (C, n, K), and where they stand on what is drawn."""
        size, bounds = self._room.size, self._room.bounds
        half = HALF_TEXT_EM * size
        y = falling(level, LINE_EM * size, bounds[1] + half, bounds[3] - half)
        bands = self._room.reach.bands(y)
        edge = self._edge[side][np.arange(y.shape[-1]), bands]
        far = np.maximum(edge, side * self._anchor[orders].real) + GAP_EM * size
        # Between two knots a text goes straight, so it keeps off what is at both.
        wide = far.copy()
        np.maximum(wide[..., 1:], far[..., :-1], out=wide[..., 1:])
        np.maximum(wide[..., :-1], far[..., 1:], out=wide[..., :-1])
        most = (bounds[2] if side > 0 else -bounds[0]) - self._width[orders][..., None]
        out = np.minimum(self._upper(wide), most)
        return side * out + 1j * y, out < edge

    def _cost(
        self, side: int, orders: IntArray, near: ComplexArray, on_figure: BoolArray
    ) -> FloatArray:
        """What each trial costs (C,): its leaders, and what gets in whose way."""
        size, bounds = self._room.size, self._room.bounds
        anchor, present = self._anchor[orders], self._present[orders]
        way = anchor - near
        long = (np.abs(way.real) + UPWARD_COST * np.abs(way.imag)) / size + ON_FIGURE * on_figure
        long += self._under[orders][..., None] * (near.imag < self._room.ground)
        cost = (long * present).sum(axis=(1, 2)) / near.shape[-1]
        cost += self._over[side][orders].sum(axis=1)
        boxes = covered(side, near, self._width[orders], size)
        other = self._side[-side]
        theirs = covered(-side, other.near, self._width[other.order], size)
        settled = np.concatenate([self._room.boxes, np.moveaxis(theirs, 0, 1)])
        never = (overlap(boxes, settled) & present[:, :, None]).any(axis=(1, 2, 3))
        out = (boxes[0] < bounds[0] - 1e-6) | (boxes[1] < bounds[1] - 1e-6)
        never |= (out | (boxes[2] > bounds[2] + 1e-6)).any(axis=(1, 2))
        gap = side * LEADER_EM * size
        lines = Leaders(near - gap, anchor, present)
        others = Leaders(other.near + gap, self._anchor[other.order], self._present[other.order])
        never |= cross(lines, others, size)
        found: FloatArray = cost + TANGLED * meet(lines, boxes, settled) + NEVER * never
        return found

    def _upper(self, values: FloatArray) -> FloatArray:
        """The lowest row that is nowhere below and nowhere faster than allowed (…, K)."""
        found: FloatArray = (values[..., None, :] - self._slope).max(axis=-1)
        return found
