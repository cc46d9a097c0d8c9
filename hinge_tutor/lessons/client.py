"""A client's card: one person in front of a trainer, on one day or on several.

`merge` is commutative, associative and idempotent, so that what two windows know of a client comes
out the same in whatever order they write: visits are united by their ids, and of two stamped values
the later one wins. A card has no name unless somebody types one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from hinge_tutor.body.knee_to_wall import ankle_deg
from hinge_tutor.body.specification import Specification
from hinge_tutor.motion.toe_touch import hamstrings_deg

Tempo = tuple[float, float, float, float]


@dataclass(frozen=True)
class Person:
    """A body, and what was measured on it in place of an angle, m; None where nothing was.

    `fingertips_m` is their height over the floor with straight knees, `knee_to_wall_m` how far the
    toes are from a wall that the knee just touches.
    """

    own: Specification = field(default_factory=Specification)
    fingertips_m: float | None = None
    knee_to_wall_m: float | None = None

    @property
    def body(self) -> Specification:
        """The body with the angles that its tests tell of, in whole degrees."""
        found = self.own
        if self.knee_to_wall_m is not None:
            found = replace(found, ankle_deg=float(round(ankle_deg(found, self.knee_to_wall_m))))
        if self.fingertips_m is not None:
            told = float(round(hamstrings_deg(found, self.fingertips_m)))
            found = replace(found, hamstrings_deg=told)
        return found


@dataclass(frozen=True)
class Visit:
    """What was seen and said on a day; `at_ms` is when it was kept last, ms since 1970.

    `fault` is empty where nothing was seen, `share` how much of it, 0 to 1; `cue` is what was said,
    `drill` the movement that was given, `tempo` its seconds, None for its own.
    """

    id: str
    at_ms: int
    day: date
    person: Person = field(default_factory=Person)
    movement: str = "hip-hinge"
    fault: str = ""
    share: float = 0.0
    cue: str = ""
    drill: str = ""
    tempo: Tempo | None = None
    note: str = ""
    others: Mapping[str, object] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Client:
    """A card: `number` is what it is called by as long as it has no name."""

    id: str
    number: int
    name: str = ""
    named_ms: int = 0
    visits: Mapping[str, Visit] = field(default_factory=dict)
    others: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def by_day(self) -> tuple[Visit, ...]:
        """The visits, the latest last."""
        return tuple(sorted(self.visits.values(), key=lambda visit: (visit.day, visit.at_ms)))

    def with_visit(self, visit: Visit) -> Client:
        """The card with one visit more, or with that one as it is now."""
        return replace(self, visits={**self.visits, visit.id: visit})

    def called(self, name: str, now_ms: int) -> Client:
        """The card under another name."""
        if name == self.name:
            return self
        return replace(self, name=name, named_ms=max(now_ms, self.named_ms + 1))


def merge(one: Client, other: Client) -> Client:
    """What two windows know of one client together."""
    assert one.id == other.id, "two clients"
    named_ms, name = max((each.named_ms, each.name) for each in (one, other))
    visits = {**one.visits, **other.visits}
    for id_ in one.visits.keys() & other.visits.keys():
        visits[id_] = max(one.visits[id_], other.visits[id_], key=_later)
    return Client(
        one.id,
        min(one.number, other.number),
        name,
        named_ms,
        visits,
        {**one.others, **other.others},
    )


def _later(visit: Visit) -> tuple[int, str]:
    """A stamp; of two visits of one moment always the same one."""
    return visit.at_ms, repr(replace(visit, others={}))
