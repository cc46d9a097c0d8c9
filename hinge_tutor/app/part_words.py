"""What a joint or a muscle of a figure does at a moment, in words."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.words import Words
from hinge_tutor.mechanics.efforts import WORK_MODES

# The measure that tells a joint's angle.
ANGLES = {
    "hip": "hip_flexion_deg",
    "knee": "knee_flexion_deg",
    "ankle": "ankle_dorsiflexion_deg",
    "spine": "spine_change_deg",
}


def part_in_words(repetition: Repetition, words: Words, part: str, time_s: float) -> str:
    """`part` is a joint or a muscle group without a side; the near side is told."""
    movement = words.movement(repetition.take.movement.id)
    index = repetition.take.index_at(time_s)
    if f"{part}_near" in repetition.efforts.groups:
        return f"{movement}. {_muscle(repetition, words, part, index)}"
    if part in ANGLES and ANGLES[part] in repetition.measures:
        values = np.asarray(repetition.measures[ANGLES[part]], dtype=np.float64)
        value = float(values if values.ndim == 0 else values[index])
        measure = words.measure(ANGLES[part])
        return f"{movement}. {measure.name}: {measure.quantity(value)}."
    return f"{movement}. {words.region(part)}."


def _muscle(repetition: Repetition, words: Words, group: str, index: int) -> str:
    """Name, place, effort, way of working, then its job; an effort is said to be an estimate."""
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
    return " ".join(part for part in (told, words.muscle_job(group), words.effort_note()) if part)
