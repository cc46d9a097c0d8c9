"""What two repetitions differ in, and what of it is seen: changed parameters, then consequences.

Two repetitions of one movement are looked at on one clock, phase by phase. With s_k(t) sight k
(`sights.py`) and m_k the least difference of it that anybody sees, the figures are furthest apart
where
    D(t)² = Σ_k ((s_k(second) - s_k(first)) / m_k)²
is largest. The deepest moment is taken instead where D is nearly as large, since one can stop
there and look; so it is for two movements, whose phases need not have to do with each other. Of
all sights at that moment those are told that are seen and that do not follow from the ones told
before them (`surprise.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.coaching.parameters import Parameter, parameters
from hinge_tutor.coaching.sights import LEAST, SIGHTS, sights
from hinge_tutor.coaching.surprise import effects, telling
from hinge_tutor.motion.shared_clock import courses

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition
    from hinge_tutor.motion.take import Take

# A listener keeps about three things in mind at once.
MOST_TOLD = 3
# Moments of the shared clock that are looked at: as many as a take has samples.
MOMENTS = 101
# The deepest moment stands for the largest difference from this share of it on.
NEARLY = 0.9


@dataclass(frozen=True)
class Consequence:
    """A sight that differs: its values for the first and the second figure, in cm or degrees."""

    sight: str
    first: float
    second: float

    @property
    def by(self) -> float:
        """How much more the second one has of it."""
        return self.second - self.first


@dataclass(frozen=True)
class Difference:
    """What differs between two repetitions.

    `seen` are the most telling consequences, the most striking first, `own` those that parameters
    set themselves, in the order of `parameters`. All are as at `when_s` of the first one's time, in
    its `phase`; that may be the deepest moment.
    """

    parameters: tuple[Parameter, ...]
    own: tuple[Consequence | None, ...]
    seen: tuple[Consequence, ...]
    when_s: float
    phase: str
    deepest: bool


@lru_cache(maxsize=64)
def difference(one: Repetition, other: Repetition) -> Difference:
    """What differs between two repetitions, on the clock of the first."""
    changed = parameters(one, other)
    takes = (one.take, other.take)
    own_s = _moments(*takes)
    ways = [_at(take, times_s) for take, times_s in zip(takes, own_s, strict=True)]
    first, second = (sights(take, q) for take, q in zip(takes, ways, strict=True))
    apart = (second - first) / LEAST
    large = np.linalg.norm(apart, axis=-1)
    # The deepest moment stands first.
    moment = 0 if large[0] >= NEARLY * large.max() else int(large.argmax())
    when_s = float(own_s[0][moment])
    found = [
        Consequence(name, float(first[moment, n]), float(second[moment, n]))
        for n, name in enumerate(SIGHTS)
    ]
    seen = apart[moment]
    columns = [SIGHTS.index(each.sets) if each.sets else -1 for each in changed]
    told = tuple(dict.fromkeys(n for n in columns if n >= 0 and abs(seen[n]) >= 1.0))
    middle = (ways[0][moment] + ways[1][moment]) / 2
    chosen = telling(seen, effects(one.take.body, middle), told, MOST_TOLD)
    return Difference(
        changed,
        tuple(found[n] if n in told else None for n in columns),
        tuple(found[n] for n in chosen),
        when_s,
        one.take.phase_at(when_s),
        moment == 0,
    )


def _moments(one: Take, other: Take) -> tuple[FloatArray, FloatArray]:
    """Moments of both on their own times (T,), s, the deepest of each first."""
    deepest = np.array([one.turn_s]), np.array([other.turn_s])
    if one.movement.id != other.movement.id:
        return deepest
    ways = courses((one, other))
    clock = np.linspace(0.0, 1.0, MOMENTS)
    first, second = (np.array([way.at(float(t)) for t in clock]) for way in ways)
    return np.append(deepest[0], first), np.append(deepest[1], second)


def _at(take: Take, times_s: FloatArray) -> FloatArray:
    """Coordinates (T, C) at times of a take's own, s."""
    return np.stack([take.at(float(time_s)).q for time_s in times_s])
