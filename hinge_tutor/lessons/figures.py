"""The repetitions that a build puts on the stage.

With `same_height` one figure leads: the hinge, or else the first. It goes to its own limit, and
the height of its hands is given to the others, so that all reach equally far. A figure with a depth
of its own goes to that instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.coaching.draws import AS_GIVEN, Draw
from hinge_tutor.coaching.repetition import Repetition, hold, perform
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import SAMPLES
from hinge_tutor.motion.take import Load, usual_load

LEADER = "hip-hinge"
DEFAULT_BODY = "default"

# A figure of a plan as it is done, with the height (m) that its hands are asked to come to.
Make = Callable[[Cast, float | None], Repetition]


def figures(
    plan: StagePlan, viewer: str = DEFAULT_BODY, draw: Draw = AS_GIVEN
) -> Mapping[str, Repetition]:
    """Each figure's repetition by the figure's name, in the order of the stage.

    `viewer` is the body to use wherever the lesson asks for the default one, `draw` another choice
    of numbers for all of them. Raises BodyError, UnknownMovement, BlendError, FaultError or
    PoseError with one sentence.
    """
    make = _perform if draw is AS_GIVEN else _drawn
    return dict(together(plan, lambda cast, height: make(cast, viewer, height, draw)))


def leading(cast: tuple[Cast, ...]) -> Cast:
    """Whose hands give the height that the others come to: the hinge's, or the first figure's."""
    return next((each for each in cast if each.movement == LEADER), cast[0])


def together(plan: StagePlan, make: Make) -> tuple[tuple[str, Repetition], ...]:
    """The figures of a plan, in its order, each made with the height that it has to reach."""
    cast = plan.movements
    if not plan.same_height or len(cast) < 2:
        return tuple((each.name, make(each, None)) for each in cast)
    leader = leading(cast)
    led = make(leader, None)
    height = led.whole.hand_height_m
    return tuple(
        (each.name, led if each is leader else make(each, height if each.depth is None else None))
        for each in cast
    )


def performed(
    cast: Cast,
    person: Body,
    hand_height_m: float | None,
    *,
    samples: int = SAMPLES,
    draw: Draw = AS_GIVEN,
) -> Repetition:
    """One figure's repetition on a body, in motion; raises as `figures` does."""
    usual = usual_load(load_movement(cast.movement), person, cast.load_at)
    return perform(
        cast.movement,
        person,
        load=usual if cast.load_kg is None else Load(cast.load_kg, cast.load_at),
        tempo=cast.tempo,
        hand_height_m=hand_height_m,
        depth=1.0 if cast.depth is None else cast.depth,
        samples=samples,
        draw=draw,
        faults=dict(cast.faults),
        mix=cast.mix,
    )


def _drawn(cast: Cast, viewer: str, hand_height_m: float | None, draw: Draw) -> Repetition:
    if cast.done is not None and not cast.pose:
        return cast.done
    if cast.pose:
        make = _perform if draw is AS_GIVEN else _drawn
        moving = make(moved(cast), viewer, hand_height_m, draw)
        return hold(moving, cast.pose, cast.held_in)
    person = body(viewer if cast.body == DEFAULT_BODY else cast.body)
    return performed(cast, person, hand_height_m, draw=draw)


def moved(cast: Cast) -> Cast:
    """The same figure in motion, where it holds a pose."""
    return replace(cast, pose=(), held_in="")


# What is on the stage again and again; reruns with other numbers are asked for once.
_perform = lru_cache(maxsize=64)(_drawn)
