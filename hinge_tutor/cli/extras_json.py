"""What `analyze` finds out only when asked, as plain data: the heaviest load, the uncertainty."""

from __future__ import annotations

from typing import Any

from hinge_tutor.coaching.heaviest import Heaviest
from hinge_tutor.coaching.uncertainty import PERCENTILES, Band, Uncertainty
from hinge_tutor.lessons.doubt import Weighed
from hinge_tutor.lessons.words import words


def limit_json(found: Heaviest) -> dict[str, Any]:
    """The heaviest load in kg, null where even the body alone is too much, and what ends it."""
    obstacle = found.obstacle
    lacking = obstacle if obstacle is not None and obstacle.reason is None else None
    reason = None if obstacle is None else obstacle.reason
    return {
        "load_kg": found.load_kg,
        "at": found.at,
        "joint": lacking and lacking.joint,
        "phase": lacking and lacking.phase,
        "lacking_Nm": lacking and lacking.lacking_Nm,
        "reason": reason and words().reason(reason),
    }


def uncertainty_json(
    found: Uncertainty, groups: tuple[str, ...], claims: tuple[Weighed, ...]
) -> dict[str, Any]:
    """Bands over the N samples, and the claims about this movement with their verdicts."""
    low, high = found.effort.low.T.tolist(), found.effort.high.T.tolist()
    return {
        "reruns": found.count,
        "percentiles": list(PERCENTILES),
        "effort_group": {
            group: {"low": low[column], "high": high[column]} for column, group in enumerate(groups)
        },
        "l5s1_compression_N": _band(found.l5s1_compression_N),
        "claims": [
            {
                "condition": claim.condition,
                "holds": claim.holds,
                "disputed": claim.disputed,
                "margin": list(claim.margin),
            }
            for claim in claims
        ],
    }


def _band(band: Band) -> dict[str, list[float]]:
    return {"low": band.low.tolist(), "high": band.high.tolist()}
