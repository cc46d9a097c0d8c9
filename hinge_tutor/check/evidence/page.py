"""The proof as lines of text: a table for the terminal, and a page in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import fill

from hinge_tutor.check.evidence.lines import Line, line
from hinge_tutor.check.evidence.page_words import LIMITS, PageWords
from hinge_tutor.check.evidence.row import SECTIONS, Row

POINT = "- "
WIDTH = 100
# A line of a table with its cells.
_CELLS = re.compile(r"^\| (.*) \|$")


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
    lines = {row.id: line(row, words) for row in rows}
    head = Line(*_names(words))
    columns = zip(*map(_cells, (head, *lines.values())), strict=True)
    widths = [max(len(cell) for cell in column) for column in columns]
    told: list[str] = []
    for section in SECTIONS:
        told += ["", words.plain("sections", section, "title").upper()]
        inside = [lines[row.id] for row in rows if row.family.section == section]
        for each in (head, *inside):
            cells = zip(_cells(each), widths, strict=True)
            row = "  ".join(f"{cell:<{width}}" for cell, width in cells)
            told.append(f"{row}  {each.note}".rstrip())
    return told[1:]


def page(rows: Sequence[Row], words: PageWords) -> str:
    """The whole page in Markdown."""
    missed = [words.title(row) for row in rows if row.verdict == "missed"]
    parts = [f"# {words.plain('page', 'title')}", words.plain("page", "intro")]
    parts += [words.plain("page", "caution"), tally(rows, words)]
    if missed:
        parts.append(words.plain("page", "missed"))
        parts.append("\n".join(f"{POINT}{title}" for title in missed))
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
    """The rows of a page, by what they are about."""
    found: dict[str, Line] = {}
    for row in text.splitlines():
        match = _CELLS.match(row)
        cells = match.group(1).split(" | ") if match else []
        if len(cells) == 4:
            what, computed, target, verdict = cells
            figure, _, note = computed.partition(" (")
            found[what] = Line(what, figure, target, verdict, note.removesuffix(")"))
    return found


def _rows(rows: Sequence[Row], words: PageWords) -> Iterator[str]:
    yield f"| {' | '.join(_names(words))} |"
    yield "|---|---|---|---|"
    for row in rows:
        each = line(row, words)
        noted = f"{each.computed} ({each.note})" if each.note else each.computed
        yield f"| {each.what} | {noted} | {each.target} | {each.verdict} |"


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


def _names(words: PageWords) -> tuple[str, ...]:
    """The columns' names."""
    return tuple(words.plain("page", name) for name in ("what", "computed", "target", "verdict"))
