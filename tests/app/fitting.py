"""Whether everything that a window says can be read and reached, measured on its widgets.

What is measured, beside what `cut_off` does: nothing is wider than the pane it scrolls in, no two
neighbors lie on each other, no list shortens its rows, and what is painted as letters stays inside
of its widget and off other letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QStaticText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QMenuBar,
    QScrollArea,
    QWidget,
)

from .test_fit import cut_off

# What may lie on each other without hiding anything: borders, and the rounding of letters.
HAIR_PX = 1
# An accent may touch the tail of a letter in the line above it.
ACCENT_PX = 3
# Higher than any window.
FAR_PX = 10_000


def misfits(window: QWidget) -> list[str]:
    """Every sentence about something that is cut off, too wide, or on something else."""
    return [*cut_off(window), *too_wide(window), *on_each_other(window), *shortened(window)]


def too_wide(window: QWidget) -> list[str]:
    """What reaches out of the side of the place that it scrolls in, which nobody can scroll to."""
    found = []
    for area in window.findChildren(QScrollArea):
        sheet = area.widget()
        if sheet is None or not area.isVisible():
            continue
        room = area.viewport().width()
        if sheet.width() <= room:
            continue
        found += [
            f"{told(child)} needs {child.minimumSizeHint().width()} of {room}"
            for child in sheet.findChildren(QWidget)
            if child.isVisible() and child.minimumSizeHint().width() > room
        ]
        found.append(f"{told(area)}: {sheet.width()} in {room}")
    return found


def on_each_other(window: QWidget) -> list[str]:
    """Words and controls of one parent that share some of their room."""
    found = []
    for parent in (window, *window.findChildren(QWidget)):
        if not parent.isVisible() or parent.layout() is None:
            continue
        inside = [
            child
            for child in parent.children()
            if isinstance(child, QWidget) and child.isVisible() and in_layout(child)
        ]
        for one, other in combinations(inside, 2):
            both = one.geometry().intersected(other.geometry())
            if both.width() > HAIR_PX and both.height() > HAIR_PX:
                found.append(f"{told(one)} {one.geometry()} on {told(other)} {other.geometry()}")
    return found


def in_layout(widget: QWidget) -> bool:
    """Whether a layout has given it its place; what lies over others on purpose has none."""
    parent = widget.parentWidget()
    layout = parent.layout() if parent is not None else None
    return layout is not None and _holds(layout, widget)


def _holds(layout: QLayout, widget: QWidget) -> bool:
    inner = (each for each in layout.children() if isinstance(each, QLayout))
    return layout.indexOf(widget) >= 0 or any(_holds(each, widget) for each in inner)


def shortened(window: QWidget) -> list[str]:
    """Rows of lists, menus and fields that say less than they have to say."""
    found = []
    for rows in window.findChildren(QListWidget):
        if not rows.isVisible():
            continue
        for place in range(rows.count()):
            item = rows.item(place)
            wide = rows.visualItemRect(item).width()
            needs = rows.sizeHintForColumn(0)
            if not rows.wordWrap() and needs > max(wide, rows.viewport().width()):
                found.append(f"{told(rows)} {item.text()!r}: {wide}, needs {needs}")
                break
    for bar in window.findChildren(QMenuBar):
        # Menus without room stand behind a button of Qt's.
        more = bar.findChild(QAbstractButton, "qt_menubar_ext_button")
        if bar.isVisible() and not (more is not None and more.isVisible()):
            for action in bar.actions():
                where = bar.actionGeometry(action)
                if where.isEmpty() or not bar.rect().contains(where):
                    found.append(f"{told(bar)} {action.text()!r}: {where} in {bar.rect()}")
    for field in window.findChildren(QLineEdit):
        if field.isVisible() and field.placeholderText():
            needs = field.fontMetrics().horizontalAdvance(field.placeholderText())
            if needs > field.contentsRect().width():
                found.append(f"{told(field)} {field.placeholderText()!r}")
    return found


def told(widget: QWidget) -> str:
    said = widget.accessibleName()
    if isinstance(widget, QLabel | QAbstractButton):
        said = widget.text()
    return f"{type(widget).__name__} {widget.objectName()} {said[:60]!r}"


@dataclass(frozen=True)
class Painted:
    """A text as it was painted: on what, where, in px of that."""

    text: str
    on: QWidget
    box: QRectF


def painted_on(root: QWidget, monkeypatch: pytest.MonkeyPatch) -> list[Painted]:
    """Every text that is painted on a widget and on what stands in it."""
    with _watched(root, monkeypatch) as found:
        root.grab()
    return found


@contextmanager
def _watched(root: QWidget, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Painted]]:
    found: list[Painted] = []
    draw_text: Callable[..., object] = QPainter.drawText
    draw_static: Callable[..., object] = QPainter.drawStaticText

    def note(painter: QPainter, text: str, box: QRectF) -> None:
        device = painter.device()
        if isinstance(device, QWidget):
            # A grab of the whole paints everything from its own corner.
            corner = QPointF(device.mapTo(root, QPoint(0, 0)) if device is not root else QPoint())
            place = painter.deviceTransform().mapRect(box).translated(-corner)
            found.append(Painted(text, device, place))

    def drawing(painter: QPainter, *given: object) -> object:
        text = next(each for each in given if isinstance(each, str))
        metrics = QFontMetricsF(painter.font())
        if isinstance(given[0], QPointF):
            rise = metrics.tightBoundingRect(text)
            note(painter, text, rise.translated(given[0]))
        else:
            assert isinstance(given[0], QRectF | QRect)
            flags = given[1]
            assert isinstance(flags, int | Qt.AlignmentFlag)
            value = flags if isinstance(flags, int) else flags.value
            note(painter, text, metrics.boundingRect(QRectF(given[0]), value, text))
        return draw_text(painter, *given)

    def drawing_static(painter: QPainter, *given: object) -> object:
        where, text = given
        assert isinstance(where, QPointF)
        assert isinstance(text, QStaticText)
        metrics = QFontMetricsF(painter.font())
        tight = metrics.tightBoundingRect(text.text())
        foot = where + QPointF(0.0, metrics.ascent())
        note(painter, text.text(), tight.translated(foot))
        return draw_static(painter, *given)

    with monkeypatch.context() as patched:
        patched.setattr(QPainter, "drawText", drawing)
        patched.setattr(QPainter, "drawStaticText", drawing_static)
        yield found


def painted_badly(found: list[Painted]) -> list[str]:
    """Letters that are cut off by the edge of their widget, or lie on other letters."""
    bad = [
        f"{told(each.on)} {each.text!r} sticks out: {each.box} of {each.on.rect()}"
        for each in found
        if not _room(each.on).contains(each.box)
    ]
    by_widget: dict[int, list[Painted]] = {}
    for each in found:
        by_widget.setdefault(id(each.on), []).append(each)
    for texts in by_widget.values():
        for one, other in combinations(texts, 2):
            both = one.box.intersected(other.box)
            if both.width() > HAIR_PX and both.height() > ACCENT_PX:
                bad.append(f"{told(one.on)} {one.text!r} {one.box} on {other.text!r} {other.box}")
    return bad


def _room(widget: QWidget) -> QRectF:
    """Where letters may stand: what scrolls cuts off rows above and below."""
    parent = widget.parentWidget()
    more = FAR_PX if isinstance(parent, QAbstractScrollArea) else HAIR_PX
    return QRectF(widget.rect()).adjusted(-HAIR_PX, -more, HAIR_PX, more)


def seen_of(widget: QWidget, area: QScrollArea) -> tuple[int, int]:
    """How much of a widget's height can be seen in the place that it scrolls in, and all of it."""
    sight = area.viewport()
    place = QRect(widget.mapTo(sight, QPoint(0, 0)), widget.size())
    return place.intersected(sight.rect()).height(), place.height()
