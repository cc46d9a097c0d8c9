"""The stage at a moment: figures on one clock, arranged as asked, as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.shared_clock import PHASE, shared_clock
from hinge_tutor.motion.take import Take
from hinge_tutor.stage import legend
from hinge_tutor.stage.actors import actor_of
from hinge_tutor.stage.arrangement import USUAL_OPACITY, Arrangement
from hinge_tutor.stage.headers import entries
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import Column, Plan
from hinge_tutor.stage.staging import Stage

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# Stages kept ready: the one on screen, the one before it (Back), an export and a spare.
KEPT = 4


def picture(repetitions: Sequence[Repetition], plan: Plan, options: Options, t: float) -> Picture:
    """The stage at t, 0…1 of the shared clock of `options.arrangement`.

    The camera belongs to the repetitions, the plan, the letter size and the arrangement; it stays
    while t runs.
    """
    return _stage(tuple(repetitions), plan, options).picture(options, t)


def own_times(repetitions: Sequence[Repetition], t: float, sync: str = PHASE) -> tuple[float, ...]:
    """Each repetition's own time in s at t of the clock that they share."""
    return shared_clock([each.take for each in repetitions], sync).own_times(t)


def moment_of(take: Take, at: float | str) -> float:
    """A moment as lessons write it, as t of a take: 0…1 of it, or a phase, meaning its end."""
    return shared_clock((take,)).moment(at)


def angles_line(repetition: Repetition, time_s: float, words: Words) -> tuple[str, ...]:
    """What the line over a figure says at a moment of its own time."""
    return entries(actor_of(repetition).degrees(time_s), words)


_stages: dict[tuple[tuple[int, ...], int, float, Arrangement, frozenset[str]], Stage] = {}


def _stage(repetitions: tuple[Repetition, ...], plan: Plan, options: Options) -> Stage:
    """The stage of these values; a stage holds them, so their identities stay theirs."""
    # What a turn of the opacity or of the difference changes is drawn anew at every moment.
    arranged = options.arrangement
    placed = replace(arranged, opacity=USUAL_OPACITY, difference=False, signed=False)
    explained = legend.explained(options)
    key = (tuple(map(id, repetitions)), id(plan), options.text_scale, placed, explained)
    found = _stages.pop(key, None)
    found = found or Stage(repetitions, plan, options.text_scale, placed, explained)
    _stages[key] = found
    while len(_stages) > KEPT:
        del _stages[next(iter(_stages))]
    return found


def columns(repetitions: Sequence[Repetition], plan: Plan, options: Options) -> tuple[Column, ...]:
    """Where each shown figure's column stands, from left to right, in mm of the picture."""
    return _stage(tuple(repetitions), plan, options).layout.columns
