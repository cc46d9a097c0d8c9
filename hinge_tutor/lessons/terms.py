"""Single words with what belongs to them: a measure's unit, a term's meaning."""

from __future__ import annotations

from dataclasses import dataclass

from hinge_tutor.lessons.numerals import POINT, written


@dataclass(frozen=True)
class MeasureWords:
    """How a measure is called and written; `unit` stands behind the number, "" for a ratio."""

    name: str
    unit: str
    decimals: int
    mark: str = POINT

    def quantity(self, value: float) -> str:
        """The value with its unit: `19 cm`, `−2°`; never a minus before a zero."""
        number = written(value, f".{self.decimals}f", self.mark)
        gap = "" if self.unit in ("", "°", "%") else "\u00a0"
        return f"{number}{gap}{self.unit}"


@dataclass(frozen=True)
class Term:
    """A word of the glossary, the forms in which lessons use it, and what it means."""

    id: str
    term: str
    forms: tuple[str, ...]
    meaning: str


def unsided(name: str) -> str:
    """`glutes_near` and `glutes_far` are both `glutes`."""
    return name.removesuffix("_near").removesuffix("_far")


def readable(id_: str) -> str:
    """`hip-hinge` as `Hip hinge`: the best that can be said without a word for it."""
    plain = id_.replace("-", " ").replace("_", " ").strip()
    return plain[:1].upper() + plain[1:]
