"""The technique map tells every value by place, number and legend, never by color alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.technique import COARSE, CORNERS, QUANTITIES, TechniqueMap, technique_map
from hinge_tutor.lessons.technique_words import unit
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.take import Load, Reason
from hinge_tutor.stage.palette import HEATS, THEMES, load_palette
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Disc, Label, Polygon, Strokes
from hinge_tutor.stage.technique import Technique, technique
from hinge_tutor.stage.technique_legend import Sheet, levels, tone

SHEET = Sheet(320.0, 340.0)
HAMSTRINGS = "hamstrings_near_effort_percent"
SIZES = (Sheet(220.0, 240.0), SHEET, Sheet(320.0, 360.0, 2.0), Sheet(700.0, 420.0, 1.3))


@cache
def found(who: str = "default", kg: float = 0.0) -> TechniqueMap:
    *_, last = technique_map(body(who), Load(kg, "hands"), COARSE)
    assert last is not None
    return last


def drawn(
    of: TechniqueMap | None, id_: str = HAMSTRINGS, sheet: Sheet = SHEET, language: str = "en"
) -> Technique:
    return technique(of, id_, words(language), sheet)


def labels(picture: Picture, name: str) -> list[Label]:
    return [s for s in picture.shapes if isinstance(s, Label) and s.name.startswith(name)]


@pytest.mark.parametrize("id_", QUANTITIES)
def test_bands_hold_every_value_and_are_round(id_: str) -> None:
    ends, values = levels(found(), id_), found().values[id_]
    assert ends[0] <= values.min() <= values.max() <= ends[-1]
    assert 2 <= len(ends) <= HEATS + 1
    step = ends[1] - ends[0]
    assert f"{step:.0e}"[0] in "125"
    assert np.diff(ends) == pytest.approx(np.full(len(ends) - 1, step))


def test_tones_run_from_the_first_to_the_last_and_each_band_has_its_own() -> None:
    for bands in range(2, HEATS + 1):
        tones = [tone(band, bands) for band in range(bands)]
        assert (tones[0], tones[-1]) == (0, HEATS - 1)
        assert len(set(tones)) == bands
    assert tone(0, 1) == 0


def test_the_legend_says_what_is_shown_its_unit_and_that_it_is_an_estimate() -> None:
    picture = drawn(found()).picture
    assert [label.text for label in labels(picture, "value")] == ["Hamstrings, %"]
    assert [label.text for label in labels(picture, "estimate")] == ["model's estimate, held still"]
    ends = [f"{end:.0f}" for end in levels(found(), HAMSTRINGS)]
    said = [label.text for label in labels(picture, "end")]
    assert (said[0], said[-1]) == (ends[0], ends[-1])
    assert set(said) <= set(ends)


def test_corners_are_named_and_who_cannot_go_all_the_way_has_a_mark() -> None:
    said = [label.text for label in labels(drawn(found()).picture, "corner")]
    assert said == ["Hinge", "Squat", "Bend"]
    short = replace(found(), short={"squat": Reason("limit_ended_alone")})
    assert "Squat *" in [label.text for label in labels(drawn(short).picture, "corner")]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("sheet", SIZES)
@pytest.mark.parametrize("id_", [HAMSTRINGS, "l5s1_compression_N", "knee_near_moment_Nm"])
def test_everything_lies_on_the_sheet_and_no_two_texts_on_each_other(
    sheet: Sheet, id_: str, language: str
) -> None:
    picture = drawn(found(), id_, sheet, language).picture
    texts = [shape for shape in picture.shapes if isinstance(shape, Label)]
    for text in texts:
        left, bottom, right, top = text.box
        assert min(left, bottom) >= -0.5, text.text
        assert max(right - sheet.width, top - sheet.height) <= 0.5, text.text
    for number, one in enumerate(texts):
        for other in texts[number + 1 :]:
            a, b = one.box, other.box
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] + 1 or b[3] <= a[1] + 1
            assert apart, (one.text, other.text)


@pytest.mark.parametrize("sheet", SIZES)
@pytest.mark.parametrize("corner", range(3))
def test_the_point_at_a_corner_does_not_cover_its_name(sheet: Sheet, corner: int) -> None:
    made = drawn(found(), sheet=sheet)
    shares = [float(number == corner) for number in range(3)]
    discs = [s for s in made.cursor(shares, focused=True).shapes if isinstance(s, Disc)]
    reach = max(disc.radius + disc.width / 2 for disc in discs)
    (name,) = labels(made.picture, f"corner.{CORNERS[corner]}")
    # A line of text has air above and below its letters, a seventh of it each at least.
    assert abs(name.y - made.triangle.corners[corner].imag) >= reach + 0.36 * name.size


def test_numbers_stand_on_their_borders() -> None:
    of = found()
    for id_ in (HAMSTRINGS, "l5s1_compression_N"):
        one = drawn(of, id_)
        numbers = labels(one.picture, "number")
        assert numbers
        for number in numbers:
            shares = one.triangle.shares(complex(number.x, number.y))
            value = float(number.text.replace("−", "-"))
            assert of.at(id_, shares) == pytest.approx(value, rel=1e-6, abs=1e-6)


def test_where_a_body_is_not_seen_it_is_hatched_and_has_no_number() -> None:
    all_of_it = drawn(found("small", 60.0)).picture
    assert [label.text for label in labels(all_of_it, "said")] == ["beyond this body"]
    assert not labels(all_of_it, "number")
    (hatch,) = all_of_it.named("hatch")
    assert isinstance(hatch, Strokes)
    some = found("default", 60.0)
    assert 0 < some.hindered.sum() < len(some.shares)
    one = drawn(some)
    (hatch,) = one.picture.named("hatch")
    assert isinstance(hatch, Strokes)
    ends = np.array(hatch.points).reshape(-1, 4)
    for x1, y1, x2, y2 in ends.tolist():
        middle = one.triangle.shares(complex((x1 + x2) / 2, (y1 + y2) / 2))
        assert any(some.hindered[number] for number in some.around(middle)[0])
    assert not drawn(found()).picture.named("hatch")


def test_while_values_are_worked_out_there_is_only_the_triangle() -> None:
    picture = drawn(None).picture
    assert [label.text for label in labels(picture, "corner")] == ["Hinge", "Squat", "Bend"]
    assert not labels(picture, "value")
    assert [s.name for s in picture.shapes if isinstance(s, Polygon)] == ["rim"]


def test_the_point_lies_where_its_shares_are() -> None:
    one = drawn(found())
    for corner, at in zip(np.eye(3).tolist(), one.triangle.corners, strict=True):
        (point,) = one.cursor(corner).named("point")
        assert isinstance(point, Disc)
        assert (point.x, point.y) == pytest.approx((at.real, at.imag))
    assert not one.cursor((1.0, 0.0, 0.0)).named("focus")
    assert one.cursor((1.0, 0.0, 0.0), focused=True).named("focus")


@pytest.mark.parametrize("theme", THEMES)
def test_every_role_of_the_map_is_in_every_palette(theme: str) -> None:
    palette = load_palette(theme)
    for picture in (drawn(found("default", 60.0)).picture, drawn(found()).cursor((1, 0, 0), True)):
        for shape in picture.shapes:
            for part in ("fill", "line", "role"):
                role = getattr(shape, part, "")
                assert not role or palette.color(role)


def test_units_are_those_of_the_values() -> None:
    assert [unit(id_) for id_ in (HAMSTRINGS, "l5s1_shear_N", "hip_near_moment_Nm")] == [
        "%",
        "N",
        "N·m",
    ]
    assert len(CORNERS) == 3
