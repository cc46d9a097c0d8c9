"""A row of the proof in words: what, figure, target, verdict."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hinge_tutor.check.evidence.numbers import bound, written
from hinge_tutor.check.evidence.page_words import PageWords
from hinge_tutor.check.evidence.row import Row

ABOVE = " > "


@dataclass(frozen=True)
class Line:
    """A row as it is written; `note` says more about what was computed."""

    what: str
    computed: str
    target: str
    verdict: str
    note: str = ""


def line(row: Row, words: PageWords) -> Line:
    """A row in words."""
    return Line(
        words.title(row),
        _computed(row, words),
        _target(row, words),
        _verdict(row, words),
        words.note(row),
    )


def _computed(row: Row, words: PageWords) -> str:
    figure, family = row.figure, row.family
    if figure is None or not figure.values:
        return "–"
    named = row.target.falling
    if not named:
        return written(figure.values[0], family.decimals, family.unit)
    pairs = zip(named, figure.values, strict=True)
    return ", ".join(
        f"{words.part(name)} {written(value, family.decimals, family.unit)}"
        for name, value in pairs
    )


def _target(row: Row, words: PageWords) -> str:
    target, decimals, unit = row.target, row.family.decimals, row.family.unit
    if target.falling:
        return ABOVE.join(words.part(name) for name in target.falling)
    low, high = (bound(value, decimals, unit) for value in (target.low, target.high))
    if target.aim is not None:
        aim = bound(target.aim, decimals)
        if not target.judges:
            return words.filled("targets", "published", aim=bound(target.aim, decimals, unit))
        return words.filled(
            "targets", "near", aim=aim, band=bound(target.high - target.aim, decimals, unit)
        )
    if math.isfinite(target.low) and math.isfinite(target.high):
        return words.filled("targets", "between", low=bound(target.low, decimals), high=high)
    if math.isfinite(target.low):
        return words.filled("targets", "at_least", low=low)
    return (
        words.filled("targets", "at_most", high=high)
        if target.judges
        else words.plain("targets", "none")
    )


def _verdict(row: Row, words: PageWords) -> str:
    if row.verdict != "missed":
        return words.plain("verdicts", row.verdict)
    if row.target.falling:
        return words.plain("verdicts", "order_missed")
    return words.filled(
        "verdicts", "missed", amount=written(row.missed_by, row.family.decimals, row.family.unit)
    )
