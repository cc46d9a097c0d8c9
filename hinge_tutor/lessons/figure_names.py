"""What a figure is called: its movement, and how far each of its faults goes by its dial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hinge_tutor.lessons.dial import Dial
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.corners import Mix
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import Movement, load_movement

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

PERCENT = 100.0


def figure_name(movement: Movement, words: Words, short: bool = False) -> str:
    """`Hip hinge · rounded back 60 %`; without a fault only the movement."""
    name = movement_name(movement, words, short)
    for fault, share in movement.faults:
        said = words.fault(fault)
        name = words.dial(
            "title",
            {"figure": name, "fault": said[:1].lower() + said[1:], "percent": PERCENT * share},
        )
    return name


def movement_name(movement: Movement, words: Words, short: bool = False) -> str:
    """`Hip hinge`; of a blend what it lies between: `Hinge 50, squat 30, bend 20 %`."""
    if not movement.blend or short:
        return words.movement_short(movement.id) if short else words.movement(movement.id)
    # What it has most of first: a narrow figure shows the beginning.
    return blend_in_words(tuple(sorted(movement.blend, key=lambda part: -part[1])), words)


def blend_in_words(blend: Mix, words: Words) -> str:
    """`Hinge 50, squat 30, bend 20 %`"""
    said = ""
    for name, share in blend:
        figure = words.movement_short(name)
        part = words.technique(
            "part",
            {
                "figure": figure[:1].lower() + figure[1:] if said else figure,
                "percent": PERCENT * share,
            },
        )
        said = words.technique("between", {"one": said, "other": part}) if said else part
    return words.technique("blend", {"parts": said})


def named(repetition: Repetition, words: Words, short: bool = False) -> str:
    """`Hip hinge · held pose`, where a pose is held, and what was recorded is said to be; else the
    name of the figure.
    """
    name = figure_name(repetition.take.movement, words, short)
    if repetition.role:
        mark = words.recording(repetition.role)
        name = words.difference("title", {"figure": name, "mark": mark})
    return words.pose("held", {"figure": name}) if repetition.moving else name


def badge(repetition: Repetition, words: Words) -> str:
    """What a movement is about; nothing of one that is done otherwise, with a fault or without the
    load that belongs to it. Of what was recorded, and what stands beside it, which is which.
    """
    if repetition.role:
        return words.recording(repetition.role)
    take = repetition.take
    spared = take.load.mass_kg <= 0.0 < take.movement.usual_load_kg(take.body)
    if spared or any(share for _, share in take.movement.faults):
        return ""
    return words.movement_badge(take.movement.id)


def repair_in_words(fault: str, movement: str, words: Words) -> str:
    """`What repairs it: Imagine a broomstick … A drill for it: Banded hip distraction.`

    Where the drill is the movement itself, it is that with its teaching props.
    """
    drill, cue = faults()[fault].drill, words.fault_cue(fault)
    props = load_movement(drill).props
    if drill != movement or not props:
        return words.dial("repair", {"cue": cue, "drill": words.movement(drill)})
    from hinge_tutor.lessons.need_words import shown_with

    return words.dial("repair_here", {"cue": cue, "props": shown_with(props, words)})


def dial_in_words(dial: Dial, words: Words) -> str:
    """`Rounded back: 60 %. The dial turns how much the back rounds.`"""
    return words.dial(
        "turned",
        {
            "fault": words.fault(dial.fault),
            "percent": PERCENT * dial.share,
            "what": words.fault_dial(dial.fault),
        },
    )
