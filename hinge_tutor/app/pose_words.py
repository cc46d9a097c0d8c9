"""A moment of a repetition in words: for the status line and for screen readers."""

from __future__ import annotations

import math

import numpy as np

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.limits import SIDED
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.coaching.rules import shipped
from hinge_tutor.lessons.figure_names import named
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.handles import handle_of
from hinge_tutor.motion.unknowns import absolute_row

MODES = ("resting", "stretched", "holding", "lengthening", "shortening")
# From here on a lean, a bend or a shift can be seen, so it is said (degrees, cm).
SEEN_LEAN_DEG, SEEN_KNEE_DEG, SEEN_SHIN_DEG, SEEN_SPINE_DEG, SEEN_HIPS_CM = 3, 5, 4, 8, 1
# The thirds of the foot, from the heel, in percent of its length.
HEEL_PERCENT, FRONT_PERCENT = 35, 65
MODERATE = 2


def pose_in_words(
    repetition: Repetition, words: Words, time_s: float, name: str = "", quiet: bool = False
) -> str:
    """Movement, phase, shape, balance, then the muscles that work, at a time of the repetition.

    `name` is what the figure is called, where that is not its movement. `quiet` says only what
    there is to see, the back as an angle without a word for it: for whoever has to find out.
    """
    take = repetition.take
    index = take.index_at(time_s)
    movement = take.movement.id
    whole = take.duration_s
    parts = [
        words.pose(
            "moment" if whole > 0 else "moment_held",
            {
                "movement": name or named(repetition, words),
                "phase": words.phase(movement, take.phase_at(time_s)),
                "percent": 100 * time_s / whole if whole > 0 else 0,
            },
        ),
        _shape(repetition, words, index, quiet),
        _weight(repetition, words, index),
        *(() if quiet else _muscles(repetition, words, index)),
    ]
    return " ".join(part for part in parts if part)


def handle_in_words(name: str, pose: Pose, words: Words) -> str:
    """`Drag the knee, or move it with the arrow keys. Hip 92°, Knee 65°.`."""
    handle, side = handle_of(name)
    names = (joint + side if joint in SIDED else joint for joint in handle.loose)
    said = (
        words.pose(
            "angle",
            {
                "joint": words.bend(joint),
                "degrees": round(math.degrees(float(absolute_row(pose.body, joint) @ pose.q))) + 0,
            },
        )
        for joint in names
    )
    drag = words.pose("drag", {"handle": words.handle(name)})
    return f"{drag} {words.pose('list_comma').join(said)}."


def judged_in_words(repetition: Repetition, words: Words, time_s: float) -> str:
    """What the form rules find in a figure at a moment, each rule once; or that all are kept."""
    take = repetition.take
    found = {
        finding.rule: words.finding(finding)
        for finding in repetition.findings
        if finding.from_s <= time_s <= finding.to_s
    }
    if found:
        return " ".join(found.values())
    phase = take.phase_at(time_s)
    judged = any(
        take.movement.id in rule.movements and (not rule.phases or phase in rule.phases)
        for rule in shipped().rules
    )
    return words.pose("kept" if judged else "unjudged")


def _measure(repetition: Repetition, name: str, index: int) -> float:
    values = np.asarray(repetition.measures.get(name, 0.0), dtype=np.float64)
    return float(values if values.ndim == 0 else values[index])


def _shape(repetition: Repetition, words: Words, index: int, quiet: bool) -> str:
    lean = _measure(repetition, "trunk_lean_deg", index)
    hips = 100 * _measure(repetition, "hip_behind_heels_m", index)
    knees = _measure(repetition, "knee_flexion_deg", index)
    shins = _measure(repetition, "shin_angle_deg", index)
    spine = _measure(repetition, "lumbar_change_deg", index)
    parts = [
        _choice(words, lean >= SEEN_LEAN_DEG, "lean", "upright", degrees=lean),
        _choice(words, hips >= SEEN_HIPS_CM, "hips_behind", "hips_over", distance=hips),
        _choice(words, knees >= SEEN_KNEE_DEG, "knees_bent", "knees_straight", degrees=knees),
        _signed(words, shins, SEEN_SHIN_DEG, ("shins_forward", "shins_upright", "shins_back")),
        words.pose("back_angle", {"degrees": round(spine) + 0})
        if quiet
        else _signed(words, spine, SEEN_SPINE_DEG, ("back_rounded", "back_still", "back_arched")),
    ]
    return words.pose("list_comma").join(parts) + "."


def _choice(words: Words, seen: bool, piece: str, otherwise: str, **values: float) -> str:
    return words.pose(piece, values) if seen else words.pose(otherwise)


def _signed(words: Words, value: float, seen: float, pieces: tuple[str, str, str]) -> str:
    forward, still, back = pieces
    if abs(value) < seen:
        return words.pose(still)
    return words.pose(forward if value > 0 else back, {"degrees": abs(value)})


def _weight(repetition: Repetition, words: Words, index: int) -> str:
    if "cop_foot_percent" not in repetition.measures:
        return ""
    percent = _measure(repetition, "cop_foot_percent", index)
    if not math.isfinite(percent):
        return ""
    if percent < HEEL_PERCENT:
        return words.pose("weight_heel")
    return words.pose("weight_front" if percent > FRONT_PERCENT else "weight_middle")


def _muscles(repetition: Repetition, words: Words, index: int) -> list[str]:
    """The near side's muscles from a moderate effort on, by their way of working."""
    efforts = repetition.efforts
    working: dict[str, list[str]] = {}
    for number, group in enumerate(efforts.groups):
        if group.endswith("_near") and efforts.level[index, number] >= MODERATE:
            mode = MODES[int(efforts.work_mode[index, number])]
            working.setdefault(mode, []).append(words.muscle(group))
    if not working:
        return [words.pose("muscles_rest")]
    return [
        words.pose("muscles_work", {"muscles": _listed(words, names), "mode": words.mode(mode)})
        for mode, names in working.items()
    ]


def _listed(words: Words, names: list[str]) -> str:
    """`a, b and c`, the first one as it stands, the others inside the sentence."""
    return words.listed([names[0], *(name[:1].lower() + name[1:] for name in names[1:])])
