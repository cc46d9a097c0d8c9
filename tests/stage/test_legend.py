"""The legend explains what is shown, under everything else, and what finds no room is left out."""

from __future__ import annotations

import itertools

import pytest

from hinge_tutor.mechanics.ways import LEVELS
from hinge_tutor.stage import legend, scene
from hinge_tutor.stage.fitting import MODES
from hinge_tutor.stage.force_course import ForceCourse
from hinge_tutor.stage.forces import newton_mm
from hinge_tutor.stage.legend import EXPLAINED, MOST_SHARE
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.palette import THEMES, load_palette, luminance
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Bar, Label, Plate, Polygon
from tests.stage.company import sheet, three
from tests.stage.drawn import numbers


def drawn(*layers: str, size: tuple[int, int] = (1280, 720), text_scale: float = 1.0) -> Picture:
    options = Options(frozenset({*layers, "legend"}), text_scale=text_scale)
    return scene.picture(three(), sheet(*size), options, 0.5)


def said(picture: Picture) -> list[str]:
    return [s.text for s in picture.shapes if isinstance(s, Label) and s.layer == "legend"]


def test_it_says_only_what_is_shown() -> None:
    words = sheet().words
    levels = [words.level(level) for level in range(len(LEVELS))]
    ways = [words.mode_short(mode) for mode in reversed(MODES)]
    assert said(drawn("muscles")) == [*levels, *ways, words.legend("bracing")]
    assert said(drawn("findings")) == [words.legend("left"), words.legend("kept")]
    assert said(drawn("bones", "angles")) == []
    assert said(drawn("balance", "muscles"))[: len(levels)] == levels


def test_without_something_to_explain_it_takes_no_room() -> None:
    plain = scene.columns(three(), sheet(), Options())
    assert scene.columns(three(), sheet(), Options(frozenset({"legend", "bones"}))) == plain


@pytest.mark.parametrize("size", [(1024, 640), (1600, 1000), (3840, 2160), (420, 900), (300, 300)])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_it_lies_under_everything_else_and_in_the_sheet(
    size: tuple[int, int], text_scale: float
) -> None:
    picture = drawn(*EXPLAINED, size=size, text_scale=text_scale)
    mine = [s for s in picture.shapes if s.layer == "legend"]
    texts = [s for s in mine if isinstance(s, Label)]
    columns = scene.columns(
        three(), sheet(*size), Options(frozenset({*EXPLAINED, "legend"}), text_scale=text_scale)
    )
    low = min(column.bottom for column in columns)
    for label in texts:
        left, bottom, right, top = label.box
        assert left >= 0.0
        assert bottom >= 0.0
        assert right <= picture.width
        assert top <= low
    assert low <= MOST_SHARE * picture.height + 1.5 * (texts[0].size if texts else 0.0)
    for one, two in itertools.combinations(texts, 2):
        (l1, b1, r1, t1), (l2, b2, r2, t2) = one.box, two.box
        assert not (l1 < r2 and l2 < r1 and b1 < t2 and b2 < t1), f"{one.text} on {two.text}"
    for shape in picture.shapes:
        if shape.layer != "legend" and isinstance(shape, Label):
            assert shape.box[1] >= low - 1e-6


def test_the_sample_of_an_arrow_has_the_scale_of_the_stage() -> None:
    picture = drawn("forces")
    shapes = picture.named("legend.force")
    (shaft,) = (s for s in shapes if isinstance(s, Bar))
    head = [s for s in shapes if isinstance(s, Polygon)][-1]
    newtons = float(said(picture)[0].split("\u00a0")[0])
    scale = newton_mm([ForceCourse(each) for each in three()])
    assert head.points[0] - shaft.points[0] == pytest.approx(newtons * scale)


@pytest.mark.parametrize("theme", THEMES)
def test_levels_can_be_told_apart_without_color(theme: str) -> None:
    palette = load_palette(theme)
    plates = [s for s in drawn("muscles").named("legend.swatch") if isinstance(s, Plate)]
    light = [luminance(palette.color(plate.fill)) for plate in plates[: len(LEVELS)]]
    ratios = [(max(a, b) + 0.05) / (min(a, b) + 0.05) for a, b in itertools.pairwise(light)]
    # A step that is seen beside another one without an edge between them.
    assert min(ratios) >= 1.2
    assert light in (sorted(light), sorted(light, reverse=True))


def test_a_narrow_sheet_keeps_the_most_important() -> None:
    narrow = said(drawn(*EXPLAINED, size=(300, 300), text_scale=2.0))
    assert narrow == said(drawn(*EXPLAINED))[: len(narrow)]


def test_it_never_moves_while_the_clock_runs() -> None:
    options = Options(frozenset({"muscles", "forces", "legend"}))
    first, later = (
        [
            tuple(numbers(s))
            for s in scene.picture(three(), sheet(), options, t).shapes
            if s.layer == "legend"
        ]
        for t in (0.1, 0.7)
    )
    assert first == later
    assert len(first) > len(legend.lines(frozenset({"muscles"}), sheet(), 1.0))
