"""Efforts can be told apart in gray and by eyes that see fewer colors."""

from __future__ import annotations

import itertools

import pytest

from hinge_tutor.stage.anatomy import tone
from hinge_tutor.stage.palette import THEMES, contrast, linear, load_palette
from hinge_tutor.stage.vision import USUAL, VISIONS, seen

OTHERS = [vision for vision in VISIONS if vision != USUAL]
# A step of brightness that is seen at once beside the other: twice the 1.1 that is just seen.
STEP = 1.2
# WCAG 2.2 asks 3 of graphics.
GRAPHICS = 3.0
# Efforts in the middle of the four levels.
LEVELS = (0.02, 0.10, 0.25, 0.60)
# Colors have 256 steps, which rounds what is gray to within one of them.
ONE_STEP = 1.5 / 255


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_levels_of_effort_are_told_apart(theme: str, vision: str) -> None:
    palette = seen(load_palette(theme), vision)
    tones = [palette.color(f"muscle.{tone(effort)}") for effort in LEVELS]
    for weaker, stronger in itertools.pairwise(tones):
        assert contrast(weaker, stronger) > STEP, (weaker, stronger)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_way_of_working_is_seen_on_every_tone(theme: str, vision: str) -> None:
    palette = seen(load_palette(theme), vision)
    for effort in LEVELS:
        step = tone(effort)
        mark, ground = palette.color(f"pattern.{step}"), palette.color(f"muscle.{step}")
        assert contrast(mark, ground) > GRAPHICS


def test_gray_has_no_color_and_is_as_bright() -> None:
    palette = load_palette("light")
    gray = seen(palette, "gray")
    for role, color in palette.colors.items():
        red, green, blue = linear(gray.color(role))
        assert red == green == blue
        assert contrast(color, gray.color(role)) < 1.02


@pytest.mark.parametrize("vision", OTHERS)
def test_white_and_black_look_the_same_to_everybody(vision: str) -> None:
    palette = load_palette("projector")
    for color in ("#ffffff", "#000000"):
        one = type(palette)("one", 1.0, {"ground": color})
        found = linear(seen(one, vision).color("ground"))
        assert found == pytest.approx(linear(color), abs=ONE_STEP)


def test_red_and_green_are_one_hue_without_red_cones_and_two_with_them() -> None:
    palette = load_palette("light")
    pair = type(palette)("two", 1.0, {"red": "#c03030", "green": "#4a7a20"})

    def apart(vision: str) -> float:
        shown = seen(pair, vision)
        red, green = (linear(shown.color(role)) for role in ("red", "green"))
        return abs(red[0] / sum(red) - green[0] / sum(green))

    assert apart("deuteranopia") < 0.25 * apart(USUAL)
    assert apart("protanopia") < 0.25 * apart(USUAL)
    assert apart("tritanopia") > 0.5 * apart(USUAL)
