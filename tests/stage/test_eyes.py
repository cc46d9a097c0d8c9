"""What colors say is said to every eye: levels by their tone, figures and answers by more than it.

Differences are those of CIE 1976 L*a*b* (D65). Side by side, 2.3 is just seen (Mahy and others
1994); four times as much is seen on areas that lie apart, at a glance.
"""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import numpy as np
import pytest

from hinge_tutor.stage.anatomy import TONES, tone
from hinge_tutor.stage.outlines import outline
from hinge_tutor.stage.palette import THEMES, contrast, linear, load_palette
from hinge_tutor.stage.vision import VISIONS, seen

AT_A_GLANCE = 4 * 2.3
# In the middle of each level: rest, low, moderate, high.
LEVELS = (0.0, 0.10, 0.25, 0.60)
_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE = (0.95047, 1.0, 1.08883)


def lab(color: str) -> tuple[float, float, float]:
    """L*, a*, b* of a color."""
    light = linear(color)
    x, y, z = (
        _bent(sum(a * b for a, b in zip(row, light, strict=True)) / white)
        for row, white in zip(_XYZ, _WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _bent(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def apart(one: str, other: str) -> float:
    """How differently two colors look."""
    return math.dist(lab(one), lab(other))


def test_differences_are_those_of_the_standard() -> None:
    # White is 100 from black, and pure red at 53.24, 80.09, 67.20 (IEC 61966-2-1 with D65).
    assert apart("#000000", "#ffffff") == pytest.approx(100.0, abs=0.01)
    assert lab("#ff0000") == pytest.approx((53.24, 80.09, 67.20), abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_levels_beside_each_other_are_told_apart(theme: str, vision: str) -> None:
    palette = seen(load_palette(theme), vision)
    tones = [palette.color(f"muscle.{tone(effort)}") for effort in LEVELS]
    assert min(apart(one, other) for one, other in pairwise(tones)) > AT_A_GLANCE


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", [vision for vision in VISIONS if vision != "gray"])
def test_right_and_otherwise_and_the_figures_are_told_apart(theme: str, vision: str) -> None:
    """In gray they are not: there a tick, a dash and words tell them, as for everybody."""
    palette = seen(load_palette(theme), vision)
    for group in (("accent", "pressure"), ("outline", "second", "third")):
        for one, other in combinations(group, 2):
            assert apart(palette.color(one), palette.color(other)) > AT_A_GLANCE


def test_figures_over_each_other_have_other_lines_too() -> None:
    line = np.array([0j, 400 + 0j])
    drawn = {outline("figure", [line], number, 2.0).points for number in range(3)}
    assert len(drawn) == 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_the_rim_of_a_marked_muscle_is_seen_on_what_lies_around_it(theme: str, vision: str) -> None:
    palette = seen(load_palette(theme), vision)
    for under in ("skin", "ground"):
        assert contrast(palette.color("highlight"), palette.color(under)) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
def test_between_a_rim_and_the_tone_in_it_there_is_a_line(theme: str) -> None:
    """Where both are alike, the muscle's own line parts them."""
    palette = load_palette(theme)
    for step in range(TONES):
        rim, inside = palette.color("highlight"), palette.color(f"muscle.{step}")
        assert apart(rim, inside) > AT_A_GLANCE
