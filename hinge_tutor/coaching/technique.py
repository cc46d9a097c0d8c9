"""What still poses between hinge, squat and bend ask of one body: the numbers of the technique map.

Each node of a triangle of shares is the deepest pose of that blend (`motion/blended_stills.py`),
held still, judged as every repetition is. Between nodes values are read linearly: with shares a/n,
b/n, c/n of a node, a + b + c = n, and f, g what a point lies beyond it toward the first corner and
toward the second, in nodes,
    f + g ≤ 1:  v = (1 - f - g) v(a, b) + f v(a+1, b) + g v(a, b+1)
    else:       v = (f + g - 1) v(a+1, b+1) + (1 - g) v(a+1, b) + (1 - f) v(a, b+1)
Values are named as the columns of a table: effort in percent, N, N·m of one leg, positive for
extension.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray, frozen
from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.body.skeleton import Body
from hinge_tutor.mechanics.dynamics import Loads, loads
from hinge_tutor.mechanics.efforts import HONEST_RESERVE_NM, Efforts, efforts
from hinge_tutor.motion.blended_stills import as_take, stills
from hinge_tutor.motion.corners import Corner, corner, corners
from hinge_tutor.motion.take import Load, Reason

CORNERS = ("hip-hinge", "squat", "forward-bend")
# Parts of an edge: 496 poses, so that two neighbors differ by at most 4 degrees of a knee; and 28
# poses to begin with.
FINE, COARSE = 30, 6
# So many poses are judged at once: 3 to 5 ms on two cores, a third of a frame.
SLICE = 32

EFFORTS = tuple(f"{group}_near_effort_percent" for group in GROUPS)
DISC = ("l5s1_compression_N", "l5s1_shear_N")
MOMENTS = ("hip_near_moment_Nm", "knee_near_moment_Nm", "l5s1_moment_Nm")
QUANTITIES = (*EFFORTS, *DISC, *MOMENTS)
# Points on an edge count as inside it, whatever the rounding of their shares.
_ON_EDGE = 1e-9


@dataclass(frozen=True)
class Hindrance:
    """Why a body is not seen doing a blend: a reason, or a joint whose muscles lack so many N·m."""

    reason: Reason | None = None
    joint: str = ""
    lacking_Nm: float = 0.0


@dataclass(frozen=True, eq=False)
class TechniqueMap:
    """Values (N,) by name at the nodes of a triangle with shares (N, 3) of `CORNERS`.

    `stands` (N,) says where a pose was found that stands, `lacking_Nm` (N, J) what muscles cannot
    give at each of `joints`. `stays` are the corners that this body cannot do at all, `short` those
    that it cannot do all the way, each with the reason.
    """

    steps: int
    shares: FloatArray
    values: Mapping[str, FloatArray]
    stands: BoolArray
    joints: tuple[str, ...]
    lacking_Nm: FloatArray
    stays: Mapping[str, Reason]
    short: Mapping[str, Reason]

    def at(self, id_: str, shares: Sequence[float]) -> float:
        """A value at shares of the corners, read between the nodes around it."""
        nodes, parts = self.around(shares)
        return float(self.values[id_][nodes] @ parts)

    def around(self, shares: Sequence[float]) -> tuple[list[int], FloatArray]:
        """The nodes around a point, and each one's part of it."""
        n = self.steps
        x, y = (min(max(share, 0.0), 1.0) * n for share in shares[:2])
        a = min(int(x + _ON_EDGE), n)
        b = min(int(y + _ON_EDGE), n - a)
        f, g = max(x - a, 0.0), max(y - b, 0.0)
        if f + g <= 1.0 + _ON_EDGE or a + b + 2 > n:
            wanted = [((a, b), 1.0 - f - g), ((a + 1, b), f), ((a, b + 1), g)]
        else:
            wanted = [((a + 1, b + 1), f + g - 1.0), ((a + 1, b), 1.0 - g), ((a, b + 1), 1.0 - f)]
        inside = [(node(n, *at), part) for at, part in wanted if sum(at) <= n]
        return [number for number, _ in inside], np.array([part for _, part in inside])

    def hindrance(self, shares: Sequence[float]) -> Hindrance | None:
        """Why this body is not seen doing the blend nearest to a point; None where it is."""
        nodes, parts = self.around(shares)
        return self.hindrance_of(nodes[int(parts.argmax())])

    def hindrance_of(self, number: int) -> Hindrance | None:
        """The same of a node."""
        for name, share in zip(CORNERS, self.shares[number], strict=True):
            if share > 0.0 and name in self.stays:
                return Hindrance(self.stays[name])
        if not self.stands[number]:
            return Hindrance(Reason("out_of_reach"))
        most = int(self.lacking_Nm[number].argmax())
        lack = float(self.lacking_Nm[number, most])
        return Hindrance(None, self.joints[most], lack) if lack > HONEST_RESERVE_NM else None

    @property
    def hindered(self) -> BoolArray:
        """Which nodes (N,) this body is not seen doing."""
        kept: BoolArray = self.stands & (self.lacking_Nm.max(axis=1) <= HONEST_RESERVE_NM)
        for column, name in enumerate(CORNERS):
            if name in self.stays:
                kept = kept & (self.shares[:, column] == 0.0)
        return np.logical_not(kept)


def node(steps: int, first: int, second: int) -> int:
    """The number of the node with so many parts of the first corner, and of the second."""
    return first * (steps + 1) - first * (first - 1) // 2 + second


def grid(steps: int) -> FloatArray:
    """The shares (N, 3) of all nodes, in the order of `node`."""
    return frozen(
        [
            (a / steps, b / steps, (steps - a - b) / steps)
            for a in range(steps + 1)
            for b in range(steps + 1 - a)
        ]
    )


def technique_map(body: Body, load: Load, steps: int = FINE) -> Iterator[TechniqueMap | None]:
    """The map of a body with a load, a little at a time: None after each part, the map at the end.

    Raises BlendError, UnknownMovement or AuthorErrors for movements that cannot be blended.
    """
    for name in CORNERS:
        corner(name, body, load)
        yield None
    found, shares = corners(CORNERS, body, load), grid(steps)
    judged: list[_Judged] = []
    for begin in range(0, len(shares), SLICE):
        judged.append(_judge(found, shares[begin : begin + SLICE]))
        yield None
    yield _map(found, steps, shares, judged)


@dataclass(frozen=True, eq=False)
class _Judged:
    """Some nodes: values (Q, n), which stand (n,), and what is lacking (n, J)."""

    values: FloatArray
    stands: BoolArray
    joints: tuple[str, ...]
    lacking_Nm: FloatArray


def _judge(found: Sequence[Corner], shares: FloatArray) -> _Judged:
    many = stills(found, shares)
    take = as_take(found, many.u)
    carried = loads(take)
    work = efforts(take, carried)
    lacking = _lacking(work)
    values = np.stack([_value(id_, carried, work) for id_ in QUANTITIES])
    return _Judged(values, many.stands, tuple(lacking), np.stack([*lacking.values()], axis=1))


def _value(id_: str, carried: Loads, work: Efforts) -> FloatArray:
    if id_ in EFFORTS:
        group = work.groups.index(id_.removesuffix("_effort_percent"))
        percent: FloatArray = 100.0 * work.effort[:, group]
        return percent
    if id_ in DISC:
        return work.l5s1_compression_N if id_ == DISC[0] else work.l5s1_shear_N
    return carried.net_moment_Nm[id_.removesuffix("_moment_Nm")]


def _lacking(work: Efforts) -> dict[str, FloatArray]:
    """What the muscles cannot give at each joint (N,), N·m; a hip's sideways lack counts there."""
    found = {joint: np.abs(row) for joint, row in work.reserve_Nm.items()}
    for hip, row in work.adduction_reserve_Nm.items():
        found[hip] = np.maximum(found[hip], np.abs(row))
    return found


def _map(
    found: Sequence[Corner], steps: int, shares: FloatArray, judged: Sequence[_Judged]
) -> TechniqueMap:
    values = np.concatenate([part.values for part in judged], axis=1)
    held_back = {
        name: (each.stays, each.reason)
        for name, each in zip(CORNERS, found, strict=True)
        if each.reason is not None
    }
    return TechniqueMap(
        steps=steps,
        shares=shares,
        values={id_: frozen(row) for id_, row in zip(QUANTITIES, values, strict=True)},
        stands=np.concatenate([part.stands for part in judged]),
        joints=judged[0].joints,
        lacking_Nm=frozen(np.concatenate([part.lacking_Nm for part in judged])),
        stays={name: why for name, (stays, why) in held_back.items() if stays and why},
        short={name: why for name, (stays, why) in held_back.items() if not stays and why},
    )
