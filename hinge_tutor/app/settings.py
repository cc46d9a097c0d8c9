"""What the user has chosen and where the user was: values, and their way to and from disk."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from hinge_tutor.app.store import Store, Unreadable
from hinge_tutor.app.units import METRIC, UNITS
from hinge_tutor.stage.plot_names import PLOTS

FORMAT = 1
THEMES = ("light", "dark", "projector")
TEXT_PERCENT = (100, 125, 150, 175, 200)


@dataclass(frozen=True)
class Settings:
    """Choices that outlive a session; every one has a default that needs no choosing."""

    theme: str = "light"
    text_percent: int = 100
    letter_keys: bool = True
    reduced_motion: bool = False
    health_note_read: bool = False
    present_in_projector: bool = True
    anatomical_names: bool = False
    plots: bool = False
    plot: str = "angles"
    key_strip: bool = False
    units: str = METRIC

    def valid(self) -> bool:
        """Whether every value is one that the program itself would have written."""
        known = self.theme in THEMES and self.text_percent in TEXT_PERCENT
        return known and self.plot in PLOTS and self.units in UNITS


@dataclass(frozen=True)
class Place:
    """A place in the course; steps and builds count from 1."""

    lesson: str = ""
    step: int = 1
    build: int = 1

    def valid(self) -> bool:
        """Whether it can be a place at all."""
        return self.step >= 1 and self.build >= 1


Value = TypeVar("Value", Settings, Place)


class Memory:
    """Settings and progress in the user's folder; `complaints` says what could not be read.

    `first_time`: nothing was ever chosen, so the system's own preferences count. What else stands
    in the files, as another version of the tutor may have written it, stays there.
    """

    def __init__(self, folder: Path | None) -> None:
        """`None` remembers nothing: for pictures and for tests."""
        self.complaints: list[str] = []
        self.folder = folder
        self.first_time = folder is None or not os.path.lexists(folder / "settings.json")
        self._stores: dict[str, Store] = {}
        self._others: dict[str, dict[str, Any]] = {}
        # What holds for this run only: the value shown, and the one that is kept instead.
        self._for_now: dict[str, tuple[Any, Any]] = {}
        if folder is not None:
            names = ("settings", "progress")
            self._stores = {name: Store(folder / f"{name}.json") for name in names}
        self.settings = self._read("settings", Settings())
        self.place = self._kept_place = self._read("progress", Place())

    def set_for_now(self, settings: Settings) -> None:
        """Other settings until the tutor is closed; those chosen in the meantime are kept."""
        before, now = asdict(self.settings), asdict(settings)
        for name, value in now.items():
            if value != before[name]:
                self._for_now[name] = (value, before[name])
        self.settings = settings

    def keep_settings(self, settings: Settings) -> None:
        """Remembers the settings; raises OSError when the disk does not take them."""
        self.settings = settings
        values = asdict(settings)
        self._for_now = {
            name: (shown, kept)
            for name, (shown, kept) in self._for_now.items()
            if values[name] == shown
        }
        self._write("settings", values | {name: kept for name, (_, kept) in self._for_now.items()})

    def keep_place(self, place: Place) -> None:
        """Remembers the place; raises OSError when the disk does not take it."""
        self.place = place
        if place != self._kept_place:
            self._write("progress", asdict(place))
            self._kept_place = place

    def _write(self, name: str, values: dict[str, Any]) -> None:
        if name in self._stores:
            others = self._others.get(name, {})
            self._stores[name].write({**others, "format": FORMAT, **values})

    def _read(self, name: str, default: Value) -> Value:
        store = self._stores.get(name)
        if store is None:
            return default
        try:
            found = store.read()
            if not found:
                return default
            read = _typed(found, default, store)
            known = {"format", *asdict(default)}
            self._others[name] = {key: found[key] for key in found if key not in known}
            return read
        except Unreadable as problem:
            self.complaints.append(str(problem))
            return default


def _typed(found: dict[str, Any], default: Value, store: Store) -> Value:
    """The values of a file over the defaults; one of another kind makes the file unreadable."""
    values = asdict(default)
    for field in fields(default):
        if field.name in found:
            if type(found[field.name]) is not type(values[field.name]):
                raise store.unreadable()
            values[field.name] = found[field.name]
    read = type(default)(**values)
    if found.get("format") != FORMAT or not read.valid():
        raise store.unreadable()
    return read
