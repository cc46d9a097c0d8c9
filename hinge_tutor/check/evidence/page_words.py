"""The words of the proof page: `lessons/en/proof.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from hinge_tutor import located, shelf
from hinge_tutor.check.evidence.numbers import bound, written
from hinge_tutor.check.evidence.page_shape import SHAPE, agree
from hinge_tutor.check.evidence.row import Family, Row
from hinge_tutor.lessons.numerals import POINT, in_numerals
from hinge_tutor.lessons.terms import readable
from hinge_tutor.lessons.words import Words, words
from hinge_tutor.located import AuthorError
from hinge_tutor.shape import read_shaped

FILE = "proof.toml"


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
        return self.plain(*path).format(**in_numerals(values, self.names.mark))

    def written(self, value: float, decimals: int, unit: str = "") -> str:
        """A figure with its unit, as this language writes numbers."""
        return written(value, decimals, unit).replace(POINT, self.names.mark)

    def bound(self, value: float, decimals: int, unit: str = "") -> str:
        """A number of a target, without zeros at its end."""
        return bound(value, decimals, unit).replace(POINT, self.names.mark)

    def columns(self) -> tuple[str, ...]:
        """The names of the four columns."""
        return tuple(self.plain("page", name) for name in ("what", "computed", "target", "verdict"))

    def title(self, row: Row) -> str:
        """What a row is about; no two rows have the same."""
        return self.plain("rows", row.family.id, "title").format(case=self._case(row))

    def together(self, family: Family) -> str:
        """What all rows of a family are about."""
        row = self.data["rows"][family.id]
        return str(row.get("together", row["title"]))

    def source(self, family: Family) -> str:
        """What the targets of a family stand on; in English as it stands beside them."""
        return str(self.data["rows"][family.id].get("source", family.source))

    def unit(self, name: str) -> str:
        """A unit as it is written; those that are words have them here."""
        return str(self.data["units"].get(name, name))

    def tiny(self, unit: str) -> str:
        """What a figure of next to nothing is called; empty where the unit has no such words."""
        return str(self.data["tiny"].get(unit, ""))

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
        if key == "body":
            return self.names.preset_body(value)
        if key == "group":
            return self.names.muscle(value).lower()
        return self.names.joint(value) if key == "joint" else readable(value).lower()


@lru_cache(maxsize=8)
def page_words(language: str = "en") -> PageWords:
    """The words of a language; raises AuthorErrors."""
    return PageWords(read_page_words(shelf.lessons(language, FILE)), words(language))


def read_page_words(path: Path) -> dict[str, Any]:
    """What such a file holds; raises AuthorErrors with everything that is wrong in it."""
    return read_shaped(path, SHAPE, agree)


def problems(path: Path) -> Iterator[AuthorError]:
    """Everything that is wrong with the words of the proof, or with the targets they go with."""
    try:
        read_page_words(path)
    except located.AuthorErrors as errors:
        yield from errors.errors
