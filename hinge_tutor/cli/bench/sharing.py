"""What it costs to share the loads of one sample among muscles, against another engine."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hinge_tutor.body.skeleton import body
from hinge_tutor.check.evidence.engines import engine
from hinge_tutor.cli.bench.model import HAIRS_BREADTH
from hinge_tutor.cli.bench.row import Row, milliseconds
from hinge_tutor.mechanics import sides
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Take

# OpenSim takes tens of milliseconds for a sample; a repetition here may take 6 ms as a whole.
TIMES_FASTER = 100.0
WHAT = "sharing the loads, OpenSim over ours"
MOVEMENT, SAMPLES, TIMES = "squat", 11, 31


def rows() -> Iterator[Row]:
    """The time of OpenSim's static optimization over ours, same take, both sides solved apart.

    OpenSim has the same planar body and muscles (`check/evidence/engines/opensim_sharing.py`); its
    time is that of its analysis, without building the model.
    """
    judge = engine("opensim")
    if judge is None:
        yield Row(WHAT, TIMES_FASTER, 0.0, "×", floor=True, absent="OpenSim")
        return
    take = _apart()
    asked = loads(take)
    ours = milliseconds(lambda _: sides.solve(take, asked), TIMES) / len(take.time_s)
    theirs = _theirs_ms(take)
    told = f"{WHAT} ({theirs:.0f} / {ours:.2f} ms a sample)"
    yield Row(told, TIMES_FASTER, theirs / ours, "×", floor=True)


def _apart() -> Take:
    """A repetition whose sides differ by a hair's breadth, so that nothing is mirrored."""
    take = solve(load_movement(MOVEMENT), body("default"), samples=SAMPLES)
    q = take.q.copy()
    q[:, take.body.index("knee_flexion_far")] += HAIRS_BREADTH
    return replace(take, spline=replace(take.spline, value=q))


def _theirs_ms(take: Take) -> float:
    from hinge_tutor.check.evidence.engines.opensim_sharing import prepared

    with tempfile.TemporaryDirectory() as folder:
        tool = prepared(take, loads(take), Path(folder))
        begun = time.process_time()
        assert tool.run(), "OpenSim did not finish"
        return 1000 * (time.process_time() - begun) / len(take.time_s)
