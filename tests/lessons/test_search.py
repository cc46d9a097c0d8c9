"""What is typed finds lessons, builds, terms, movements, faults and muscles, the best first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_tutor.lessons import search
from hinge_tutor.lessons.course import load_lesson
from hinge_tutor.lessons.search import Entry, Where
from hinge_tutor.lessons.words import words

LESSONS = (load_lesson("what-is-a-hinge"),)
EVERY = search.entries(LESSONS, words())


def first(typed: str) -> tuple[str, str]:
    found = search.find(typed, EVERY)
    return found[0].kind, found[0].id


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hinge", ("term", "hinge")),
        ("HINGE", ("term", "hinge")),
        ("what is", ("lesson", "what-is-a-hinge")),
        ("split hamstring", ("movement", "split-hamstring-stretch")),
        ("rounded", ("fault", "rounded-back")),
        ("gluteus maximus", ("muscle", "glutes")),
        ("car door", ("build", "what-is-a-hinge/8/1")),
        ("  squat ", ("term", "squat")),
    ],
)
def test_the_best_comes_first(typed: str, found: tuple[str, str]) -> None:
    assert first(typed) == found


def test_every_word_has_to_be_there_and_may_be_begun_only() -> None:
    assert search.find("hams pull", EVERY)
    assert not search.find("hams xyzzy", EVERY)
    assert not search.find("amstrings", EVERY), "from the middle of a word nobody searches"


def test_nothing_typed_finds_everything_in_its_order() -> None:
    assert search.find("", EVERY) == EVERY


def test_accents_and_case_do_not_count() -> None:
    assert search.plain("Flexión, RODILLA y Pingüino") == "flexion, rodilla y pinguino"


def test_every_term_that_a_lesson_introduces_leads_to_it() -> None:
    terms = {entry.id: entry.where for entry in EVERY if entry.kind == search.TERM}
    for step, each in enumerate(LESSONS[0].steps, 1):
        for number, build in enumerate(each.builds, 1):
            for term in build.introduces:
                assert terms[term] == Where("what-is-a-hinge", step, number)


def test_answers_to_questions_are_not_found() -> None:
    asked = LESSONS[0].steps[1].builds[1].question
    assert asked is not None
    assert search.find(asked.prompt, EVERY)
    wrong = next(choice for choice in asked.choices if not choice.right)
    assert not search.find(wrong.misconception, EVERY)


def test_the_glossary_goes_by_the_alphabet() -> None:
    titles = [search.plain(entry.title) for entry in search.glossary(LESSONS, words())]
    assert titles == sorted(titles)
    assert len(titles) == len(words().glossary())


@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered(typed: str) -> None:
    for entry in search.find(typed, EVERY):
        assert isinstance(entry, Entry)
