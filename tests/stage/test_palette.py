"""Palettes can be read by everyone, and a broken one never stops the program."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.stage.anatomy import TONES
from hinge_tutor.stage.palette import (
    HEATS,
    ROLES,
    THEMES,
    Palette,
    PaletteError,
    contrast,
    load_palette,
    luminance,
    read_palette,
)
from hinge_tutor.stage.vision import VISIONS, seen

# Bands side by side are told apart by lightness alone from about a seventh more; the numbers on
# their border say the rest.
TOLD_APART = 1.13

# WCAG 2.2 AA: 4.5 for text, 3 for graphics that carry meaning.
TEXT = (
    ("text", "ground"),
    ("text_quiet", "ground"),
    ("text", "plate"),
    ("trail", "plate"),
    ("highlight", "plate"),
    ("highlight", "ground"),
    ("badge_text", "badge"),
    # Values beside curves, in each figure's color.
    ("pressure", "plate"),
    ("band", "plate"),
    ("text_quiet", "plate"),
)
GRAPHICS = (
    ("outline", "ground"),
    ("outline", "skin"),
    ("outline_far", "ground"),
    ("detail", "skin"),
    ("muscle_line", "skin"),
    ("bone_line", "bone"),
    ("joint_line", "joint"),
    ("accent", "ground"),
    ("accent", "skin"),
    ("trail", "skin"),
    ("guide", "ground"),
    ("guide", "skin"),
    ("pressure", "ground"),
    ("highlight", "skin"),
    ("load", "ground"),
    ("load", "skin"),
    ("load_line", "load"),
    *((mark, under) for mark in ("force", "lever") for under in ("ground", "skin", "plate")),
    ("pressure", "skin"),
    # Arrows lie over muscles of any tone and over loads, parted from them by their rim.
    ("ground", "force"),
    ("ground", "lever"),
    ("support_line", "ground"),
    ("support_line", "support"),
    ("band", "ground"),
    ("band", "skin"),
    ("band", "support"),
    ("accent", "plate"),
    ("guide", "plate"),
    *((mark, under) for mark in ("second", "third") for under in ("ground", "skin", "skin_far")),
    ("second", "plate"),
    ("outline", "plate"),
    *((mark, "ghost") for mark in ("guide", "highlight")),
)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "under"), TEXT)
def test_text_has_enough_contrast(theme: str, mark: str, under: str) -> None:
    palette = load_palette(theme)
    assert contrast(palette.color(mark), palette.color(under)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "under"), GRAPHICS)
def test_graphics_have_enough_contrast(theme: str, mark: str, under: str) -> None:
    palette = load_palette(theme)
    assert contrast(palette.color(mark), palette.color(under)) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
def test_a_pattern_can_be_seen_on_every_tone(theme: str) -> None:
    palette = load_palette(theme)
    for step in range(TONES):
        assert contrast(palette.color(f"pattern.{step}"), palette.color(f"muscle.{step}")) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
def test_more_effort_is_never_nearer_to_the_skin_in_gray(theme: str) -> None:
    """In gray a ramp must run one way: each tone further from the skin than the one before."""
    palette = load_palette(theme)
    ramp = [
        contrast(palette.color(f"muscle.{step}"), palette.color("skin")) for step in range(TONES)
    ]
    first = next(n for n, value in enumerate(ramp) if value > 1.15)
    assert ramp[first:] == sorted(ramp[first:])
    assert ramp[-1] > 3.0


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_bands_of_a_map_run_one_way_in_lightness_for_every_eye(theme: str, vision: str) -> None:
    palette = seen(load_palette(theme), vision)
    light = [luminance(palette.color(f"heat.{step}")) for step in range(HEATS)]
    assert light in (sorted(light), sorted(light, reverse=True))
    for one, next_ in pairwise(range(HEATS)):
        first, second = palette.color(f"heat.{one}"), palette.color(f"heat.{next_}")
        assert contrast(first, second) > TOLD_APART


@pytest.mark.parametrize("theme", THEMES)
def test_lines_and_numbers_can_be_seen_on_every_band_of_a_map(theme: str) -> None:
    palette = load_palette(theme)
    for step in range(HEATS):
        assert contrast(palette.color(f"mark.{step}"), palette.color(f"heat.{step}")) >= 3.0


def test_the_projector_has_a_white_ground_and_black_strokes_and_no_grays() -> None:
    palette = load_palette("projector")
    assert palette.color("ground") == "#ffffff"
    assert palette.color("outline") == palette.color("text") == "#000000"
    assert palette.stroke > 1.5
    for role in ROLES:
        color = palette.color(role)
        channels = {color[1:3], color[3:5], color[5:7]}
        assert len(channels) > 1 or channels <= {"00", "ff"}, f"{role} is gray"


def test_contrast_is_that_of_the_standard() -> None:
    # (1 + .05) / (0 + .05) and the standard's own example of #777777 on white.
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def shipped() -> str:
    return shelf.assets("palettes", "light.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("#f5f3ee", "paper"), "ground"),
        (('text = "#1c2230"', ""), "text"),
        (("stroke = 1.0", 'stroke = "thick"'), "stroke"),
        (("[roles]", "[roles"), "cannot be read"),
        (('stops = ["', 'stop = ["'), "muscle.stops"),
        (('pattern_on_dark = "#ffffff"', ""), "pattern_on_dark"),
        (("[heat]", "[heap]"), "heat.stops"),
    ],
)
def test_a_broken_palette_says_what_is_wrong_in_one_sentence(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    path = tmp_path / "light.toml"
    path.write_text(shipped().replace(*change), encoding="utf-8")
    with pytest.raises(PaletteError, match=said) as caught:
        read_palette("light", path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_theme_without_a_file_gives_a_palette_to_go_on_with() -> None:
    palette = load_palette("no-such-theme")
    assert isinstance(palette, Palette)
    assert "no-such-theme.toml" in palette.problem
    assert all(palette.color(role) for role in ROLES)
    assert contrast(palette.color("text"), palette.color("ground")) == pytest.approx(21.0)


def test_a_good_theme_has_no_problem_to_tell() -> None:
    assert all(load_palette(theme).problem == "" for theme in THEMES)
