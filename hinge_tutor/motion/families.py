"""Families of movements: those that share what they keep, and so their rules and their faults.

`lessons/families.toml` names the members of each. Where a file asks for movements, the name of a
family stands for all of its members; `every` is the family of all movements.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from hinge_tutor import shelf
from hinge_tutor.located import Reader, read
from hinge_tutor.motion.movement import movements

FORMAT = 1
FILE = "families.toml"
EVERY = "every"


@cache
def families() -> Mapping[str, tuple[str, ...]]:
    """The members of every family; raises AuthorErrors."""
    return {EVERY: movements(), **read_families(shelf.lessons(FILE))}


def read_families(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The families of a file; raises AuthorErrors with every problem in it."""
    reader = Reader(read(path))
    reader.whole("format", 1, FORMAT)
    table = reader.table("families")
    known = movements()
    found: dict[str, tuple[str, ...]] = {}
    for name in table.names():
        found[name] = table.choices(name, known)
        if name == EVERY or name in known:
            table.problem(f'"{name}" already names something else; rename the family', name)
        elif table.is_empty(name):
            table.problem(f"{name} has no members; name a movement, or delete the family", name)
    reader.finish()
    return found


def members(row: Reader, key: str) -> tuple[str, ...]:
    """The movements that a list of movements and families names, each once.

    What is wrong, an empty list included, is noted in `row`.
    """
    known = families()
    names = row.choices(key, (*known, *movements()))
    if row.is_empty(key):
        row.problem(f"{key} is empty; name a movement or a family", key)
    return expanded(names)


def expanded(names: Iterable[str]) -> tuple[str, ...]:
    """Families replaced by their members, each movement once."""
    known = families()
    each = [movement for name in names if name for movement in known.get(name, (name,))]
    return tuple(dict.fromkeys(each))
