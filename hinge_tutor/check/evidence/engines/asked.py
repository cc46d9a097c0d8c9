"""What an engine is asked: a body, how it moves, and everything outside that acts on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import Body
from hinge_tutor.mechanics.dynamics import External


@dataclass(frozen=True, eq=False)
class Asked:
    """Segments with the fields of `body --json`, coordinates over time (N, C), and forces."""

    segments: Sequence[Mapping[str, Any]]
    coordinates: Sequence[str]
    q: FloatArray
    qd: FloatArray
    qdd: FloatArray
    external: Sequence[External]


def asked(
    body: Body, q: FloatArray, qd: FloatArray, qdd: FloatArray, external: Sequence[External]
) -> Asked:
    """A motion (N, C) of one of our bodies: m, rad, s."""
    segments = [asdict(segment) for segment in body.segments]
    return Asked(segments, body.coordinates, q, qd, qdd, external)
