"""The proof as lines of text: a table for the terminal, and a page in Markdown."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import fill

from hinge_tutor.check.evidence.numbers import bound, written
from hinge_tutor.check.evidence.page_words import LIMITS, PageWords
from hinge_tutor.check.evidence.row import SECTIONS, Row

ABOVE = " > "
POINT = "- "
WIDTH = 100
# A line of a table with its cells.
_CELLS = re.compile(r"^\| (.*) \|$")


@dataclass(frozen=True)
class Line:
    """A row as it is written."""

    what: str
    computed: str
    target: str
    verdict: str


def line(row: Row, words: PageWords) -> Line:
    """A row in words."""
    return Line(words.title(row), _computed(row, words), _target(row, words), _verdict(row, words))


def tally(rows: Sequence[Row], words: PageWords) -> str:
    """How many rows there are of each verdict, in one sentence."""
    found = Counter(row.verdict for row in rows)
    return words.filled(
        "page",
        "tally",
        count=len(rows),
        met=found["met"],
        missed=found["missed"],
        reported=found["reported"],
        open=found["no_answer"] + found["not_installed"] + found["not_computed"],
    )


def table(rows: Sequence[Row], words: PageWords) -> list[str]:
    """The rows as lines of text, section by section."""
    lines = [line(row, words) for row in rows]
    head = Line(*(words.plain("page", name) for name in ("what", "computed", "target", "verdict")))
    widths = [
        max(len(cell) for cell in column)
        for column in zip(*map(_cells, (head, *lines)), strict=True)
    ]
    told: list[str] = []
    for section in SECTIONS:
        told += ["", words.plain("sections", section, "title").upper()]
        inside = [
            each for row, each in zip(rows, lines, strict=True) if row.family.section == section
        ]
        for each in (head, *inside):
            cells = zip(_cells(each), widths, strict=True)
            told.append("  ".join(f"{cell:<{width}}" for cell, width in cells).rstrip())
    return told[1:]


def page(rows: Sequence[Row], words: PageWords) -> str:
    """The whole page in Markdown."""
    missed = [words.title(row) for row in rows if row.verdict == "missed"]
    parts = [f"# {words.plain('page', 'title')}", words.plain("page", "intro")]
    parts += [words.plain("page", "caution"), tally(rows, words)]
    if missed:
        parts.append(words.filled("page", "missed", titles="; ".join(missed)))
    for section in SECTIONS:
        inside = [row for row in rows if row.family.section == section]
        parts.append(f"## {words.plain('sections', section, 'title')}")
        parts.append(words.plain("sections", section, "text"))
        parts.append("\n".join(_rows(inside, words)))
        parts.append(f"### {words.plain('page', 'means')}")
        parts.append("\n".join(_meanings(inside, words)))
    parts.append(f"## {words.plain('sections', LIMITS, 'title')}")
    parts.append(words.plain("sections", LIMITS, "text"))
    return "\n\n".join(_wrapped(part) for part in parts) + "\n"


def read(text: str) -> dict[str, Line]:
    """The rows of a page by what they are about; raises ValueError for what is no such page."""
    found: dict[str, Line] = {}
    for row in text.splitlines():
        cells = _CELLS.match(row)
        if cells is not None:
            each = Line(*cells.group(1).split(" | "))
            found[each.what] = each
    return found


def _rows(rows: Sequence[Row], words: PageWords) -> Iterator[str]:
    names = (words.plain("page", name) for name in ("what", "computed", "target", "verdict"))
    yield f"| {' | '.join(names)} |"
    yield "|---|---|---|---|"
    for row in rows:
        yield f"| {' | '.join(_cells(line(row, words)))} |"


def _meanings(rows: Sequence[Row], words: PageWords) -> Iterator[str]:
    for family in dict.fromkeys(row.family.id for row in rows):
        row = next(row for row in rows if row.family.id == family)
        title = words.together(row.family)
        meaning = words.plain("rows", family, "meaning")
        source = words.filled("page", "source", source=row.family.source)
        yield f"{POINT}**{title}.** {meaning} {source}"


def _wrapped(part: str) -> str:
    """A part in lines of a length that is read well; headings and tables stay as they are."""
    if part.startswith(("#", "|")):
        return part
    lines = (fill(each, WIDTH, subsequent_indent=_indent(each)) for each in part.split("\n"))
    return "\n".join(lines)


def _indent(text: str) -> str:
    return "  " if text.startswith(POINT) else ""


def _cells(each: Line) -> tuple[str, str, str, str]:
    return each.what, each.computed, each.target, each.verdict


def _computed(row: Row, words: PageWords) -> str:
    figure, family = row.figure, row.family
    if figure is None or not figure.values:
        return "–"
    named = row.target.falling
    if not named:
        text = written(figure.values[0], family.decimals, family.unit)
    else:
        pairs = zip(named, figure.values, strict=True)
        told = (
            f"{words.part(name)} {written(v, family.decimals, family.unit)}" for name, v in pairs
        )
        text = ", ".join(told)
    note = words.note(row)
    return f"{text} ({note})" if note else text


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
