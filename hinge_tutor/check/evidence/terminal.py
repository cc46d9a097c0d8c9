"""The proof as lines of text for a terminal: a table for each section, of bounded width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from hinge_tutor.check.evidence.lines import Line, line
from hinge_tutor.check.evidence.page_words import PageWords
from hinge_tutor.check.evidence.row import SECTIONS, Row

WIDTH = 110
GAP = "  "
INDENT = "    "


def table(rows: Sequence[Row], words: PageWords) -> list[str]:
    """The rows as lines of text, section by section."""
    told: list[str] = []
    for section in SECTIONS:
        inside = [line(row, words) for row in rows if row.family.section == section]
        told += ["", words.plain("sections", section, "title").upper()]
        told += _section([Line(*words.columns()), *inside])
    return told[1:]


def _section(lines: Sequence[Line]) -> Iterator[str]:
    """A row is one line; where that is too wide for one of them, each has its title above."""
    cells = [each.cells() for each in lines]
    widths = [max(len(cell) for cell in column) for column in zip(*cells, strict=True)]
    in_one = sum(widths) + len(GAP) * (len(widths) - 1) <= WIDTH
    for each, row in zip(lines, cells, strict=True):
        padded = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)]
        if in_one:
            yield GAP.join(padded).rstrip()
        else:
            yield row[0]
            yield f"{INDENT}{GAP.join(padded[1:])}".rstrip()
        yield from wrap(each.note, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT)
