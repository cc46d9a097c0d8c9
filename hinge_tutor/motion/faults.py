"""Faults: a movement with some of its parameters changed, by as much as a dial says.

A share s of a change, 0 to 1, moves every parameter that share of the way:
    target   = t + s · add                   or   t + s · (toward - t)
    onset    = o + s · (onset - o)           o is (0, 1) where the movement has none
    weight   = w + s · weight_ahead_foot
    hands    = h + s · hand_ahead            where a key pose has a place for them
    seconds  = t · (1 + s · (slower - 1))
    pressure = p · (1 + s · (trunk_pressure - 1))
A heel that comes up first lets go of its load: to the share LIFTS of the dial the weight moves
forward over the flat foot, from there on the forefoot carries alone and the heel rises.
The key poses that end the named phases get changed copies, so that all other phases stay what they
are. Faults are applied in the order of their file, so that any of them go together. At 0 the
movement is the very same. Units: rad, shares of the foot's length, of the leg's, of the phase.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import replace

from hinge_tutor.body.limits import SIDES
from hinge_tutor.motion.fault_rows import DEEPEST, START, Change, Fault, faults
from hinge_tutor.motion.movement import CHANGED, Movement
from hinge_tutor.motion.phases import Phase
from hinge_tutor.motion.pose_rows import HAND_AHEAD, KeyPose
from hinge_tutor.motion.support_rows import Touch
from hinge_tutor.motion.take import DESCENT, TURN
from hinge_tutor.problems import did_you_mean

# Shares of faults by their ids, as they are asked for.
Shares = Mapping[str, float]
WHOLE_PHASE = (0.0, 1.0)
# How far a dial turns before a heel leaves the floor, and how far ahead of its usual place the
# weight then is, in foot lengths: 80 % of the way to the ball (8 of 26 cm), so that a moving body
# still finds room for its pressure.
LIFTS, FORWARD_BEFORE = 0.5, 0.8 * 8 / 26


class FaultError(ValueError):
    """A fault that does not exist, does not belong to a movement, or has no such share."""


def changed(movement: Movement, shares: Shares) -> Movement:
    """The movement with these shares (0 to 1) of these faults; raises FaultError, AuthorErrors."""
    if not shares:
        # Most movements are done without one, and then the file has not to be read.
        return movement
    known = faults()
    for name, share in shares.items():
        _check(movement, name, share)
    for name, fault in known.items():
        share = shares.get(name, 0.0)
        if share > 0.0:
            movement = applied(movement, fault, share)
    return movement


def applied(movement: Movement, fault: Fault, share: float) -> Movement:
    """The movement with one fault more, a share of it in 0 … 1."""
    for change in fault.changes:
        if not change.on or movement.id in change.on:
            movement = _change(movement, fault.id, change, share)
    return replace(
        movement,
        faults=(*movement.faults, (fault.id, share)),
        trunk_pressure=movement.trunk_pressure * (1.0 + share * (fault.trunk_pressure - 1.0)),
    )


def parse_faults(text: str, parted_by: str = ",") -> tuple[tuple[str, float], ...]:
    """Faults with their shares from `rounded-back=60,craned-neck`; 100 % unless said.

    Raises FaultError for what is no fault, or no percentage.
    """
    found: dict[str, float] = {}
    words = [*filter(None, (word.strip() for word in text.split(parted_by)))]
    # Who asks for none does not need the file, which may be at fault itself.
    known = faults() if words else {}
    for word in words:
        name, equals, percent = (part.strip() for part in word.partition("="))
        try:
            share = float(percent) / 100 if equals else 1.0
        except ValueError:
            share = math.nan
        if not 0.0 <= share <= 1.0:
            raise FaultError(f'"{word}": write {name}= and a percentage from 0 to 100.')
        if name not in known:
            near = did_you_mean(name, known) or "."
            raise FaultError(f'There is no fault "{name}"{near} There are: {", ".join(known)}.')
        if name in found:
            raise FaultError(f'The fault "{name}" is given twice; keep one of the two.')
        found[name] = share
    return tuple(found.items())


def _check(movement: Movement, name: str, share: float) -> None:
    known = faults()
    if name not in known:
        near = did_you_mean(name, known) or "."
        raise FaultError(f'There is no fault "{name}"{near} There are: {", ".join(known)}.')
    if movement.id not in known[name].on:
        on = ", ".join(known[name].on)
        raise FaultError(f'The fault "{name}" does not belong to {movement.id}; it is of: {on}.')
    if not 0.0 <= share <= 1.0:
        raise FaultError(f'The share of "{name}" is {100 * share:g} %; give 0 to 100.')


def _change(movement: Movement, name: str, change: Change, share: float) -> Movement:
    poses = dict(movement.poses)

    def copied(pose: str) -> str:
        copy = f"{pose}{CHANGED}{name}"
        if copy not in poses:
            poses[copy] = _pose(poses[pose], change, share)
        return copy

    here = _meant(movement, change.phases)
    phases = tuple(
        _phase(phase, copied(phase.pose) if change.moves_poses else phase.pose, change, share)
        if phase.id in here
        else phase
        for phase in movement.phases
    )
    begins = START in here and change.moves_poses
    start = copied(movement.start) if begins else movement.start
    supports = movement.supports
    if change.heels_up > 0.0 and share >= LIFTS:
        supports = _heels_up(movement, here)
    return replace(movement, phases=phases, poses=poses, start=start, supports=supports)


def _meant(movement: Movement, phases: Collection[str]) -> Collection[str]:
    """The phases meant, `START` among them where it is; `DEEPEST` are those of one pose."""
    if DEEPEST not in phases:
        return phases
    ends = {phase.id: phase.pose for phase in movement.phases}
    deep = ends.get(TURN, ends.get(DESCENT, ""))
    found = {*phases, *(phase.id for phase in movement.phases if phase.pose == deep)}
    return found | {START} if movement.start == deep else found


def _phase(phase: Phase, pose: str, change: Change, share: float) -> Phase:
    onset = dict(phase.onset)
    for target, window in change.onset.items():
        begin, end = onset.get(target, WHOLE_PHASE)
        onset[target] = (
            begin + share * (window[0] - begin),
            end + share * (window[1] - end),
        )
    seconds = phase.seconds * (1.0 + share * (change.slower - 1.0))
    return replace(phase, pose=pose, onset=onset, seconds=seconds)


def _pose(pose: KeyPose, change: Change, share: float) -> KeyPose:
    targets = dict(pose.targets)
    for name, more in change.add.items():
        for own in _names(name, targets):
            targets[own] = targets.get(own, 0.0) + share * more
    for name, value in change.toward.items():
        for own in _names(name, targets):
            now = targets.get(own, 0.0)
            targets[own] = now + share * (value - now)
    ahead = pose.weight_ahead_foot + share * change.weight_ahead_foot
    if change.heels_up > 0.0 and share < LIFTS:
        ahead += share / LIFTS * FORWARD_BEFORE
    elif change.heels_up > 0.0:
        risen = (share - LIFTS) / (1.0 - LIFTS)
        for own in _names("toe_extension", targets):
            targets[own] = targets.get(own, 0.0) + risen * change.heels_up
    goals = dict(pose.goals)
    if HAND_AHEAD in goals:
        place = goals[HAND_AHEAD]
        goals[HAND_AHEAD] = replace(place, legs=place.legs + share * change.hand_ahead)
    return replace(pose, targets=targets, goals=goals, weight_ahead_foot=ahead)


def _names(name: str, targets: Mapping[str, float]) -> list[str]:
    """The names under which a pose has a target: those of its sides where it has them apart."""
    sided = [f"{name}_{side}" for side in SIDES]
    return [own for own in sided if own in targets] or [name]


def _heels_up(movement: Movement, phases: Collection[str]) -> tuple[Touch, ...]:
    """Flat feet become forefeet in some phases: a heel that is up carries nothing."""
    order = tuple(phase.id for phase in movement.phases)
    found: list[Touch] = []
    for touch in movement.supports:
        raised = tuple(id_ for id_ in order if id_ in phases and touch.touches(id_))
        if touch.kind != "flat_foot" or not raised:
            found.append(touch)
            continue
        flat = tuple(id_ for id_ in order if id_ not in phases and touch.touches(id_))
        if flat:
            found.append(replace(touch, phases=flat))
        again = f"{touch.name}_up" if flat else touch.name
        found.append(replace(touch, name=again, kind="forefoot", phases=raised))
    return tuple(found)
