"""The shape of a TOML file of numbers, as data, and the one way to read a file that has one.

A shape says of every name what may stand there; a name that ends in `?` may be missing. What
holds between several values is said by an `Agree`, which only sees files of the right shape.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from hinge_tutor.located import Reader, read
from hinge_tutor.toml_lines import TomlPath

# Where something does not agree, and the sentence about it.
Disagreement = tuple[TomlPath, str]
Agree = Callable[[dict[str, Any]], Iterator[Disagreement]]
FORMAT = 1


class Shape(Protocol):
    """What may stand behind a name."""

    def check(self, reader: Reader, key: str) -> None:
        """Notes in `reader` what is wrong there."""


@dataclass(frozen=True)
class Number:
    """A number in low … high."""

    low: float
    high: float

    def check(self, reader: Reader, key: str) -> None:
        reader.number(key, self.low, self.high)


@dataclass(frozen=True)
class Numbers:
    """A list of numbers in low … high: so many, or from so many to so many; perhaps rising."""

    low: float
    high: float
    count: int | tuple[int, int]
    rising: bool = False

    def check(self, reader: Reader, key: str) -> None:
        reader.numbers(key, self.low, self.high, self.count, rising=self.rising)


@dataclass(frozen=True)
class WholeRows:
    """A list of lists, each of `count` whole numbers in low … high."""

    low: int
    high: int
    count: int

    def check(self, reader: Reader, key: str) -> None:
        for place, row in enumerate(reader.elements(key)):
            listed = row if isinstance(row, list) else []
            right = [each for each in listed if type(each) is int and self.low <= each <= self.high]
            if not len(right) == len(listed) == self.count:
                asked = f"write {self.count} whole numbers in {self.low} … {self.high}"
                reader.problem(f"{key}[{place}] is something else; {asked}", key, place)


@dataclass(frozen=True)
class Text:
    """A text that is not empty; with `allowed`, one of these words."""

    allowed: Collection[str] = ()
    empty: bool = False

    def check(self, reader: Reader, key: str) -> None:
        if self.allowed:
            reader.choice(key, self.allowed)
        else:
            reader.text(key, empty=self.empty)


@dataclass(frozen=True)
class Words:
    """A list of `count` of the allowed words."""

    allowed: Collection[str]
    count: int

    def check(self, reader: Reader, key: str) -> None:
        found = reader.choices(key, self.allowed)
        if found and len(found) != self.count:
            reader.problem(f"{key} has {len(found)} words; write {self.count}", key)


@dataclass(frozen=True)
class Texts:
    """A list of texts, not empty."""

    def check(self, reader: Reader, key: str) -> None:
        if reader.texts(key) == ():
            reader.problem(f"{key} names nothing; write at least one name", key)


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def check(self, reader: Reader, key: str) -> None:
        reader.flag(key)


@dataclass(frozen=True)
class Table:
    """A table with these names; `others` is the shape of names that are free, if there are any."""

    names: Mapping[str, Shape] = field(default_factory=dict)
    others: Shape | None = None

    def check(self, reader: Reader, key: str) -> None:
        self.inside(reader.table(key))

    def inside(self, reader: Reader) -> None:
        """Notes what is wrong in a table that is already open."""
        for name, shape in self.names.items():
            key = name.removesuffix("?")
            if key == name or reader.has(key):
                shape.check(reader, key)
        if self.others is not None:
            known = {"format", *(name.removesuffix("?") for name in self.names)}
            for key in reader.names():
                if key not in known:
                    self.others.check(reader, key)


@dataclass(frozen=True)
class Rows:
    """A list of tables of one shape."""

    row: Table

    def check(self, reader: Reader, key: str) -> None:
        for row in reader.tables(key):
            self.row.inside(row)


# Where the numbers of a row come from, and why they are so.
SOURCED: Mapping[str, Shape] = {"source": Text(), "reason?": Text()}


def agreed(_data: dict[str, Any]) -> Iterator[Disagreement]:
    """Nothing holds between the values of this file."""
    yield from ()


def read_shaped(path: Path, shape: Table, agree: Agree = agreed) -> dict[str, Any]:
    """What a file holds; raises AuthorErrors with every way in which it has another shape.

    Only what has its shape is asked whether its values agree.
    """
    reader = Reader(read(path))
    reader.whole("format", FORMAT, FORMAT)
    shape.inside(reader)
    reader.finish()
    for place, problem in agree(reader.located.data):
        reader.problem(problem, *place)
    reader.finish()
    return reader.located.data
