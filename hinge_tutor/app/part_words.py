"""What a joint or a muscle of a figure does at a moment, in words."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

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


def part_in_words(repetition: Repetition, words: Words, part: str, time_s: float) -> str:
    """`part` is a joint or a muscle group without a side; the near side is told."""
    movement = words.movement(repetition.take.movement.id)
    index = repetition.take.index_at(time_s)
    if f"{part}_near" in repetition.efforts.groups:
        return f"{movement}. {_muscle(repetition, words, part, index)}"
    if part in ANGLES and ANGLES[part][0] in repetition.measures:
        return f"{movement}. {_joint(repetition, words, part, index)}"
    return f"{movement}. {words.region(part)}."


def _joint(repetition: Repetition, words: Words, part: str, index: int) -> str:
    """Angle, then the moment on one side (of the spine: at its lowest joint), tissue's part of it.

    A moment is toward extension or flexion; at the ankle toward the ball of the foot or the heel.
    """
    name, joint = ANGLES[part]
    measure = words.measure(name)
    told = f"{measure.name}: {measure.quantity(_measured(repetition, name, index))}."
    net = repetition.loads.net_moment_Nm[joint][index : index + 1]
    tissue = repetition.efforts.passive_moment_Nm[joint][index : index + 1]
    percent = 100 * float(passive_share(net, tissue)[0])
    return f"{told} {words.moment(joint, float(net[0]), percent)}"


def _muscle(repetition: Repetition, words: Words, group: str, index: int) -> str:
    """Name, place, effort, way of working, length, then its job; an effort is an estimate."""
    efforts = repetition.efforts
    column = efforts.groups.index(f"{group}_near")
    told = QCoreApplication.translate("parts", "%1 (%2), %3: %4 percent, %5, %6.")
    values = (
        words.muscle(group),
        words.muscle(group, anatomical=True),
        words.muscle_place(group),
        str(round(100 * float(efforts.effort[index, column]))),
        words.level(int(efforts.level[index, column])),
        words.mode(WORK_MODES[int(efforts.work_mode[index, column])]),
    )
    for number, value in enumerate(values, start=1):
        told = told.replace(f"%{number}", value)
    length = words.muscle_length(100 * float(efforts.group_length[index, column]))
    pieces = [told, length, words.muscle_job(group), words.effort_note()]
    if group == HAMSTRINGS:
        limit = _measured(repetition, "hamstring_limit_deg", index)
        left = _measured(repetition, "hamstring_reserve_deg", index)
        pieces.insert(2, words.hamstring_reserve(limit, left))
    return " ".join(piece for piece in pieces if piece)


def _measured(repetition: Repetition, name: str, index: int) -> float:
    """A measure at a sample; a single value is the same everywhere."""
    values = np.asarray(repetition.measures[name], dtype=np.float64)
    return float(values if values.ndim == 0 else values[index])
