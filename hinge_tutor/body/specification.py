"""What distinguishes one body from another, read from text such as `height=1.75,femur=+8%`."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from hinge_tutor import shelf
from hinge_tutor.located import nearest
from hinge_tutor.shape import SOURCED, Disagreement, Table, Text, read_shaped

Sex = Literal["male", "female"]


class BodyError(ValueError):
    """A body that cannot be built, as one sentence."""


@dataclass(frozen=True)
class Specification:
    """A body in the terms a person would use; lengths in percent are changes from the default.

    The hamstring limit is the hip flexion, knee straight, at which the stretch stops this body.
    """

    name: str = "default"
    sex: Sex = "male"
    height_m: float = 1.75
    mass_kg: float = 75.0
    femur_percent: float = 0.0
    torso_percent: float = 0.0
    tibia_percent: float = 0.0
    ankle_deg: float = 35.0
    hamstrings_deg: float = 75.0
    strength_percent: float = 100.0

    @property
    def text(self) -> str:
        """The shortest text that gives this specification again."""
        default = Specification()
        parts = [
            f"{key}={_written(getattr(self, entry.field), entry.unit)}"
            for key, entry in ENTRIES.items()
            if getattr(self, entry.field) != getattr(default, entry.field)
        ]
        if self.sex != default.sex:
            parts.insert(0, f"sex={self.sex}")
        return ",".join(parts)


@dataclass(frozen=True)
class Entry:
    """One number of a specification: its field and the human range that is accepted."""

    field: str
    unit: str
    low: float
    high: float


# Height and mass cover adults from very small to very large; the percentages reach past the
# population's 1st to 99th percentile (ANSUR II); angles reach past clinical ranges.
ENTRIES = {
    "height": Entry("height_m", "m", 1.30, 2.20),
    "mass": Entry("mass_kg", "kg", 30.0, 200.0),
    "femur": Entry("femur_percent", "%", -20.0, 20.0),
    "torso": Entry("torso_percent", "%", -20.0, 20.0),
    "tibia": Entry("tibia_percent", "%", -20.0, 20.0),
    "ankle": Entry("ankle_deg", "°", 0.0, 60.0),
    "hamstrings": Entry("hamstrings_deg", "°", 30.0, 130.0),
    "strength": Entry("strength_percent", "%", 20.0, 300.0),
}
KEYS = ("sex", *ENTRIES)

_PRESET = Table({"specification": Text(empty=True), **SOURCED})
_PRESETS = Table({"default": _PRESET}, others=_PRESET)


def _written(value: float, unit: str) -> str:
    return f"{value:g}%" if unit == "%" else f"{value:g}"


@cache
def presets() -> dict[str, str]:
    """The named bodies of `assets/body/presets.toml`: name → specification text.

    Raises AuthorErrors when the file cannot be read.
    """
    table = read_shaped(shelf.assets("body", "presets.toml"), _PRESETS, _agree)
    return {name: row["specification"] for name, row in table.items() if name != "format"}


def _agree(data: dict[str, Any]) -> Iterator[Disagreement]:
    for name, row in data.items():
        try:
            if name != "format":
                _apply(Specification(), _pairs(row["specification"]))
        except BodyError as problem:
            yield (name, "specification"), str(problem)


def parse_specification(text: str) -> Specification:
    """A specification from a preset's name, `key=value` pairs, or a preset followed by pairs.

    Raises BodyError with every problem in one sentence each.
    """
    words = [word.strip() for word in text.split(",") if word.strip()]
    if words and "=" not in words[0]:
        name = words.pop(0)
        if name not in presets():
            raise BodyError(_unknown("body", name, tuple(presets())))
        start = replace(_apply(Specification(), _pairs(presets()[name])), name=name)
    else:
        start = Specification()
    specification = _apply(start, [_pair(word) for word in words])
    if not words:
        return specification
    prefix = "" if start.name == "default" else f"{start.name}, "
    return replace(specification, name=prefix + ",".join(words))


def _pairs(text: str) -> list[tuple[str, str]]:
    return [_pair(word) for word in text.split(",") if word]


def _pair(word: str) -> tuple[str, str]:
    key, equals, value = word.partition("=")
    if not equals and word in presets():
        raise BodyError(
            f"body: '{word}' is a body by itself; name one, and what differs from it by key=value"
        )
    if not equals:
        raise BodyError(f"body: '{word}' is not of the form key=value, such as height=1.75")
    return key.strip(), value.strip()


def _apply(start: Specification, pairs: list[tuple[str, str]]) -> Specification:
    problems: list[str] = []
    sex: Sex = start.sex
    values: dict[str, float] = {}
    keys = [key for key, _ in pairs]
    problems += [
        f"body: {key} is given twice; keep one of the two"
        for key in dict.fromkeys(keys)
        if keys.count(key) > 1
    ]
    for key, value in pairs:
        if key == "sex":
            if value == "male":
                sex = "male"
            elif value == "female":
                sex = "female"
            else:
                problems.append(f"body: sex is male or female, not '{value}'")
        elif key in ENTRIES:
            entry = ENTRIES[key]
            try:
                values[entry.field] = _number(key, value, entry)
            except BodyError as error:
                problems.append(str(error))
        else:
            problems.append(_unknown("body entry", key, KEYS))
    if problems:
        raise BodyError("; ".join(problems))
    numbers = {entry.field: getattr(start, entry.field) for entry in ENTRIES.values()} | values
    return Specification(name=start.name, sex=sex, **numbers)


def _number(key: str, text: str, entry: Entry) -> float:
    digits = text.removesuffix("%") if entry.unit == "%" else text
    try:
        number = float(digits)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise BodyError(f"body: {key}={text} is not a number")
    if not entry.low <= number <= entry.high:
        unit = "%" if entry.unit == "%" else f" {entry.unit}"
        raise BodyError(
            f"body: {key}={text} is outside what is accepted, {entry.low:g} to {entry.high:g}{unit}"
        )
    return number


def _unknown(kind: str, word: str, allowed: tuple[str, ...]) -> str:
    near = nearest(word, allowed)
    hint = f" Did you mean '{near}'?" if near else ""
    return f"There is no {kind} '{word}'.{hint} Allowed: {', '.join(allowed)}."
