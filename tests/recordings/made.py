"""Makes the example recordings of `samples/`: `python -m tests.recordings.made` writes them anew.

Each is one of our own movements as another program would have exported it, with 5 mm of noise and
gaps; every seed is written down, so that they come out the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.recordings import synthesis, writers
from tests.recordings.synthesis import View

SAMPLES = Path(__file__).parent / "samples"
# Enough for a fold of two seconds.
RATE_HZ = 15.0
# A laboratory has faster cameras; a few markers fewer keep its file small.
LABORATORY_HZ = 30.0
_LEFT_OUT = ("LTHI", "RTHI", "LTIB", "RTIB", "LFIN", "RFIN", "LWRB", "RWRB", "RBAK", "STRN")
_MARKERS = tuple(name for name in synthesis.PLUG_IN_GAIT if name not in _LEFT_OUT)
_LABORATORY = View((0.0, -1.0, 0.0), (0.0, 0.0, 1.0), units="mm")


def _laboratory() -> str:
    points = synthesis.points(
        synthesis.done("hip-hinge"),
        _MARKERS,
        rate=LABORATORY_HZ,
        seed=11,
        view=_LABORATORY,
        gaps={"RKNE": (3.0, 3.2), "LASI": (5.0, 5.15)},
    )
    return writers.trc(points, "opensim", digits=1)


def _c3d() -> bytes:
    points = synthesis.points(
        synthesis.done("forward-bend"),
        synthesis.PLUG_IN_GAIT,
        rate=RATE_HZ,
        seed=12,
        view=_LABORATORY,
        gaps={"C7": (4.0, 4.2)},
    )
    return writers.c3d_bytes(points)


def _opencap() -> str:
    points = synthesis.points(
        synthesis.done("squat"), synthesis.OPENCAP, rate=RATE_HZ, seed=13, view=View()
    )
    return writers.trc(points, "opencap", digits=4)


def _sports2d() -> str:
    points = synthesis.points(
        synthesis.done("squat"),
        synthesis.KEYPOINTS,
        rate=RATE_HZ,
        seed=14,
        view=View((-1.0, 0.0, 0.0), flat=True),
    )
    return writers.trc(points, "sports2d", digits=4)


def _mot() -> str:
    columns = writers.columns(synthesis.poses(synthesis.done("squat"), RATE_HZ))
    return writers.storage(columns, RATE_HZ)


def _sto() -> str:
    columns = writers.columns(synthesis.poses(synthesis.done("hip-hinge"), RATE_HZ), knee=-1.0)
    return writers.storage(columns, RATE_HZ, degrees=False, states=True)


# Each file, how it is made, and the movement that it shows.
MADE: Mapping[str, tuple[Callable[[], str | bytes], str]] = {
    "hinge-laboratory.trc": (_laboratory, "hip-hinge"),
    "bend-laboratory.c3d": (_c3d, "forward-bend"),
    "squat-opencap.trc": (_opencap, "squat"),
    "squat-sports2d.trc": (_sports2d, "squat"),
    "squat-angles.mot": (_mot, "squat"),
    "hinge-states.sto": (_sto, "hip-hinge"),
}


def data_of(name: str) -> bytes:
    """What a sample holds."""
    made = MADE[name][0]()
    return made.encode() if isinstance(made, str) else made


if __name__ == "__main__":
    SAMPLES.mkdir(exist_ok=True)
    for each in MADE:
        (SAMPLES / each).write_bytes(data_of(each))
