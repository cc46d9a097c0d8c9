"""How thick the strokes of a sheet are, in mm for its scale."""

from __future__ import annotations

import math
from dataclasses import dataclass

# An outline is this thick, in px, on a sheet this high, and grows with the root of its height.
LINE_PX, LINE_HEIGHT_PX = 1.5, 640.0
# Lines inside the figure: strokes of at most one px take a third of the time of thicker ones, and
# on a sheet higher than this they grow after all, or they would be lost.
FINE_PX, FINE_HEIGHT_PX = 0.97, 2200.0
# Joint centers belong to the body (mm of it), but never become smaller than this many outlines.
JOINT_MM, JOINT_LINES = 13.0, 3.4


@dataclass(frozen=True)
class Pens:
    """Widths in mm: an outline, a fine line, a pattern's stroke; a joint's radius."""

    line: float
    fine: float
    pattern: float
    joint: float


def pens(mm_per_px: float, height_px: float) -> Pens:
    """The pens of a sheet of this scale and height."""
    line = LINE_PX * mm_per_px * max(1.0, math.sqrt(height_px / LINE_HEIGHT_PX))
    return Pens(
        line=line,
        fine=FINE_PX * mm_per_px * max(1.0, math.sqrt(height_px / FINE_HEIGHT_PX)),
        pattern=0.85 * line,
        joint=max(JOINT_MM, JOINT_LINES * line),
    )
