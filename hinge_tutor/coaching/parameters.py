"""What was set otherwise for one repetition than for another: the changed parameters, as codes.

What follows from a parameter is none of its own: another movement brings its own load, tempo and
stance, a fault its own targets, weight and supports.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hinge_tutor.body.specification import ENTRIES
from hinge_tutor.motion.fault_rows import Fault, faults

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition
    from hinge_tutor.motion.take import Take

# Hands that stop within so much of each other have the same height (m), and kg that nobody can tell
# apart are the same load.
SAME_HEIGHT_M, SAME_KG = 0.01, 0.05
PARAMETERS = (
    "movement",
    "sex",
    *ENTRIES,
    "load",
    "load_place",
    "tempo",
    "depth",
    "hand_height",
    "fault",
)
# Which sight a fault sets itself, by the target that it changes.
_SETS = {
    "lumbar_flexion": "lower_back",
    "thoracic_flexion": "upper_back",
    "hip_flexion": "hip",
    "knee_flexion": "knee",
    "ankle_dorsiflexion": "ankle",
    "neck_flexion": "neck",
    "head_flexion": "neck",
    "arm_angle": "arm",
}

Value = float | str | tuple[float, ...]


@dataclass(frozen=True)
class Parameter:
    """One setting that differs: its code, and what it is for the first and for the second.

    `id` is of PARAMETERS. Values are ids, kg, s, m, shares 0 to 1, or a body's entries in their
    own units. `fault` is the fault whose share it is, `sets` the sight that this fault sets itself.
    """

    id: str
    first: Value
    second: Value
    fault: str = ""
    sets: str = ""


def parameters(one: Repetition, other: Repetition) -> tuple[Parameter, ...]:
    """Everything in which two repetitions were set otherwise; nothing where they are the same."""
    return tuple(_all(one, other))


def _all(one: Repetition, other: Repetition) -> Iterator[Parameter]:
    takes = (one.take, other.take)
    yield from _differing("movement", *(take.movement.does for take in takes))
    people = tuple(take.body.specification for take in takes)
    for name, field in {"sex": "sex", **{key: row.field for key, row in ENTRIES.items()}}.items():
        yield from _differing(name, *(getattr(person, field) for person in people))
    yield from _loads(*takes)
    if one.tempo != other.tempo:
        yield Parameter("tempo", _tempo(one), _tempo(other))
    yield from _differing("depth", one.depth, other.depth)
    yield from _heights(one, other)
    yield from _faults(*takes)


def _differing(name: str, first: Value, second: Value) -> Iterator[Parameter]:
    if first != second:
        yield Parameter(name, first, second)


def _loads(one: Take, other: Take) -> Iterator[Parameter]:
    """Mass and place of what is carried, where it is not just what each movement brings."""
    takes = (one, other)
    carried = tuple(take.load.mass_kg for take in takes)
    usual = tuple(take.movement.usual_load_kg(take.body) for take in takes)
    bring = all(abs(has - own) < SAME_KG for has, own in zip(carried, usual, strict=True))
    unlike = one.movement.does != other.movement.does or one.body.mass_kg != other.body.mass_kg
    if abs(carried[0] - carried[1]) >= SAME_KG and not (bring and unlike):
        yield Parameter("load", carried[0], carried[1])
    places = tuple(take.load.at for take in takes)
    own_places = all(take.load.at == take.movement.load_at for take in takes)
    if min(carried) >= SAME_KG and not own_places:
        yield from _differing("load_place", *places)


def _tempo(repetition: Repetition) -> tuple[float, ...]:
    """Seconds down, at the bottom, up and at the top, as asked for or as the movement has them."""
    return repetition.tempo or repetition.take.movement.tempo


def _heights(one: Repetition, other: Repetition) -> Iterator[Parameter]:
    """How low the hands were asked to come; who was not asked leads, with a height of their own."""
    if one.hand_height_m is None and other.hand_height_m is None:
        return
    heights = tuple(
        each.take.hand_height_m if each.hand_height_m is None else each.hand_height_m
        for each in (one, other)
    )
    if abs(heights[0] - heights[1]) >= SAME_HEIGHT_M:
        yield Parameter("hand_height", heights[0], heights[1])


def _faults(one: Take, other: Take) -> Iterator[Parameter]:
    before, after = dict(one.movement.faults), dict(other.movement.faults)
    for name, fault in faults().items():
        shares = before.get(name, 0.0), after.get(name, 0.0)
        if shares[0] != shares[1]:
            yield Parameter("fault", *shares, fault=name, sets=_sets(fault))


def _sets(fault: Fault) -> str:
    """The sight that a fault sets itself: what its file changes first."""
    for change in fault.changes:
        for target in (*change.toward, *change.add):
            if target in _SETS:
                return _SETS[target]
        if change.heels_up > 0.0:
            return "heel_up"
        if change.hand_ahead != 0.0:
            return "hand_ahead"
    return ""
