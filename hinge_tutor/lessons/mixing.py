"""How much of hinge, squat and bend a figure has, in whole percent that are 100 together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hinge_tutor.coaching.technique import CORNERS
from hinge_tutor.lessons.lesson import Cast

Percents = tuple[int, int, int]
WHOLE = 100
# A key moves the point by this much; with Shift by one percent.
STEP = 5
HINGE, SQUAT, BEND = range(3)


def rounded(shares: Sequence[float]) -> Percents:
    """Shares as the nearest whole percents: what is left goes where most was cut off."""
    total = sum(max(share, 0.0) for share in shares)
    wanted = [WHOLE * max(share, 0.0) / total if total > 0.0 else WHOLE / 3 for share in shares]
    # A hair keeps a whole number whole, however it was rounded before.
    found = [int(each + 1e-9) for each in wanted]
    cut = sorted(range(3), key=lambda n: found[n] - wanted[n])
    for number in cut[: WHOLE - sum(found)]:
        found[number] += 1
    return found[0], found[1], found[2]


def turned(now: Percents, which: int, percent: int) -> Percents:
    """One movement at that much; the other two share the rest as they did, or evenly."""
    own = min(max(percent, 0), WHOLE)
    others = [number for number in range(3) if number != which]
    before = sum(now[number] for number in others)
    left = WHOLE - own
    first = round(left * now[others[0]] / before) if before else left - left // 2
    found = [own, own, own]
    found[others[0]], found[others[1]] = first, left - first
    return found[0], found[1], found[2]


def moved(now: Percents, across: int, up: int) -> Percents:
    """The point moved: `up` toward the hinge, `across` from the squat to the bend."""
    found = turned(now, HINGE, now[HINGE] + up) if up else now
    squat = min(max(found[SQUAT] - across, 0), found[SQUAT] + found[BEND])
    return found[HINGE], squat, WHOLE - found[HINGE] - squat


def shares_of(percents: Percents) -> tuple[float, float, float]:
    """Percents as shares, 0 to 1."""
    hinge, squat, bend = percents
    return hinge / WHOLE, squat / WHOLE, bend / WHOLE


def percents_of(cast: Cast) -> Percents | None:
    """How much of each a figure has; None for one that does something else."""
    mix = dict(cast.mix)
    if cast.movement not in CORNERS or not set(mix) <= set(CORNERS):
        return None
    left = 1.0 - sum(mix.values())
    return rounded([left if name == cast.movement else mix.get(name, 0.0) for name in CORNERS])


def with_percents(cast: Cast, percents: Percents) -> Cast:
    """The figure with that much of each; its own movement has what the others leave."""
    named = zip(CORNERS, shares_of(percents), strict=True)
    mix = tuple((name, share) for name, share in named if share and name != cast.movement)
    return replace(cast, mix=mix)
