"""Names beside a figure: plain or anatomical; their leaders tell how sure a muscle's work is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.lessons.confidence import COMPUTED, DISPUTED, MEASURED
from hinge_tutor.stage import scene
from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.names import DASHES_EM
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.shapes import Label, Strokes
from tests.stage.company import sheet, three

NAMED = Options(frozenset({"muscles", "labels"}))


def leaders(options: Options, name: str) -> list[float]:
    """The dashes of the lines that lead to a name, in letter heights, from left to right."""
    shapes = scene.picture(three(), sheet(), options, 0.5).named(name)
    sizes = [s.size for s in shapes if isinstance(s, Label)]
    lines = [s for s in shapes if isinstance(s, Strokes)]
    return [line.dash / size for line, size in zip(lines, sizes, strict=True)]


def test_muscles_are_called_as_was_asked() -> None:
    words = sheet().words
    for anatomical in (False, True):
        picture = scene.picture(three(), sheet(), replace(NAMED, anatomical=anatomical), 0.5)
        texts = {s.text for s in picture.shapes if isinstance(s, Label) and s.layer == "labels"}
        assert words.muscle_label("glutes", anatomical) in texts
        assert words.muscle_label("glutes", not anatomical) not in texts


@pytest.mark.parametrize("group", GROUPS)
def test_an_anatomical_name_is_short_enough_to_stand_beside_a_figure(group: str) -> None:
    # As long as "Quadriceps femoris", which is twice the longest plain one.
    assert width_em(sheet().words.muscle_label(group, anatomical=True), "semibold") < 11.0


def test_a_leader_is_solid_where_people_were_measured_and_dashed_where_not() -> None:
    hinge, squat, bend = leaders(NAMED, "label.hamstrings")
    assert hinge == squat == DASHES_EM[MEASURED] == 0.0
    assert bend == pytest.approx(DASHES_EM[COMPUTED])


def test_a_leader_is_dotted_where_a_claim_about_that_figure_is_disputed() -> None:
    hinge, squat, _ = leaders(
        replace(NAMED, disputed=frozenset({(1, "hamstrings")})), "label.hamstrings"
    )
    assert hinge == DASHES_EM[MEASURED]
    assert squat == pytest.approx(DASHES_EM[DISPUTED])
