"""All of the user's own data in one file: what belongs to it, and how it is written.

A zip with the files of the user's folder as they are, and before them `manifest.json`:

    {"format": "hinge-tutor/data-1", "made": "2026-11-27T18:30:00+00:00",
     "files": {"settings.json": {"bytes": 512, "sha256": "9f86…"}, "progress.json": {…},
               "clients/client-001-5f0c2a17.json": {…}}}

Settings, progress and client cards belong to it; logs, and what can
be made again, do not. Scenes and packs are files that the user has put where they are.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hinge_tutor import safely
from hinge_tutor.app.progress_file import COPY, FILE
from hinge_tutor.app.store import Store, Unreadable, as_bytes, put
from hinge_tutor.export.progress import Progress, unheard

NAME, NUMBER = "hinge-tutor/data-", 1
FORMAT = f"{NAME}{NUMBER}"
MANIFEST, SETTINGS, PROGRESS = "manifest.json", "settings.json", FILE
CLIENTS = "clients"
# Where what was here is kept aside before other data comes in.
BACKUPS = "backups"
ENDING = ".zip"
# A card is a file of the program's own making, and so is its name.
CARD = re.compile(rf"{CLIENTS}/[\w-][\w.-]{{0,99}}\.json", re.ASCII)
# Zip files begin their time here; the same data is the same file whenever it is saved.
EPOCH = (1980, 1, 1, 0, 0, 0)

Table = Mapping[str, Any]


@dataclass(frozen=True)
class Saved:
    """What is in a file by name, and what could not be read and is not in it."""

    names: tuple[str, ...]
    left_out: tuple[str, ...]


def belongs(name: str) -> bool:
    """Whether a file of this name is data of the user's."""
    return name in (SETTINGS, PROGRESS) or CARD.fullmatch(name) is not None


def save_data(
    folder: Path, path: Path, now: datetime | None = None, progress: Progress = unheard
) -> Saved:
    """Writes all data of a user's folder into one file, whole or not at all; raises OSError."""
    names = list(_names(folder))
    progress(0, len(names) + 1)
    found: dict[str, bytes] = {}
    left_out: list[str] = []
    for number, name in enumerate(names, 1):
        content = _content(folder, name)
        if content is None:
            left_out.append(name)
        elif content:
            found[name] = content
        progress(number, len(names) + 1)
    packed = _packed(found, now or datetime.now(UTC))
    with safely.beside(path) as part:
        put(part, packed)
    safely.settle(path.parent)
    progress(len(names) + 1, len(names) + 1)
    return Saved(tuple(found), tuple(left_out))


def _names(folder: Path) -> Iterator[str]:
    yield from (SETTINGS, PROGRESS)
    cards = folder / CLIENTS
    if cards.is_dir():
        names = sorted(f"{CLIENTS}/{each.name}" for each in cards.iterdir())
        yield from filter(belongs, names)


def _content(folder: Path, name: str) -> bytes | None:
    """The file as it is written; empty where there is none, None where it is not ours."""
    table = _read(folder / name)
    if not table and name == PROGRESS:
        # As when the tutor opens: the copy from one write earlier stands in for it.
        table = _read(folder / COPY) or table
    if table is None:
        return None
    return as_bytes(table) if table else b""


def _read(path: Path) -> Table | None:
    try:
        return Store(path).read()
    except Unreadable:
        return None


def _packed(files: Mapping[str, bytes], now: datetime) -> bytes:
    listed = {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in files.items()
    }
    manifest = {"format": FORMAT, "made": now.isoformat(timespec="seconds"), "files": listed}
    text = json.dumps(manifest, indent=2).encode("utf-8")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ((MANIFEST, text), *files.items()):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
