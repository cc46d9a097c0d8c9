"""Text is filled from the figures on the stage, and claims are judged by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_tutor.lessons import conditions, quantity
from hinge_tutor.lessons.by_hand import Drag, Miss
from hinge_tutor.lessons.conditions import NotACondition
from hinge_tutor.lessons.fill import MISSING, fill, filled, filled_drag, placeholders, shown
from hinge_tutor.lessons.lesson import Choice, Question
from hinge_tutor.lessons.quantity import Quantity, UnknownQuantity
from hinge_tutor.lessons.words import words
from tests.lessons.stand_ins import repetition

FIGURES = {
    "hip-hinge": repetition(hip_back_cm=24.4, hip_down_cm=-0.2, lean_deg=[0.0, 30.0, 70.0, 60.0]),
    "squat": repetition(hip_back_cm=19.0, hip_down_cm=24.0),
}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{hip-hinge.hip_back_cm:.0f} cm", "24 cm"),
        ("{hip-hinge.hip_back_cm:.1f} cm", "24.4 cm"),
        ("{hip-hinge.hip_back_cm}", "24"),
        ("{hip-hinge.hip_down_cm:.0f} cm", "0 cm"),
        ("{hip-hinge.lean_deg:.0f}", "60"),
        ("{hip-hinge.lean_deg@descent:.0f}", "70"),
        ("{hip-hinge.lean_deg@most:.0f}", "70"),
        ("{hip-hinge.effort.hamstrings@descent:.2f}", "0.30"),
        ("{hip-hinge.level.hamstrings}", "high"),
        ("{squat.level.quadriceps@turn}", "at rest"),
        ("{squat.hip_back_cm} and {squat.hip_down_cm}", "19 and 24"),
        ("{nobody.hip_back_cm}", MISSING),
        ("no placeholder {here}", "no placeholder {here}"),
        ("{", "{"),
    ],
)
def test_a_placeholder_becomes_the_computed_value(text: str, filled: str) -> None:
    assert fill(text, FIGURES, words()) == filled


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{nobody.hip_back_cm}", "there: hip-hinge, squat"),
        ("{sqat.hip_back_cm}", 'did you mean "squat"?'),
        ("{squat.hip_bakc_cm}", 'did you mean "hip_back_cm"?'),
        ("{squat.hip_back_cm:.9f}", "is no format"),
        ("{squat.hip_back_cm:>99999999}", "is no format"),
        ("{squat.__class__}", "is no quantity"),
        ("{squat.level}", "a muscle's value is written"),
        ("{squat.level.hamstring}", 'did you mean "hamstrings"?'),
        ("{squat.hip_back_cm.glutes}", "a muscle's value is written"),
        ("{squat.hip_back_cm@trun}", 'did you mean "turn"?'),
        ("{hip-hinge.lean_deg@lockout}", 'has no phase "lockout"'),
    ],
)
def test_a_placeholder_that_nobody_can_fill_says_why(text: str, said: str) -> None:
    (placeholder,) = placeholders(text)
    with pytest.raises(UnknownQuantity) as caught:
        shown(placeholder, FIGURES, words())
    assert said in str(caught.value)


def test_a_quantity_is_figure_measure_group_and_moment() -> None:
    assert quantity.parse("a-b.effort.glutes@turn") == Quantity("a-b", "effort", "glutes", "turn")
    assert quantity.parse("a.hip_back_cm") == Quantity("a", "hip_back_cm", "", "")


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("squat.hip_down_cm > 23", True),
        ("squat.hip_down_cm > 24", False),
        ("squat.hip_down_cm >= 24", True),
        ("hip-hinge.hip_back_cm < squat.hip_back_cm", False),
        ("hip-hinge.hip_back_cm <= squat.hip_back_cm + 5.4", True),
        ("2 * squat.hip_back_cm - 1 > 36.9", True),
        ("squat.hip_back_cm within 5.5 of hip-hinge.hip_back_cm", True),
        ("squat.hip_back_cm within 5 of hip-hinge.hip_back_cm", False),
        ("hip-hinge.effort.hamstrings@turn > 0.39", True),
    ],
)
def test_a_condition_compares_computed_values(text: str, holds: bool) -> None:
    assert conditions.judge(conditions.parse(text), FIGURES).holds is holds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "squat.hip_down_cm",
        "squat.hip_down_cm == 3",
        "1 < 2 < 3",
        "squat.hip_down_cm * 2 > 3",
        "> 3",
        "squat.hip_down_cm > 3 +",
        "__import__('os') > 3",
        "1 < 2" * 1000,
    ],
)
def test_what_is_no_condition_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NotACondition):
        conditions.parse(text)


@given(st.text(max_size=60) | st.from_regex(r"[a-z.0-9 @<>=+*-]{0,40}"))
def test_any_text_is_a_condition_or_said_not_to_be_one(text: str) -> None:
    try:
        condition = conditions.parse(text)
    except (NotACondition, UnknownQuantity):
        return
    assert condition.left
    assert condition.right


@given(st.text(alphabet="{}.:@ab-_f0 ", max_size=40))
def test_any_text_can_be_filled(text: str) -> None:
    assert isinstance(fill(text, FIGURES, words()), str)


def test_every_text_of_what_is_asked_is_filled() -> None:
    number = "{squat.hip_down_cm}"
    choice = Choice(number, False, number, number)
    asked = filled(Question(number, (choice,)), lambda text: fill(text, FIGURES, words()))
    (answer,) = asked.choices
    said = [asked.prompt, answer.text, answer.explanation, answer.misconception]
    miss = Miss("above", number, number)
    drag = Drag(number, "squat", "hip", "turn", 6, number, (miss,))
    dragged = filled_drag(drag, lambda text: fill(text, FIGURES, words()))
    (missed,) = dragged.misses
    said += [dragged.prompt, dragged.explanation, missed.explanation, missed.misconception]
    assert set(said) == {"24"}
