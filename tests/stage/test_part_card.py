"""The card of a part: text that wraps whole, curves of every figure, room for its button."""

from __future__ import annotations

import pytest

from hinge_tutor.body.muscles import GROUPS
from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.paragraphs import Paragraph, lines_of, set_text, text_height
from hinge_tutor.stage.part_card import PartCard, curves_of, part_card
from hinge_tutor.stage.shapes import Label
from tests.stage.company import sheet, three

WORDS = sheet().words
LONG = "Lengthen under load on the way down, then drive the hips forward again."
PARTS = (*GROUPS, "hip", "knee", "ankle", "spine")


def made(part: str = "hamstrings", width: float = 908.0, height: float = 172.0) -> PartCard:
    told = [Paragraph("Hamstrings", weight="bold", share=1.25), Paragraph(LONG)]
    source = [Paragraph("Muscle data: somebody 2016.", "text_quiet")]
    names = ("Hinge", "Squat", "Bend")
    return part_card(three(), names, part, told, source, WORDS, (width, height), 1.0, 30.0)


def test_lines_are_as_long_as_the_room_and_lose_no_word() -> None:
    lines = lines_of(LONG, "regular", 12.0, 150.0)
    assert len(lines) > 2
    assert " ".join(lines) == LONG
    assert all(width_em(line) * 12.0 <= 150.0 for line in lines)
    # A number stays with its unit, and a word that is too long stands alone.
    assert lines_of("about 3.4\u00a0cm", "regular", 12.0, 40.0) == ["about", "3.4\u00a0cm"]
    assert lines_of("", "regular", 12.0, 40.0) == []


def test_a_paragraph_stands_whole_or_not_at_all() -> None:
    texts = [Paragraph(LONG), Paragraph(LONG)]
    both = text_height(texts, 150.0, 12.0)
    whole = set_text("x", texts, (0.0, 200.0), (150.0, both), 12.0)
    assert " ".join(label.text for label in whole) == f"{LONG} {LONG}"
    half = set_text("x", texts, (0.0, 200.0), (150.0, 0.9 * both - 12.0), 12.0)
    assert " ".join(label.text for label in half) == LONG
    assert set_text("x", texts, (0.0, 200.0), (150.0, 20.0), 12.0) == []


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_two_curves_of_every_figure(part: str) -> None:
    found = made(part)
    assert tuple(panel.id for panel in found.plot.panels) == curves_of(part)
    for panel in found.plot.panels:
        assert len(panel.curves) == 3
        assert None not in panel.curves


@pytest.mark.parametrize("width", [664.0, 908.0, 1200.0])
def test_nothing_on_the_card_lies_over_anything(width: float) -> None:
    found = made(width=width)
    said = ("In the hinge: low (14 %), holding.", "They stop this hip at 91°: no room left.")
    shown = [*found.picture.shapes, *found.now(said).shapes, *found.cursor(0.97).shapes]
    labels = [shape for shape in shown if isinstance(shape, Label)]
    assert {"is", "now", "source"} <= {label.name for label in labels}
    for number, one in enumerate(labels):
        left, bottom, right, top = one.box
        assert left >= 0.0
        assert bottom >= 0.0
        assert top <= found.picture.height
        # The corner of the button stays free.
        assert right <= width - 30.0
        for other in labels[number + 1 :]:
            x1, y1, x2, y2 = other.box
            air = 0.2 * min(one.size, other.size)
            apart = right <= x1 or x2 <= left or top - air <= y1 + air or y2 - air <= bottom + air
            assert apart, (one.text, other.text)
