"""How long one repetition takes from movement to findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hinge_tutor.body.skeleton import body
from hinge_tutor.cli.bench.row import Row, milliseconds
from hinge_tutor.coaching.repetition import study
from hinge_tutor.motion.movement import Movement, load_movement
from hinge_tutor.motion.repetition import solve

SYMMETRIC_MS, TWO_SIDED_MS = 6.0, 12.0
# Enough for a median that one interruption by the system does not move.
TIMES = 31
MOVEMENT = "squat"


def rows() -> Iterator[Row]:
    """One repetition with 101 samples: motion, dynamics, recruitment; one side mirrored, or both.

    No shipped movement is two-sided yet, so the same one is solved with its sides apart.
    """
    symmetric = load_movement(MOVEMENT)
    yield Row("one repetition, symmetric", SYMMETRIC_MS, _repetition_ms(symmetric), "ms")
    apart = replace(symmetric, symmetric=False)
    yield Row("one repetition, two-sided", TWO_SIDED_MS, _repetition_ms(apart), "ms")


def _repetition_ms(movement: Movement) -> float:
    who = body("default")
    return milliseconds(lambda _: study(solve(movement, who)), TIMES)
