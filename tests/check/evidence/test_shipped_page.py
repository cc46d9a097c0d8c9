"""The page that is shipped is what this model gives: the same rows, verdicts and figures."""

from __future__ import annotations

import re
from functools import cache

import pytest

from hinge_tutor import shelf
from hinge_tutor.check.evidence.lines import Line, line
from hinge_tutor.check.evidence.numbers import MOST_PLAIN
from hinge_tutor.check.evidence.page import page, read
from hinge_tutor.check.evidence.page_words import page_words
from hinge_tutor.check.evidence.row import SECTIONS, Row
from hinge_tutor.check.evidence.rows import holds, rows
from hinge_tutor.check.evidence.terminal import WIDTH, table
from hinge_tutor.lessons.languages import ENGLISH, languages

# Every row of the page is computed anew.
pytestmark = pytest.mark.slow

# A figure may differ by one step of its last digit on another machine.
LAST_DIGIT = 1.01
_NUMBER = re.compile(r"−?\d+(?:[.,]\d+)?")

_LOW = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")

AGAIN = "write it again in every language, as CONTRIBUTING.md says"
LANGUAGES = [language.code for language in languages()]


@cache
def computed() -> tuple[Row, ...]:
    return rows()


@cache
def shipped(language: str = ENGLISH) -> dict[str, Line]:
    return read(text_of(language))


def text_of(language: str) -> str:
    return shelf.lessons(language, "reference", "proof.md").read_text(encoding="utf-8")


def in_tables() -> list[Row]:
    """What is not computed stands in the list of what is open."""
    return [row for row in computed() if row.verdict != "not_computed"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_every_row_and_no_other(language: str) -> None:
    words = page_words(language)
    titles = {words.title(row) for row in in_tables()}
    assert shipped(language).keys() - {words.plain("page", "what")} == titles, AGAIN


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
def test_its_verdicts_and_figures_are_computed_again(section: str, language: str) -> None:
    words, compared = page_words(language), 0
    for row in in_tables():
        if row.family.section != section or row.verdict == "not_installed":
            continue
        compared += 1
        ours, theirs = line(row, words), shipped(language)[words.title(row)]
        assert ours.target == theirs.target, AGAIN
        if row.family.decimals > MOST_PLAIN:
            # What remains of rounding is different on every machine.
            assert ours.verdict == theirs.verdict, AGAIN
            continue
        step = LAST_DIGIT * 10**-row.family.decimals
        assert numbers(theirs.computed) == pytest.approx(numbers(ours.computed), abs=step), AGAIN
        assert without_amount(theirs.verdict) == without_amount(ours.verdict), AGAIN
    assert compared > 3


def numbers(text: str) -> list[float]:
    """The numbers of a cell, whichever sign its language has before decimals."""
    return [float(n.replace("−", "-").replace(",", ".")) for n in _NUMBER.findall(text)]


def without_amount(verdict: str) -> str:
    """A verdict without the figure by which a target is missed."""
    return _NUMBER.sub("", verdict)


def test_all_arithmetic_holds() -> None:
    assert holds(computed())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_can_be_read_back(language: str) -> None:
    words = page_words(language)
    text = page(computed(), words)
    found = read(text)
    for row in in_tables():
        assert found[words.title(row)] == line(row, words)
    assert text.startswith("# ")
    assert max(len(each) for each in text.splitlines() if not each.startswith("|")) <= 100


def test_rows_that_miss_stay_on_the_page_and_are_named() -> None:
    text = page(computed(), page_words())
    missed = [page_words().title(row) for row in computed() if row.verdict == "missed"]
    told = " ".join(text.partition("## ")[0].split())
    assert all(title in told for title in missed)


def test_the_table_for_the_terminal_has_a_line_for_each_row() -> None:
    lines = [f"{each}  " for each in table(computed(), page_words())]
    titles = [page_words().title(row) for row in computed()]
    assert all(sum(each.startswith(f"{title}  ") for each in lines) == 1 for title in titles)
    assert max(map(len, lines)) <= WIDTH + 2


def test_a_page_has_the_sign_before_decimals_that_its_language_has() -> None:
    assert re.search(r"\d,\d", text_of("es"))
    assert not re.search(r"\d\.\d", re.sub(r"(?:version|versión) [\d.]+", "", text_of("es")))


def test_figures_next_to_nothing_are_told_in_words() -> None:
    text = text_of(ENGLISH)
    assert "| less than a billionth of a newton meter (" in text
    for row in in_tables():
        found = shipped()[page_words().title(row)]
        assert bool(found.size) == ("⁻" in found.computed and float(_tens(found.computed)) < 1e-9)


def _tens(text: str) -> str:
    """`5·10⁻¹³ N·m` as a number."""
    factor, _, power = text.split(" ")[0].rpartition("10")
    return f"{factor.removesuffix('·') or 1}e{power.translate(_LOW)}"
