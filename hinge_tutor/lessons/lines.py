"""Where in a file the names of a block stand, and what stands behind a path of names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hinge_tutor.located import Located, Reader

Lines = Mapping[str, int]


def lines(reader: Reader, *keys: str) -> Lines:
    """The lines of those names that a block has, and of each entry of those that are lists."""
    found: dict[str, int] = {}
    table: Mapping[str, Any] = raw(reader.located, reader.path)
    for key in (key for key in keys if key in table):
        found[key] = reader.line(key)
        value = table[key]
        for place in range(len(value) if isinstance(value, list) else 0):
            found[f"{key}[{place}]"] = reader.line(key, place)
    return found


def raw(located: Located, path: tuple[str | int, ...]) -> Any:
    value: Any = located.data
    for part in path:
        value = value[part]
    return value
