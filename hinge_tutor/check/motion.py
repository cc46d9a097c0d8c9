"""Every correct movement is possible, keeps its promises and breaks no rule, on unlike bodies."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from hinge_tutor import located
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import body
from hinge_tutor.check import proof
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorError
from hinge_tutor.mechanics.efforts import LEVELS
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.take import Take

DEFAULT = "default"
# Who is unlike the default body in what a fold depends on: thighs, hamstrings and ankles, size.
OTHERS = ("long-thighed", "stiff", "small", "tall")
# Between key poses a limit may be passed by this much.
BETWEEN_DEG = 0.5
# The ends of limbs may press into the floor by as much as skin gives.
UNDER_CM = 1.0
ENDS = ("heel", "ball", "toe_tip", "knee", "kneecap", "hand", "elbow")
# A muscle that a phase is said to train is at least at this level in it.
AT_WORK = "low"


def problems(movement: str, path: Path, words: Words) -> Iterator[AuthorError]:
    """What a movement does not keep: possible, in place, in balance, in range, in form, at work.

    The default body has to be able to do it; another may be refused, with its reason.
    """
    file = str(path)
    repetition = correct(movement)
    if repetition.take.status != "ok":
        yield AuthorError(
            file,
            1,
            f"{movement} is not possible for the default body: {_reason(repetition.take, words)}",
        )
    for specification in (DEFAULT, *OTHERS):
        done = correct(movement, specification)
        for problem in kept(done.take):
            yield AuthorError(file, 1, f"{movement}, {specification}: {problem}")
        for finding in done.findings if done.take.status == "ok" else ():
            said = words.finding(finding)
            problem = f"{movement}, {specification}, breaks the form rule {finding.rule}: {said}"
            yield AuthorError(file, 1, problem)
    yield from _muscles(movement, path)


def correct(movement: str, specification: str = DEFAULT) -> Repetition:
    """The repetition of a movement as it is taught, with what it is usually done with."""
    if specification == DEFAULT:
        return figures(StagePlan((Cast(movement, movement, load_kg=None),)))[movement]
    return perform(movement, body(specification))


def kept(take: Take) -> Iterator[str]:
    """Where a take leaves its contacts, its balance or its body's ranges, or goes underground."""
    yield from proof.standing(take)
    for bound in take.body.limits.bounds:
        reached = sum(
            weight * take.q[:, take.body.index(name)] for name, weight in bound.terms.items()
        )
        beyond = math.degrees(float(np.max(reached)) - bound.limit)
        if beyond > BETWEEN_DEG:
            yield f"{bound.name} is passed by {beyond:.1f}°; at most {BETWEEN_DEG:g}°"
    names = tuple(f"{end}_{side}" for end in ENDS for side in SIDES)
    heights_cm = 100.0 * take.pose.points(names)[..., 1].min(axis=0)
    lowest = int(heights_cm.argmin())
    if heights_cm[lowest] < -UNDER_CM:
        under = -float(heights_cm[lowest])
        yield f"{names[lowest]} goes {under:.1f} cm through the floor; at most {UNDER_CM:g} cm"


def _muscles(movement: str, path: Path) -> Iterator[AuthorError]:
    """The muscles that a phase is taught to work do so on the default body."""
    repetition = correct(movement)
    efforts, take = repetition.efforts, repetition.take
    for number, phase in enumerate(load_movement(movement).phases):
        here = take.during((phase.id,))
        for place, group in enumerate(phase.muscles if here.any() else ()):
            columns = [efforts.groups.index(f"{group}_{side}") for side in ("near", "far")]
            level = int(efforts.level[here][:, columns].max())
            if level < LEVELS.index(AT_WORK):
                most = 100 * float(efforts.effort[here][:, columns].max())
                problem = (
                    f"{group} rests in {phase.id} (at most {most:.0f} %); "
                    "leave it out, or name muscles that work there"
                )
                line = located.read(path).line("phase", number, "muscles", place)
                yield AuthorError(str(path), line, problem)


def _reason(take: Take, words: Words) -> str:
    return words.reason(take.reason) if take.reason else "it is only the nearest"
