"""Reruns with numbers drawn within the sources' spread, always the same ones.

A Latin hypercube: each number's distribution is cut into as many parts of equal probability as
there are draws, and every part is drawn once, in an order of its own. With z a standard normal
value and c the coefficient of variation, a factor is exp(s z), s² = ln(1 + c²): its median is 1
and it is never negative. Thigh and trunk are normal with their correlation ρ:
    femur = σ_f z1,   torso = σ_t (ρ z1 + sqrt(1 - ρ²) z2)      percent
How hard feet press sideways is drawn evenly, from `least` to as hard as they do not slip.
Source: `assets/body/spread.toml`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.body.skeleton import Body, build
from hinge_tutor.body.specification import ENTRIES, Specification
from hinge_tutor.mechanics.spread import NOMINAL, Spread
from hinge_tutor.shape import SOURCED, Number, Table, read_shaped

# So many that the 5th and 95th percentile each have two draws beyond them.
DRAWS = 40
# Any other gives other draws; bands then differ by about their own tenth.
SEED = 1999
# What has arms and strength of its own to draw: the groups, and the other muscles of the hip.
DRAWN = (*GROUPS, "others")
# A coefficient of variation beyond this would say that nothing is known.
_SHARE = Table({"share": Number(0.0, 1.0), **SOURCED})
_PERCENT = Number(0.0, 20.0)
_SHAPE = Table(
    {
        "arms": Table(dict.fromkeys(DRAWN, _SHARE)),
        "strength": _SHARE,
        "passive_legs": _SHARE,
        "passive_lumbar": _SHARE,
        "pressing": Table({"least": Number(0.0, 1.0), **SOURCED}),
        "body": Table(
            {
                "femur_percent": _PERCENT,
                "torso_percent": _PERCENT,
                "femur_torso_correlation": Number(-1.0, 1.0),
                "tibia_percent": _PERCENT,
                **SOURCED,
            }
        ),
    }
)


@cache
def table() -> dict[str, Any]:
    """`assets/body/spread.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("body", "spread.toml"), _SHAPE)


@dataclass(frozen=True)
class Draw:
    """One rerun's numbers: factors of the mechanics, and percentages added to a body's lengths."""

    spread: Spread = NOMINAL
    femur_percent: float = 0.0
    torso_percent: float = 0.0
    tibia_percent: float = 0.0

    def body(self, body: Body) -> Body:
        """A body with these proportions more than its own, within what bodies can have."""
        if self.femur_percent == self.torso_percent == self.tibia_percent == 0.0:
            return body
        own = body.specification
        return _built(
            replace(
                own,
                femur_percent=_within("femur", own.femur_percent + self.femur_percent),
                torso_percent=_within("torso", own.torso_percent + self.torso_percent),
                tibia_percent=_within("tibia", own.tibia_percent + self.tibia_percent),
            )
        )


# The model's own numbers.
AS_GIVEN = Draw()


@cache
def draws(count: int = DRAWS) -> tuple[Draw, ...]:
    """The reruns, the same in every run of the program."""
    from statistics import NormalDist

    rows = table()
    shares = [rows["arms"][group]["share"] for group in DRAWN]
    shares += [rows["strength"]["share"]] * len(DRAWN)
    shares += [rows["passive_legs"]["share"], rows["passive_lumbar"]["share"]]
    body = rows["body"]
    correlation = body["femur_torso_correlation"]
    least = rows["pressing"]["least"]
    columns = list(_normal(count, len(shares) + 4))
    found = []
    for values in zip(*columns, strict=True):
        factors = [_factor(share, z) for share, z in zip(shares, values[:-4], strict=True)]
        first, second, third, pressed = values[-4:]
        trunk = correlation * first + math.sqrt(1.0 - correlation**2) * second
        found.append(
            Draw(
                Spread(
                    arms=tuple(factors[: len(DRAWN)]),
                    strength=tuple(factors[len(DRAWN) : 2 * len(DRAWN)]),
                    passive_legs=factors[-2],
                    passive_lumbar=factors[-1],
                    pressing=least + (1.0 - least) * NormalDist().cdf(pressed),
                ),
                body["femur_percent"] * first,
                body["torso_percent"] * trunk,
                body["tibia_percent"] * third,
            )
        )
    return tuple(found)


def _normal(count: int, columns: int) -> Iterator[list[float]]:
    """Columns of standard normal values, each part of the distribution once."""
    # Only who asks for a band has to wait for these.
    import random
    from statistics import NormalDist

    shuffled = random.Random(SEED)
    normal = NormalDist()
    for _ in range(columns):
        order = list(range(count))
        shuffled.shuffle(order)
        yield [normal.inv_cdf((part + 0.5) / count) for part in order]


def _factor(share: float, z: float) -> float:
    return math.exp(math.sqrt(math.log1p(share**2)) * z)


def _within(part: str, percent: float) -> float:
    entry = ENTRIES[part]
    return min(max(percent, entry.low), entry.high)


@lru_cache(maxsize=2 * DRAWS)
def _built(specification: Specification) -> Body:
    return build(specification)
