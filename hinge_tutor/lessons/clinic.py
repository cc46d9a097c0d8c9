"""Rounds of the fault clinic: figures made up at random, of which one has a fault.

A movement, a fault of it and people are drawn; then everybody is solved and judged. It is a round
only if everybody can do the movement, the form rules that the fault is known by find it in its
figure, and they find nothing in anybody else; and if it is seen, compared with the same person
without it. Which faults may be chosen from is computed as well:
those of the movement whose own rules find nothing in that figure, so that no wrong choice is
somehow right. Nothing of it is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from random import Random
from typing import TYPE_CHECKING

from hinge_tutor.body.population import drawn
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import load_movement, movements

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# Two figures leave a guess; a fourth would be looked at by nobody.
FIGURES = (2, 3)
# Of fewer faults to choose from, who has not looked finds one too easily; more are not weighed.
CHOICES = (3, 4)
# Shares of a fault that are tried; with less of one the rules hardly ever find it.
SHARES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
# People that are tried for one fault before another one is taken.
TRIES = 6
NAMES = ("a", "b", "c")

Solve = Callable[[Cast], "Repetition"]


@dataclass(frozen=True)
class Round:
    """Figures from left to right, who of them has a fault and which; `choices` are the faults that
    one may choose from, the right one among them.
    """

    casts: tuple[Cast, ...]
    faulty: int
    fault: str
    choices: tuple[str, ...]

    @property
    def plan(self) -> StagePlan:
        """The round on the stage: nothing tells who it is."""
        return StagePlan(self.casts, play="loop", hidden=True)

    @property
    def right(self) -> int:
        """The place of the fault among the choices."""
        return self.choices.index(self.fault)

    @property
    def beside(self) -> StagePlan:
        """The same person without and with the fault: what repairing it would be seen by."""
        wrong = self.casts[self.faulty]
        right = Cast("right", wrong.movement, wrong.body)
        return StagePlan((right, wrong), play="once", difference=True)


def rounds(chance: Random, solve: Solve | None = None) -> Iterator[Round | None]:
    """Round after round without an end, a figure at a time; None while one is not finished.

    No fault comes again on the same movement before every other one has come.
    """
    make = solve or solved
    before: tuple[str, str] | None = None
    while pairs():
        for pair in _mixed(chance, before):
            for _ in range(TRIES):
                found = None
                for found in _tried(chance, *pair, make):
                    if found is None:
                        yield None
                if found is not None:
                    before = pair
                    yield found
                    break


@cache
def pairs() -> tuple[tuple[str, str], ...]:
    """Every movement with every fault of it that a round may be about.

    A fault has to be seen, and a movement needs enough of them to choose from. What is thrown takes
    ten times as long to solve as a window may stand still.
    """
    seen = {
        movement: [fault for fault, row in faults().items() if movement in row.on and row.changes]
        for movement in movements()
        if not load_movement(movement).swing
    }
    enough = {movement: rows for movement, rows in seen.items() if len(rows) >= CHOICES[0]}
    return tuple((movement, fault) for movement, rows in enough.items() for fault in rows)


def solved(cast: Cast) -> Repetition:
    """One figure, as the stage will ask for it."""
    return figures(StagePlan((cast,)))[cast.name]


def _mixed(chance: Random, before: tuple[str, str] | None) -> Sequence[tuple[str, str]]:
    """All pairs in another order, neighbors as different as they can be."""
    left = list(pairs())
    chance.shuffle(left)
    order: list[tuple[str, str]] = []
    while left:
        last = order[-1] if order else before
        new = (pair for pair in left if last is None or not {*pair} & {*last})
        pair = next(chain(new, left))
        left.remove(pair)
        order.append(pair)
    return order


def _tried(chance: Random, movement: str, fault: str, solve: Solve) -> Iterator[Round | None]:
    """None for each figure that is right so far; the round, if all are."""
    count = chance.choice(FIGURES)
    faulty = chance.randrange(count)
    casts = tuple(
        Cast(
            NAMES[number],
            movement,
            body,
            faults=((fault, chance.choice(SHARES)),) if number == faulty else (),
        )
        for number, body in enumerate(_people(chance, count))
    )
    wrong = solve(casts[faulty])
    yield None
    if not _is_seen(solve(replace(casts[faulty], faults=())), wrong):
        return
    yield None
    choices = _choices(chance, movement, fault, wrong) if can_do(wrong) else ()
    for number, cast in enumerate(casts):
        if not choices:
            return
        yield None
        if number != faulty:
            other = solve(cast)
            if not can_do(other) or other.findings:
                return
    yield Round(casts, faulty, fault, choices)


def _is_seen(right: Repetition, wrong: Repetition) -> bool:
    """Whether anything of a fault could be seen in somebody beside the same person without it."""
    from hinge_tutor.coaching.difference import difference

    found = difference(right, wrong)
    return bool(found.seen) or any(found.own)


def can_do(repetition: Repetition) -> bool:
    """Whether a body goes all the way and is strong enough for what it carries."""
    if repetition.take.status != "ok":
        return False
    return repetition.take.load.mass_kg == 0.0 or not repetition.efforts.lacking_Nm


def _people(chance: Random, count: int) -> Sequence[str]:
    """As many bodies: of one person, or of one each."""
    everybody = chance.random() < 0.5
    bodies = [_body(chance) for _ in range(count)]
    return bodies if everybody else bodies[:1] * count


def _body(chance: Random) -> str:
    return drawn(chance, chance.choice(("male", "female"))).text or "default"


def _choices(chance: Random, movement: str, fault: str, wrong: Repetition) -> tuple[str, ...]:
    """What may be chosen from, mixed; nothing where the fault does not show as it should."""
    found = {finding.rule for finding in wrong.findings}
    if not found & {*claims(fault, movement)}:
        return ()
    others = [
        other
        for on, other in pairs()
        if on == movement and other != fault and not found & {*claims(other, movement)}
    ]
    low, high = CHOICES
    if len(others) + 1 < low:
        return ()
    picked = [fault, *chance.sample(others, min(len(others), high - 1))]
    chance.shuffle(picked)
    return tuple(picked)


def claims(fault: str, movement: str) -> tuple[str, ...]:
    """The form rules that a fault is known by on a movement."""
    # A start has no need of the rules.
    from hinge_tutor.coaching.rules import shipped

    own = faults()[fault].rules
    return tuple(r.id for r in shipped().rules if r.id in own and movement in r.movements)
