"""Shares a pane's height among cards whose words wrap, at once instead of with the next events."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from hinge_tutor.app.clear_area import ClearArea


def share_height(pane: QWidget, scroll: ClearArea, cards: Sequence[QWidget]) -> None:
    """Lays out cards, the column that scrolls and the pane, in this order: words that wrap know
    their height only with their width.
    """
    for widget in cards:
        # From the inside out; Qt itself would do so only when the next events come.
        if (inside := widget.layout()) is not None:
            inside.activate()
    if (body := scroll.widget()) is None or (column := body.layout()) is None:
        return
    column.invalidate()
    if (whole := pane.layout()) is not None:
        whole.activate()
    room = scroll.room.size()
    needs = body.heightForWidth(room.width())
    if needs > room.height():
        # A pane that scrolls loses the width of its bar.
        wide = scroll.maximumViewportSize().width()
        bar = scroll.verticalScrollBar().sizeHint().width()
        room.setWidth(min(room.width(), wide - bar))
        needs = body.heightForWidth(room.width())
    body.resize(room.width(), max(needs, room.height()))
    column.activate()
    # Qt shows or hides the bar with the next events only, and until then the column is too wide.
    QApplication.sendEvent(scroll, QEvent(QEvent.Type.LayoutRequest))
