"""A scene as it is typed: `hip-hinge+knees-first=60@tall*20 | squat~hip-hinge=40/3-1-1-1^80`.

Up to three figures are parted by `|`; one with a pose in brackets stands still in it, as
`squat(descent:hip_flexion=78,knee_flexion=60)`. A figure is a movement followed by parts, each
behind its mark, in any order and each once (a fault as often as there are faults). A `+` right
behind `=` belongs to its number, as in `femur=+8%`. How each part is read and written is a row of
PARTS: another part of a figure is another row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from hinge_tutor.body.specification import parse_specification
from hinge_tutor.lessons.figures import DEFAULT_BODY
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.scene_error import SceneError, number_within
from hinge_tutor.motion import depth
from hinge_tutor.motion.blending import blendable, whole
from hinge_tutor.motion.faults import changed, parse_faults
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.phases import parse_tempo
from hinge_tutor.motion.pose_angles import WIDEST_DEG, check_pose
from hinge_tutor.motion.take import Load, LoadError
from hinge_tutor.motion.usual_load import MOST_KG

# Three figures are what a wide screen holds at a size that can be read.
MOST_FIGURES = 3
# Three figures with every fault, each on a body with every number, take a quarter of this; no name
# or number is half as long as that.
LONGEST, LONGEST_PIECE, SHOWN = 8_000, 80, 60
PERCENT = 100.0
# A billionth of a kilogram, second or percent is a hair of floating point, and is not written.
DECIMALS = 9
FIGURES = "|"
# Before each other movement that a figure has some of.
MIXED = "~"


@dataclass(frozen=True)
class Part:
    """One part of a figure: its mark, the form and an example of what follows, and both its ways.

    `read` makes fields of a Cast of what follows the mark, `write` the text of a Cast's fields,
    empty where it has none. One that is `many` may come again; its texts are read as one, joined by
    the mark. Raises SceneError, BodyError, FaultError, PoseError or UnknownMovement.
    """

    mark: str
    form: str
    example: str
    read: Callable[[str], Mapping[str, Any]]
    write: Callable[[Cast], str]
    many: bool = False


def parse_scene(text: str, layers: tuple[str, ...] = ()) -> StagePlan:
    """The figures of up to three texts of the form FORM, joined by `|`.

    Raises SceneError, UnknownMovement, BlendError, FaultError, BodyError or PoseError, each one
    sentence.
    """
    if len(text) > LONGEST:
        raise SceneError(f"A scene has up to {LONGEST:,} signs and this one has {len(text):,}.")
    words = text.split(FIGURES)
    if len(words) > MOST_FIGURES:
        raise SceneError(f"A scene has up to {MOST_FIGURES} figures and this one has {len(words)}.")
    return StagePlan(
        tuple(parse_figure(word, number) for number, word in enumerate(words)), layers=layers
    )


def write_scene(casts: tuple[Cast, ...]) -> str:
    """The shortest text that `parse_scene` reads as these figures again, but for their names."""
    return FIGURES.join(write_figure(cast) for cast in casts)


def write_figure(cast: Cast) -> str:
    """One figure's text."""
    parts = ((part.mark, part.write(cast)) for part in PARTS)
    return cast.movement + "".join(mark + text for mark, text in parts if text)


def name_of(movement: str, number: int) -> str:
    """What a figure of a scene is called, counted from 0 at the left."""
    return f"{movement}-{number + 1}"


def written(number: float) -> str:
    """The shortest decimal text that is this number again, to DECIMALS places."""
    return np.format_float_positional(round(number, DECIMALS), trim="-")


def percent(share: float) -> str:
    """A share in percent."""
    return written(share * PERCENT)


def parse_figure(text: str, number: int) -> Cast:
    """One figure of a scene, counted from 0; raises as `parse_scene` does."""
    word = " ".join(text.split())
    for piece in _PIECES.split(word):
        if len(piece) > LONGEST_PIECE:
            raise SceneError(f'"{piece[:SHOWN]}…" is too long for a name or a number.')
    movement, *rest = (piece.strip() for piece in _APART.split(word))
    said: dict[str, str] = {}
    if not movement:
        raise _not_of_the_form(word)
    for mark, text in zip(rest[::2], rest[1::2], strict=True):
        part = _BY_MARK[mark]
        if not text:
            raise _not_of_the_form(word)
        if mark in said and not part.many:
            raise SceneError(f"There are two parts after {mark} in one figure; keep one of them.")
        said[mark] = f"{said[mark]}{mark}{text}" if mark in said else text
    one = Cast(name_of(movement, number), movement)
    known = load_movement(movement)
    for mark, text in said.items():
        one = replace(one, **_BY_MARK[mark].read(text))
    if one.mix:
        blendable(whole(movement, one.mix), one.faults)
    else:
        changed(known, dict(one.faults))
    if one.mix and one.pose:
        raise SceneError("A figure that holds a pose is of one movement; leave out the others.")
    check_pose(known, one.pose, one.held_in)
    return one


def _not_of_the_form(word: str) -> SceneError:
    example = "squat" + "".join(part.mark + part.example for part in PARTS)
    shown = word if len(word) <= SHOWN else f"{word[:SHOWN]}…"
    return SceneError(f'"{shown}" is not of the form {FORM}, such as {example}.')


def _read_mix(text: str) -> Mapping[str, Any]:
    found = []
    for piece in text.split(MIXED):
        movement, equals, share = (part.strip() for part in piece.partition("="))
        if not movement or not equals:
            raise SceneError(
                f'"{MIXED}{piece}" is no part of a blend; write {MIXED}MOVEMENT=PERCENT, such as '
                f"{MIXED}squat=30."
            )
        load_movement(movement)
        found.append((movement, _number(share, "a share of a blend", 0.0, PERCENT, "%") / PERCENT))
    return {"mix": tuple(found)}


def _write_mix(cast: Cast) -> str:
    return MIXED.join(f"{movement}={percent(share)}" for movement, share in cast.mix)


def _read_faults(text: str) -> Mapping[str, Any]:
    return {"faults": parse_faults(text, parted_by="+")}


def _write_faults(cast: Cast) -> str:
    return "+".join(f"{fault}={percent(share)}" for fault, share in cast.faults)


def _read_body(text: str) -> Mapping[str, Any]:
    parse_specification(text)
    return {"body": text}


def _write_body(cast: Cast) -> str:
    return "" if cast.body == DEFAULT_BODY else cast.body


def _read_load(text: str) -> Mapping[str, Any]:
    kg, colon, place = (part.strip() for part in text.partition(":"))
    mass_kg = _number(kg, "a load", 0.0, MOST_KG, "kg")
    if colon and not place:
        raise SceneError(f'"*{text}" names no place after the colon; leave both out or give one.')
    try:
        Load(mass_kg, place)
    except LoadError as error:
        raise SceneError(f"A scene: {error}") from None
    return {"load_kg": mass_kg, "load_at": place}


def _write_load(cast: Cast) -> str:
    if cast.load_kg is None:
        return ""
    return written(cast.load_kg) + (f":{cast.load_at}" if cast.load_at else "")


def _read_tempo(text: str) -> Mapping[str, Any]:
    try:
        return {"tempo": parse_tempo(text)}
    except ValueError as error:
        raise SceneError(f"A scene: {error}.") from None


def _write_tempo(cast: Cast) -> str:
    return "-".join(written(seconds) for seconds in cast.tempo or ())


def _read_depth(text: str) -> Mapping[str, Any]:
    digits = text.removesuffix("%")
    span = depth.LEAST * PERCENT, depth.MOST * PERCENT
    return {"depth": _number(digits, "a depth", *span, "%") / PERCENT}


def _write_depth(cast: Cast) -> str:
    return "" if cast.depth is None else percent(cast.depth)


def _read_pose(text: str) -> Mapping[str, Any]:
    if not text.endswith(")"):
        raise SceneError(f'A scene: the pose "({text}" has no ")" at its end; write it there.')
    phase, colon, angles = text[:-1].rpartition(":")
    if colon and not phase.strip():
        raise SceneError(f'A scene: "({text}" names no phase before the colon; leave it out.')
    found = []
    for word in angles.split(","):
        name, _, degrees = (part.strip() for part in word.partition("="))
        span = -WIDEST_DEG, WIDEST_DEG
        found.append((name, _number(degrees, f"an angle of {name or 'a joint'}", *span, "degrees")))
    return {"pose": tuple(found), "held_in": phase.strip()}


def _write_pose(cast: Cast) -> str:
    if not cast.pose:
        return ""
    angles = ",".join(f"{name}={written(degrees)}" for name, degrees in cast.pose)
    return f"{cast.held_in}:{angles})" if cast.held_in else f"{angles})"


def _number(text: str, what: str, low: float, high: float, unit: str) -> float:
    return number_within(text, f'"{text}" is not {what}', low, high, unit)


# In the order in which they are written.
PARTS = (
    Part(MIXED, "MOVEMENT=PERCENT", "hip-hinge=40", _read_mix, _write_mix, many=True),
    Part("+", "FAULT=PERCENT", "leaning-back=60", _read_faults, _write_faults, many=True),
    Part("@", "BODY", "tall", _read_body, _write_body),
    Part("*", "KG[:PLACE]", "20:back", _read_load, _write_load),
    Part("/", "DOWN-BOTTOM-UP-TOP", "3-1-1-1", _read_tempo, _write_tempo),
    Part("^", "DEPTH", "80", _read_depth, _write_depth),
    Part("(", "[PHASE:]JOINT=DEGREES,…)", "knee_flexion=90)", _read_pose, _write_pose),
)
MARKS = "".join(part.mark for part in PARTS)
FORM = "MOVEMENT" + "".join(f" [{part.mark}{part.form}]" for part in PARTS)
_BY_MARK = {part.mark: part for part in PARTS}
_PIECES = re.compile(rf"[,=:{re.escape(MARKS)}]")
_APART = re.compile(rf"(?<!=)([{re.escape(MARKS)}])")
