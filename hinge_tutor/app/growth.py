"""How much larger a large window shows everything: a text of 14 px is lost on a wall."""

from __future__ import annotations

# From this size on everything grows with the window, px.
GROWS_FROM = (1600, 1000)
LARGEST, STEP = 2.0, 0.25


def growth(width_px: int, height_px: int) -> float:
    """A number of at least 1, in steps, so that little changes while somebody pulls an edge."""
    wanted = min(width_px / GROWS_FROM[0], height_px / GROWS_FROM[1])
    return int(min(max(wanted, 1.0), LARGEST) / STEP) * STEP
