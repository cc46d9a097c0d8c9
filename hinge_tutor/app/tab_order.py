"""The way of Tab through cards that were made after everything around them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def lead_through(first: QWidget, cards: Sequence[QWidget]) -> None:
    """From `first` into what takes the focus in these cards, from top to bottom.

    Whatever came after `first` comes after them: Qt itself puts what is made later at the end.
    """
    pane = first.window()
    controls = [
        control
        for card in cards
        for control in (card, *card.findChildren(QWidget))
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    controls.sort(key=lambda control: _place(control, pane))
    before = first
    for control in controls:
        if before.nextInFocusChain() is not control:
            QWidget.setTabOrder(before, control)
        before = control


def _place(control: QWidget, pane: QWidget) -> tuple[int, int]:
    corner = control.mapTo(pane, QPoint(0, 0))
    return corner.y(), corner.x()
