"""A pose on a photo beside the target: the plan of both, and all that is read off them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from hinge_tutor.coaching.difference import Consequence
from hinge_tutor.coaching.photo_reading import (
    Balance,
    Match,
    balance,
    differing,
    match,
    spreads,
    sure_findings,
)
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.coaching.rules import Finding
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.motion.photo_pose import Fit
from hinge_tutor.motion.pose_angles import angles_of

# What a client is held against, and the phase whose rules judge the photo: those of the way down.
TARGET, PHASE = "hip-hinge", "descent"
CLIENT = "on-the-photo"
# What is seen of the two at first.
LAYERS = ("muscles", "balance", "angles")

Solve = Callable[[StagePlan], Mapping[str, Repetition]]


@dataclass(frozen=True, eq=False)
class Reading:
    """The pose of a photo, the target, its moment that is as deep, and what there is to say.

    `findings` are the rules that are surely left, `unsure` tells whether others may be. `spread` is
    that of every sight, in cm and degrees.
    """

    fit: Fit
    pose: Repetition
    target: Repetition
    match: Match
    balance: Balance
    differences: tuple[Consequence, ...]
    findings: tuple[Finding, ...]
    unsure: bool
    spread: Mapping[str, float]


def plan_of(fit: Fit, body: str) -> StagePlan:
    """The pose of a photo, and the whole target, on a body by its specification."""
    angles = angles_of(fit.body, fit.q, symmetric=True)
    return StagePlan(
        movements=(
            Cast(CLIENT, TARGET, body, pose=angles, held_in=PHASE),
            Cast(TARGET, TARGET, body),
        ),
        layers=LAYERS,
    )


def read(fit: Fit, body: str, solve: Solve) -> Reading | None:
    """What a fitted pose says; None where no pose near to it can be held."""
    figures = solve(plan_of(fit, body))
    if set(figures) != {CLIENT, TARGET}:
        return None
    pose, target = figures[CLIENT], figures[TARGET]
    found = match(pose.take, target.take)
    spread = spreads(fit)
    findings, unsure = sure_findings(pose, fit)
    return Reading(
        fit=fit,
        pose=pose,
        target=target,
        match=found,
        balance=balance(fit),
        differences=differing(pose.take, target.take, found.time_s, spread),
        findings=findings,
        unsure=unsure,
        spread=spread,
    )


def at_match(reading: Reading, plan: StagePlan) -> StagePlan:
    """The same plan, standing at the moment that is as deep."""
    return replace(plan, at=reading.match.time_s / reading.target.take.duration_s)
