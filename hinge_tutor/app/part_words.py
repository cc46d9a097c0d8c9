"""What a joint or a muscle of a figure does at a moment, in words."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.body.muscles import heads
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.words import Words
from hinge_tutor.mechanics.efforts import WORK_MODES
from hinge_tutor.mechanics.levers import Levers, levers
from hinge_tutor.mechanics.tissue_share import passive_share

# The measure that tells a joint's angle, and the joint whose moment stands for it.
ANGLES = {
    "hip": ("hip_flexion_deg", "hip_near"),
    "knee": ("knee_flexion_deg", "knee_near"),
    "ankle": ("ankle_dorsiflexion_deg", "ankle_near"),
    "spine": ("spine_change_deg", "l5s1"),
}
HAMSTRINGS = "hamstrings"
# A lever shorter than this turns nothing that anybody would notice, cm.
LEAST_LEVER_CM = 0.05


def part_in_words(
    repetition: Repetition,
    words: Words,
    part: str,
    time_s: float,
    anatomical: bool = False,
    quiet: bool = False,
    hidden: str = "",
) -> str:
    """`part` is a joint or a muscle group without a side; the near side is told.

    The most important comes first, since little room may hide the rest. `quiet` leaves out what
    could answer an open question: of a muscle, what it does now. Of a figure that is called by a
    letter, `hidden`, nothing is told but what the part is.
    """
    always = always_in_words(words, part)
    if hidden:
        name = _name(words, part, anatomical) if part in GROUPS else _region(words, part)
        return " ".join((words.part("hidden", {"name": name, "figure": hidden}), *always))
    if quiet and part in GROUPS:
        values = {"name": _name(words, part, anatomical), "movement": _movement(repetition, words)}
        return " ".join((words.part("region", values), *always))
    now = now_in_words(repetition, words, part, time_s, anatomical)
    return " ".join((*now, *always))


def now_in_words(
    repetition: Repetition, words: Words, part: str, time_s: float, anatomical: bool = False
) -> tuple[str, ...]:
    """What a part does at a moment, one sentence for each thing."""
    index = repetition.take.index_at(time_s)
    if f"{part}_near" in repetition.efforts.groups:
        return _muscle(repetition, words, part, index, anatomical)
    if part in ANGLES and ANGLES[part][0] in repetition.measures:
        return _joint(repetition, words, part, index)
    values = {"name": _region(words, part), "movement": _movement(repetition, words)}
    return (words.part("region", values),)


def always_in_words(words: Words, part: str) -> tuple[str, ...]:
    """The usual job of a muscle and where it is; nothing of a joint."""
    if part not in GROUPS:
        return ()
    job, place = words.muscle_job(part), words.muscle_place(part)
    found = (
        job and words.part("job", {"job": job}),
        place and words.part("place", {"place": place}),
    )
    return tuple(sentence for sentence in found if sentence)


def source_in_words(words: Words, part: str) -> str:
    """Where the numbers of a muscle come from; empty for a joint."""
    sources = dict.fromkeys(head.source for head in heads() if head.group == part)
    return words.muscle_source("; ".join(sources)) if sources else ""


def _movement(repetition: Repetition, words: Words) -> str:
    return words.movement_short(repetition.take.movement.id).lower()


def _region(words: Words, part: str) -> str:
    name = words.region(part)
    return name[:1].upper() + name[1:]


def _name(words: Words, group: str, anatomical: bool) -> str:
    name = words.muscle(group)
    return f"{name} ({words.muscle(group, anatomical=True)})" if anatomical else name


def _joint(repetition: Repetition, words: Words, part: str, index: int) -> tuple[str, ...]:
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
    return words.part("joint", values), words.moment(joint, float(net[0]), percent)


def _muscle(
    repetition: Repetition, words: Words, group: str, index: int, anatomical: bool
) -> tuple[str, ...]:
    """Name, level and way of working; room of the hamstrings, length; the levers."""
    efforts = repetition.efforts
    column = efforts.groups.index(f"{group}_near")
    values: dict[str, float | str] = {
        "name": _name(words, group, anatomical),
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
    told = ((joint, 100 * float(row[index])) for joint, row in _levers(repetition)[group].items())
    pieces.append(words.levers([each for each in told if abs(each[1]) >= LEAST_LEVER_CM]))
    return tuple(pieces)


@lru_cache(maxsize=8)
def _levers(repetition: Repetition) -> Levers:
    """The near side's levers of a repetition, worked out once."""
    return levers(repetition.take, "near", repetition.spread)


def _measured(repetition: Repetition, name: str, index: int) -> float:
    """A measure at a sample; a single value is the same everywhere."""
    values = np.asarray(repetition.measures[name], dtype=np.float64)
    return float(values if values.ndim == 0 else values[index])
