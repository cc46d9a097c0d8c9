"""Another choice of numbers within what the sources leave open: arms, strength, tissue, pressing.

A factor f multiplies every arm, or the strength, of the heads of one display group; heads of no
group take the mean of all factors. Lengths stay: what an arm's few percent change of them is far
below the spread of operating lengths. Two factors multiply the passive moments of legs and lumbar
joints. Source of how far they are drawn: `assets/body/spread.toml`. No units.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.muscles import GROUPS, heads


@dataclass(frozen=True)
class Spread:
    """Factors in the order of `GROUPS`, for passive moments and for pressing sideways; 1 is the
    model's own number.
    """

    arms: tuple[float, ...] = (1.0,) * len(GROUPS)
    strength: tuple[float, ...] = (1.0,) * len(GROUPS)
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
    of_group = dict(zip(GROUPS, factors, strict=True))
    others = sum(factors) / len(factors)
    return frozen([others if head.group is None else of_group[head.group] for head in heads()])
