"""Nothing that is drawn flickers, pops or jumps between two frames of the slowest playback.

Every movement is stepped at a quarter of its speed in frames of a sixtieth of a second. From one
frame to the next no drawn point may go much farther than the body goes; what comes or goes is too
short to be seen doing so. Several frames are looked at as one step, which is halved down to single
frames where something went too far: what jumps then still does, what only moved fast does not.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.movement import movements
from hinge_tutor.motion.take import Load
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.annotations import annotate
from hinge_tutor.stage.company import Company
from hinge_tutor.stage.ensemble import ensemble
from hinge_tutor.stage.layers import Sizes
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from tests.stage.drawn import points

# The slowest speed that the window offers, and the frames of a usual screen.
SPEED, FRAME_S = 0.25, 1 / 60
# How many frames are looked at as one step.
FRAMES = 4
# Skin and flesh over a joint go farther than any joint or tip: a point half a limb's length beside
# the bone turns with it, and a crease runs along a thigh as that rises. Twice as far is still one
# motion to the eye; a jump is not bound to what the body does.
FASTER = 2.0
# Muscles swell and creases deepen where nothing moves. At 1.75 m on 700 px a px is 2.5 mm.
SPARE_MM = 1.0
# A line that springs up at once may be this long: two px.
SPRUNG_MM = 6.0
# What tells a state, told at once by what it is there for: how a muscle works, that the trunk is
# braced, and what props answer.
TOLD_AT_ONCE = ("pattern.", "bracing")
PROPS = "props"
SHOWN = Options(frozenset({"muscles", "props"}))
# Bones are many, and move with the same joints: they are watched in the farthest motions.
BONES = Options(frozenset({"bones", "props"}))
BONY = ("squat", "jefferson-curl", "vertical-jump")
PENS = pens(2.5, 700.0)
SIZES = Sizes(PENS.line, PENS.fine, 36.0, 78.0)


@dataclass(frozen=True, eq=False)
class Frame:
    """What is drawn at a moment: points (P, 2) of each part by name, and the body's own places."""

    parts: Mapping[tuple[str, int], FloatArray]
    creases: tuple[FloatArray, ...]
    places: FloatArray
    told: frozenset[str]


def frame(actor: Actor, time_s: float, shown: Options = SHOWN) -> Frame:
    """What is drawn of a figure at a moment."""
    take = actor.repetition.take
    pose = take.at(time_s)
    shapes, placed = ensemble(actor.fit, take, pose, 0j, PENS, shown, actor.works(time_s), time_s)
    moment = Moment(actor, time_s, pose, 0j, placed.joints, SIZES, words("en"), None)
    notes = annotate(moment, shown, Company(), PENS)
    parts: dict[tuple[str, int], FloatArray] = {}
    creases: list[FloatArray] = []
    number = Counter[str]()
    told: set[str] = set()
    for shape in (*notes.behind, *shapes, *notes.before):
        for line in points(shape):
            if shape.name == "folds":
                creases.append(line)
                continue
            parts[shape.name, number[shape.name]] = line
            number[shape.name] += 1
        if shape.layer == PROPS or shape.name.startswith(TOLD_AT_ONCE):
            told.add(shape.name)
    places = 1000.0 * pose.points(tuple(take.body.landmarks))
    return Frame(parts, tuple(creases), places, frozenset(told))


def gone(before: FloatArray, after: FloatArray) -> float:
    """How far the fastest point goes, mm."""
    return float(np.hypot(*(after - before).T).max())


def long(line: FloatArray) -> float:
    """How far a line reaches, mm."""
    return float(np.hypot(*np.ptp(line, axis=0)))


def jumps(before: Frame, after: Frame) -> Iterator[str]:
    """What goes too far from one frame to another, or comes or goes at once."""
    bound = FASTER * gone(before.places, after.places) + SPARE_MM
    told = before.told | after.told
    for key in before.parts.keys() | after.parts.keys():
        one, other = before.parts.get(key), after.parts.get(key)
        if one is None or other is None or len(one) != len(other):
            line = other if one is None else one
            if key[0] not in told and (line is None or long(line) > SPRUNG_MM):
                yield f"{key[0]} springs"
        elif len(one) and (far := gone(one, other)) > bound and not _retold(key, before, after):
            yield f"{key[0]} goes {far:.1f} mm, and the body at most {bound:.1f}"
    for mine, theirs in ((before.creases, after.creases), (after.creases, before.creases)):
        for line in mine:
            near = min((gone(line, other) for other in theirs), default=np.inf)
            if near > bound and long(line) > SPRUNG_MM:
                yield f"a crease of {long(line):.1f} mm springs or goes {near:.1f} mm"


def _retold(key: tuple[str, int], before: Frame, after: Frame) -> bool:
    """Whether a part belongs to something that answers otherwise now, with other parts."""
    name = key[0]
    if name.startswith(TOLD_AT_ONCE):
        return True
    count = [sum(other == name for other, _ in each.parts) for each in (before, after)]
    return name in before.told and count[0] != count[1]


def watch(repetition: Repetition, shown: Options = SHOWN) -> list[str]:
    """Everything that jumps in a repetition, with its moment."""
    actor = Actor(repetition)
    step_s = SPEED * FRAME_S
    count = int(np.ceil(repetition.take.duration_s / step_s))

    @cache
    def at(number: int) -> Frame:
        return frame(actor, min(number * step_s, repetition.take.duration_s), shown)

    found: list[str] = []
    steps = [*range(0, count, FRAMES), count]
    open_ = [*itertools.pairwise(steps)]
    while open_:
        first, last = open_.pop()
        here = list(jumps(at(first), at(last)))
        if here and last - first > 1:
            middle = (first + last) // 2
            open_ += [(first, middle), (middle, last)]
        else:
            found += [f"{first * step_s:.3f} s: {what}" for what in here]
    return found


@pytest.mark.parametrize("movement", movements())
def test_nothing_jumps_at_a_quarter_of_the_speed(movement: str) -> None:
    assert watch(perform(movement, body())) == []


@pytest.mark.parametrize("movement", BONY)
def test_no_bone_jumps(movement: str) -> None:
    assert watch(perform(movement, body()), BONES) == []


@pytest.mark.parametrize("who", ["default-woman", "height=1.3,mass=30", "mass=150", "mass=200"])
@pytest.mark.parametrize("load", [Load(0.0), Load(20.0, "back"), Load(20.0, "front")])
def test_nothing_jumps_on_other_bodies_with_loads(load: Load, who: str) -> None:
    assert watch(perform("squat", body(who), load=load)) == []


def test_a_point_that_jumps_is_found() -> None:
    actor = Actor(perform("squat", body()))
    before = frame(actor, 2.0)
    after = frame(actor, 2.0 + SPEED * FRAME_S)
    assert list(jumps(before, after)) == []
    name, moved = ("near_arm", 0), after.parts["near_arm", 0].copy()
    bound = FASTER * gone(before.places, after.places) + SPARE_MM
    moved[3, 0] += 2 * bound
    wrong = Frame({**after.parts, name: moved}, (), after.places, after.told)
    assert any("near_arm goes" in what for what in jumps(before, wrong))
    less = {key: line for key, line in after.parts.items() if key[0] != "muscle.calf"}
    assert "muscle.calf springs" in list(jumps(before, Frame(less, (), after.places, after.told)))
