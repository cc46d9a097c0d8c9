"""Another choice of numbers within what the sources leave open: arms, strength, tissue, pressing.

A factor f multiplies every arm, or the strength, of the heads of one display group; the heads of no
group have one of their own. Lengths stay: what an arm's few percent change of them is far below the
spread of operating lengths. Two factors multiply the passive moments of legs and lumbar joints, and
one, at most 1, the floor's c in `frontal.py`: how hard feet may press sideways before they slip.
Source of how far they are drawn: `assets/body/spread.toml`. No units.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.muscle_names import GROUPS


@dataclass(frozen=True)
class Spread:
    """Factors of each of `GROUPS` and of the heads of none, of passive moments and of pressing
    sideways; 1 is the model's own number.
    """

    arms: tuple[float, ...] = (1.0,) * (len(GROUPS) + 1)
    strength: tuple[float, ...] = (1.0,) * (len(GROUPS) + 1)
    passive_legs: float = 1.0
    passive_lumbar: float = 1.0
    pressing: float = 1.0

    def arm_factors(self) -> FloatArray:
        """The factor on each head's arms (M,)."""
        return _of_heads(self.arms)

    def strength_factors(self) -> FloatArray:
        """The factor on each head's strength (M,)."""
        return _of_heads(self.strength)


# The model's own numbers.
NOMINAL = Spread()


@lru_cache(maxsize=256)
def _of_heads(factors: tuple[float, ...]) -> FloatArray:
    # The muscles' tables are read when somebody asks for them, not when a figure only stands there.
    from hinge_tutor.body.muscles import heads

    of_group = dict(zip((*GROUPS, None), factors, strict=True))
    return frozen([of_group[head.group] for head in heads()])
