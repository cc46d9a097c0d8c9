"""A reference page in another language has the same parts, names, tables and examples."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hinge_tutor import located
from hinge_tutor.located import AuthorError

_HEADING = re.compile(r"(#+) ")
_FENCE = re.compile(r"```+|~~~+")
# A name, a key, a placeholder, a file; what has spaces, quotes, brackets or stars may hold words.
_NAME = re.compile(r"(?<!`)`([^`\s\]*\"]+)`(?!`)")
# Rows of an example that are for the program: a name and its value, a table, a block, a command,
# the title of a step or build. All others are words, or notes about them.
_CODE = re.compile(r"[\w.]+ = |\[|```|\+\+\+|hinge-tutor |##+ ")
_TITLE = re.compile(r"(##+) .*")
_WORDS = re.compile(r'"[^"]*\s[^"]*"')
# Values that are the title of a step or a build, even if they are one word.
_NAMED = re.compile(r'^(reveal|shows) = ".*"')
# A page speaks of lessons in its own language.
_LANGUAGE = re.compile(r' --language \S+|(?<=^language = )".*"')
# What stands behind a row of an example explains it.
_NOTE = re.compile(r"\s{2,}.*")


@dataclass
class Part:
    """What stands under one heading, without its words."""

    line: int
    level: int
    names: set[str] = field(default_factory=set)
    # How many columns each row of a table has.
    tables: list[int] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)


def problems(path: Path, english: Path) -> Iterator[AuthorError]:
    """Where a page is another one than the English page of its name."""
    here, there = parts(located.read_text(path)), parts(located.read_text(english))
    if [part.level for part in here] != [part.level for part in there]:
        problem = (
            f"the headings: {_levels(here)} here, {_levels(there)} in English; make both the same"
        )
        yield AuthorError(str(path), 1, problem)
        return
    for part, twin in zip(here, there, strict=True):
        for problem in _part(part, twin):
            yield AuthorError(str(path), part.line, problem)


def parts(text: str) -> tuple[Part, ...]:
    """The parts of a page; the first one begins with the page."""
    found = [Part(1, 0)]
    fence = ""
    for number, row in enumerate(text.split("\n"), 1):
        mark, heading = _FENCE.match(row), _HEADING.match(row)
        if mark and (not fence or mark.group() == fence):
            fence = "" if fence else mark.group()
        elif fence or row.startswith("    "):
            found[-1].examples.extend(_example(row))
        elif heading:
            found.append(Part(number, len(heading.group(1))))
        else:
            found[-1].names.update(_NAME.findall(row))
            if row.startswith("|"):
                found[-1].tables.append(row.count("|") - 1)
    return tuple(found)


def _example(row: str) -> Iterator[str]:
    """A row of an example without its note and its words; none where it is nothing else."""
    code = _NOTE.sub("", row.removeprefix("    "))
    if _CODE.match(code):
        code = _NAMED.sub(r'\1 = "…"', _TITLE.sub(r"\1 …", code))
        yield _LANGUAGE.sub("", _WORDS.sub('"…"', code))


def _part(part: Part, twin: Part) -> Iterator[str]:
    lacks = sorted(twin.names - part.names)
    if lacks:
        yield f"this part lacks what English names: {', '.join(f'`{name}`' for name in lacks)}"
    if part.tables != twin.tables:
        yield (
            f"the rows of tables in this part: {len(part.tables)} here, {len(twin.tables)} in "
            "English, or of other columns; make both the same"
        )
    if part.examples != twin.examples:
        own = list((Counter(part.examples) - Counter(twin.examples)).elements())
        other = list((Counter(twin.examples) - Counter(part.examples)).elements())
        yield (
            f"the examples of this part differ: {_first(own)} here, {_first(other)} in English; "
            "translate only the notes and the words"
        )


def _levels(found: Sequence[Part]) -> str:
    return " ".join("#" * part.level for part in found[1:]) or "none"


def _first(rows: Sequence[str]) -> str:
    return f"`{rows[0]}`" if rows else "another order"
