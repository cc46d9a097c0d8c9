"""Typed access to one table of a TOML file that collects every problem before it complains."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import Any

from hinge_tutor.problems import AuthorError, AuthorErrors, did_you_mean
from hinge_tutor.toml_lines import Located, TomlPath

_KINDS = {
    bool: "true or false",
    str: "a text",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "a table",
}

# How many wrong words of one table are compared with the right ones: more are no slips of a hand.
MOST_GUESSES = 50


class Reader:
    """Reads the names of one table; a wrong value is noted and a harmless one is returned.

    Nothing read may be used before `finish`, which raises AuthorErrors with all problems of this
    table and of every table opened from it. Names that nobody asked for are problems as well.
    A name without a default must be there.
    """

    def __init__(self, located: Located, path: TomlPath = ()) -> None:
        self.located = located
        self.path = path
        self._errors: list[AuthorError] = []
        self._asked: set[str] = set()
        self._children: list[Reader] = []
        value: Any = located.data
        for part in path:
            value = value[part]
        self._table: dict[str, Any] = value

    # ── single values ────────────────────────────────────────────────────────────────────────────

    def has(self, key: str) -> bool:
        """Whether the table has this name; asking makes it a known one."""
        self._asked.add(key)
        return key in self._table

    def is_empty(self, key: str) -> bool:
        """Whether there is a list of this name that has nothing in it."""
        return bool(self._table.get(key) == [])

    def names(self) -> tuple[str, ...]:
        """All names of a table whose names are free, in the order of the file."""
        self._asked.update(self._table)
        return tuple(self._table)

    def text(self, key: str, default: str | None = None, empty: bool = False) -> str:
        """A text, which is not empty unless it may be."""
        value = self._get(key, str, default)
        if isinstance(value, str) and not (value.strip() or empty or value is default):
            self.problem(f"{key} is empty; write a text", key)
        return value if isinstance(value, str) else default or ""

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """A number in low … high."""
        value = self._get(key, float, default)
        return self._within(value, low, high, default, key)

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number in low … high."""
        value = self._get(key, int, default)
        if isinstance(value, float) and not value.is_integer():
            self.problem(f"{key} is {value}; write a whole number", key)
            return low if default is None else default
        return int(self._within(value, low, high, default, key))

    def flag(self, key: str, default: bool | None = None) -> bool:
        """True or false."""
        value = self._get(key, bool, default)
        return value if isinstance(value, bool) else bool(default)

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """One of the allowed words."""
        value = self._get(key, str, default)
        fallback = default if default is not None else next(iter(allowed), "")
        return self._chosen(value, allowed, fallback, key)

    # ── lists ────────────────────────────────────────────────────────────────────────────────────

    def texts(
        self, key: str, default: Collection[str] | None = None, empty: bool = False
    ) -> tuple[str, ...]:
        """A list of texts, none of which is empty unless they may be."""
        found = self._elements(key, str, default)
        for place, value in enumerate(found if key in self._table else ()):
            if not (value.strip() or empty):
                self.problem(f"{key}[{place}] is empty; write a text, or delete it", key, place)
        return tuple(found)

    def choices(
        self, key: str, allowed: Collection[str], default: Collection[str] | None = None
    ) -> tuple[str, ...]:
        """A list of allowed words, each of them once."""
        values = enumerate(self._elements(key, str, default))
        found = tuple(self._chosen(value, allowed, "", key, place) for place, value in values)
        for place, word in enumerate(found):
            if word and word in found[:place]:
                self.problem(f'{key} names "{word}" twice; name it once', key, place)
        return found

    def numbers(
        self,
        key: str,
        low: float,
        high: float,
        count: int | tuple[int, int] | None = None,
        default: Collection[float] | None = None,
        rising: bool = False,
    ) -> tuple[float, ...]:
        """A list of numbers in low … high; `count` says how many, or from how many to how many.

        Where they must be `rising`, each is larger than the one before.
        """
        known = len(self._errors)
        values = self._elements(key, float, default)
        result = tuple(
            self._within(value, low, high, low, key, place) for place, value in enumerate(values)
        )
        right = known == len(self._errors)
        least, most = count if isinstance(count, tuple) else (count or 0, count or len(result))
        if default is None and not least <= len(result) <= most:
            if right and self._is_list(key):
                wanted = str(least) if least == most else f"{least} to {most}"
                self.problem(f"{key} has {len(result)} numbers; write {wanted}", key)
            return (low,) * least
        if right and rising and any(after <= before for before, after in pairwise(result)):
            self.problem(f"{key} does not rise; write the smaller number first", key)
        return result

    def elements(self, key: str) -> list[Any]:
        """The elements of a list, of whatever kind each is."""
        value = self._get(key, list, None)
        return value if isinstance(value, list) else []

    # ── tables ───────────────────────────────────────────────────────────────────────────────────

    def table(self, key: str, optional: bool = False) -> Reader:
        """The table of this name; an empty one when it is missing, which is then a problem."""
        value = self._get(key, dict, {} if optional else None)
        if not isinstance(value, dict) or key not in self._table:
            return self._child(Reader(Located(self.located.file, {}, self.located.lines)))
        return self._child(Reader(self.located, (*self.path, key)))

    def tables(
        self, key: str, optional: bool = False, most: int | None = None
    ) -> tuple[Reader, ...]:
        """The tables of an array (`[[name]]`), in the order of the file.

        Of more than `most`, which is a problem, only so many are given and looked at.
        """
        values = self._elements(key, dict, [] if optional else None)
        places = [place for place, _ in enumerate(values)] if key in self._table else []
        if any(not isinstance(self._table[key][place], dict) for place in places):
            return ()
        if most is not None and len(places) > most:
            self.problem(f"{len(places)} rows of one kind; write at most {most}", key, most)
            places = places[:most]
        return tuple(self._child(Reader(self.located, (*self.path, key, p))) for p in places)

    # ── problems ─────────────────────────────────────────────────────────────────────────────────

    def problem(self, problem: str, *path: str | int) -> None:
        """Note a problem that the caller found, on the line of `path` inside this table."""
        self._errors.append(self.located.error(problem, *self.path, *path))

    def line(self, *path: str | int) -> int:
        """The line of the value at `path` inside this table."""
        return self.located.line(*self.path, *path)

    def errors(self) -> tuple[AuthorError, ...]:
        """Every problem so far, those of opened tables and unknown names included."""
        unknown = [key for key in self._table if key not in self._asked]
        strangers = [
            self.located.error(self._stranger(key), *self.path, key)
            for key in unknown[:MOST_GUESSES]
        ]
        if more := unknown[MOST_GUESSES:]:
            problem = f"{len(more)} more names that are not known here; delete them"
            strangers.append(self.located.error(problem, *self.path, more[0]))
        deeper = [error for child in self._children for error in child.errors()]
        return (*self._errors, *strangers, *deeper)

    def finish(self) -> None:
        """Raise AuthorErrors if anything in this table or below it was wrong."""
        errors = self.errors()
        if errors:
            raise AuthorErrors(errors)

    # ── inside ───────────────────────────────────────────────────────────────────────────────────

    def _get(self, key: str, kind: type, default: Any) -> Any:
        self._asked.add(key)
        if key not in self._table:
            if default is None:
                self.problem(f"{key} is missing; write {key} = {_KINDS[kind]}")
            return default
        return self._typed(self._table[key], kind, key, (key,))

    def _typed(self, value: Any, kind: type, key: str, path: TomlPath) -> Any:
        numeric = kind in (int, float)
        right = isinstance(value, (int, float) if numeric else kind)
        if right and not (numeric and isinstance(value, bool)):
            return value
        self.problem(f"{key} is {_shown(value)}; write {_KINDS[kind]}", *path)
        return None

    def _is_list(self, key: str) -> bool:
        return isinstance(self._table.get(key), list)

    def _elements(self, key: str, kind: type, default: Any) -> list[Any]:
        values = self._get(key, list, default)
        if values is None:
            return []
        if key not in self._table:
            return list(values)
        typed = [self._typed(v, kind, f"{key}[{n}]", (key, n)) for n, v in enumerate(values)]
        return [value for value in typed if value is not None]

    def _within(
        self, value: Any, low: float, high: float, default: float | None, *path: str | int
    ) -> float:
        if value is not None and low <= value <= high:
            return float(value)
        if value is not None:
            shown = _shown(value)
            self.problem(f"{path[0]} is {shown}; write a number in {low:g} … {high:g}", *path)
        return low if default is None else default

    def _chosen(self, value: Any, allowed: Collection[str], fallback: str, *path: str | int) -> str:
        if value is None:
            return fallback
        if value in allowed:
            return str(value)
        listed = ", ".join(allowed)
        near = did_you_mean(value, allowed) if len(self._errors) < MOST_GUESSES else ""
        self.problem(f'{path[0]} is "{value}"; allowed: {listed}{near}', *path)
        return fallback

    def _stranger(self, key: str) -> str:
        allowed = sorted(self._asked)
        listed = ", ".join(allowed) or "none"
        near = did_you_mean(key, [name for name in allowed if name not in self._table])
        return f'"{key}" is not a name known here; known: {listed}; rename or delete it{near}'

    def _child(self, reader: Reader) -> Reader:
        self._children.append(reader)
        return reader


def _shown(value: Any) -> str:
    """A value as an author would recognize it, cut when it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"
