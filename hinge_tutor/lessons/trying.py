"""Figures that somebody makes up: how many there are, and what each of them does and is.

All of these are functions of values: a scene goes in, and another one comes out. A scene is the
casts of its figures from left to right; there is always one and never more than MOST_FIGURES.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hinge_tutor.body.places import load_places
from hinge_tutor.body.specification import ENTRIES, Sex, Specification, parse_specification
from hinge_tutor.lessons.figures import DEFAULT_BODY, moved
from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.lessons.scene_text import MOST_FIGURES, name_of
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import Movement, load_movement

Scene = tuple[Cast, ...]
# Where only some movements have their load: at the end of a rope of arms, in one hand, at one foot.
OWN_PLACES = ("bell", "near_hand", "near_ankle")


def placed(scene: Scene, number: int, cast: Cast) -> Scene:
    """The scene with another figure at a place."""
    return (*scene[:number], cast, *scene[number + 1 :])


def added(scene: Scene, cast: Cast) -> Scene:
    """The scene with one figure more at its right, where there is room for it."""
    if len(scene) >= MOST_FIGURES:
        return scene
    taken = {each.name for each in scene}
    names = (name_of(cast.movement, number) for number in range(len(scene), len(scene) + 9))
    return (*scene, replace(cast, name=next(name for name in names if name not in taken)))


def removed(scene: Scene, number: int) -> Scene:
    """The scene without one figure; the last one stays."""
    return scene if len(scene) < 2 else (*scene[:number], *scene[number + 1 :])


def doing(cast: Cast, movement: str) -> Cast:
    """The same body doing another movement, with what of its settings that one has.

    Load, tempo, faults and pose that belong to the old movement alone are left behind.
    """
    found = load_movement(movement)
    place = cast.load_at if cast.load_at in places(found) else ""
    own = tuple((fault, share) for fault, share in cast.faults if fault in faults_of(movement))
    return replace(moved(cast), movement=movement, load_at=place, faults=own, tempo=None, mix=())


def faults_of(movement: str) -> tuple[str, ...]:
    """The faults that a movement can be shown with, in the order of their file."""
    return tuple(id_ for id_, fault in faults().items() if movement in fault.on)


def places(movement: Movement) -> tuple[str, ...]:
    """Where a load may sit in a movement, its own place first; what is swung stays in the hands."""
    own = movement.load_at
    if movement.swing:
        return (own,)
    return (own, *(each for each in load_places() if each not in (own, *OWN_PLACES)))


def with_fault(cast: Cast, fault: str, share: float) -> Cast:
    """The figure with a share, 0 to 1, of a fault; at 0 without it."""
    kept = {**dict(cast.faults), fault: share}
    order = faults_of(cast.movement)
    found = {each: kept[each] for each in order if kept.get(each, 0.0) > 0.0}
    return replace(cast, faults=tuple(found.items()))


def with_load(cast: Cast, load_kg: float, at: str = "") -> Cast:
    """The figure with a load at a place, the movement's own where none is named."""
    return replace(cast, load_kg=load_kg, load_at=at if load_kg > 0.0 else "")


def with_tempo(cast: Cast, tempo: tuple[float, float, float, float]) -> Cast:
    """The figure at a tempo; the movement's own is none of its settings."""
    own = load_movement(cast.movement).tempo
    return replace(cast, tempo=None if tempo == own else tempo)


def specified(cast: Cast) -> Specification:
    """The body of a figure, entry by entry."""
    return parse_specification(cast.body)


def with_body(cast: Cast, specification: Specification) -> Cast:
    """The figure with that body."""
    return replace(cast, body=specification.text or DEFAULT_BODY)


def with_entry(cast: Cast, entry: str, value: float) -> Cast:
    """The figure with one entry of its body changed, within what is accepted."""
    row = ENTRIES[entry]
    within = min(max(value, row.low), row.high)
    changed: dict[str, Any] = {row.field: within}
    return with_body(cast, replace(specified(cast), **changed))


def with_sex(cast: Cast, sex: Sex) -> Cast:
    """The figure with the proportions of that sex."""
    return with_body(cast, replace(specified(cast), sex=sex))
