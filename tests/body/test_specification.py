"""A body's text is read whole or refused in one sentence that names what is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hinge_tutor.body.specification import BodyError, Specification, parse_specification


def test_an_empty_text_is_the_default_body() -> None:
    assert parse_specification("") == Specification()


def test_a_preset_can_be_changed_further() -> None:
    made = parse_specification("tall,ankle=20")
    assert (made.height_m, made.ankle_deg) == (1.95, 20.0)


def test_the_text_of_a_specification_gives_it_again() -> None:
    made = parse_specification("sex=female,height=1.6,femur=+8%,torso=-7%,strength=80%")
    again = parse_specification(made.text)
    assert again.femur_percent == 8
    assert again.torso_percent == -7
    assert (again.sex, again.height_m, again.strength_percent) == ("female", 1.6, 80)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("height=3", ("height=3", "1.3", "2.2")),
        ("mass=nan", ("mass=nan", "not a number")),
        ("mass=inf", ("mass=inf", "not a number")),
        ("mass=", ("mass=", "not a number")),
        ("heigth=1.7", ("heigth", "height")),
        ("tal", ("tal", "tall")),
        ("sex=other", ("male or female",)),
        ("height=1.7,ankle", ("ankle", "key=value")),
        ("height=0,mass=0", ("height=0", "mass=0")),
    ],
)
def test_a_bad_text_is_refused_with_what_is_wrong(text: str, words: tuple[str, ...]) -> None:
    with pytest.raises(BodyError) as refused:
        parse_specification(text)
    assert all(word in str(refused.value) for word in words)
    assert "\n" not in str(refused.value)


@pytest.mark.slow
@given(some.text(max_size=60))
def test_any_text_gives_a_body_or_one_sentence(text: str) -> None:
    try:
        made = parse_specification(text)
    except BodyError:
        made = Specification()
    assert 1.3 <= made.height_m <= 2.2
