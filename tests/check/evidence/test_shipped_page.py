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

# A figure may differ by one step of its last digit on another machine.
LAST_DIGIT = 1.01
_NUMBER = re.compile(r"−?\d+(?:\.\d+)?")

_LOW = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")

AGAIN = "write it again: hinge-tutor prove --out lessons/en/reference/proof.md"


@cache
def computed() -> tuple[Row, ...]:
    return rows()


@cache
def shipped() -> dict[str, Line]:
    return read(shelf.lessons("en", "reference", "proof.md").read_text(encoding="utf-8"))


def in_tables() -> list[Row]:
    """What is not computed stands in the list of what is open."""
    return [row for row in computed() if row.verdict != "not_computed"]


def test_the_page_has_every_row_and_no_other() -> None:
    titles = {page_words().title(row) for row in in_tables()}
    assert shipped().keys() - {page_words().plain("page", "what")} == titles, AGAIN


@pytest.mark.parametrize("section", SECTIONS)
def test_its_verdicts_and_figures_are_computed_again(section: str) -> None:
    compared = 0
    for row in in_tables():
        if row.family.section != section or row.verdict == "not_installed":
            continue
        compared += 1
        ours, theirs = line(row, page_words()), shipped()[page_words().title(row)]
        assert ours.target == theirs.target, AGAIN
        if row.family.decimals > MOST_PLAIN:
            # What remains of rounding is different on every machine.
            assert ours.verdict == theirs.verdict, AGAIN
            continue
        step = LAST_DIGIT * 10**-row.family.decimals
        assert numbers(theirs.computed) == pytest.approx(numbers(ours.computed), abs=step), AGAIN
        assert theirs.verdict.split(" by ")[0] == ours.verdict.split(" by ")[0], AGAIN
    assert compared > 3


def numbers(text: str) -> list[float]:
    """The numbers of a cell."""
    return [float(n.replace("−", "-")) for n in _NUMBER.findall(text)]


def test_all_arithmetic_holds() -> None:
    assert holds(computed())


def test_a_page_can_be_read_back() -> None:
    text = page(computed(), page_words())
    found = read(text)
    for row in in_tables():
        assert found[page_words().title(row)] == line(row, page_words())
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


def test_figures_next_to_nothing_are_told_in_words() -> None:
    text = shelf.lessons("en", "reference", "proof.md").read_text(encoding="utf-8")
    assert "| less than a billionth of a newton meter (" in text
    for row in in_tables():
        found = shipped()[page_words().title(row)]
        assert bool(found.size) == ("⁻" in found.computed and float(_tens(found.computed)) < 1e-9)


def _tens(text: str) -> str:
    """`5·10⁻¹³ N·m` as a number."""
    factor, _, power = text.split(" ")[0].rpartition("10")
    return f"{factor.removesuffix('·') or 1}e{power.translate(_LOW)}"
