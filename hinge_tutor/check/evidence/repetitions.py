"""The repetitions that engines and balance are tried on: movements, bodies, loads, tempos."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hinge_tutor import shelf
from hinge_tutor.body.places import load_places
from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.movement import load_movement, movements, read_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load, Take

BODIES = ("default", "default-woman", "long-thighed", "tall")
LOADS_KG = (0.0, 20.0)
# Seconds down, at the bottom, up, at the top; none is the movement's own.
TEMPOS = (None, (2.0, 0.0, 2.0, 1.0), (1.5, 0.5, 1.0, 0.5))
# Engines are asked sample by sample; this many tell as much as the usual number.
SAMPLES = 41
CURLED = Load(5.0, "ankles")
# What every place of the body can carry in a hinge.
PLACED_KG = 15.0


class Case(NamedTuple):
    """A repetition and how it was asked for."""

    movement: str
    body: str
    load_kg: float
    take: Take


@cache
def own(movement: str) -> Take:
    """A movement of the reference man at its own tempo."""
    return solve(load_movement(movement), body("default"))


@cache
def cases() -> tuple[Case, ...]:
    """Every repetition that stands at the tempo asked for."""
    return tuple(_cases())


@cache
def kinds() -> tuple[Case, ...]:
    """Small movements of every kind of support, pull and flight; loads at every place."""
    person = body("default")
    found = [
        Case(path.stem, "default", 0.0, take)
        for path in sorted(shelf.assets("proof", "movements").glob("*.toml"))
        for tempo in TEMPOS
        for take in (solve(read_movement(path), person, tempo=tempo, samples=SAMPLES),)
        if take.status == "ok"
    ]
    hinge = load_movement("hip-hinge")
    for at in load_places():
        for tempo in TEMPOS:
            take = solve(hinge, person, load=Load(PLACED_KG, at), tempo=tempo, samples=SAMPLES)
            found.append(Case(f"hip-hinge, {at}", "default", PLACED_KG, take))
    return tuple(found)


@cache
def leg_curl() -> Take:
    """A prone leg curl of the reference man, which is no shipped movement."""
    return solve(
        read_movement(shelf.assets("proof", "movements", "prone-curl.toml")),
        body("default"),
        load=CURLED,
    )


def stands(take: Take) -> bool:
    """Whether nothing but its feet carries a take, all the time."""
    grounded = all(take.movement.touching(span.phase) for span in take.spans)
    return grounded and all(support.on.startswith("foot_") for support in take.supports)


def _cases() -> Iterator[Case]:
    for movement in movements():
        shape = load_movement(movement)
        for who in BODIES:
            person = body(who)
            for kg in LOADS_KG:
                for tempo in TEMPOS:
                    take = solve(shape, person, load=Load(kg), tempo=tempo, samples=SAMPLES)
                    if take.status == "ok":
                        yield Case(movement, who, kg, take)
