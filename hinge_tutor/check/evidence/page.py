"""The proof as a page in Markdown, and its rows read back from such a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from hinge_tutor.check.evidence.lines import DASH, Line, line
from hinge_tutor.check.evidence.overview import POINT, overview
from hinge_tutor.check.evidence.page_shape import LIMITS
from hinge_tutor.check.evidence.page_words import PageWords
from hinge_tutor.check.evidence.row import SECTIONS, Row
from hinge_tutor.check.evidence.told import told

WIDTH = 100
# Between a figure's note and the figure itself, where words stand for it.
NOTED = "; "
# A line of a table with its cells.
_CELLS = re.compile(r"^\| (.*) \|$")


def page(rows: Sequence[Row], words: PageWords) -> str:
    """The whole page in Markdown."""
    figures = told(rows, words)
    parts = [f"# {words.plain('page', 'title')}", words.plain("page", "intro")]
    parts.append(words.plain("page", "caution").format(**figures))
    parts += overview(rows, words, figures)
    for section in SECTIONS:
        inside = [row for row in rows if row.family.section == section]
        parts.append(f"## {words.plain('sections', section, 'title')}")
        parts.append(words.plain("sections", section, "text"))
        parts.append("\n".join(_rows(inside, words)))
        parts.append(f"### {words.plain('page', 'means')}")
        parts.append("\n".join(_meanings(inside, words, figures)))
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
            figure, note, size = _figure(computed)
            found[what] = Line(what, figure, target, verdict, note, size)
    return found


def _figure(cell: str) -> tuple[str, str, str]:
    """Figure, note and words for its size."""
    figure, _, note = cell.partition(" (")
    note = note.removesuffix(")")
    if figure == DASH or not note or any(each.isdigit() for each in figure):
        return figure, note, ""
    size = figure
    figure, _, note = note.partition(NOTED)
    return figure, note, size


def _rows(rows: Sequence[Row], words: PageWords) -> Iterator[str]:
    """The table of a section; what is not computed is among what is open, not here."""
    yield f"| {' | '.join(words.columns())} |"
    yield "|---|---|---|---|"
    for row in rows:
        if row.verdict == "not_computed":
            continue
        each = line(row, words)
        noted = NOTED.join(filter(None, (each.size and each.computed, each.note)))
        figure = each.size or each.computed
        told = f"{figure} ({noted})" if noted else figure
        yield f"| {each.what} | {told} | {each.target} | {each.verdict} |"


def _meanings(rows: Sequence[Row], words: PageWords, figures: Mapping[str, str]) -> Iterator[str]:
    for family in dict.fromkeys(row.family.id for row in rows):
        inside = [row for row in rows if row.family.id == family]
        title = words.together(inside[0].family)
        meaning = words.plain("rows", family, "meaning").format(**figures)
        judged = any(row.target.judges for row in inside)
        known = "source" if judged else "known"
        source = words.filled("page", known, source=words.source(inside[0].family))
        yield f"{POINT}**{title}.** {meaning} {source}"


def _wrapped(part: str) -> str:
    """A part in lines of a length that is read well; headings and tables stay as they are."""
    if part.startswith(("#", "|")):
        return part
    lines = (fill(each, WIDTH, subsequent_indent=_indent(each)) for each in part.split("\n"))
    return "\n".join(lines)


def _indent(text: str) -> str:
    return "  " if text.startswith(POINT) else ""
