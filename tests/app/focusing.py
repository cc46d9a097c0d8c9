"""How much of a control changes, and how clearly, when it takes the focus."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QSlider, QWidget

from hinge_tutor.app.window import Window
from hinge_tutor.stage.palette import contrast

from .conftest import settle

# WCAG 2.2, 2.4.13: the ring is told from what was there before by this contrast.
CLEAR = 3.0
# A line along half of its outline, one pixel wide, is the least that is found at a glance.
SHARE = 0.5
# Of a slider the handle is what takes the focus.
HANDLE_PX = 24


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab may stop here now."""
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.isVisible()


def around(window: Window) -> list[QWidget]:
    """Everything that Tab reaches, from the focused widget around to the same.

    In some it goes from place to place first: the links of a text, the handles of a figure.
    """
    first = QApplication.focusWidget()
    assert first is not None
    found = [first]
    for _ in range(400):
        (QApplication.focusWidget() or window).focusNextChild()
        now = QApplication.focusWidget()
        assert now is not None
        if now is first and len(found) > 1:
            return found
        if now is not found[-1]:
            found.append(now)
    raise AssertionError(f"Tab never comes around: {[called(each) for each in found[-4:]]}")


def called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()!r}"


def picture(widget: QWidget) -> QImage:
    """A control as it stands in its window: alone it has no ground."""
    settle()
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def clear_pixels(before: QImage, after: QImage) -> int:
    """How many pixels differ clearly between two pictures of one size."""
    pairs: Counter[tuple[int, int]] = Counter()
    for y in range(before.height()):
        for x in range(before.width()):
            one, other = before.pixel(x, y), after.pixel(x, y)
            if one != other:
                pairs[one, other] += 1
    return sum(count for pair, count in pairs.items() if contrast(*map(_hex, pair)) >= CLEAR)


def _hex(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"


def dim(widget: QWidget) -> str:
    """What is wrong with the ring around a control; empty where everybody sees it."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    with_focus = picture(widget)
    widget.clearFocus()
    without = picture(widget)
    if with_focus.size() != without.size():
        return f"{called(widget)} changes its size"
    found = clear_pixels(without, with_focus)
    wide, high = widget.width(), widget.height()
    if isinstance(widget, QSlider):
        wide = high = HANDLE_PX
    wanted = SHARE * (wide + high)
    return "" if found >= wanted else f"{called(widget)}: {found} px, wants {wanted:.0f}"


def in_pane(widget: QWidget) -> QScrollArea | None:
    """The place that a widget scrolls in."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
