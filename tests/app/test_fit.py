"""Nothing is cut off: words fit their widgets at every size of window and text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from hinge_tutor.app.lesson_text import LessonText
from hinge_tutor.app.settings import Settings

from .conftest import Opened, settle

# WCAG 2.2, 2.5.8.
LEAST_TARGET_PX = 24
SIZES = ((1024, 640), (1280, 800), (1600, 1000), (3840, 2160))
TALL = ((600, 900), (768, 1024))


def scrolled(widget: QWidget) -> bool:
    """Whether a scroll area can bring it into sight."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def cut_off(window: QWidget) -> list[str]:
    """Every visible widget whose words do not fit it, or that sticks out of the window."""
    found = []
    whole = QRect(QPoint(0, 0), window.size())
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or (widget.visibleRegion().isEmpty() and not scrolled(widget)):
            continue
        wide, high = widget.width(), widget.height()
        what = f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}"
        if isinstance(widget, QLabel) and widget.text():
            needs_high = widget.heightForWidth(wide) if widget.wordWrap() else 0
            words = widget.text().split() if widget.wordWrap() else [widget.text()]
            metrics = widget.fontMetrics()
            longest = max(metrics.horizontalAdvance(word) for word in words)
            if needs_high > high or longest > wide:
                found.append(
                    f"{what} {widget.text()!r}: {wide}×{high}, needs {longest}×{needs_high}"
                )
        elif isinstance(widget, QPushButton | QToolButton):
            hint = widget.minimumSizeHint() if widget.text() else widget.iconSize()
            if hint.width() > wide or hint.height() > high:
                found.append(f"{what} {wide}×{high}, needs {hint.width()}×{hint.height()}")
        elif isinstance(widget, LessonText):
            needs = widget.document().size().height()
            if needs > high:
                found.append(f"{what}: {high}, needs {needs}")
        if isinstance(widget, QAbstractButton) and min(wide, high) < LEAST_TARGET_PX:
            found.append(f"{what} is too small to hit: {wide}×{high}")
        if isinstance(widget, QAbstractButton | QLabel) and not scrolled(widget):
            place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            if not whole.contains(place):
                found.append(f"{what} sticks out: {place}")
    return found


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [*SIZES, *TALL], ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_build_fits(opened: Opened, size: tuple[int, int], percent: int) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent))
    session = window.session
    session.timeline.play(False)
    for spot in session.route.spots:
        session.go(spot)
        session.timeline.play(False)
        settle()
        assert cut_off(window) == [], spot
        stage = window.learn.stage
        assert stage.width() >= 0.55 * window.width()
        assert stage.height() >= 0.25 * window.height()
    question = next(s for s in session.route.spots if session.route.build(s).question is not None)
    session.go(question)
    session.choose(0)
    window.describe()
    settle()
    assert cut_off(window) == []


@pytest.mark.parametrize("percent", [100, 200])
def test_every_card_fits_the_smallest_window(opened: Opened, percent: int) -> None:
    window = opened((1024, 640), Settings(health_note_read=True, text_percent=percent))
    for show in (window.desk.preferences, window.desk.health_note, window.desk.list_commands):
        show()
        settle()
        assert cut_off(window) == [], show
        card = window.desk.top()
        assert card is not None
        window.close_innermost()
    window.on_trouble("/a/rather/long/path/to/a/log/file/hinge-tutor.log", "details")
    settle()
    assert cut_off(window) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
@pytest.mark.parametrize("card", ["help", "overview", "preferences", "commands", "go_to"])
def test_every_row_of_every_card_can_be_scrolled_to(
    opened: Opened, card: str, size: tuple[int, int], percent: int
) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent))
    window.commands.run(card)
    settle()
    top = window.desk.top()
    assert top is not None
    frame = next(child for child in top.children() if child.objectName() == "card")
    assert isinstance(frame, QWidget)
    for area in frame.findChildren(QAbstractScrollArea):
        corner = area.viewport().mapTo(frame, area.viewport().rect().bottomRight())
        assert frame.rect().contains(corner), "its end lies outside of the card"
        assert area.viewport().height() > 100
        if isinstance(area, QScrollArea) and (sheet := area.widget()) is not None:
            assert sheet.width() <= area.viewport().width(), "something is cut off at the side"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_audience_sees_whole_sentences(opened: Opened, size: tuple[int, int]) -> None:
    window = opened(size)
    window.present(True)
    window.resize(*size)
    for spot in window.session.route.spots:
        window.session.go(spot)
        window.session.timeline.play(False)
        settle()
        assert cut_off(window) == [], spot


def test_the_roll_folds_away_in_a_low_window(opened: Opened) -> None:
    window = opened((1280, 800))
    window.session.set_options(window.session.options.preset("muscles"))
    settle()
    assert window.learn.roll.isVisible()
    window.resize(1280, 740)
    settle()
    assert not window.learn.roll.isVisible()
    window.resize(1280, 800)
    settle()
    assert window.learn.roll.isVisible()
