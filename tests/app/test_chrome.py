"""The window's colors can be read in every theme: WCAG 2.2, 1.4.3 and 1.4.11."""

from __future__ import annotations

import pytest

from hinge_tutor.app.chrome import Look, chrome
from hinge_tutor.app.settings import THEMES
from hinge_tutor.app.style import style_sheet
from hinge_tutor.paint import load_palette
from hinge_tutor.stage.palette import contrast

TEXT, GRAPHIC = 4.5, 3.0
PAIRS = (
    *(("text", ground, TEXT) for ground in ("window", "surface", "card", "accent_soft")),
    *(("muted", ground, TEXT) for ground in ("window", "surface", "card")),
    *((ink, ground, TEXT) for ink in ("accent", "good", "other") for ground in ("surface", "card")),
    ("on_accent", "accent", TEXT),
    ("on_accent", "accent_strong", TEXT),
    ("on_other", "other", TEXT),
    *(("focus", ground, GRAPHIC) for ground in ("window", "surface", "card")),
    ("accent", "window", GRAPHIC),
    ("accent", "track", GRAPHIC),
    ("text", "track", GRAPHIC),
)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_ink_stands_out_from_its_ground(theme: str, ink: str, ground: str, least: float) -> None:
    names = chrome(load_palette(theme)).names()
    assert contrast(names[ink], names[ground]) >= least


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_style_sheet_has_no_hole(scale: float) -> None:
    palette = load_palette("light")
    assert "@" not in style_sheet(Look(palette, chrome(palette), scale))
