"""A row of the proof in words: what, figure, target, verdict."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hinge_tutor.check.evidence.numbers import MOST_PLAIN
from hinge_tutor.check.evidence.page_words import PageWords
from hinge_tutor.check.evidence.row import Row

ABOVE = " > "
DASH = "–"
# Below this a figure of arithmetic is called next to nothing, in words.
TINY = 1e-9


@dataclass(frozen=True)
class Line:
    """A row as it is written; `note` says more about what was computed, `size` says it in words."""

    what: str
    computed: str
    target: str
    verdict: str
    note: str = ""
    size: str = ""

    def cells(self) -> tuple[str, str, str, str]:
        """Its four columns."""
        return self.what, self.computed, self.target, self.verdict


def line(row: Row, words: PageWords) -> Line:
    """A row in words."""
    return Line(
        words.title(row),
        _computed(row, words),
        _target(row, words),
        _verdict(row, words),
        words.note(row),
        _size(row, words),
    )


def _size(row: Row, words: PageWords) -> str:
    figure, family = row.figure, row.family
    if figure is None or not figure.values or family.decimals <= MOST_PLAIN:
        return ""
    return words.tiny(family.unit) if abs(figure.values[0]) < TINY else ""


def _computed(row: Row, words: PageWords) -> str:
    figure, family = row.figure, row.family
    if figure is None or not figure.values:
        return DASH
    named, unit = row.target.falling, words.unit(family.unit)
    if not named:
        return words.written(figure.values[0], family.decimals, unit)
    pairs = zip(named, figure.values, strict=True)
    return ", ".join(
        f"{words.part(name)} {words.written(value, family.decimals, unit)}" for name, value in pairs
    )


def _target(row: Row, words: PageWords) -> str:
    target, decimals, unit = row.target, row.family.decimals, words.unit(row.family.unit)
    if target.falling:
        return ABOVE.join(words.part(name) for name in target.falling)
    if target.measured is not None:
        first, last = target.measured
        between = {"low": words.bound(first, decimals), "high": words.bound(last, decimals, unit)}
        return words.filled(
            "targets", "measured", range=words.filled("targets", "between", **between)
        )
    low, high = (words.bound(value, decimals, unit) for value in (target.low, target.high))
    if target.aim is not None:
        aim = words.bound(target.aim, decimals)
        if not target.judges:
            return words.filled("targets", "published", aim=words.bound(target.aim, decimals, unit))
        return words.filled(
            "targets", "near", aim=aim, band=words.bound(target.high - target.aim, decimals, unit)
        )
    if math.isfinite(target.low) and math.isfinite(target.high):
        return words.filled("targets", "between", low=words.bound(target.low, decimals), high=high)
    if math.isfinite(target.low):
        return words.filled("targets", "at_least", low=low)
    return (
        words.filled("targets", "at_most", high=high)
        if target.judges
        else words.plain("targets", "none")
    )


def _verdict(row: Row, words: PageWords) -> str:
    if row.beside is not None:
        beside = words.plain("beside", row.beside)
        return words.filled("verdicts", "reported_beside", beside=beside)
    if row.verdict != "missed":
        return words.plain("verdicts", row.verdict)
    if row.target.falling:
        return words.plain("verdicts", "order_missed")
    return words.filled(
        "verdicts",
        "missed",
        amount=words.written(row.missed_by, row.family.decimals, words.unit(row.family.unit)),
    )
