"""Words stand where they can be read: phases on the bar, a lesson's text, pictures of steps."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hinge_tutor.app.chrome import Look, chrome
from hinge_tutor.app.lesson_pane import LessonPane
from hinge_tutor.app.lesson_text import LessonText
from hinge_tutor.app.overview import TILE
from hinge_tutor.app.phase_bar import PhaseBar
from hinge_tutor.app.phase_words import Place, places
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.source_card import SourceCard
from hinge_tutor.app.style import SMALL
from hinge_tutor.app.tiles import picture, telling
from hinge_tutor.app.window import Window
from hinge_tutor.paint import FONT_FAMILY, load_palette

from .conftest import Opened, settle

LONG = "Think of a door. The frame stands, the door swings. " * 6
SIZES = [((1024, 640), 100), ((1024, 640), 200), ((1280, 800), 200), ((3840, 2160), 100)]


def look(scale: float = 1.0) -> Look:
    palette = load_palette("light")
    return Look(palette, chrome(palette), scale)


# ── phases ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("size", "percent"), SIZES)
def test_every_phase_is_named_at_every_size(
    opened: Opened, size: tuple[int, int], percent: int
) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent))
    bar = window.learn.transport.findChild(PhaseBar)
    assert isinstance(bar, PhaseBar)
    scale = percent / 100 * (2.0 if size[0] == 3840 else 1.0)
    font = QFont(FONT_FAMILY)
    font.setPixelSize(round(SMALL * scale))
    metrics = QFontMetricsF(font)
    for spot in window.session.route.spots:
        window.session.go(spot)
        window.session.timeline.play(False)
        settle()
        named = bar.named(look(scale), metrics)
        assert len(named) == len(window.session.timeline.spans), spot
        timed = bar.timed(look(scale), metrics, metrics)
        ends = [(left, left + metrics.horizontalAdvance(words)) for left, words in timed]
        assert all(end + 2 < start for (_, end), (start, _) in pairwise(ends)), "seconds crowd"


def test_names_do_not_meet_and_stand_over_their_blocks() -> None:
    blocks = [(0.0, 40.0), (42.0, 80.0), (82.0, 200.0), (202.0, 240.0)]
    widths = [38.0, 60.0, 60.0, 60.0]
    found = places(blocks, widths, 250.0, 12.0, 0)
    assert [place.index for place in found] == [0, 1, 2, 3]
    for under in (False, True):
        row = [place for place in found if place.under == under]
        for one, other in pairwise(row):
            assert one.left + widths[one.index] < other.left
    assert all(place.left + widths[place.index] <= 250 for place in found)


def test_where_nothing_fits_the_present_phase_is_named() -> None:
    blocks = [(10.0 * each, 10.0 * each + 9) for each in range(5)]
    found = places(blocks, [200.0] * 5, 220.0, 12.0, 3)
    assert [place.index for place in found] == [3]
    assert places([(0.0, 50.0)], [20.0], 50.0, 12.0, 0) == (Place(0, 0.0),)


# ── text ─────────────────────────────────────────────────────────────────────────────────────────


def whole(text: LessonText) -> bool:
    return text.document().size().height() <= text.height()


@pytest.mark.parametrize("points", [10, 17, 31])
def test_another_font_of_the_widget_cuts_nothing_off(qtbot: QtBot, points: int) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    text = LessonText(lambda *_: None)
    column = QVBoxLayout(pane)
    column.addWidget(text)
    column.addStretch(1)
    pane.resize(300, 900)
    pane.show()
    text.show_markdown(LONG, Path(), 14)
    settle()
    assert whole(text)
    pane.hide()
    font = QFont(text.font())
    font.setPointSize(points)
    text.setFont(font)
    pane.show()
    settle()
    assert text.document().defaultFont().pixelSize() == 14, "the lesson's letters stay"
    assert whole(text)


def test_no_text_loses_its_last_lines_on_a_long_way(opened: Opened) -> None:
    window = opened()
    text = window.learn.findChild(LessonText)
    assert isinstance(text, LessonText)
    for _ in range(4):
        window.commands.run("larger")
    settle()
    window.commands.run("usual_size")
    window.resize(1920, 1080)
    window.present(False)
    settle()
    window.close_innermost()
    for width, height in ((1280, 800), (1024, 640), (3840, 2160), (1281, 801), (1280, 800)):
        window.resize(width, height)
        settle()
        assert whole(text), (width, height)
        assert text.verticalScrollBar().value() == 0


def ink(widget: QWidget) -> int:
    """The first column that is written on."""
    image = widget.grab().toImage()
    columns = range(image.width())
    rows = range(image.height())
    return next(x for x in columns if any(image.pixelColor(x, y).lightness() < 120 for y in rows))


@pytest.mark.parametrize(("size", "percent"), SIZES)
def test_text_and_heading_begin_at_one_edge(
    opened: Opened, size: tuple[int, int], percent: int
) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent))
    pane = window.learn.lesson
    text = pane.findChild(LessonText)
    prompt = window.session.fill(window.session.build.prompt)
    heading = next(w for w in pane.findChildren(QWidget) if w.property("text") == prompt)
    assert isinstance(text, LessonText)
    text.show_markdown("HHH\n\nHHH", Path(), 14)
    heading.setProperty("text", "HHH")
    settle()
    assert abs((text.x() + ink(text)) - (heading.x() + ink(heading))) <= 1


def test_a_list_stands_in_a_little_and_apart_from_what_follows(qtbot: QtBot) -> None:
    text = LessonText(lambda *_: None)
    qtbot.addWidget(text)
    text.show_markdown("Before.\n\n- one\n- two\n\nAfter.", Path(), 20)
    document = text.document()
    margins = []
    block = document.begin()
    while block.isValid():
        margins.append(block.blockFormat().topMargin())
        block = block.next()
    before, first, second, after = margins
    assert first == after
    assert second < after / 2
    assert before == 0
    assert 20 <= document.indentWidth() <= 30


# ── pane ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_arrow_grows_with_its_words(qtbot: QtBot) -> None:
    made = SourceCard()
    qtbot.addWidget(made)
    button = made.findChild(QPushButton)
    assert button is not None
    for scale in (1.0, 2.0, 4.0):
        made.set_look(look(scale))
        assert button.iconSize().width() == round(16 * scale)


def test_the_focus_is_always_in_sight(opened: Opened) -> None:
    window = opened((1024, 640), Settings(health_note_read=True, text_percent=200))
    window.activateWindow()
    session = window.session
    session.go(next(s for s in session.route.spots if session.route.build(s).question is not None))
    session.timeline.play(False)
    settle()
    pane = window.learn.lesson
    area = pane.findChild(QScrollArea)
    assert isinstance(pane, LessonPane)
    assert area is not None
    inside = [
        widget
        for widget in area.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(inside) > 4
    room = QRect(area.viewport().mapTo(window, QPoint(0, 0)), area.viewport().size())
    for widget in (*inside, *reversed(inside)):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        assert QApplication.focusWidget() is widget
        seen = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        assert room.intersects(seen)
        assert room.contains(seen) or seen.height() > room.height()


def test_muscles_are_named_only_once_the_step_has_shown_them(opened: Opened) -> None:
    window = opened((1280, 900))
    session, roll = window.session, window.learn.roll
    met = False
    for spot in session.route.spots:
        session.go(spot)
        session.timeline.play(False)
        settle()
        shown = "muscles" in session.build.stage.layers
        met = (met and spot.build > 0) or shown
        assert roll.isVisible() == (shown or (met and not session.pending)), spot
    session.go(session.route.spots[0])
    settle()
    low = window.learn.stage.height()
    assert not roll.isVisible()
    session.set_options(session.options.switched("muscles"))
    settle()
    assert roll.isVisible()
    assert window.learn.stage.height() < low


# ── tiles ────────────────────────────────────────────────────────────────────────────────────────


def test_every_step_has_a_tile_of_its_own(window: Window) -> None:
    session = window.session
    steps = session.lesson.steps
    drawn: list[QPixmap] = [picture(session, step, look(), TILE) for step in steps]
    alike = [
        (one, other)
        for one in range(len(steps))
        for other in range(one)
        if drawn[one].toImage() == drawn[other].toImage()
    ]
    assert alike == []
    for step in steps:
        most = max(len(build.stage.movements) for build in step.builds)
        assert len(telling(step).stage.movements) == most
