"""Panes beside the stage: how wide they are, and how the focus goes from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

# At 100 % text: narrower a line holds too few words, wider the eye loses the next one.
NARROWEST_PX, WIDEST_PX = 300, 400
# The stage keeps 55 % of the window; a hair more stays free for borders.
LARGEST_SHARE = 0.43
USUAL_SHARE = 0.25


def pane_width(window_px: int, scale: float) -> int:
    """How wide a pane beside the stage is in a window of this width, px, at a text scale."""
    wanted = min(max(window_px * USUAL_SHARE, NARROWEST_PX * scale), WIDEST_PX * scale)
    return round(min(wanted, window_px * LARGEST_SHARE))


def is_tight(pane_px: int, scale: float) -> bool:
    """Whether letters of a text scale would have a wider pane: there, gaps give way to them."""
    return pane_px < NARROWEST_PX * scale


def holds_focus(pane: QWidget) -> bool:
    """Whether the focus is in this pane."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))


def enter(pane: QWidget) -> None:
    """Gives the focus to a pane, or to the control in it that stands first, as one reads."""
    controls = [widget for widget in (pane, *pane.findChildren(QWidget)) if _takes_focus(widget)]
    if pane in controls:
        controls = [pane]
    if controls:
        first = min(controls, key=lambda control: _middle(control, pane))
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _takes_focus(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isVisible() and widget.isEnabled()


def _middle(control: QWidget, pane: QWidget) -> tuple[int, int]:
    """Its middle, row before column: what stands in a row is of different heights."""
    middle = control.mapTo(pane, control.rect().center())
    return middle.y(), middle.x()
