"""A file of somebody's data as it is read: bounded, checked, and understood before it counts."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.own_data import (
    CLIENTS,
    FORMAT,
    MANIFEST,
    NAME,
    NUMBER,
    PROGRESS,
    SETTINGS,
    belongs,
)
from hinge_tutor.app.settings import Settings, typed
from hinge_tutor.app.store import LARGEST_BYTES, Store, Unreadable, as_bytes
from hinge_tutor.lessons.progress import Progress
from hinge_tutor.lessons.progress_table import Damaged, Newer, progress

# A hundred cards have some hundred kilobytes; these are what is read at most.
LARGEST_FILE, MOST_FILES, LARGEST_ALL = 20_000_000, 6_000, 60_000_000
# The end of a zip, where it says how many files it has and how long their list is.
_END, _MARK = struct.Struct("<4s4H2LH"), b"PK\x05\x06"
_LONGEST_REMARK, _LONGEST_ROW = 65_535, 400
_LOCKED = 0x1 | 0x40 | 0x2000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
CARD_FORM = "hinge-tutor/client-"

Table = Mapping[str, Any]


class DataError(Exception):
    """A file of data that is not brought in, as one sentence; nothing was changed."""


@dataclass(frozen=True)
class Brought:
    """What a file holds: settings and what else stands with them, progress, cards by file name."""

    settings: Settings | None
    settings_table: Table
    progress: Progress | None
    cards: Mapping[str, Table]


def read_data(path: Path) -> Brought:
    """Everything in a file, all of it understood; raises DataError."""
    files = _checked(_unpacked(path), path.name)
    tables = {name: _table(content, name, path.name) for name, content in files.items()}
    cards = {
        name.removeprefix(f"{CLIENTS}/"): _card(table, name, path.name)
        for name, table in tables.items()
        if name.startswith(f"{CLIENTS}/")
    }
    try:
        settings = typed(tables[SETTINGS], Store(path)) if SETTINGS in tables else None
        done = progress(tables[PROGRESS]) if PROGRESS in tables else None
    except (Unreadable, Damaged) as problem:
        raise _damaged(path.name) from problem
    except Newer as problem:
        raise _newer(path.name) from problem
    return Brought(settings, tables.get(SETTINGS, {}), done, cards)


def _unpacked(path: Path) -> dict[str, bytes]:
    """The bytes of every file by name; raises DataError."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as problem:
        words = tr("%1 cannot be read: %2.").replace("%2", (problem.strerror or "").lower())
        raise DataError(words.replace("%1", path.name)) from problem
    if len(content) > LARGEST_FILE or not _is_short(content):
        raise _foreign(path.name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _entries(archive, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError) as problem:
        raise _damaged(path.name) from problem
    except NotImplementedError as problem:
        raise _foreign(path.name) from problem


def _is_short(content: bytes) -> bool:
    """Whether the list of files is one that we would read; the library reads it whole."""
    at = content.rfind(_MARK, max(len(content) - _END.size - _LONGEST_REMARK, 0))
    if at < 0 or at + _END.size > len(content):
        return False
    _, _, _, here, count, size, _, _ = _END.unpack_from(content, at)
    return bool(max(here, count) <= MOST_FILES and size <= MOST_FILES * _LONGEST_ROW)


def _entries(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    left = LARGEST_ALL
    for entry in archive.infolist():
        inner = entry.orig_filename
        plain = inner == MANIFEST or belongs(inner)
        locked = bool(entry.flag_bits & _LOCKED) or entry.compress_type not in _METHODS
        if not plain or locked or inner in found:
            raise _foreign(name)
        most = min(LARGEST_BYTES, left)
        with archive.open(entry) as file:
            # What the list says of its size may be a lie.
            content = file.read(most + 1)
        if len(content) > most:
            raise _foreign(name)
        found[inner] = content
        left -= len(content)
    return found


def _checked(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    """The files but for the manifest, which lists just these; raises DataError."""
    if MANIFEST not in files:
        raise _foreign(name)
    manifest = _table(files.pop(MANIFEST), MANIFEST, name)
    form = manifest.get("format")
    if form != FORMAT:
        number = form.removeprefix(NAME) if isinstance(form, str) else ""
        newer = number.isascii() and number.isdigit() and len(number) < 9 and int(number) > NUMBER
        raise _newer(name) if newer else _foreign(name)
    listed = manifest.get("files")
    if not isinstance(listed, dict) or listed.keys() != files.keys():
        raise _damaged(name)
    for inner, content in files.items():
        sum_ = hashlib.sha256(content).hexdigest()
        if listed[inner] != {"bytes": len(content), "sha256": sum_}:
            raise _damaged(name)
    return files


def _table(content: bytes, inner: str, name: str) -> Table:
    try:
        value = json.loads(content)
        # What could not be written again would stop everything halfway.
        as_bytes(value)
    except (ValueError, RecursionError) as problem:
        raise _damaged(name) from problem
    if not isinstance(value, dict):
        raise _damaged(name) if inner == MANIFEST else _foreign(name)
    return value


def _card(table: Table, inner: str, name: str) -> Table:
    """A client card by the little that all its versions have; raises DataError.

    What else is wrong with it stops nothing: it was kept as it is, and comes in so.
    """
    form, id_ = table.get("format"), table.get("id")
    known = isinstance(form, str) and form.startswith(CARD_FORM)
    if not (known and isinstance(id_, str) and id_):
        words = tr("%1 is not brought in: %2 in it is no client card. Nothing was changed.")
        raise DataError(words.replace("%2", inner).replace("%1", name))
    return table


def _foreign(name: str) -> DataError:
    words = tr("%1 is no file that “Save all my data” has made. Nothing was changed.")
    return DataError(words.replace("%1", name))


def _damaged(name: str) -> DataError:
    words = tr("%1 is damaged and is not brought in. Nothing was changed.")
    return DataError(words.replace("%1", name))


def _newer(name: str) -> DataError:
    words = tr(
        "%1 is from a newer version of the tutor; update the tutor first. Nothing was changed."
    )
    return DataError(words.replace("%1", name))
