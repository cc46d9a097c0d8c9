"""What a joint or a muscle of a figure does at a moment, in words."""

from __future__ import annotations

import numpy as np

from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.words import Words
from hinge_tutor.mechanics.efforts import WORK_MODES
from hinge_tutor.mechanics.tissue_share import passive_share

# The measure that tells a joint's angle, and the joint whose moment stands for it.
ANGLES = {
    "hip": ("hip_flexion_deg", "hip_near"),
    "knee": ("knee_flexion_deg", "knee_near"),
    "ankle": ("ankle_dorsiflexion_deg", "ankle_near"),
    "spine": ("spine_change_deg", "l5s1"),
}
HAMSTRINGS = "hamstrings"


def part_in_words(
    repetition: Repetition, words: Words, part: str, time_s: float, anatomical: bool = False
) -> str:
    """`part` is a joint or a muscle group without a side; the near side is told.

    The most important comes first, since little room may hide the rest.
    """
    index = repetition.take.index_at(time_s)
    if f"{part}_near" in repetition.efforts.groups:
        return _muscle(repetition, words, part, index, anatomical)
    if part in ANGLES and ANGLES[part][0] in repetition.measures:
        return _joint(repetition, words, part, index)
    name = words.region(part)
    values = {"name": name[:1].upper() + name[1:], "movement": _movement(repetition, words)}
    return words.part("region", values)


def _movement(repetition: Repetition, words: Words) -> str:
    return words.movement_short(repetition.take.movement.id).lower()


def _joint(repetition: Repetition, words: Words, part: str, index: int) -> str:
    """Angle, then the moment on one side (of the spine: at its lowest joint), tissue's part of it.

    A moment is toward extension or flexion; at the ankle toward the ball of the foot or the heel.
    """
    name, joint = ANGLES[part]
    measure = words.measure(name)
    angle = _measured(repetition, name, index)
    value = measure.quantity(angle)
    if part == "ankle" and angle < 0.0:
        value = words.part("pointed", {"degrees": -angle})
    values = {"name": measure.name, "movement": _movement(repetition, words), "value": value}
    net = repetition.loads.net_moment_Nm[joint][index : index + 1]
    tissue = repetition.efforts.passive_moment_Nm[joint][index : index + 1]
    percent = 100 * float(passive_share(net, tissue)[0])
    return f"{words.part('joint', values)} {words.moment(joint, float(net[0]), percent)}"


def _muscle(repetition: Repetition, words: Words, group: str, index: int, anatomical: bool) -> str:
    """Name, level and way of working; room of the hamstrings, length; then its job and place."""
    efforts = repetition.efforts
    column = efforts.groups.index(f"{group}_near")
    name = words.muscle(group)
    if anatomical:
        name = f"{name} ({words.muscle(group, anatomical=True)})"
    values: dict[str, float | str] = {
        "name": name,
        "movement": _movement(repetition, words),
        "level": words.level(int(efforts.level[index, column])),
        "percent": 100 * float(efforts.effort[index, column]),
        "mode": words.mode(WORK_MODES[int(efforts.work_mode[index, column])]),
    }
    pieces = [words.part("muscle", values)]
    if group == HAMSTRINGS:
        limit = _measured(repetition, "hamstring_limit_deg", index)
        left = _measured(repetition, "hamstring_reserve_deg", index)
        pieces.append(words.hamstring_reserve(limit, left))
    pieces.append(words.muscle_length(100 * float(efforts.group_length[index, column])))
    if job := words.muscle_job(group):
        pieces.append(words.part("job", {"job": job}))
    if place := words.muscle_place(group):
        pieces.append(words.part("place", {"place": place}))
    return " ".join(pieces)


def _measured(repetition: Repetition, name: str, index: int) -> float:
    """A measure at a sample; a single value is the same everywhere."""
    values = np.asarray(repetition.measures[name], dtype=np.float64)
    return float(values if values.ndim == 0 else values[index])
