"""Brings somebody's data in: what is here is kept aside first, and then the two are merged.

Progress is merged as two windows merge theirs, client cards by their ids and visits. Settings are
those of the file. Everything is written whole or not at all, one thing after the other, and doing
all of it once more changes nothing: whoever is stopped amid it has lost nothing and begins again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import Any

from hinge_tutor.app.lock import locked
from hinge_tutor.app.own_data import CLIENTS, ENDING, PROGRESS, SETTINGS, save_data
from hinge_tutor.app.own_data_file import Brought, read_data
from hinge_tutor.app.progress_file import COPY, ProgressFile
from hinge_tutor.app.store import Store, Unreadable
from hinge_tutor.export.progress import Progress as Told
from hinge_tutor.export.progress import untold

BACKUPS, LOCK = "backups", "clients.lock"

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


def bring_in(folder: Path, path: Path, now: datetime, progress: Told = untold) -> Arrived:
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
        there = {table["id"]: (place, table) for place, table in _cards(folder)}
        for number, (name, card) in enumerate(brought.cards.items(), 1):
            _keep_card(folder, name, card, there)
            progress(3 + number, total)
    if brought.settings is not None:
        _keep_settings(folder, brought)
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
    for path in sorted(cards.glob("*.json")):
        try:
            table = Store(path).read()
        except Unreadable:
            continue
        if isinstance(table.get("id"), str):
            yield path, table


def _keep_card(
    folder: Path, name: str, card: Table, there: Mapping[str, tuple[Path, Table]]
) -> None:
    """A card in its place, merged with the one of its id; no other file is written over."""
    if card["id"] in there:
        path, old = there[card["id"]]
        made = merged_cards(old, card)
        if made != old:
            Store(path).write(made)
        return
    home = folder / CLIENTS
    stem = name.removesuffix(".json")
    names = chain((name,), (f"{stem}-{number}.json" for number in count(2)))
    path = next(home / each for each in names if not (home / each).exists())
    Store(path).write(dict(card))


def merged_cards(one: Table, other: Table) -> dict[str, Any]:
    """What two files know of one client together.

    Visits are united by their ids, and of two of one id the one kept later counts, as does the name
    that was typed later; in whatever order they come, it is the same.
    """
    newer, older = sorted((one, other), key=_name_stamp, reverse=True)
    visits: dict[str, Table] = {}
    for visit in (*_visits(one), *_visits(other)):
        id_ = str(visit.get("id", ""))
        if id_ not in visits or _stamp(visit) > _stamp(visits[id_]):
            visits[id_] = visit
    numbers = [each["number"] for each in (one, other) if isinstance(each.get("number"), int)]
    ordered = sorted(visits.values(), key=lambda each: (str(each.get("day", "")), _stamp(each)))
    made = {**older, **newer, "visits": ordered}
    return {**made, "number": min(numbers)} if numbers else made


def _visits(card: Table) -> list[Table]:
    return list(card.get("visits", []))


def _stamp(visit: Table) -> tuple[int, str]:
    at_ms = visit.get("at_ms", 0)
    return (at_ms if isinstance(at_ms, int) else 0, repr(sorted(visit.items(), key=repr)))


def _name_stamp(card: Table) -> tuple[int, str]:
    at_ms = card.get("named_ms", 0)
    rest = {key: value for key, value in card.items() if key != "visits"}
    return (at_ms if isinstance(at_ms, int) else 0, repr(sorted(rest.items(), key=repr)))


def _keep_settings(folder: Path, brought: Brought) -> None:
    """The settings of the file; packs that are open here stay open."""
    store = Store(folder / SETTINGS)
    try:
        here = store.read()
    except Unreadable:
        here = {}
    packs = [each for each in here.get("packs", []) if isinstance(each, str)]
    theirs = brought.settings_table.get("packs", [])
    packs += [each for each in theirs if each not in packs and Path(each).exists()]
    store.write({**here, **brought.settings_table, "packs": packs})
