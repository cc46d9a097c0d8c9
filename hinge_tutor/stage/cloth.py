"""The runs of a drawing sewn into one table, before any body wears it.

Bones carry marks (`shares.py`), and the controls of the smooth curves through these are sums of
them (`smooth.py`), whatever body carries them. So a point is made of stitches, each a weight on
where one bone has one mark, with weights on the joints of the bones. Only where a bone has a mark
is a body's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from hinge_tutor.body.arrays import FloatArray, IntArray
from hinge_tutor.stage.drawing import Drawing, Mark
from hinge_tutor.stage.shares import Names, Shares, bone_shares, curve_matrix

Kind = Literal["closed", "open", "points"]


@dataclass(frozen=True)
class Run:
    """Marks of one side in a row: a `closed` or `open` curve through them, or mere `points`."""

    name: str
    marks: tuple[Mark, ...]
    side: str
    kind: Kind


@dataclass(frozen=True, eq=False)
class Rows:
    """Where a named run of points stands in the table of all points."""

    start: int
    stop: int


@dataclass(frozen=True, eq=False)
class Cloth:
    """What carries each of P points: pairs of a mark and a bone, stitches, and joints.

    Pair p is the mark at `x`, `y` (mm from the joint of the bone in the drawing, `female` more
    forward on a female body) on the bone of a `column`. A stitch adds `weight` times the pair `of`
    that number to the `cell` of its x and of its y, 2 (column + point · bones) and the next one.
    `joint` (P, segments) weighs the joints.
    The places of `landmarks` on a body come last, after all of these points.
    """

    column: IntArray
    x: FloatArray
    y: FloatArray
    female: FloatArray
    cell: IntArray
    of: IntArray
    weight: FloatArray
    joint: FloatArray
    landmarks: tuple[str, ...]
    runs: Mapping[str, Rows]

    @property
    def count(self) -> int:
        """The number of points, with those of landmarks."""
        return len(self.joint) + len(self.landmarks)


def sewn(
    runs: Sequence[Run],
    drawing: Drawing,
    names: Names,
    landmarks: tuple[str, tuple[str, ...]] = ("", ()),
) -> Cloth:
    """The cloth of some runs for bones of these names; a named run of landmarks comes last."""
    pieces = [_piece(run.marks, run.side, run.kind, names, drawing) for run in runs]
    rows: dict[str, Rows] = {}
    cells, numbers, points, pairs = [], [], 0, 0
    for run, piece in zip(runs, pieces, strict=True):
        cells.append(points * len(names) + piece.cell)
        numbers.append(pairs + piece.of)
        rows[run.name] = Rows(points, points := points + len(piece.joint))
        pairs += len(piece.shares.mark)
    name, places = landmarks
    if places:
        rows[name] = Rows(points, points + len(places))
    return Cloth(
        column=np.concatenate([piece.shares.column for piece in pieces]),
        x=np.concatenate([piece.shares.x for piece in pieces]),
        y=np.concatenate([piece.shares.y for piece in pieces]),
        female=np.concatenate([piece.shares.female for piece in pieces]),
        cell=2 * np.concatenate(cells)[None, :] + np.array([[0], [1]]),
        of=np.concatenate(numbers),
        weight=np.concatenate([piece.weight for piece in pieces]),
        joint=np.concatenate([piece.joint for piece in pieces]),
        landmarks=places,
        runs=rows,
    )


@dataclass(frozen=True, eq=False)
class _Piece:
    """A run by itself, as in `Cloth`; a cell is column + point · bones."""

    shares: Shares
    cell: IntArray
    of: IntArray
    weight: FloatArray
    joint: FloatArray


@lru_cache(maxsize=512)
def _piece(
    marks: tuple[Mark, ...], side: str, kind: Kind, names: Names, drawing: Drawing
) -> _Piece:
    matrix = curve_matrix(marks, kind)
    shares = bone_shares(marks, side, names, drawing)
    weights = matrix[:, shares.mark] * shares.share
    point, pair = np.nonzero(weights)
    return _Piece(
        shares=shares,
        cell=point * len(names) + shares.column[pair],
        of=pair,
        weight=weights[point, pair],
        joint=matrix @ shares.joint,
    )


def carried(marks: tuple[Mark, ...], side: str, names: Names, drawing: Drawing) -> FloatArray:
    """What share of each mark each bone carries (marks, bones)."""
    shares = bone_shares(marks, side, names, drawing)
    table = np.zeros((len(marks), len(names)))
    np.add.at(table, (shares.mark, shares.column), shares.share)
    return table
