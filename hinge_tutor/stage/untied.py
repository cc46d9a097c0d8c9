"""An outline without the loop that it ties where two of its stretches cross: flesh on flesh.

A cubic with the controls a, b, c, d is parted at the share t by de Casteljau's lines,

    ab = a + t (b - a), …    abc = ab + t (bc - ab), …    abcd = abc + t (bcd - abc),

into a, ab, abc, abcd and abcd, bcd, cd, d. What lies between the two parts that meet, the loop, is
drawn together into the corner where they meet, so that an outline keeps its number of points.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import ComplexArray
from hinge_tutor.stage.folds import crossings

# Each cubic piece is looked at as so many straight ones, which leave it by a tenth of a mm.
STRAIGHT = 8
_T = np.arange(STRAIGHT + 1) / STRAIGHT
_WEIGHTS = np.stack([(1 - _T) ** 3, 3 * _T * (1 - _T) ** 2, 3 * _T**2 * (1 - _T), _T**3])


def untied(
    line: ComplexArray, first: tuple[int, int], second: tuple[int, int], share: float
) -> ComplexArray:
    """A line of cubic controls whose loop between two of its stretches is drawn together by a
    share, 0 to 1; the same line where they do not cross.
    """
    met = _meeting(line[slice(*first)], line[slice(*second)])
    if met is None:
        return line
    leaves, enters = first[0] + 3 * met[0], second[0] + 3 * met[2]
    before, after = (
        _part(line[leaves : leaves + 4], met[1]),
        _part(line[enters : enters + 4], met[3]),
    )
    found = line.copy()
    found[leaves : leaves + 4] = before[:4]
    found[leaves + 4 : enters + 1] = before[3]
    found[enters + 1 : enters + 4] = after[4:]
    return line + share * (found - line)


def _meeting(first: ComplexArray, second: ComplexArray) -> tuple[int, float, int, float] | None:
    """The first crossing along the first stretch: piece and share of each; None without one."""
    p, q = _straight(first), _straight(second)
    s, crossed = crossings(p, q)
    rows, columns = np.nonzero(crossed)
    if not len(rows):
        return None
    at = int((rows + s[rows, columns]).argmin())
    row, column = int(rows[at]), int(columns[at])
    share, ahead = float(s[row, column]), complex(q[column + 1] - q[column])
    corner = complex(p[row] + share * (p[row + 1] - p[row]))
    other = abs(corner - complex(q[column])) / abs(ahead)
    return (*_place(row + share), *_place(column + other))


def _straight(controls: ComplexArray) -> ComplexArray:
    """Points along cubic pieces, each piece's end being the next one's beginning."""
    pieces = np.stack([controls[0:-1:3], controls[1::3], controls[2::3], controls[3::3]], axis=-1)
    return np.append((pieces @ _WEIGHTS[:, :-1]).ravel(), controls[-1])


def _place(along: float) -> tuple[int, float]:
    """Which piece a place so many straight ones along lies in, and how far along it."""
    piece = int(along // STRAIGHT)
    return piece, along / STRAIGHT - piece


def _part(controls: ComplexArray, share: float) -> ComplexArray:
    """The seven controls of both parts of a cubic piece."""
    rows = [controls]
    while len(rows[-1]) > 1:
        rows.append(rows[-1][:-1] + share * np.diff(rows[-1]))
    return np.array([*(row[0] for row in rows), *(row[-1] for row in rows[-2::-1])])
