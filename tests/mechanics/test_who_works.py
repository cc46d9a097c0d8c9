"""Where a pull comes from changes who works: each direction as a lever arm says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.mechanics.efforts import efforts
from hinge_tutor.motion.repetition import solve
from tests.motion.small_movements import small

# A tenth more or less of an effort is a change that a band or stack of this size must make.
CLEARLY = 0.1


def deepest(name: str, pulled: bool) -> dict[str, float]:
    """Efforts of the near side's groups at the turn, with and without what pulls."""
    movement = small(name)
    take = solve(movement if pulled else replace(movement, pulls=()), body("default"))
    found = efforts(take, loads(take))
    turn = take.index_at(take.turn_s)
    return {
        group.removesuffix("_near"): float(found.effort[turn, column])
        for column, group in enumerate(found.groups)
        if group.endswith("_near")
    }


@pytest.mark.parametrize(
    ("name", "more"),
    [
        # A band from the feet pulls the hands down: all that lifts the trunk has more to do.
        ("band-under-feet", ("hamstrings", "glutes", "back_extensors")),
        # A band behind pulls the hips back: the hips must come forward against it.
        ("hip-band-behind", ("glutes", "hamstrings")),
    ],
)
def test_a_band_gives_more_to_do_to_what_pulls_against_it(name: str, more: tuple[str, ...]) -> None:
    free, pulled = deepest(name, pulled=False), deepest(name, pulled=True)
    for group in more:
        assert pulled[group] > (1.0 + CLEARLY) * free[group], group


def test_a_cable_from_above_and_ahead_carries_a_part_of_the_trunk() -> None:
    free, pulled = deepest("cable-hinge", pulled=False), deepest("cable-hinge", pulled=True)
    for group in ("back_extensors", "hamstrings", "glutes"):
        assert pulled[group] < (1.0 - CLEARLY) * free[group], group
