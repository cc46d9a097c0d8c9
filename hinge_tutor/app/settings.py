"""What the user has chosen and where the user was: values, and their way to and from disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from hinge_tutor.app.progress_file import Mishap, ProgressFile
from hinge_tutor.app.store import Store, Unreadable
from hinge_tutor.app.units import METRIC, UNITS
from hinge_tutor.lessons.progress import Place, Progress
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
    # Keys that were chosen in place of the usual ones, as `bound_keys` writes them.
    keys: tuple[str, ...] = ()
    reduced_motion: bool = False
    health_note_read: bool = False
    present_in_projector: bool = True
    anatomical_names: bool = False
    plots: bool = False
    plot: str = "angles"
    key_strip: bool = False
    units: str = METRIC
    practice_tick: bool = False
    # Whether cues speak of the body, instead of something outside of it.
    inner_cues: bool = False
    # Whether the lesson is read aloud.
    narration: bool = False
    # The code of a language; empty as long as the system's own is followed.
    language: str = ""
    # Paths of the lesson packs that are open.
    packs: tuple[str, ...] = ()

    def valid(self) -> bool:
        """Whether every value is one that the program itself would have written."""
        known = self.theme in THEMES and self.text_percent in TEXT_PERCENT
        return known and self.plot in PLOTS and self.units in UNITS


def here_and_now() -> datetime:
    """The time on the learner's wall."""
    return datetime.now(UTC).astimezone()


class Memory:
    """Settings and progress in the user's folder.

    `complaints` and `mishaps` say what could not be read. `first_time`: nothing was ever chosen, so
    the system's own preferences count. What else stands in the files, as another version of the
    tutor may have written it, stays there.
    """

    def __init__(self, folder: Path | None, clock: Callable[[], datetime] = here_and_now) -> None:
        """`None` remembers nothing: for pictures and for tests. `clock` tells the local time."""
        self.complaints: list[str] = []
        self.folder = folder
        self.first_time = folder is None or not os.path.lexists(folder / "settings.json")
        self._clock = clock
        self._store = None if folder is None else Store(folder / "settings.json")
        self._others: dict[str, Any] = {}
        # What holds for this run only: the value shown, and the one that is kept instead.
        self._for_now: dict[str, tuple[Any, Any]] = {}
        self.settings = self._read()
        self._file = None if folder is None else ProgressFile(folder)
        # What was done, with what happened since it was kept.
        self.progress = self._kept = Progress() if self._file is None else self._file.progress
        # Where to be now: as it is kept, or as somebody asked for.
        self.place = self.progress.place

    # ── settings ─────────────────────────────────────────────────────────────────────────────────

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
        if self._store is not None:
            kept = {name: kept for name, (_, kept) in self._for_now.items()}
            self._store.write({**self._others, "format": FORMAT, **values, **kept})

    def catch_up(self) -> Settings:
        """The settings that the files have now, when somebody else has written them; progress is
        merged. Raises OSError when the disk does not take that.
        """
        if self._file is not None:
            self._file.keep(self.progress)
            self.progress = self._kept = self._file.progress
        return self._read()

    def _read(self) -> Settings:
        if self._store is None:
            return Settings()
        try:
            found = self._store.read()
            if not found:
                return Settings()
            read = typed(found, self._store)
            known = {"format", *asdict(read)}
            self._others = {key: found[key] for key in found if key not in known}
            return read
        except Unreadable as problem:
            self.complaints.append(str(problem))
            return Settings()

    # ── progress ─────────────────────────────────────────────────────────────────────────────────

    @property
    def today(self) -> date:
        """The calendar day where the learner is."""
        return self._clock().date()

    @property
    def now_ms(self) -> int:
        """The stamp of what happens now."""
        return max(int(self._clock().timestamp() * 1000), 0)

    def keep_place(self, place: Place) -> None:
        """Remembers a place and all else that was done; raises OSError when the disk does not."""
        self.place = place
        self.progress = self.progress.at(place, self.now_ms)
        self.keep_progress()

    def keep_progress(self) -> None:
        """Remembers what was done; raises OSError when the disk does not take it."""
        if self._file is not None and self.progress != self._kept:
            self._file.keep(self.progress)
            # Another window may have done something, too.
            self.progress = self._file.progress
        self._kept = self.progress

    def take_mishaps(self) -> list[Mishap]:
        """What was wrong with the files of progress, each told once."""
        if self._file is None:
            return []
        found, self._file.mishaps = self._file.mishaps, []
        return found


def typed(found: Mapping[str, Any], store: Store) -> Settings:
    """The values of a file over the defaults; one of another kind makes the file unreadable."""
    values = asdict(Settings())
    for field in fields(Settings):
        if field.name in found:
            value, usual = found[field.name], values[field.name]
            if isinstance(usual, tuple) and isinstance(value, list):
                # JSON has lists only; these hold texts.
                value = tuple(each for each in value if isinstance(each, str))
            if type(value) is not type(usual):
                raise store.unreadable()
            values[field.name] = value
    read = Settings(**values)
    if found.get("format") != FORMAT or not read.valid():
        raise store.unreadable()
    return read
