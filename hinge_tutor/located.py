"""Reading TOML files that people write: everything wrong is said at once, with file and line."""

from __future__ import annotations

import math
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hinge_tutor import remembered
from hinge_tutor.problems import AuthorError, AuthorErrors, did_you_mean, nearest
from hinge_tutor.reader import Reader
from hinge_tutor.toml_lines import LineIndex, Located, TomlPath

__all__ = [
    "AuthorError",
    "AuthorErrors",
    "Located",
    "Reader",
    "TomlPath",
    "decode",
    "did_you_mean",
    "dotted",
    "leaves",
    "nearest",
    "parse",
    "read",
    "read_text",
]

# The largest file we ship has some tens of kilobytes; a file of this size is a picture or a disk
# image given by mistake, and reading it would only make the program stand still for seconds.
LARGEST_FILE_BYTES = 500_000
_NESTED = (dict, list)
# The deepest value that we ship lies five levels down.
DEEPEST = 40
TOO_DEEP = f"tables or lists are nested more than {DEEPEST} deep; name them more flatly"
# A name of that many parts, in a header, before an equals sign or in an inline table, which the
# standard library would take minutes to read. Parts are looked for from their beginnings only.
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_ENDLESS_NAME = re.compile(rf"(?<![\w-])(?:{_PART}[ \t]*+\.[ \t]*+){{{DEEPEST}}}")


def read(path: Path) -> Located:
    """The TOML file at `path`; raises AuthorErrors with one sentence for each problem."""
    text = read_text(path)
    if not text.strip():
        raise _single(path, 1, "the file is empty; fill it in or delete it")
    return parse(text, str(path))


def read_text(path: Path) -> str:
    """The text of a file in UTF-8; raises AuthorErrors when it cannot be read as one."""
    try:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            # A pipe or a device could make the program wait for ever.
            raise _single(path, 1, "this is not a file; name a text file")
        size = status.st_size
        if size > LARGEST_FILE_BYTES:
            raise _single(
                path,
                1,
                f"the file has {size / 1e6:.1f} MB and at most {LARGEST_FILE_BYTES / 1e6:g} MB "
                "are read; give a text file or split this one",
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise _single(path, 1, "there is no such file; check its name and folder") from None
    except IsADirectoryError:
        raise _single(path, 1, "this is a folder; name a file inside it") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise _single(path, 1, f"the file cannot be read ({reason}); check its rights") from None
    return decode(content, str(path))


def decode(content: bytes, file: str) -> str:
    """The text of a file that was read; raises AuthorErrors when it is not UTF-8."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = f"byte 0x{content[error.start]:02x} is not UTF-8; save the file as UTF-8 text"
        raise _single(file, line, problem) from None


def parse(text: str, file: str, first_line: int = 1) -> Located:
    """A TOML document from `text`, which begins on `first_line` of `file`.

    Raises AuthorErrors when the text is not TOML, or holds numbers that are not finite.
    """
    data = remembered.values(text, lambda: _values(text, file, first_line))
    return Located(file, data, LineIndex(text, first_line))


def _values(text: str, file: str, first_line: int) -> dict[str, Any]:
    """What a text says once nothing is wrong with it; raises AuthorErrors."""
    if (unending := _ENDLESS_NAME.search(text)) is not None:
        line = first_line + text.count("\n", 0, unending.start())
        raise _single(file, line, TOO_DEEP)
    # A start has read all of its texts before; it can do without the grammar.
    import tomllib

    try:
        data = tomllib.loads(text)
    except RecursionError:
        problem = "brackets are nested too deep to be meant; close each one that is open"
        raise _single(file, first_line, problem) from None
    except ValueError as error:
        raise _not_toml(error, text, file, first_line) from None
    if _is_deeper(data, DEEPEST):
        rows = text.split("\n")
        row = max(range(len(rows)), key=lambda number: len(re.findall(r"[.\[{]", rows[number])))
        raise _single(file, first_line + row, TOO_DEEP)
    if not _is_finite(data):
        located = Located(file, data, LineIndex(text, first_line))
        raise AuthorErrors(
            located.error(f"{dotted(path)} is {value}; write a finite number", *path)
            for path, value in leaves(data)
            if isinstance(value, float) and not math.isfinite(value)
        )
    return data


def leaves(data: Any, path: TomlPath = ()) -> list[tuple[TomlPath, Any]]:
    """Every value that is neither table nor array, with its path, in the order of the file."""
    if isinstance(data, dict):
        items: list[tuple[str | int, Any]] = list(data.items())
    elif isinstance(data, list):
        items = list(enumerate(data))
    else:
        return [(path, data)]
    return [leaf for key, value in items for leaf in leaves(value, (*path, key))]


def _is_deeper(data: Any, levels: int) -> bool:
    """Whether tables and lists are nested deeper than so many levels."""
    layer = [data]
    for _ in range(levels - 1):
        layer = [inner for each in layer for inner in _inside(each) if isinstance(inner, _NESTED)]
    return any(True for each in layer for _ in _inside(each))


def _is_finite(data: Any) -> bool:
    """Whether no number in it is infinite or none at all."""
    left = [data]
    while left:
        for value in _inside(left.pop()):
            if isinstance(value, float):
                if not math.isfinite(value):
                    return False
            elif isinstance(value, _NESTED):
                left.append(value)
    return True


def _inside(data: Any) -> Iterable[Any]:
    """What stands directly in a table or a list."""
    return data.values() if isinstance(data, dict) else data


def dotted(path: TomlPath) -> str:
    """A path as an author writes it: `segments.thigh.com[1]`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def _single(file: str | Path, line: int, problem: str) -> AuthorErrors:
    return AuthorErrors([AuthorError(str(file), line, problem)])


# What the parser of the standard library says, and what an author can do about it. `{name}` is
# the name that stands before the equals sign on that line.
_HINTS = (
    ("Cannot overwrite a value", '"{name}" is given twice in one table; keep one of the two'),
    ("Cannot declare", "this table is given twice; keep one of the two headers"),
    ("Cannot mutate", '"{name}" adds to a table that is already closed; move it there'),
    ("Cannot redefine", "this table is given twice; keep one of the two headers"),
    ("Duplicate inline table key", '"{name}" is given twice in one table; keep one of the two'),
    ("Expected '=' after a key", "a name without a value; write name = value"),
    ("Invalid statement", "this line is not TOML; write name = value, or [table], or # a note"),
    ("Invalid value", 'this value is not TOML; words stand in "quotes", numbers without'),
    ("Unclosed array", "a list is not closed before this; end it with ]"),
    ("Unclosed inline table", "an inline table is not closed before this; end it with }}"),
    ("Unterminated string", 'a text is not closed; end it with "'),
    ("Expected '\"", 'a text is not closed; end it with "'),
    ("Expected \"'", "a text is not closed; end it with '"),
    ("Expected newline or end", "there is more on this line after the value; begin a new line"),
    ("Illegal character", 'a character that may not stand here; check for an open " before it'),
    ("Exceeds the limit", "a number with more digits than can be read; write a shorter one"),
)
# What stands alone in the last line of a list or table of several lines.
CLOSING = ("]", "}", "],", "},")


def _not_toml(error: ValueError, text: str, file: str, first_line: int) -> AuthorErrors:
    said = str(error)
    place = re.search(r"\(at line (\d+), column \d+\)", said)
    rows = text.split("\n")
    row = int(place.group(1)) if place else _last_named_row(rows, said)
    if rows[row - 1].strip() in CLOSING:
        # A list is told by its name and where that stands, not by where it ends.
        row = max((above for above in range(1, row) if "=" in rows[above - 1]), default=row)
    name = rows[row - 1].partition("=")[0].strip() or "a name"
    for start, hint in _HINTS:
        if said.startswith(start):
            problem = hint.format(name=name)
            break
    else:
        problem = f"this is not TOML ({said.partition(' (at')[0].lower()}); correct or delete it"
    return _single(file, first_line + row - 1, problem)


def _last_named_row(rows: list[str], said: str) -> int:
    """Where a problem that was only noticed at the end of the text most likely began."""
    if said.startswith("Exceeds the limit"):
        return 1 + max(range(len(rows)), key=lambda row: len(rows[row]))
    named = [number for number, row in enumerate(rows, 1) if row.partition("=")[1]]
    return named[-1] if named else len(rows)
