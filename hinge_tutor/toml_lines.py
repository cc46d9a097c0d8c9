"""On which line each value of a TOML document stands, which `tomllib` does not tell.

The text has already been accepted by `tomllib`, so the walker trusts its grammar and only walks
it: keys, headers, and values far enough to know where each of them begins and ends.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hinge_tutor.problems import AuthorError

TomlPath = tuple[str | int, ...]

_BARE_END = ",]}#\n \t"


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


def line_index(text: str, first_line: int = 1) -> dict[TomlPath, int]:
    """The line of every table, key and array element of a valid TOML `text`, by its path.

    A key's line is the line its name stands on; an element's is the one it begins on; a table that
    is only implied (`a` in `[a.b]`) has the line of its first mention.
    """
    walker = _Walker(text.replace("\r\n", "\n"), first_line)
    walker.document()
    return walker.lines


class _Walker:
    """A position in the text that moves forward only, and what it has passed."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.at = 0
        self.line = first_line
        self.lines: dict[TomlPath, int] = {(): first_line}
        self.array_lengths: dict[TomlPath, int] = {}

    def document(self) -> None:
        table: TomlPath = ()
        while True:
            self.skip(" \t\n")
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
        line = self.line
        self.move(1)
        path = self.resolve(self.key(), line)
        self.move(1)
        # A header states the table outright, so its line wins over an earlier mere mention.
        self.lines[path] = line
        return path

    def array_header(self) -> TomlPath:
        line = self.line
        self.move(2)
        *parents, last = self.key()
        path = (*self.resolve(parents, line), last)
        self.move(2)
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
        line = self.line
        path = table
        for key in self.key():
            path = (*path, key)
            self.mention(path, line)
        self.move(1)  # the equals sign
        self.skip(" \t")
        self.value(path)

    def key(self) -> list[str]:
        """A dotted key from here to just before its `=` or `]`."""
        keys = []
        while True:
            self.skip(" \t")
            start = self.at
            if self.text[self.at] in "\"'":
                self.string()
                keys.append(str(tomllib.loads(f"k = {self.text[start : self.at]}")["k"]))
            else:
                while self.text[self.at] not in ".=] \t":
                    self.move(1)
                keys.append(self.text[start : self.at])
            self.skip(" \t")
            if self.text[self.at] != ".":
                return keys
            self.move(1)

    def value(self, path: TomlPath) -> None:
        first = self.text[self.at]
        if first in "\"'":
            self.string()
        elif first == "[":
            self.array(path)
        elif first == "{":
            self.inline_table(path)
        else:
            # A date and its time may be parted by one space; the rest of it is skipped as well.
            while self.at < len(self.text) and self.text[self.at] not in _BARE_END:
                self.move(1)
            if (
                self.text[self.at : self.at + 1] == " "
                and self.text[self.at + 1 : self.at + 2].isdigit()
            ):
                self.move(1)
                self.value(path)

    def array(self, path: TomlPath) -> None:
        self.move(1)
        element = 0
        while True:
            self.skip(" \t\n,")
            if self.text[self.at] == "]":
                self.move(1)
                return
            self.mention((*path, element), self.line)
            self.value((*path, element))
            element += 1

    def inline_table(self, path: TomlPath) -> None:
        self.move(1)
        while True:
            self.skip(" \t\n,")
            if self.text[self.at] == "}":
                self.move(1)
                return
            self.key_and_value(path)

    def string(self) -> None:
        mark = self.text[self.at]
        fence = mark * 3 if self.text.startswith(mark * 3, self.at) else mark
        self.move(len(fence))
        while not self.text.startswith(fence, self.at):
            self.move(2 if mark == '"' and self.text[self.at] == "\\" else 1)
        self.move(len(fence))
        if len(fence) == 3:
            # Up to two more marks belong to the string itself: `""""quoted""""`.
            while self.text.startswith(mark, self.at):
                self.move(1)

    # ── moving ───────────────────────────────────────────────────────────────────────────────────

    def skip(self, characters: str) -> None:
        """Past any of `characters`, and past comments."""
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                while self.at < len(self.text) and self.text[self.at] != "\n":
                    self.at += 1
            elif self.text[self.at] in characters:
                self.move(1)
            else:
                return

    def move(self, count: int) -> None:
        self.line += self.text.count("\n", self.at, self.at + count)
        self.at += count
