"""The folder of client cards: a file for each, read with care and written whole or not at all.

Whoever keeps a card first takes in what another window has written of it meanwhile. A file that
cannot be read is told once and kept as it is; all others are used.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from itertools import chain, count
from pathlib import Path

from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.lock import locked
from hinge_tutor.app.store import Store, Unreadable, reason
from hinge_tutor.lessons.client import Client, merge
from hinge_tutor.lessons.client_table import Damaged, Newer, client, table

FOLDER, LOCK, ENDING = "clients", "clients.lock", ".json"
# More than this nobody looks through; what else is in the folder stays there.
MOST_FILES = 5000


class Clients:
    """The cards that are known, by their ids; without a folder they last as long as the window."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` is the user's own."""
        self._folder = None if folder is None else folder / FOLDER
        self._lock = None if folder is None else folder / LOCK
        self.known: Mapping[str, Client] = {}
        # Where each card stands.
        self._paths: dict[str, Path] = {}
        # What could not be read, one sentence each; told once.
        self._told: set[str] = set()
        self.complaints: list[str] = []
        # Cards that were thrown away in this run, the last one last.
        self.thrown_away: list[Client] = []

    @property
    def in_order(self) -> tuple[Client, ...]:
        """All cards, who was here last first."""

        def last(each: Client) -> tuple[str, int, int]:
            visit = each.by_day[-1] if each.visits else None
            return (
                visit.day.isoformat() if visit else "",
                visit.at_ms if visit else 0,
                each.number,
            )

        return tuple(sorted(self.known.values(), key=last, reverse=True))

    @property
    def next_number(self) -> int:
        """What a new client is called by."""
        return max((each.number for each in self.known.values()), default=0) + 1

    # ── reading ──────────────────────────────────────────────────────────────────────────────────

    def read(self) -> None:
        """What the folder holds now."""
        if self._folder is None:
            return
        found: dict[str, Client] = {}
        self._paths = {}
        for path in self._files():
            card = self._card(path)
            if card is None:
                continue
            # A copy that somebody made of a file says what it knows, too.
            found[card.id] = merge(found[card.id], card) if card.id in found else card
            self._paths.setdefault(card.id, path)
        self.known = found

    def _files(self) -> list[Path]:
        assert self._folder is not None
        try:
            with os.scandir(self._folder) as entries:
                names = sorted(each.name for each in entries if each.name.endswith(ENDING))
        except FileNotFoundError:
            return []
        except OSError as problem:
            words = tr("The client cards in %1 cannot be read: %2.")
            self._complain(words.replace("%2", reason(problem)).replace("%1", str(self._folder)))
            return []
        return [self._folder / name for name in names[:MOST_FILES] if not name.startswith(".")]

    def _card(self, path: Path) -> Client | None:
        """The card of a file; None where it is none of ours, which is told."""
        try:
            return client(Store(path).read())
        except Newer:
            words = tr("%1 is from a newer version of the tutor; it is left alone.")
        except (Unreadable, Damaged):
            words = tr("%1 is no client card that can be read; it is kept as it is.")
        self._complain(words.replace("%1", f"{FOLDER}/{path.name}"))
        return None

    def _complain(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self.complaints.append(sentence)

    def take_complaints(self) -> str:
        """What was wrong since somebody asked: the first of it, and how much more there is."""
        found, self.complaints = self.complaints, []
        if len(found) < 2:
            return "".join(found)
        more = tr("So it is with %1 more files.").replace("%1", str(len(found) - 1))
        return f"{found[0]} {more}"

    # ── writing ──────────────────────────────────────────────────────────────────────────────────

    def keep(self, card: Client, fresh: bool = False) -> Client:
        """Writes a card with what another window knows of it; raises OSError.

        A `fresh` one gets the next number that is free. Without a folder it is only remembered.
        """

        def kept() -> Client:
            if fresh:
                self.read()
                return self._put(self._numbered(card))
            # As it is on the disk just now; one that was thrown away elsewhere comes back.
            there = self._there(card.id)
            return self._put(card if there is None else merge(there, card))

        return self._alone(kept)

    def _there(self, id_: str) -> Client | None:
        """What the card's file says now; one that cannot be read any more is not written over."""
        path = self._paths.get(id_)
        if path is None or not path.exists():
            return None
        there = self._card(path)
        if there is None or there.id != id_:
            self._paths.pop(id_)
            return None
        return there

    def _numbered(self, card: Client) -> Client:
        return Client(card.id, self.next_number, card.name, card.named_ms, card.visits, card.others)

    def _put(self, card: Client) -> Client:
        if self._folder is not None:
            path = self._paths.get(card.id) or self._free(card)
            Store(path).write(table(card))
            self._paths[card.id] = path
        self.known = {**self.known, card.id: card}
        return card

    def _free(self, card: Client) -> Path:
        """A name that says whose card it is; nobody's name is in it."""
        assert self._folder is not None
        name = f"client-{card.number:03d}-{card.id[:8]}"
        again = (f"{name}-{number}{ENDING}" for number in count(2))
        names = (self._folder / each for each in chain((f"{name}{ENDING}",), again))
        return next(path for path in names if not os.path.lexists(path))

    def throw_away(self, id_: str) -> Client:
        """Deletes a card; as long as this runs it can be brought back. Raises OSError."""

        def thrown() -> Client:
            card = self.known[id_]
            # What another window has kept of it meanwhile comes back with it.
            if (there := self._there(id_)) is not None:
                card = merge(there, card)
                self._paths.pop(id_).unlink(missing_ok=True)
            return card

        card = self._alone(thrown)
        self.thrown_away.append(card)
        self.known = {key: each for key, each in self.known.items() if key != id_}
        return card

    def bring_back(self) -> Client | None:
        """The card that was thrown away last; raises OSError."""
        if not self.thrown_away:
            return None
        card = self.keep(self.thrown_away[-1])
        self.thrown_away.pop()
        return card

    def _alone(self, do: Callable[[], Client]) -> Client:
        """While no other window of the tutor writes a card."""
        if self._folder is None or self._lock is None:
            return do()
        self._folder.mkdir(parents=True, exist_ok=True)
        with locked(self._lock):
            return do()
