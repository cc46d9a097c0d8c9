"""The checker knows in which settings of a lesson two figures differ."""

from __future__ import annotations

import pytest

from hinge_tutor.lessons.contrast import differing
from hinge_tutor.lessons.lesson import Cast

HINGE, SQUAT = Cast("hip-hinge", "hip-hinge"), Cast("squat", "squat")
LOADED, LONG = Cast("loaded", "hip-hinge", load_kg=20), Cast("long", "hip-hinge", "femur=+8%")
BACK = Cast("back", "hip-hinge", load_kg=20, load_at="back")
ROUND = Cast("round", "hip-hinge", faults=(("rounded-back", 0.6),))
SLOW, SHALLOW = Cast("slow", "hip-hinge", tempo=(5, 1, 2, 1)), Cast("half", "hip-hinge", depth=0.5)
ROUNDER = Cast("rounder", "hip-hinge", faults=(("rounded-back", 1.0), ("craned-neck", 1.0)))


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (HINGE, HINGE, ()),
        (HINGE, SQUAT, ("movement",)),
        (HINGE, LOADED, ("load",)),
        (HINGE, BACK, ("load",)),
        (HINGE, LONG, ("body",)),
        (SQUAT, LOADED, ("movement", "load")),
        (HINGE, SLOW, ("tempo",)),
        (SLOW, SHALLOW, ("tempo", "depth")),
        (HINGE, ROUND, ("rounded-back",)),
        (ROUND, ROUNDER, ("rounded-back", "craned-neck")),
        (ROUND, SQUAT, ("movement", "rounded-back")),
    ],
)
def test_figures_differ_in_movement_body_load_and_faults(
    one: Cast, other: Cast, names: tuple[str, ...]
) -> None:
    assert differing(one, other) == names
