"""Where the names of phases stand along the bar of time, so that all of them can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# A name may not be drawn over its neighbor; this part of a letter's height parts them.
APART = 0.5


@dataclass(frozen=True)
class Place:
    """Where a name begins, and whether it stands under the bar instead of over it."""

    index: int
    left: float
    under: bool = False


def places(
    blocks: Sequence[tuple[float, float]],
    widths: Sequence[float],
    room: float,
    letter: float,
    first: int,
) -> tuple[Place, ...]:
    """All names in one row; else in two; else those that fit, `first` before the others.

    `blocks` are left and right ends; everything in px.
    """
    every = range(len(blocks))
    gap = APART * letter
    row = _row(every, blocks, widths, room, gap)
    if row is not None:
        return tuple(Place(index, left) for index, left in zip(every, row, strict=True))
    for odd_under in (True, False):
        over, under = (tuple(every[start::2]) for start in (0, 1))
        if not odd_under:
            over, under = under, over
        upper, lower = (_row(each, blocks, widths, room, gap) for each in (over, under))
        if upper is not None and lower is not None:
            found = [Place(i, left) for i, left in zip(over, upper, strict=True)]
            found += [Place(i, left, True) for i, left in zip(under, lower, strict=True)]
            return tuple(sorted(found, key=lambda place: place.index))
    return _some(blocks, widths, room, gap, first)


def _row(
    indices: Sequence[int],
    blocks: Sequence[tuple[float, float]],
    widths: Sequence[float],
    room: float,
    gap: float,
) -> list[float] | None:
    """Left ends of names in a row, each one over its own block; None where that cannot be."""
    lefts: list[float] = []
    end = -gap
    for index in indices:
        lefts.append(max(blocks[index][0], end + gap))
        end = lefts[-1] + widths[index]
    limit = room
    for place in reversed(range(len(indices))):
        lefts[place] = min(lefts[place], limit - widths[indices[place]])
        limit = lefts[place] - gap
    if lefts and lefts[0] < 0:
        return None
    for left, index in zip(lefts, indices, strict=True):
        begin, stop = blocks[index]
        middle = (begin + stop) / 2
        if not (left <= middle <= left + widths[index] or begin <= left <= stop):
            return None
    return lefts


def _some(
    blocks: Sequence[tuple[float, float]],
    widths: Sequence[float],
    room: float,
    gap: float,
    first: int,
) -> tuple[Place, ...]:
    found: list[Place] = []
    for index in sorted(range(len(blocks)), key=lambda each: each != first):
        left = max(min(blocks[index][0], room - widths[index]), 0.0)
        clear = all(
            left >= other.left + widths[other.index] + gap
            or left + widths[index] + gap <= other.left
            for other in found
        )
        if index == first or (clear and left + widths[index] <= blocks[index][1] + gap):
            found.append(Place(index, left))
    return tuple(sorted(found, key=lambda place: place.index))
