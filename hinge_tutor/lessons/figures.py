"""The repetitions that a build puts on the stage.

With `same_height` one figure leads: the hinge, or else the first. It goes to its own limit, and
the height of its hands is given to the others, so that all reach equally far. A figure with a depth
of its own goes to that instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.draws import AS_GIVEN, Draw
from hinge_tutor.coaching.repetition import Repetition, hold, perform
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.take import Load, usual_load

LEADER = "hip-hinge"
DEFAULT_BODY = "default"


def figures(
    plan: StagePlan, viewer: str = DEFAULT_BODY, draw: Draw = AS_GIVEN
) -> Mapping[str, Repetition]:
    """Each figure's repetition by the figure's name, in the order of the stage.

    `viewer` is the body to use wherever the lesson asks for the default one, `draw` another choice
    of numbers for all of them. Raises BodyError, UnknownMovement, BlendError, FaultError or
    PoseError with one sentence.
    """
    if draw is not AS_GIVEN:
        return dict(_together(plan.movements, plan.same_height, viewer, draw))
    return dict(_figures(plan.movements, plan.same_height, viewer))


@lru_cache(maxsize=64)
def _figures(
    cast: tuple[Cast, ...], same_height: bool, viewer: str
) -> tuple[tuple[str, Repetition], ...]:
    return _together(cast, same_height, viewer, AS_GIVEN)


def _together(
    cast: tuple[Cast, ...], same_height: bool, viewer: str, draw: Draw
) -> tuple[tuple[str, Repetition], ...]:
    make = _perform if draw is AS_GIVEN else _drawn
    if not same_height or len(cast) < 2:
        return tuple((each.name, make(each, viewer, None, draw)) for each in cast)
    leader = next((each for each in cast if each.movement == LEADER), cast[0])
    led = make(leader, viewer, None, draw)
    height = led.take.hand_height_m
    return tuple(
        (each.name, led if each is leader else make(each, viewer, _asked(each, height), draw))
        for each in cast
    )


def _asked(cast: Cast, hand_height_m: float) -> float | None:
    return hand_height_m if cast.depth is None else None


def _drawn(cast: Cast, viewer: str, hand_height_m: float | None, draw: Draw) -> Repetition:
    if cast.pose:
        make = _perform if draw is AS_GIVEN else _drawn
        moving = make(replace(cast, pose=(), held_in=""), viewer, hand_height_m, draw)
        return hold(moving, cast.pose, cast.held_in)
    person = body(viewer if cast.body == DEFAULT_BODY else cast.body)
    usual = usual_load(load_movement(cast.movement), person, cast.load_at)
    return perform(
        cast.movement,
        person,
        load=usual if cast.load_kg is None else Load(cast.load_kg, cast.load_at),
        tempo=cast.tempo,
        hand_height_m=hand_height_m,
        depth=1.0 if cast.depth is None else cast.depth,
        draw=draw,
        faults=dict(cast.faults),
        mix=cast.mix,
    )


# What is on the stage again and again; reruns with other numbers are asked for once.
_perform = lru_cache(maxsize=64)(_drawn)
