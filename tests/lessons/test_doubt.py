"""Conditions that flip within what the sources leave open, worked on values that are chosen."""

from __future__ import annotations

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.draws import draws
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.lessons import doubt
from hinge_tutor.lessons.doubt import margin, subjects, weigh, weighed
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.quantity import Figures
from hinge_tutor.lessons.words import words

STAGE = StagePlan((Cast("hip-hinge", "hip-hinge"), Cast("deep", "squat")))


def measuring(**values: float) -> Figures:
    """Figures by name, each with one measure, `x_cm`, of this value."""
    take = perform("hip-hinge", body("default")).take
    found = {name: Repetition(take) for name in values}
    for name, value in values.items():
        vars(found[name])["measures"] = {"x_cm": value}
    return found


@pytest.mark.parametrize(
    ("text", "left", "right", "expected"),
    [
        # 5 > 3 holds by 2; 3 < 5 likewise; and the other way round neither does.
        ("a.x_cm > b.x_cm", 5.0, 3.0, 2.0),
        ("a.x_cm < b.x_cm", 3.0, 5.0, 2.0),
        ("a.x_cm >= b.x_cm", 3.0, 5.0, -2.0),
        ("a.x_cm <= b.x_cm", 5.0, 3.0, -2.0),
        # 5 within 3 of 4: they are 1 apart, and 2 are left.
        ("a.x_cm within 3 of b.x_cm", 5.0, 4.0, 2.0),
        ("a.x_cm within 3 of b.x_cm", 9.0, 4.0, -2.0),
        # 2 * 4 + 1 against 5.
        ("2 * a.x_cm + 1 > b.x_cm", 4.0, 5.0, 4.0),
    ],
)
def test_a_margin_is_what_a_condition_holds_by(
    text: str, left: float, right: float, expected: float
) -> None:
    assert margin(text, measuring(a=left, b=right)) == expected


def test_a_condition_that_fails_in_a_tenth_of_the_draws_is_disputed() -> None:
    steady = [measuring(a=2.0, b=1.0)] * 36
    other = [measuring(a=1.0, b=2.0)] * 4
    (open_one,) = weighed(["a.x_cm > b.x_cm"], steady[0], steady + other)
    (settled,) = weighed(["a.x_cm > b.x_cm"], steady[0], steady)
    assert (open_one.holds, open_one.disputed) == (True, True)
    assert (settled.holds, settled.disputed, settled.margin) == (True, False, (1.0, 1.0))


def test_what_is_compared_is_said_in_words() -> None:
    said = subjects(
        ("hip-hinge.effort.hamstrings > deep.effort.hamstrings", "deep.hip_down_cm > 3"),
        STAGE,
        words(),
    )
    assert said[:2] == ("Hinge: hamstrings", "Squat: hamstrings")
    assert said[2].startswith("Squat: ")


def test_nothing_to_weigh_is_weighed_at_once() -> None:
    assert list(weigh((), STAGE)) == [()]


def test_weighing_rests_after_each_rerun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubt, "draws", lambda: draws()[:3])
    plan = StagePlan((Cast("hip-hinge", "hip-hinge"),))
    *rests, last = weigh(("hip-hinge.effort.hamstrings > hip-hinge.effort.quadriceps",), plan)
    assert rests == [None, None, None]
    assert last is not None
    assert last[0].holds
