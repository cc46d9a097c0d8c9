"""How long one repetition takes from movement to efforts, and all movements from file to take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hinge_tutor.body.skeleton import body
from hinge_tutor.cli.bench.row import Row, milliseconds, steady_ms
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.motion.movement import load_movement, movements
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Take

# What is allowed, fixed before anything was measured: a repetition of either kind, and the motion
# of every movement.
SYMMETRIC_MS, TWO_SIDED_MS, EVERY_S = 6.0, 12.0, 1.5
# Enough for a median that one interruption by the system does not move.
TIMES = 31
# Half a second each.
FEW = 5
MOVEMENT = "squat"
# In radians: far too little to see, far more than what counts as the same on both sides.
HAIRS_BREADTH = 1e-3


def rows() -> Iterator[Row]:
    """One repetition with 101 samples: motion, dynamics, recruitment; one side mirrored, or both.

    So that the two differ in nothing else, for the second row the same movement is solved with both
    sides apart and its far knee then moved by a hair's breadth: nothing can be mirrored. Then the
    motion of every movement, one after the other.
    """
    movement, who = load_movement(MOVEMENT), body("default")
    every = [load_movement(name) for name in movements()]
    sided = replace(movement, symmetric=False)
    far_knee = who.index("knee_flexion_far")

    def mirrored(_: int) -> None:
        _work_out(solve(movement, who))

    def apart(_: int) -> None:
        take = solve(sided, who)
        q = take.q.copy()
        q[:, far_knee] += HAIRS_BREADTH
        _work_out(replace(take, spline=replace(take.spline, value=q)))

    def all_of_them(_: int) -> None:
        for each in every:
            solve(each, who)

    yield Row("one repetition, symmetric", SYMMETRIC_MS, steady_ms(mirrored, TIMES), "ms")
    yield Row("one repetition, two-sided", TWO_SIDED_MS, steady_ms(apart, TIMES), "ms")
    told = f"every movement, one body ({len(every)} of them)"
    yield Row(told, EVERY_S, milliseconds(all_of_them, FEW) / 1000, "s")


def _work_out(take: Take) -> None:
    """What is promised of a take: its loads and, with them, its efforts. What form rules find comes
    to a tenth more, and is asked for apart.
    """
    _ = Repetition(take).efforts
