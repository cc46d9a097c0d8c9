"""Nothing is cut off in Spanish either, whose words are longer, at the sizes with least room."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QScrollArea

from hinge_tutor.app.phase_bar import PhaseBar
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.style import SMALL
from hinge_tutor.app.window import Window
from hinge_tutor.paint import FONT_FAMILY

from .conftest import Opened, settle, unasked
from .test_fit import cut_off
from .test_words_in_place import look

SMALLEST, USUAL = (1024, 640), (1280, 800)
LOOKS = [(SMALLEST, 100), (SMALLEST, 200), (USUAL, 200), ((600, 900), 100)]


def in_spanish(opened: Opened, size: tuple[int, int], percent: int) -> Window:
    settings = Settings(health_note_read=True, text_percent=percent, language="es")
    return opened(size, settings)


@pytest.mark.parametrize(("size", "percent"), LOOKS)
def test_every_build_fits(opened: Opened, size: tuple[int, int], percent: int) -> None:
    window = in_spanish(opened, size, percent)
    session = window.session
    for spot in session.route.spots:
        session.go(spot)
        session.timeline.play(False)
        settle()
        assert cut_off(window) == [], spot
        if session.asking:
            session.choose(0)
            settle()
            assert cut_off(window) == [], spot
    window.describe()
    settle()
    assert cut_off(window) == []


@pytest.mark.slow
@pytest.mark.whole_course
def test_every_build_of_the_whole_course_fits(opened: Opened) -> None:
    window = in_spanish(opened, SMALLEST, 200)
    for spot in window.session.route.spots:
        window.session.go(spot)
        window.session.timeline.play(False)
        settle()
        assert cut_off(window) == [], spot


@pytest.mark.parametrize(("size", "percent"), LOOKS)
def test_every_phase_is_named(opened: Opened, size: tuple[int, int], percent: int) -> None:
    window = in_spanish(opened, size, percent)
    bar = window.learn.transport.findChild(PhaseBar)
    assert isinstance(bar, PhaseBar)
    font = QFont(FONT_FAMILY)
    font.setPixelSize(round(SMALL * percent / 100))
    for spot in window.session.route.spots:
        window.session.go(spot)
        window.session.timeline.play(False)
        settle()
        named = bar.named(look(percent / 100), QFontMetricsF(font))
        assert len(named) == len(window.session.timeline.spans), spot


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "card", ["preferences", "help", "commands", "go_to", "lessons", "find", "glossary", "health"]
)
def test_every_card_fits(opened: Opened, card: str, percent: int) -> None:
    window = in_spanish(opened, SMALLEST, percent)
    window.commands.run(card)
    settle()
    assert cut_off(window) == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("size", "percent"), LOOKS)
def test_nothing_of_the_sandbox_is_cut_off_at_its_side(
    opened: Opened, size: tuple[int, int], percent: int, language: str
) -> None:
    settings = Settings(health_note_read=True, text_percent=percent, language=language)
    window = opened(size, settings)
    unasked(window.session)
    window.commands.run("sandbox")
    settle()
    assert cut_off(window) == []
    for area in window.drawer.pane.findChildren(QScrollArea):
        sheet = area.widget()
        assert sheet is not None
        assert sheet.width() <= area.viewport().width()
