"""The moments that tell a repetition: each key pose once, and the middle of every flight."""

from __future__ import annotations

from dataclasses import dataclass

from hinge_tutor.motion.movement import CHANGED
from hinge_tutor.motion.take import Take

# More stills of one repetition than this say nothing that the others do not.
MOST = 5
# Two moments closer than this are one.
SAME_S = 1e-6


@dataclass(frozen=True)
class KeyMoment:
    """A moment of a repetition, s, the phase whose end, or flight, it is, and its pose's name."""

    time_s: float
    phase: str
    pose: str = ""


def key_moments(take: Take, most: int = MOST) -> tuple[KeyMoment, ...]:
    """The moments at which a take reaches a key pose for the first time, in order of time.

    Where there are more than `most`, the first, the deepest and the last stay, with some between.
    """
    poses = {phase.id: phase.pose.partition(CHANGED)[0] for phase in take.movement.phases}
    start = take.movement.start.partition(CHANGED)[0]
    found = [KeyMoment(0.0, take.spans[0].phase, start)]
    seen = {start}
    for span in take.spans:
        if take.movement.rise_m > 0.0 and not take.movement.touching(span.phase):
            found.append(KeyMoment((span.from_s + span.to_s) / 2, span.phase))
        pose = poses.get(span.phase, "")
        if pose not in seen:
            seen.add(pose)
            found.append(KeyMoment(span.to_s, span.phase, pose))
    return some_of(found, take.turn_s, most)


def reached(take: Take, moments: tuple[KeyMoment, ...], time_s: float) -> int:
    """The place among `moments` of the pose that was reached last; a way back ends where it began.

    Of poses that are not among them, the one reached before.
    """
    poses = {phase.id: phase.pose.partition(CHANGED)[0] for phase in take.movement.phases}
    places = {moment.pose: number for number, moment in enumerate(moments) if moment.pose}
    passed = [(0.0, 0)]
    for span in take.spans:
        place = places.get(poses.get(span.phase, ""))
        passed += [(span.to_s, place)] if place is not None else []
    passed += [(moment.time_s, n) for n, moment in enumerate(moments) if not moment.pose]
    return max((each for each in passed if each[0] <= time_s + SAME_S), key=lambda each: each[0])[1]


def some_of(found: list[KeyMoment], turn_s: float, most: int) -> tuple[KeyMoment, ...]:
    """The first, the deepest, the last, and of the others as many as there is room for."""
    if len(found) <= most:
        return tuple(found)
    deepest = min(range(len(found)), key=lambda n: abs(found[n].time_s - turn_s))
    kept = {0, deepest, len(found) - 1}
    rest = [number for number in range(len(found)) if number not in kept]
    room = max(most - len(kept), 0)
    # Evenly over those that are left.
    kept.update(rest[round((n + 0.5) * len(rest) / room - 0.5)] for n in range(room))
    return tuple(found[number] for number in sorted(kept))
