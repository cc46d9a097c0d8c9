"""Numbers are written with a language's own sign before their decimals, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hinge_tutor.lessons.fill import fill
from hinge_tutor.lessons.numerals import in_numerals, signed, written
from hinge_tutor.lessons.terms import MeasureWords
from hinge_tutor.lessons.words import Words, words
from hinge_tutor.located import Located

COMMAS = {
    "numbers": {"decimal": ","},
    "forces": {"weight": "{newtons:.0f} N = {times:.1f} × {way} at 1.5"},
    "loads": {"hands": "en las manos"},
    "pose": {"list_comma": ", ", "list_and": " y ", "list_and_before_i": " e "},
}
WITH_COMMAS = Words(Located("words.toml", COMMAS, {}))


@pytest.mark.parametrize(
    ("value", "form", "point", "comma"),
    [
        (8.25, ".1f", "8.2", "8,2"),
        (-2.0, ".0f", "−2", "−2"),
        (-0.04, ".1f", "0.0", "0,0"),
        (0.5, "g", "0.5", "0,5"),
        (3.0, "+.1f", "+3.0", "+3,0"),
        (12345.6, ".1f", "12345.6", "12345,6"),
    ],
)
def test_a_number_is_written_as_the_language_does(
    value: float, form: str, point: str, comma: str
) -> None:
    assert written(value, form, ".") == point
    assert written(value, form, ",") == comma
    assert WITH_COMMAS.number(value, form) == comma


def test_a_zero_has_no_sign_and_a_plus_stays() -> None:
    assert [signed(each) for each in ("-0.0", "+0", "+3", "-3")] == ["0.0", "0", "+3", "−3"]


def test_sentences_get_commas_in_their_numbers_and_nowhere_else() -> None:
    said = WITH_COMMAS.force("weight", {"newtons": 735.75, "times": 1.25, "way": "a.b"})
    assert said == "736 N = 1,2 × a.b at 1.5"


@pytest.mark.parametrize(("mark", "said"), [(".", "1.5, −2, 0"), (",", "1,5, −2, 0")])
def test_a_sentence_has_the_sign_and_the_minus_of_people(mark: str, said: str) -> None:
    values = in_numerals({"by": 1.5, "down": -2.0, "none": -0.2, "what": "x-y"}, mark)
    sentence = "{by:.1f}, {down:.0f}, {none:.0f}"
    assert sentence.format(**values) == said
    assert values["what"] == "x-y"


def test_measures_and_loads_have_the_same_sign() -> None:
    assert MeasureWords("x", "m", 2, ",").quantity(0.256) == "0,26\u00a0m"
    assert WITH_COMMAS.load(2.5, "hands") == "2,5\u00a0kg en las manos"
    assert words().load(2.5, "hands") == "2.5\u00a0kg in the hands"


def test_a_text_that_nobody_fills_keeps_its_points() -> None:
    assert fill("At 2.5 of {nobody.hip_back_cm:.1f}.", {}, WITH_COMMAS) == "At 2.5 of –."


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["a"], "a"),
        (["a", "b"], "a y b"),
        (["a", "b", "c"], "a, b y c"),
        (["glúteos", "isquiotibiales"], "glúteos e isquiotibiales"),
        (["a", "b", "Isquios"], "a, b e Isquios"),
    ],
)
def test_a_list_ends_with_the_word_that_its_last_part_takes(
    parts: list[str], expected: str
) -> None:
    assert WITH_COMMAS.listed(parts) == expected


def test_a_measure_takes_its_sign_from_its_language() -> None:
    english = words().measure("heel_height_cm")
    assert english.quantity(1.26) == "1.3\u00a0cm"
    assert replace(english, mark=",").quantity(1.26) == "1,3\u00a0cm"
