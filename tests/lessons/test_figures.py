"""A build's figures are solved once, on the body asked for, and to one hand height if asked."""

from __future__ import annotations

import pytest

from hinge_tutor.body.specification import BodyError
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.motion.movement import UnknownMovement

HINGE, SQUAT, BEND = (Cast(name, name) for name in ("hip-hinge", "squat", "forward-bend"))


def solved(cast: Cast) -> Repetition:
    """One figure alone."""
    return figures(StagePlan((cast,)))[cast.name]


def test_figures_stand_in_the_order_of_the_stage() -> None:
    assert list(figures(StagePlan((SQUAT, HINGE)))) == ["squat", "hip-hinge"]


@pytest.mark.parametrize("cast", [(HINGE, SQUAT, BEND), (BEND, SQUAT, HINGE)])
def test_at_the_same_height_the_hinge_leads_wherever_it_stands(cast: tuple[Cast, ...]) -> None:
    alone = figures(StagePlan((HINGE,)))["hip-hinge"].take.hand_height_m
    together = figures(StagePlan(cast, same_height=True))
    for repetition in together.values():
        assert repetition.take.status == "ok"
        assert repetition.measures["hand_height_cm"] == pytest.approx(100 * alone, abs=0.1)


def test_without_a_hinge_the_first_figure_leads() -> None:
    alone = figures(StagePlan((BEND,)))["forward-bend"].take.hand_height_m
    together = figures(StagePlan((BEND, SQUAT), same_height=True))
    assert together["squat"].measures["hand_height_cm"] == pytest.approx(100 * alone, abs=0.1)


def test_the_viewers_body_stands_in_for_the_default_one_only() -> None:
    own = Cast("own", "hip-hinge", "height=1.60")
    found = figures(StagePlan((HINGE, own)), viewer="height=1.90")
    heights = [repetition.take.body.height_m for repetition in found.values()]
    assert heights == [1.90, 1.60]


def test_a_load_is_held() -> None:
    loaded = Cast("loaded", "hip-hinge", load_kg=20)
    assert figures(StagePlan((loaded,)))["loaded"].take.load.mass_kg == 20


def test_a_figure_goes_at_its_own_tempo() -> None:
    slow = Cast("slow", "hip-hinge", tempo=(5.0, 1.0, 2.0, 1.0))
    spans = {span.phase: span.to_s - span.from_s for span in solved(slow).take.spans}
    assert spans["descent"] == pytest.approx(5.0)
    assert spans["ascent"] == pytest.approx(2.0)


def test_a_figure_with_a_depth_of_its_own_goes_to_that() -> None:
    half = Cast("half", "squat", depth=0.5)
    together = figures(StagePlan((HINGE, half), same_height=True))
    assert together["half"].measures["hand_height_cm"] == solved(half).measures["hand_height_cm"]
    assert together["half"].depth == 0.5


def test_who_leads_to_a_depth_of_their_own_takes_the_others_along() -> None:
    half = Cast("half", "hip-hinge", depth=0.5)
    height = 100 * solved(half).take.hand_height_m
    together = figures(StagePlan((half, SQUAT), same_height=True))
    assert together["squat"].measures["hand_height_cm"] == pytest.approx(height, abs=0.1)


def test_a_repetition_is_solved_once() -> None:
    plan = StagePlan((HINGE, SQUAT), same_height=True)
    assert figures(plan)["squat"] is figures(plan)["squat"]


def test_a_body_or_movement_that_does_not_exist_is_one_sentence() -> None:
    with pytest.raises(BodyError):
        figures(StagePlan((Cast("x", "hip-hinge", "height=9"),)))
    with pytest.raises(UnknownMovement):
        figures(StagePlan((Cast("x", "hop"),)))
