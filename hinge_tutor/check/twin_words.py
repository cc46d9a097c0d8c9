"""The words of another language stand behind the same names as the English ones, and fill alike."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hinge_tutor import located
from hinge_tutor.located import AuthorError, Located
from hinge_tutor.toml_lines import TomlPath

# Lists of as many words as a language needs; all others are as long as the English ones.
FREE_LISTS = ("forms", "avoid")
# What is no word and must be the same; a language's own name is its folder's.
SAME = ("format", "unit", "decimals")
OWN = ("language",)
SOURCE = "source"


def problems(path: Path, english: Path) -> Iterator[AuthorError]:
    """Where a file of words has other names, placeholders or units than the English file.

    Raises AuthorErrors where one of them cannot be read.
    """
    yield from _compared(path, _leaves(located.read(english).data))


def proof_problems(path: Path, english: Path) -> Iterator[AuthorError]:
    """The same of the words of the proof; what a target stands on is told in English beside it, and
    in every other language here.
    """
    data = located.read(english).data
    sources: dict[TomlPath, Any] = {("rows", row, SOURCE): "" for row in data.get("rows", {})}
    yield from _compared(path, _leaves(data) | sources)


def _compared(path: Path, original: Mapping[TomlPath, Any]) -> Iterator[AuthorError]:
    here = located.read(path)
    own = _leaves(here.data)
    if here.data.get("language") != path.parent.name:
        problem = f'language is not "{path.parent.name}", as the folder is called; write that'
        yield here.error(problem, "language")
    for place in original:
        if place not in own:
            yield _missing(here, place)
    for place, value in own.items():
        if place not in original:
            problem = f"English has no {located.dotted(place)}; delete it, or correct its name"
            yield here.error(problem, *place)
        elif place[-1] not in OWN:
            yield from _alike(here, place, value, original[place])


def _leaves(data: Mapping[str, Any], path: TomlPath = ()) -> dict[TomlPath, Any]:
    """Every text, number and list with its place."""
    found: dict[TomlPath, Any] = {}
    for name, value in data.items():
        place = (*path, name)
        found |= _leaves(value, place) if isinstance(value, dict) else {place: value}
    return found


def _missing(here: Located, place: TomlPath) -> AuthorError:
    *table, name = place
    inside = f" in [{located.dotted(tuple(table))}]" if table else ""
    return here.error(f'no word for {name}; write {name} = "…"{inside}', *place)


def _alike(here: Located, place: TomlPath, value: Any, english: Any) -> Iterator[AuthorError]:
    name = place[-1]
    if type(value) is not type(english):
        yield here.error(f"{name} is of another kind than in English; write {english!r}", *place)
    elif name in SAME:
        if value != english:
            yield here.error(f"{name} is {value!r}, in English {english!r}; write that", *place)
    elif isinstance(value, list):
        if len(value) != len(english) and name not in FREE_LISTS:
            count = f"{name} has {len(value)} words, in English {len(english)}"
            yield here.error(f"{count}; write as many", *place)
    elif isinstance(value, str):
        asked, offered = _fields(value), _fields(english)
        if asked != offered:
            told = ", ".join(offered) or "none"
            yield here.error(f"{name} has other placeholders than in English: {told}", *place)


def _fields(sentence: str) -> list[str]:
    """The placeholders of a sentence with their formats, whatever their order is."""
    try:
        parsed = list(string.Formatter().parse(sentence))
    except ValueError:
        return ["a brace that is not closed"]
    return sorted(f"{{{name}{form and f':{form}'}}}" for _, name, form, _ in parsed if name)
