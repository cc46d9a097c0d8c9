"""On which line each value of a TOML document stands, which `tomllib` does not tell.

The text has already been accepted by `tomllib`, so the walker trusts its grammar and only walks
it: keys, headers, and values far enough to know where each of them begins and ends.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hinge_tutor.problems import AuthorError

TomlPath = tuple[str | int, ...]

_GAP = re.compile(r"[ \t]*")
_BREAK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_SEPARATOR = re.compile(r"(?:[ \t\n,]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
# Long strings first; up to two more marks belong to their content: `""""quoted""""`.
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?""""{0,2}'
    r"|'''.*?''''{0,2}"
    r'|"(?:[^"\\]|\\.)*"'
    r"|'[^']*'",
    re.DOTALL,
)
# A date and its time may be parted by one space.
_BARE_VALUE = re.compile(r"[^,\]}#\n \t]*(?: \d[^,\]}#\n \t]*)?")


@dataclass(frozen=True)
class Located:
    """A parsed TOML document that still knows the line of every value."""

    file: str
    data: dict[str, Any]
    lines: Mapping[TomlPath, int]

    def line(self, *path: str | int) -> int:
        """The line of the value at `path`, or of its nearest ancestor that the file names."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1

    def error(self, problem: str, *path: str | int) -> AuthorError:
        """`problem` as an error on the line of the value at `path`."""
        return AuthorError(self.file, self.line(*path), problem)


class LineIndex(Mapping[TomlPath, int]):
    """The line of every table, key and array element of a valid TOML text, by its path.

    It is worked out when a line is first asked for: most files are right, and then nobody asks.

    A key's line is the line its name stands on; an element's is the one it begins on; a table that
    is only implied (`a` in `[a.b]`) has the line of its first mention.
    """

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._text = text.replace("\r\n", "\n")
        self._first_line = first_line

    @cached_property
    def _lines(self) -> dict[TomlPath, int]:
        walker = _Walker(self._text, self._first_line)
        walker.document()
        return walker.lines

    def __getitem__(self, path: TomlPath) -> int:
        """The line of the value at `path`; raises KeyError."""
        return self._lines[path]

    def __iter__(self) -> Iterator[TomlPath]:
        """Every path, in the order of the text."""
        return iter(self._lines)

    def __len__(self) -> int:
        """How many paths there are."""
        return len(self._lines)


class _Walker:
    """A position in the text that moves forward only, and the lines of what it has passed."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.at = 0
        self.first_line = first_line
        self.breaks = [match.start() for match in re.finditer("\n", text)]
        self.lines: dict[TomlPath, int] = {(): first_line}
        self.array_lengths: dict[TomlPath, int] = {}

    def document(self) -> None:
        table: TomlPath = ()
        while True:
            self.skip(_BREAK)
            if self.at >= len(self.text):
                return
            if self.text.startswith("[[", self.at):
                table = self.array_header()
            elif self.text[self.at] == "[":
                table = self.table_header()
            else:
                self.key_and_value(table)

    # ── headers ──────────────────────────────────────────────────────────────────────────────────

    def table_header(self) -> TomlPath:
        line = self.line()
        self.at += 1
        path = self.resolve(self.key(), line)
        self.at += 1
        # A header states the table outright, so its line wins over an earlier mere mention.
        self.lines[path] = line
        return path

    def array_header(self) -> TomlPath:
        line = self.line()
        self.at += 2
        *parents, last = self.key()
        path = (*self.resolve(parents, line), last)
        self.at += 2
        self.mention(path, line)
        element = self.array_lengths.get(path, 0)
        self.array_lengths[path] = element + 1
        self.mention((*path, element), line)
        return (*path, element)

    def resolve(self, keys: list[str], line: int) -> TomlPath:
        """The path that a header's names mean: through an array of tables, its latest element."""
        path: TomlPath = ()
        for key in keys:
            path = (*path, key)
            self.mention(path, line)
            if path in self.array_lengths:
                path = (*path, self.array_lengths[path] - 1)
        return path

    def mention(self, path: TomlPath, line: int) -> None:
        self.lines.setdefault(path, line)

    # ── keys and values ──────────────────────────────────────────────────────────────────────────

    def key_and_value(self, table: TomlPath) -> None:
        line = self.line()
        path = table
        for key in self.key():
            path = (*path, key)
            self.mention(path, line)
        self.at += 1  # the equals sign
        self.skip(_GAP)
        self.value(path)

    def key(self) -> list[str]:
        """A dotted key from here to just before its `=` or `]`."""
        keys = []
        while True:
            self.skip(_GAP)
            if self.text[self.at] in "\"'":
                import tomllib

                quoted = self.skip(_STRING)
                keys.append(str(tomllib.loads(f"k = {quoted}")["k"]))
            else:
                keys.append(self.skip(_BARE_KEY))
            self.skip(_GAP)
            if self.text[self.at] != ".":
                return keys
            self.at += 1

    def value(self, path: TomlPath) -> None:
        first = self.text[self.at]
        if first in "\"'":
            self.skip(_STRING)
        elif first == "[":
            self.array(path)
        elif first == "{":
            self.inline_table(path)
        else:
            self.skip(_BARE_VALUE)

    def array(self, path: TomlPath) -> None:
        self.at += 1
        element = 0
        while True:
            self.skip(_SEPARATOR)
            if self.text[self.at] == "]":
                self.at += 1
                return
            self.mention((*path, element), self.line())
            self.value((*path, element))
            element += 1

    def inline_table(self, path: TomlPath) -> None:
        self.at += 1
        while True:
            self.skip(_SEPARATOR)
            if self.text[self.at] == "}":
                self.at += 1
                return
            self.key_and_value(path)

    # ── moving ───────────────────────────────────────────────────────────────────────────────────

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Past what the pattern matches here, which is given back."""
        match = pattern.match(self.text, self.at)
        assert match is not None, "tomllib has accepted the text, so this stands here"
        self.at = match.end()
        return match.group()

    def line(self) -> int:
        """The line of the position."""
        return self.first_line + bisect_left(self.breaks, self.at)
