"""What stands at the top of the page: counts, misses, differences from people, what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from hinge_tutor.check.evidence.page_words import PageWords
from hinge_tutor.check.evidence.row import SECTIONS, Row, Verdict

POINT = "- "
# What is counted of each section, and by which verdicts.
COUNTS: Mapping[str, tuple[Verdict, ...]] = {
    "met": ("met",),
    "missed": ("missed",),
    "reported": ("reported",),
    "open": ("no_answer", "not_computed"),
    "not_installed": ("not_installed",),
}


def section_lines(rows: Sequence[Row], words: PageWords) -> list[str]:
    """How many rows of each section there are of each kind, a line for each section."""
    lines = []
    for section in SECTIONS:
        found = Counter(row.verdict for row in rows if row.family.section == section)
        counted = {name: sum(found[each] for each in told) for name, told in COUNTS.items()}
        counts = [words.filled("counts", name, count=n) for name, n in counted.items() if n]
        title = words.plain("sections", section, "title")
        if counts:
            lines.append(
                words.filled("page", "section_line", section=title, counts=", ".join(counts))
            )
    return lines


def overview(rows: Sequence[Row], words: PageWords, figures: Mapping[str, str]) -> Iterator[str]:
    """The parts of the page before its first section, after its introduction."""
    yield _points(section_lines(rows, words))
    missed = [words.title(row) for row in rows if row.verdict == "missed"]
    if missed:
        yield words.plain("page", "missed")
        yield _points(missed)
    still_open = list(_open(rows, words))
    if still_open:
        yield words.plain("page", "open")
        yield _points(still_open)
    yield f"## {words.plain('page', 'differences')}"
    told = list(differences(rows, words, figures))
    yield " ".join(told or [words.plain("page", "differences_none")])


def differences(rows: Sequence[Row], words: PageWords, figures: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each family with figures outside what was measured on people."""
    for family, sentences in words.data["differences"].items():
        found = {row.beside for row in rows if row.family.id == family}
        for side in ("below", "above"):
            if side in found:
                yield sentences[side].format(**figures)


def _open(rows: Sequence[Row], words: PageWords) -> Iterator[str]:
    for row in rows:
        if row.verdict in COUNTS["open"]:
            verdict = words.plain("verdicts", row.verdict)
            yield words.filled("page", "open_row", title=words.title(row), verdict=verdict)
    lacking = [words.title(row) for row in rows if row.verdict == "not_installed"]
    if lacking:
        told = "; ".join(lacking)
        yield words.filled("page", "not_installed", count=len(lacking), rows=told)


def _points(lines: Sequence[str]) -> str:
    return "\n".join(f"{POINT}{each}" for each in lines)
