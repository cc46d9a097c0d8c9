"""The words of the proof page: `lessons/en/proof.toml`, and whether they fit the targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

from hinge_tutor import located, shelf
from hinge_tutor.check.evidence.row import SECTIONS, Family, Row
from hinge_tutor.check.evidence.targets import families
from hinge_tutor.lessons.terms import readable
from hinge_tutor.lessons.words import Words, words
from hinge_tutor.located import AuthorError
from hinge_tutor.shape import Disagreement, Shape, Table, Text, read_shaped

FILE = "proof.toml"
LIMITS = "limits"

# What each sentence with values is given.
SENTENCES: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("page", "tally"): ("count", "met", "missed", "reported", "open"),
    ("page", "source"): ("source",),
    ("page", "command_done"): ("tally",),
    ("page", "command_broken"): ("tally",),
    ("page", "written"): ("file",),
    ("verdicts", "missed"): ("amount",),
    ("targets", "between"): ("low", "high"),
    ("targets", "at_least"): ("low",),
    ("targets", "at_most"): ("high",),
    ("targets", "near"): ("aim", "band"),
    ("targets", "published"): ("aim",),
    ("notes", "engine"): ("version", "count", "movement", "body", "load_kg"),
    ("notes", "worst_arm"): ("muscle", "joint"),
    ("notes", "second"): ("group",),
    ("notes", "lacking"): ("joint", "lacking_Nm"),
}
_PLAIN = {
    "page": (
        "title",
        "intro",
        "caution",
        "what",
        "computed",
        "target",
        "verdict",
        "means",
        "missed",
    ),
    "verdicts": ("met", "order_missed", "reported", "no_answer", "not_installed", "not_computed"),
    "targets": ("none",),
    "notes": (),
}


def _texts(table: str) -> Table:
    names = (*_PLAIN[table], *(path[1] for path in SENTENCES if path[0] == table))
    return Table({name: Text() for name in names})


_TITLED: Mapping[str, Shape] = {"title": Text(), "text": Text()}
_SHAPE = Table(
    {
        "language": Text(),
        **{name: _texts(name) for name in _PLAIN},
        "sections": Table({name: Table(_TITLED) for name in (*SECTIONS, LIMITS)}),
        "parts": Table(others=Text()),
        "rows": Table(
            others=Table(
                {
                    "title": Text(),
                    "together?": Text(),
                    "meaning": Text(),
                    "cases?": Table(others=Text()),
                }
            )
        ),
    }
)


@dataclass(frozen=True)
class PageWords:
    """The words of one language, by the names in its file."""

    data: Mapping[str, Any]
    names: Words

    def plain(self, *path: str) -> str:
        """A word or sentence as it stands."""
        value: Any = self.data
        for part in path:
            value = value[part]
        return str(value)

    def filled(self, *path: str, **values: float | str) -> str:
        """A sentence with its values."""
        return self.plain(*path).format(**values)

    def title(self, row: Row) -> str:
        """What a row is about; no two rows have the same."""
        return self.plain("rows", row.family.id, "title").format(case=self._case(row))

    def together(self, family: Family) -> str:
        """What all rows of a family are about."""
        row = self.data["rows"][family.id]
        return str(row.get("together", row["title"]))

    def part(self, name: str) -> str:
        """One of the values of an order."""
        return self.plain("parts", name)

    def note(self, row: Row) -> str:
        """What else there is to say about a figure; empty where there is nothing."""
        figure = row.figure
        if figure is None or not figure.note:
            return ""
        told = {key: self._named(key, value) for key, value in figure.told.items()}
        return self.filled("notes", figure.note, **told)

    def _case(self, row: Row) -> str:
        if row.family.each:
            return self.names.movement(row.case)
        return self.plain("rows", row.family.id, "cases", row.case) if row.case else ""

    def _named(self, key: str, value: float | str) -> float | str:
        if not isinstance(value, str) or key == "version":
            return value
        if key == "movement":
            return self.names.movement(value)
        if key == "group":
            return self.names.muscle(value).lower()
        return self.names.joint(value) if key == "joint" else readable(value).lower()


@lru_cache(maxsize=8)
def page_words(language: str = "en") -> PageWords:
    """The words of a language; raises AuthorErrors."""
    return PageWords(read_page_words(shelf.lessons(language, FILE)), words(language))


def read_page_words(path: Path) -> dict[str, Any]:
    """What such a file holds; raises AuthorErrors with everything that is wrong in it."""
    return read_shaped(path, _SHAPE, _agree)


def _agree(data: Mapping[str, Any]) -> Iterator[Disagreement]:
    for path, offered in SENTENCES.items():
        yield from _fields(path, data[path[0]][path[1]], offered)
    known, found = families(), data["rows"]
    for id_ in known.keys() - found.keys():
        yield ("rows",), f"rows has no words for {id_}; write [rows.{id_}]"
    for id_ in found.keys() - known.keys():
        yield ("rows", id_), f"there is no row {id_} in the targets; delete it or correct its name"
    for family in known.values():
        if family.id in found:
            yield from _row(family, found[family.id])
    for name in {part for family in known.values() for part in _parts(family)}:
        if name not in data["parts"]:
            yield ("parts",), f'parts has no word for {name}; write {name} = "…"'


def _row(family: Family, row: Mapping[str, Any]) -> Iterator[Disagreement]:
    place = ("rows", family.id)
    cases = {case for case in family.targets if case}
    several = bool(cases) or bool(family.each)
    yield from _fields((*place, "title"), row["title"], ("case",) if several else ())
    if several != ("together" in row):
        yield place, f"{family.id}: together names the rows of a family that has several"
    if several and "{case}" not in row["title"]:
        yield (*place, "title"), f"the rows of {family.id} need {{case}} in their title"
    for case in sorted(cases - row.get("cases", {}).keys()):
        yield place, f'{family.id} has no word for its case {case}; write {case} = "…"'
    for case in sorted(row.get("cases", {}).keys() - cases):
        yield (*place, "cases", case), f"{family.id} has no case {case}; delete it"


def _parts(family: Family) -> tuple[str, ...]:
    return tuple(name for target in family.targets.values() for name in target.falling)


def _fields(
    place: tuple[str, ...], sentence: str, offered: tuple[str, ...]
) -> Iterator[Disagreement]:
    allowed = ", ".join(f"{{{each}}}" for each in offered) or "none"
    try:
        named = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    except ValueError:
        yield place, f"{place[-1]} has a brace that is not closed; allowed: {allowed}"
        return
    for name in sorted(named - {*offered}):
        yield place, f"{{{name}}} is not offered to this sentence; allowed: {allowed}"


def problems(path: Path) -> Iterator[AuthorError]:
    """Everything that is wrong with the words of the proof, or with the targets they go with."""
    try:
        read_page_words(path)
    except located.AuthorErrors as errors:
        yield from errors.errors
