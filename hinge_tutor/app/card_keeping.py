"""What becomes of whoever is in front of a trainer: kept in a card, found again, thrown away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from hinge_tutor.app.clients import Clients
from hinge_tutor.app.session import Session
from hinge_tutor.app.store import reason
from hinge_tutor.app.trainee import Trainee, kept_now, of_card
from hinge_tutor.lessons.client import Client


@dataclass(frozen=True)
class HandedOver:
    """Who goes on in another window, when one language takes the place of another."""

    trainee: Trainee
    earlier: tuple[Trainee, ...]
    thrown_away: tuple[Client, ...]


class CardKeeping(QObject):
    """`changed` says that something else is set, seen or kept."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.clients = Clients(session.memory.folder)
        self.trainee = Trainee()
        # Who was there before somebody else was called, the last one last, to come back to.
        self.earlier: tuple[Trainee, ...] = ()

    def put_down(self) -> HandedOver:
        """What another window needs to go on with the same people."""
        return HandedOver(self.trainee, self.earlier, tuple(self.clients.thrown_away))

    def take_up(self, handed: HandedOver) -> None:
        """Goes on with the people of another window."""
        self.trainee, self.earlier = handed.trainee, handed.earlier
        self.clients.thrown_away = list(handed.thrown_away)

    def _become(self, trainee: Trainee) -> None:
        """Somebody else in front of the screen."""
        raise NotImplementedError

    @property
    def number(self) -> int:
        """What the client is called by as long as they have no name."""
        card = self.trainee.card
        return card.number if card else self.clients.next_number

    @property
    def unkept(self) -> bool:
        """Whether there is anything that the card does not have."""
        return not (self.trainee.kept or self.trainee.blank)

    @property
    def can_keep(self) -> bool:
        """Whether it can be kept now."""
        return self.unkept

    @property
    def can_compare(self) -> bool:
        """Whether this client was here on two days."""
        card = self.trainee.card
        return card is not None and len(card.visits) > 1

    @property
    def can_bring_back(self) -> bool:
        return bool(self.earlier)

    @property
    def can_restore(self) -> bool:
        return bool(self.clients.thrown_away)

    def keep(self, cue: str) -> bool:
        """Writes the visit into the client's card; whether the disk took it."""
        memory = self._session.memory
        trainee = self.trainee
        card, visit = trainee.as_kept(memory.today, memory.now_ms, cue)
        kept = self._written(lambda: self.clients.keep(card, fresh=trainee.card is None))
        if kept is not None:
            self.trainee = kept_now(trainee, kept, visit)
            self.changed.emit()
        return kept is not None

    def new_client(self) -> None:
        """Nothing of whoever was there before."""
        if not self.trainee.blank:
            self._set_aside()
        self._become(Trainee())

    def _set_aside(self) -> None:
        """Whoever is here can come back; of those before, who is found among the cards need not."""
        self.earlier = (*(each for each in self.earlier if not each.kept), self.trainee)

    def bring_back(self) -> None:
        """Who was there before; pressed again and again, everybody in turn."""
        if self.earlier:
            *first, back = self.earlier
            self.earlier = tuple(first) if self.trainee.blank else (self.trainee, *first)
            self._become(back)

    @property
    def unwritten(self) -> tuple[Trainee, ...]:
        """Everybody of whom there is something that no card has, who is here first."""
        people = (self.trainee, *reversed(self.earlier))
        return tuple(each for each in people if not (each.kept or each.blank))

    def call(self, trainee: Trainee) -> None:
        """One of those who were here earlier, in front of the others."""
        if trainee in self.earlier:
            self.earlier = tuple(each for each in self.earlier if each != trainee)
            if not self.trainee.blank:
                self.earlier = (self.trainee, *self.earlier)
            self._become(trainee)

    def open(self, id_: str) -> None:
        """Somebody who comes back."""
        if (card := self.clients.known.get(id_)) is not None:
            if not self.trainee.blank and not self.trainee.kept:
                self._set_aside()
            self._become(of_card(card))

    def throw_away(self, id_: str) -> bool:
        """Deletes a card; whether the disk let it."""
        thrown = self._written(lambda: self.clients.throw_away(id_))
        if thrown is None:
            return False
        if self.trainee.card is not None and self.trainee.card.id == id_:
            others = (each for each in self.earlier if each.card is None or each.card.id != id_)
            self.earlier = tuple(others)
            self._become(Trainee())
        else:
            self.changed.emit()
        return True

    def restore(self) -> Client | None:
        """The card that was thrown away last."""
        back = self._written(self.clients.bring_back)
        self.changed.emit()
        return back

    def _written(self, do: Callable[[], Client | None]) -> Client | None:
        """What was written; where the disk does not take it, that is said and nothing is lost."""
        session = self._session
        try:
            found = do()
        except OSError as problem:
            words = self.tr(
                "The client card cannot be saved in %1: %2. Nothing of it is lost here."
            )
            folder = str(session.memory.folder or "")
            session.say(words.replace("%2", reason(problem)).replace("%1", folder))
            return None
        if said := self.clients.take_complaints():
            session.say(said)
        return found
