"""The figures that sentences of the page name, as they are written; names are in `naming.py`."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from hinge_tutor.check.evidence.lines import DASH
from hinge_tutor.check.evidence.naming import is_range, of_case
from hinge_tutor.check.evidence.page_words import PageWords
from hinge_tutor.check.evidence.row import Family, Row
from hinge_tutor.mechanics.recruitment import LEAST_ACTIVATION

# Values of an order that are less apart than this are close: the band that compression is allowed.
CLOSE = 0.25
# Nearer to an end of its range than this part of it, a figure is at the edge.
EDGE = 0.1


def told(rows: Sequence[Row], words: PageWords) -> dict[str, str]:
    """Every figure by its name."""
    found = {"least_effort": words.written(LEAST_ACTIVATION, 2)}
    families = {row.family.id: row.family for row in rows if not row.family.each}
    for family in families.values():
        inside = [row for row in rows if row.family.id == family.id]
        for row in inside:
            found.update(_order(row, words) if row.target.falling else _single(row, words))
        if len(family.targets) > 1:
            found[f"{family.id}_all"] = _all(family, inside, words)
    return found


def _single(row: Row, words: PageWords) -> Iterator[tuple[str, str]]:
    name, target = of_case(row.family, row.case), row.target
    value = row.figure.values[0] if row.figure is not None and row.figure.values else math.nan
    yield name, _written(row.family, value, words)
    if target.people is not None:
        beside = row.beside
        yield f"{name}_beside", words.plain("beside", beside) if beside else DASH
        yield f"{name}_people", _range(row.family, target.people, words)
    if is_range(target):
        edge = EDGE * (target.high - target.low)
        inside = target.low + edge < value < target.high - edge
        outside = not target.low <= value <= target.high
        yield f"{name}_room", words.plain("room", _room(inside=inside, outside=outside))


def _room(*, inside: bool, outside: bool) -> str:
    return "outside" if outside else "inside" if inside else "edge"


def _order(row: Row, words: PageWords) -> Iterator[tuple[str, str]]:
    name, falling = of_case(row.family, row.case), row.target.falling
    known = row.figure is not None and row.figure.values
    values = row.figure.values if row.figure is not None and known else (math.nan,) * len(falling)
    for part, value in zip(falling, values, strict=True):
        yield f"{name}_{part}", _written(row.family, value, words)
    if len(falling) == 2:
        first, second = values
        apart = abs(first / second - 1.0) if second else math.nan
        yield f"{name}_apart", words.written(100 * apart, 0, "%")
        yield f"{name}_size", words.plain("sizes", "close" if apart < CLOSE else "far")


def _all(family: Family, rows: Sequence[Row], words: PageWords) -> str:
    values = [row.figure.values[0] for row in rows if row.figure is not None and row.figure.values]
    finite = [value for value in values if math.isfinite(value)]
    if not finite:
        return DASH
    low, high = (_written(family, value, words) for value in (min(finite), max(finite)))
    if low == high:
        return low
    first = words.written(min(finite), family.decimals)
    return words.filled("targets", "between", low=first, high=high)


def _range(family: Family, people: tuple[float, float], words: PageWords) -> str:
    low, high = people
    unit = words.unit(family.unit)
    last = words.bound(high, family.decimals, unit)
    if low == high:
        return last
    return words.filled("targets", "between", low=words.bound(low, family.decimals), high=last)


def _written(family: Family, value: float, words: PageWords) -> str:
    return words.written(value, family.decimals, words.unit(family.unit))
