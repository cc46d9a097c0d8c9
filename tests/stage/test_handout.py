"""A hand-out holds all that it has to say on one page, with figures that can be seen."""

from __future__ import annotations

from datetime import date

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import movements
from hinge_tutor.stage.handout import Handout, cues, handout
from hinge_tutor.stage.handout_page import LEAST_MM, SHARES, page_of
from hinge_tutor.stage.paper import MARGIN_MM, PAPERS, Page
from hinge_tutor.stage.shapes import Label

DAY = date(2026, 11, 27)
NAME = "María Fernanda de los Ángeles Rodríguez-Castellanos y Villanueva de la Serena"
# A hair of floating point, and what kerning may move a line by.
HAIR_MM = 0.05


def made(
    movement: str, language: str = "en", other: Repetition | None = None, whom: str = ""
) -> Handout:
    target = perform(movement, body())
    said = words(language)
    cue = next(iter(cues(target, other, said).values()), "")
    return handout(target, other, said, DAY, "175 cm, 75 kg", cue, whom)


def faulty(movement: str) -> Repetition | None:
    """The first fault of a movement, all of it."""
    found = next((id_ for id_, fault in faults().items() if movement in fault.on), None)
    return None if found is None else perform(movement, body(), faults={found: 1.0})


def labels(page: Page) -> list[Label]:
    return [shape for shape in page.panels[-1].picture.shapes if isinstance(shape, Label)]


def text(page: Page) -> str:
    return " ".join(label.text for label in labels(page)).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("movement", list(movements()))
def test_every_movement_fits_on_one_page_with_its_fault(movement: str, language: str) -> None:
    said = made(movement, language, faulty(movement), NAME)
    for paper, (wide, high) in PAPERS.items():
        page = page_of(said, paper)
        assert page.figures_mm >= LEAST_MM, (paper, page.share)
        for label in labels(page):
            assert label.x >= MARGIN_MM - HAIR_MM, label
            assert label.x + label.width <= wide - MARGIN_MM + HAIR_MM, label
            assert label.y - label.size / 2 >= MARGIN_MM - HAIR_MM, label
            assert label.y + label.size / 2 <= high - MARGIN_MM + HAIR_MM, label
        for panel in page.panels[:-1]:
            assert panel.x >= MARGIN_MM
            assert panel.x + panel.width <= wide - MARGIN_MM
        for row in said.rows:
            assert f"{row.number}  {row.name.split(' ')[0]}" in text(page), row


def test_no_line_of_text_lies_on_another() -> None:
    for movement in ("hip-hinge", "hip-hinge-stretch-first", "jefferson-curl"):
        page = page_of(made(movement, "es", faulty(movement), NAME), "letter")
        found = labels(page)
        for number, one in enumerate(found):
            for other in found[number + 1 :]:
                beside = one.x + one.width <= other.x or other.x + other.width <= one.x
                assert beside or abs(one.y - other.y) >= 0.9 * min(one.size, other.size), (
                    one,
                    other,
                )


def test_the_page_says_cue_fault_difference_tempo_date_and_that_it_is_no_treatment() -> None:
    rounded = perform("hip-hinge", body(), faults={"rounded-back": 0.6})
    said = text(page_of(made("hip-hinge", "en", rounded, "Ada"), "a4"))
    for part in (
        "For Ada",
        "November 27, 2026",
        "Imagine a broomstick",
        "Not like this yet",
        "rounded back 60 %",
        "The only difference:",
        "tempo 3-1-1-1",
        "hip 91°",
        "it is no treatment",
        "175 cm, 75 kg",
    ):
        assert part in said, part


def test_without_fault_and_name_nothing_stands_in_their_place() -> None:
    page = page_of(made("hip-hinge"), "a4")
    said = text(page)
    assert "For" not in said.split("November")[0]
    assert "≠" not in said
    # The figures of the strip, and the text.
    assert len(page.panels) == 6
    assert page.share == SHARES[0]


def test_another_movement_beside_is_not_called_a_fault() -> None:
    said = text(page_of(made("hip-hinge", other=perform("squat", body())), "a4"))
    assert "Another movement" in said
    assert "Not like this" not in said


def test_figures_that_lie_are_no_higher_than_their_width_lets_them_be() -> None:
    """What is left is for notes by hand; who stands takes the height."""
    lying, standing = (page_of(made(id_), "a4") for id_ in ("leg-curl", "hip-hinge"))
    assert lying.panels[0].height < 0.5 * standing.panels[0].height
    assert "Notes" in text(lying)
    rules = lying.panels[-1].picture.named("rule")
    assert len(rules) > 5


def test_a_warning_is_never_left_out() -> None:
    said = text(page_of(made("jefferson-curl"), "a4"))
    assert "Not with a back injury." in said


def test_the_usual_cue_repairs_the_fault_or_leads_down() -> None:
    said = words("en")
    target = perform("hip-hinge", body())
    rounded = perform("hip-hinge", body(), faults={"rounded-back": 1.0})
    assert next(iter(cues(target, rounded, said))) == "rounded-back"
    assert next(iter(cues(target, None, said))) == "descent"
    assert next(iter(cues(perform("kettlebell-swing", body()), None, said))) == "descent"
    assert next(iter(cues(perform("deadlift", body()), None, said))) == "pull"


def test_a_name_without_end_is_shortened() -> None:
    page = page_of(made("hip-hinge", whom="W" * 200), "a4")
    first = labels(page)[0]
    assert first.text.endswith("…")
    assert first.x + first.width < labels(page)[1].x
