"""What reaches people who do not see the screen.

Widgets that paint themselves stand on a widget of Qt's whose role is theirs: a slider, a progress
bar, a label with a picture. Interfaces of our own would be freed twice when the program ends.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class PaintedPicture(QLabel):
    """A widget that paints itself and is a picture for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A label is a picture as long as it holds one; this one is never seen.
        nothing = QPixmap(1, 1)
        nothing.fill(Qt.GlobalColor.transparent)
        self.setPixmap(nothing)


def announce(widget: QWidget, sentence: str) -> None:
    """Has a screen reader say `sentence` when it is idle; nothing is said of nothing."""
    if not sentence.strip() or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, sentence)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
