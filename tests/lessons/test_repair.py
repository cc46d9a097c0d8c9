"""A figure is repaired with its dials: values go in, and what is still off comes out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hinge_tutor.lessons.by_hand import DEPTH, Fix
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Build, Cast, StagePlan
from hinge_tutor.lessons.repair import MOST_TOLD, Repair, ends, repair_of, rest, still_off

OFF = (("rounded-back", 0.6), ("squatty-hinge", 0.8))
FIX = Fix("Turn.", "yours", ("rounded-back", "squatty-hinge", DEPTH), "Done.")
PLAN = StagePlan(
    (Cast("right", "hip-hinge"), Cast("yours", "hip-hinge", faults=OFF, depth=0.5)), at="turn"
)
BUILD = Build("Repair", PLAN, "Look.", fix=FIX)


def repair() -> Repair:
    found = repair_of(BUILD)
    assert found is not None
    return found


def test_the_dials_stand_where_the_stage_begins() -> None:
    assert repair().figure == 1
    assert repair().shares == (0.6, 0.8, 0.5)
    assert repair().turned(PLAN) == PLAN


@pytest.mark.parametrize(
    "build",
    [replace(BUILD, fix=None), replace(BUILD, fix=replace(FIX, figure="nobody"))],
    ids=["no fix", "no such figure"],
)
def test_nothing_is_to_be_repaired_where(build: Build) -> None:
    assert repair_of(build) is None


@pytest.mark.parametrize(
    ("control", "share", "wanted"),
    [
        (0, 0.25, (0.25, 0.8, 0.5)),
        (1, 0.0, (0.6, 0.0, 0.5)),
        (0, -3.0, (0.0, 0.8, 0.5)),
        (1, 7.0, (0.6, 1.0, 0.5)),
        (2, 0.0, (0.6, 0.8, 0.1)),
        (2, 1.4, (0.6, 0.8, 1.0)),
    ],
)
def test_one_dial_moves_and_stays_inside_what_it_can_do(
    control: int, share: float, wanted: tuple[float, ...]
) -> None:
    assert repair().at(control, share).shares == wanted


def test_only_the_figure_is_turned() -> None:
    turned = repair().at(0, 0.0).at(2, 1.0).turned(PLAN)
    right, yours = turned.movements
    assert right is PLAN.movements[0]
    assert dict(yours.faults) == {"squatty-hinge": 0.8}
    assert yours.depth is None


def test_at_rest_it_does_what_the_right_one_does() -> None:
    done = repair().repaired()
    assert done.shares == tuple(rest(control) for control in FIX.controls) == (0.0, 0.0, 1.0)
    yours = done.turned(PLAN).movements[1]
    assert replace(yours, name="right") == PLAN.movements[0]
    assert all(ends(control)[0] <= rest(control) <= ends(control)[1] for control in FIX.controls)


def test_what_is_still_off_goes_one_after_the_other() -> None:
    def off(*shares: float) -> list[str]:
        turned = replace(repair(), shares=(*shares, 1.0)).turned(PLAN)
        return [each.rule for each in still_off(figures(turned)["yours"])]

    begun = off(0.6, 0.8)
    assert len(begun) == MOST_TOLD
    assert begun[0] == "hinge-back-keeps-shape"
    assert off(0.0, 0.8) == ["hinge-shins-upright", "hinge-knees-quiet"]
    assert off(0.0, 0.0) == []
