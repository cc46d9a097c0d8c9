"""Brings somebody's data in: what is here is kept aside first, and then the two are merged.

Progress and client cards are merged as two windows merge theirs. Settings are those of the file.
Everything is written whole or not at all, one thing after the other, and doing all of it once more
changes nothing: whoever is stopped amid it has lost nothing and begins again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import Any

from hinge_tutor.app.lock import locked
from hinge_tutor.app.own_data import BACKUPS, CLIENTS, ENDING, PROGRESS, SETTINGS, save_data
from hinge_tutor.app.own_data_file import read_data
from hinge_tutor.app.progress_file import COPY, ProgressFile
from hinge_tutor.app.settings import Settings, typed
from hinge_tutor.app.store import Store, Unreadable
from hinge_tutor.export.progress import Progress as Told
from hinge_tutor.export.progress import unheard
from hinge_tutor.lessons import client_table
from hinge_tutor.lessons.client import merge

LOCK = "clients.lock"

Table = Mapping[str, Any]


@dataclass(frozen=True)
class Arrived:
    """What came in: how many cards, whether settings and progress, and where the data that was
    here is kept, None where there was none.
    """

    cards: int
    settings: bool
    progress: bool
    backup: Path | None


def bring_in(folder: Path, path: Path, now: datetime, progress: Told = unheard) -> Arrived:
    """Reads a file of data and merges it into a user's folder.

    Raises DataError, and nothing was changed; or OSError, and what had come in until then stays
    beside what was here.
    """
    brought = read_data(path)
    total = len(brought.cards) + 4
    progress(1, total)
    folder.mkdir(parents=True, exist_ok=True)
    backup = _kept_aside(folder, now)
    progress(2, total)
    if brought.progress is not None:
        ProgressFile(folder).keep(brought.progress)
    progress(3, total)
    with locked(folder / LOCK):
        there = dict(_cards(folder))
        for number, (name, card) in enumerate(brought.cards.items(), 1):
            _keep_card(folder, name, card, there)
            progress(3 + number, total)
    if brought.settings is not None:
        _keep_settings(folder, brought.settings, brought.settings_table)
    progress(total, total)
    settings, done = brought.settings is not None, brought.progress is not None
    return Arrived(len(brought.cards), settings, done, backup)


def _kept_aside(folder: Path, now: datetime) -> Path | None:
    """The data that is here, in a file of the same kind; None where there is none."""
    here = (folder / SETTINGS, folder / PROGRESS, folder / COPY, folder / CLIENTS)
    if not any(each.exists() for each in here):
        return None
    (folder / BACKUPS).mkdir(exist_ok=True)
    names = chain(("",), (f"-{number}" for number in count(2)))
    stamp = f"before-{now:%Y-%m-%d-%H%M%S}"
    places = (folder / BACKUPS / f"{stamp}{more}{ENDING}" for more in names)
    path = next(place for place in places if not place.exists())
    save_data(folder, path, now)
    return path


def _cards(folder: Path) -> Iterator[tuple[Path, Table]]:
    """The cards that are here and can be read, each with its place."""
    cards = folder / CLIENTS
    if not cards.is_dir():
        return
    # What a process that was ended left of a card begins with a dot, which a bare star would match.
    for path in sorted(cards.glob("[!.]*.json")):
        try:
            table = Store(path).read()
        except Unreadable:
            continue
        yield path, table


def _keep_card(folder: Path, name: str, card: Table, there: Mapping[Path, Table]) -> None:
    """A card in its place, merged with the one of its id as two windows merge theirs.

    One that is not understood, here or there, is put beside: no other file is written over.
    """
    for path, old in there.items():
        if old == card:
            return
        if old.get("id") == card["id"] and (made := _merged(old, card)) is not None:
            if made != old:
                Store(path).write(made)
            return
    home = folder / CLIENTS
    stem = name.removesuffix(".json")
    names = chain((name,), (f"{stem}-{number}.json" for number in count(2)))
    path = next(home / each for each in names if not os.path.lexists(home / each))
    Store(path).write(dict(card))


def _merged(one: Table, other: Table) -> dict[str, Any] | None:
    """What two files know of one client together; None where this version cannot tell."""
    try:
        made = client_table.table(merge(client_table.client(one), client_table.client(other)))
        # Together they may be more than a card can hold.
        client_table.client(made)
    except (client_table.Damaged, client_table.Newer):
        return None
    return made


def _keep_settings(folder: Path, brought: Settings, table: Table) -> None:
    """The settings of the file; of packs those that are open here, since paths are of a machine.

    What another version has written beside them stays.
    """
    store = Store(folder / SETTINGS)
    packs: tuple[str, ...] = ()
    here: Table = {}
    try:
        here = store.read()
        packs = typed(here, store).packs if here else ()
    except Unreadable:
        here = {}
    store.write({**here, **table, **asdict(brought), "packs": list(packs)})
