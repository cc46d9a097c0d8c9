"""The moments that tell a repetition on paper: standing, halfway, deepest, halfway, the end."""

from __future__ import annotations

import math

import numpy as np

from hinge_tutor.motion.take import Take
from hinge_tutor.stage.key_moments import MOST, KeyMoment, key_moments, some_of

# What a page shows of a way: legs, pelvis and trunk. Arms that hang and a neck that settles do not
# make another still.
TELLING = ("root_pitch", "hip_", "knee_", "ankle_", "l5s1_", "l3l4_", "l1l2_", "thoracic_")
# A phase in which none of them turns further than this holds its pose.
HELD_RAD = math.radians(10.0)
# Two stills that differ less than this in each of them look alike on a page.
ALIKE_RAD = math.radians(8.0)


def way_moments(take: Take, most: int = MOST) -> tuple[KeyMoment, ...]:
    """The middle of each phase that moves and the end of each that holds, as far as they differ.

    What is in the air has its key poses, which no middle tells better.
    """
    if take.movement.rise_m > 0.0:
        return key_moments(take, most)
    found = [KeyMoment(0.0, take.spans[0].phase)]
    for span in take.spans:
        moves = _apart(take, span.from_s, span.to_s) > HELD_RAD
        when_s = (span.from_s + span.to_s) / 2 if moves else span.to_s
        if _apart(take, found[-1].time_s, when_s) > ALIKE_RAD:
            found.append(KeyMoment(when_s, span.phase))
    turn = KeyMoment(take.turn_s, take.phase_at(take.turn_s))
    if all(_apart(take, moment.time_s, turn.time_s) > ALIKE_RAD for moment in found):
        found = sorted((*found, turn), key=lambda moment: moment.time_s)
    return some_of(found, take.turn_s, most)


def _apart(take: Take, one_s: float, other_s: float) -> float:
    """The most that a joint of `TELLING` turns between two moments, rad."""
    turned = np.abs(take.at(one_s).q - take.at(other_s).q)
    names = take.body.coordinates
    return float(max(turned[n] for n, name in enumerate(names) if name.startswith(TELLING)))
