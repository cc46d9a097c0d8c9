"""The muscles of a figure: how much each swells, its tone by effort and its strokes by its work."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from hinge_tutor.stage.fitting import MODES, Placed
from hinge_tutor.stage.patterns import drift
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Curve, Shape, Strokes

# Back to front. Those of the trunk go under the thigh, the others over it.
TRUNK_MUSCLES = ("rectus_abdominis", "lats", "back_extensors")
LEG_MUSCLES = (
    "hip_flexors",
    "adductor_magnus",
    "hamstrings",
    "quadriceps",
    "shin",
    "calf",
    "glutes",
)

# Tones of the palette's muscle ramp: 0 at rest, the last from this effort on. Most efforts of
# movements without a load are below .6, so the ramp ends there and keeps its steps for those.
TONES = 24
FULL_TONE_EFFORT = 0.6
# A power below 1 parts the low efforts, where most of the movements here live.
LOW_EFFORTS = 0.65
# How wide the rim of a highlighted muscle is drawn, in outlines; half of it is seen.
RIM_LINES = 4.0


@dataclass(frozen=True)
class Work:
    """What one group does at one moment: activation 0…1, way of working, length over optimal."""

    effort: float
    mode: str
    length: float


REST = Work(0.0, "resting", 1.0)


def tone(effort: float) -> int:
    """The step of the muscle ramp for an effort."""
    share = min(max(effort / FULL_TONE_EFFORT, 0.0), 1.0)
    return round(math.pow(share, LOW_EFFORTS) * (TONES - 1))


def swell(work: Work) -> float:
    """A muscle's share of its full swell.

    A fiber keeps its volume, so it thickens by about half of what it shortens (per unit of length);
    2 makes a change of a fifth visible. Work adds tone. The ends keep the outline inside the skin.
    """
    return min(max(work.effort + 2.0 * (1.0 - work.length) * 0.5, -0.8), 1.2)


def swells(works: Mapping[str, Work]) -> dict[str, float]:
    """The swell of each group."""
    return {group: swell(work) for group, work in works.items()}


def muscle_shapes(
    placed: Placed,
    names: tuple[str, ...],
    works: Mapping[str, Work],
    pens: Pens,
    highlight: str | None,
    solo: str | None = None,
) -> list[Shape]:
    """Outline and strokes of each named muscle; a highlighted one lies on top, in a strong rim.

    Its own fill covers the inner half of the rim: however thick a theme draws, its tone is seen.

    Beside a muscle that is shown alone the others are outlines, which say nothing of their work.
    """
    shapes: list[Shape] = []
    if highlight in names:
        names = (*(name for name in names if name != highlight), highlight)
    for name in names:
        work = works.get(name, REST)
        step = tone(work.effort)
        marked = name == highlight
        told = solo in (None, name)
        run = placed.run(f"muscle.{name}")
        if marked:
            width = RIM_LINES * pens.line
            shapes.append(Curve(f"rim.{name}", "muscles", run, line="highlight", width=width))
        shapes.append(
            Curve(
                f"muscle.{name}",
                "muscles",
                run,
                fill=f"muscle.{step}" if told else "skin",
                line="muscle_line" if told else "detail",
                width=pens.fine,
            )
        )
        if told and work.mode in MODES:
            shapes.append(
                Strokes(
                    f"pattern.{name}",
                    "muscles",
                    placed.pattern(name, work.mode, drift(work.length)),
                    line=f"pattern.{step}",
                    width=pens.pattern,
                    square=True,
                )
            )
    return shapes
