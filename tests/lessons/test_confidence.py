"""What a muscle does is as sure as what is known of it beside the computation."""

from __future__ import annotations

import pytest

from hinge_tutor.coaching.rules import shipped
from hinge_tutor.lessons.confidence import COMPUTED, DISPUTED, MEASURED, confidence, efforts_of


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (
            "hip-hinge.effort.hamstrings > 2 * squat.effort.glutes@turn",
            {("hip-hinge", "hamstrings"), ("squat", "glutes")},
        ),
        ("hip-hinge.hip_back_cm > 10", set()),
        ("deep.level.calf >= 1", {("deep", "calf")}),
    ],
)
def test_a_condition_speaks_of_the_efforts_in_it(
    condition: str, found: set[tuple[str, str]]
) -> None:
    assert efforts_of(condition) == found


def test_only_a_claim_that_was_measured_on_people_makes_an_effort_surer() -> None:
    measured = [claim for claim in shipped().claims if claim.strength == "measured"]
    told = {pair for claim in measured for pair in efforts_of(claim.condition)}
    assert ("hip-hinge", "hamstrings") in told
    for movement, group in told:
        assert confidence(movement, group, disputed=False) == MEASURED
    others = [claim for claim in shipped().claims if claim.strength != "measured"]
    for movement, group in {pair for c in others for pair in efforts_of(c.condition)} - told:
        assert confidence(movement, group, disputed=False) == COMPUTED


def test_what_is_disputed_is_so_whatever_was_measured() -> None:
    assert confidence("hip-hinge", "hamstrings", disputed=True) == DISPUTED
