"""The window's colors can be read in every theme: WCAG 2.2, 1.4.3 and 1.4.11."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from hinge_tutor.app.chrome import Look, chrome
from hinge_tutor.app.settings import THEMES
from hinge_tutor.app.style import _SHEET, style_sheet
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
    *(("focus", ground, GRAPHIC) for ground in ("window", "surface", "card", "accent_soft")),
    # What is chosen wears the accent around it.
    *(("accent", ground, GRAPHIC) for ground in ("surface", "card", "accent_soft")),
    *(("other", ground, GRAPHIC) for ground in ("window", "surface", "card")),
    # The handle of what scrolls.
    *(("muted", ground, GRAPHIC) for ground in ("window", "surface", "card")),
    ("accent", "window", GRAPHIC),
    ("accent", "track", GRAPHIC),
    ("text", "track", GRAPHIC),
)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_ink_stands_out_from_its_ground(theme: str, ink: str, ground: str, least: float) -> None:
    names = chrome(load_palette(theme)).names()
    assert contrast(names[ink], names[ground]) >= least


# These hold no words: tracks, handles, and a button with a picture alone.
BARE = ("groove", "handle", "sub-page", "QScrollBar", "#round", "separator", "::chunk")


def pairs_of_the_sheet() -> set[tuple[str, str, str]]:
    """Every rule of the style sheet that has a ground, with its ink; disabled ones go free."""
    inks, grounds = {}, {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", _SHEET):
        ink = re.search(r"(?:^|[\s;])color: @(\w+)@", body)
        ground = re.search(r"background: @(\w+)@", body)
        for selector in map(str.strip, selectors.split(",")):
            if ink:
                inks[selector] = ink.group(1)
            if ground and ":disabled" not in selector:
                grounds[selector] = ground.group(1)
    return {
        # What a rule does not say holds as it does without the state.
        (selector, inks.get(selector, inks.get(selector.rpartition(":")[0], "text")), ground)
        for selector, ground in grounds.items()
        if not any(part in selector for part in BARE)
    }


@pytest.mark.parametrize("theme", THEMES)
def test_whatever_the_style_sheet_writes_can_be_read(theme: str) -> None:
    names = chrome(load_palette(theme)).names()
    pairs = pairs_of_the_sheet()
    assert len(pairs) > 20
    dim = [pair for pair in pairs if contrast(names[pair[1]], names[pair[2]]) < TEXT]
    assert dim == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_style_sheet_has_no_hole(scale: float) -> None:
    palette = load_palette("light")
    assert "@" not in style_sheet(Look(palette, chrome(palette), scale))


@pytest.mark.parametrize("theme", THEMES)
def test_a_button_with_the_focus_has_one_ring_and_not_two(
    qapp: QApplication, qtbot: QtBot, theme: str
) -> None:
    palette = load_palette(theme)
    colors = chrome(palette)
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(Look(palette, colors, 1.0)))
    first, button = QPushButton("On", window), QPushButton("Back", window)
    button.setGeometry(0, first.height() + 20, 120, 44)
    window.show()
    window.activateWindow()
    qapp.processEvents()
    # Qt draws a ring of its own for whoever walks through a window with Tab.
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert button.hasFocus()
    image = button.grab().toImage()
    # Between the ring at the edge and the word in the middle.
    inside = {
        image.pixelColor(x, y).name()
        for x in range(8, 112)
        for y in range(6, 38)
        if not (30 < x < 90 and 12 < y < 32)
    }
    assert inside == {colors.names()["card"]}
