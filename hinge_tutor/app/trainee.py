"""Who is in front of a trainer now: the body, what was seen, what is said; and their card."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import date

from hinge_tutor.body.specification import Specification
from hinge_tutor.lessons.client import Client, Person, Tempo, Visit
from hinge_tutor.lessons.training import MOVEMENT, USUAL_SHARE, drill_of, seen_faults, trainable

# Enough that no two cards ever have one.
ID_BYTES = 8


def new_id() -> str:
    """An id for a card or a visit."""
    return os.urandom(ID_BYTES).hex()


@dataclass(frozen=True)
class Trainee:
    """A visit that goes on. `card` is None as long as nothing of it was kept."""

    person: Person = field(default_factory=Person)
    movement: str = MOVEMENT
    fault: str = ""
    share: float = USUAL_SHARE
    tempo: Tempo | None = None
    note: str = ""
    name: str = ""
    card: Client | None = None
    visit: str = ""

    @property
    def body(self) -> Specification:
        return self.person.body

    @property
    def drill(self) -> str:
        """The movement that is given to try; none as long as nothing was seen."""
        return drill_of(self.fault, self.movement) if self.fault else ""

    def doing(self, movement: str) -> Trainee:
        """Another movement in its own tempo, with what was seen as far as it is seen there."""
        seen = self.fault if self.fault in seen_faults(movement) else ""
        share = self.share if seen else USUAL_SHARE
        return replace(self, movement=movement, fault=seen, share=share, tempo=None)

    def as_kept(self, day: date, now_ms: int, cue: str) -> tuple[Client, str]:
        """The card with this visit as it is now, and the visit's id; a day that is over is another
        visit.
        """
        card = self.card or Client(new_id(), 1)
        before = card.visits.get(self.visit)
        again = before is not None and before.day == day
        visit = Visit(
            self.visit if again else new_id(),
            now_ms if before is None else max(now_ms, before.at_ms + 1),
            day,
            self.person,
            self.movement,
            self.fault,
            self.share if self.fault else 0.0,
            cue,
            self.drill,
            self.tempo,
            self.note,
            before.others if before is not None and again else {},
        )
        return card.called(self.name, now_ms).with_visit(visit), visit.id

    def same_as(self, visit: Visit, card: Client) -> bool:
        """Whether nothing has changed since a visit was kept."""
        seen = (self.movement, self.fault, self.share if self.fault else 0.0)
        return (
            self.person == visit.person
            and seen == (visit.movement, visit.fault, visit.share)
            and (self.tempo, self.note, self.name) == (visit.tempo, visit.note, card.name)
        )

    @property
    def kept(self) -> bool:
        """Whether the card has all of it."""
        found = self.card.visits.get(self.visit) if self.card else None
        return found is not None and self.card is not None and self.same_as(found, self.card)

    @property
    def blank(self) -> bool:
        """Whether nobody has set anything."""
        return self == Trainee()


def of_card(card: Client) -> Trainee:
    """Somebody who comes back: as they were last, with nothing kept of today yet."""
    visits = card.by_day
    if not visits:
        return Trainee(name=card.name, card=card)
    last = visits[-1]
    known = last.movement in trainable()
    return Trainee(
        person=last.person,
        movement=last.movement if known else MOVEMENT,
        fault=last.fault if known else "",
        share=last.share if known and last.fault else USUAL_SHARE,
        tempo=last.tempo if known else None,
        note=last.note,
        name=card.name,
        card=card,
        visit=last.id,
    )


def kept_now(trainee: Trainee, card: Client, visit: str) -> Trainee:
    """The same after its card was written with a visit of that id; another window may have kept a
    later one.
    """
    return replace(trainee, card=card, name=card.name, visit=visit)
