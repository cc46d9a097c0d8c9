"""Every word on screen comes from words.toml; a missing one is its id, made readable."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from hinge_tutor.coaching.rules import Finding
from hinge_tutor.lessons.numerals import signed
from hinge_tutor.lessons.terms import MeasureWords, readable, unsided
from hinge_tutor.lessons.words import Words, words
from hinge_tutor.located import Located
from hinge_tutor.motion.take import Reason

PACKAGE = Path(__file__).resolve().parents[2] / "hinge_tutor"
NO_WORDS = Words(Located("words.toml", {}, {}))


def test_words_are_found_by_the_ids_of_the_program() -> None:
    english = words("en")
    assert english.movement("hip-hinge") == "Hip hinge"
    assert english.phase("squat", "turn") == "Bottom"
    assert english.muscle("glutes_near") == "Glutes"
    assert english.muscle("glutes_far", anatomical=True) == "Gluteus maximus"
    assert english.level(3) == "high"
    assert english.mode("lengthening", term=True) == "eccentric"
    assert english.quantity("hip_back_cm", 23.85) == "24\u00a0cm"
    assert english.quantity("trunk_lean_deg", 71.6) == "72°"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (NO_WORDS.movement("hip-hinge"), "Hip hinge"),
        (NO_WORDS.phase("hip-hinge", "set_up"), "Set up"),
        (NO_WORDS.cue("hip-hinge", "set_up"), ""),
        (NO_WORDS.muscle("back_extensors_near"), "Back extensors"),
        (NO_WORDS.level(2), "2"),
        (NO_WORDS.quantity("hip_back_cm", 2.0), "2.0"),
        (NO_WORDS.measure("hip_back_cm").name, "Hip back cm"),
        (NO_WORDS.term("lower-back").term, "Lower back"),
        (NO_WORDS.glossary(), ()),
        (NO_WORDS.avoided(), ()),
        (NO_WORDS.reason(Reason("out_of_reach")), "Out of reach"),
    ],
)
def test_a_missing_word_is_its_id_made_readable(said: object, expected: object) -> None:
    assert said == expected


def test_only_what_is_not_for_everybody_has_a_warning() -> None:
    assert words().movement_warning("jefferson-curl").startswith("Not with a back injury.")
    assert words().movement_warning("hip-hinge") == ""


@pytest.mark.parametrize("value", [-0.4, -0.0, 0.0, 0.4])
def test_nothing_is_ever_minus_zero(value: float) -> None:
    assert MeasureWords("x", "cm", 0).quantity(value) == "0\u00a0cm"


def test_a_reason_names_the_limit_in_words() -> None:
    reason = Reason(
        "limit_ended",
        {
            "limit": "ankle_dorsiflexion_near",
            "limit_deg": 15.0,
            "other": "hip_flexion_near",
            "other_deg": 149.6,
            "other_limit_deg": 135.0,
        },
    )
    assert words().reason(reason) == (
        "This body cannot go all the way with 15° of ankle bend: "
        "it would take 150° of hip bend, and there are 135°."
    )


def test_a_finding_is_a_sentence_with_its_numbers() -> None:
    finding = Finding("hinge-back-keeps-shape", "rounded-back", 1.0, 2.0, 23.4, 5.0)
    assert "23°" in words().finding(finding)
    assert "within 5°" in words().finding(finding)


def test_a_sentence_that_asks_for_too_much_is_shown_as_it_stands() -> None:
    document = Located("words.toml", {"reasons": {"out_of_reach": "It lacks {height}."}}, {})
    assert Words(document).reason(Reason("out_of_reach")) == "It lacks {height}."


@pytest.mark.parametrize(
    ("number", "written"),
    [("-3", "−3"), ("+3", "+3"), ("3", "3"), ("-0", "0"), ("+0", "0"), ("-0.0", "0.0")],
)
def test_a_sign_is_written_as_people_do_and_never_before_a_zero(number: str, written: str) -> None:
    assert signed(number) == written


def test_sides_and_readable_ids() -> None:
    assert unsided("hip_near") == unsided("hip_far") == "hip"
    assert readable("past-the-stretch") == "Past the stretch"


def test_every_reason_that_the_program_gives_has_its_sentence() -> None:
    codes = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Reason":
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}"
                codes.add(str(node.args[0].value))
    assert codes
    assert not {code for code in codes if not words().has("reasons", code)}
