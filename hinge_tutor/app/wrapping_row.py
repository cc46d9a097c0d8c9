"""Lays widgets out in one line, or in as many as they need where it is too short.

It is a layout, so that rows of a card that share their height ask it how high it is in a width; a
`flow` asks nobody.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP_PX = 6


class WrappingRow(QLayout):
    """In one line each has its width and a share of what is left; in several, all are as wide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def _hints(self) -> list[QSize]:
        return [item.sizeHint() for item in self._items]

    def _places(self, width: int) -> list[QRect]:
        """Where each item stands in a line of that width."""
        hints = self._hints()
        if not hints:
            return []
        high = max(hint.height() for hint in hints)
        spare = width - sum(hint.width() for hint in hints) - GAP_PX * (len(hints) - 1)
        if spare >= 0:
            places, left = [], 0
            for place, hint in enumerate(hints):
                share = spare // len(hints) + (place < spare % len(hints))
                places.append(QRect(left, 0, hint.width() + share, high))
                left += hint.width() + share + GAP_PX
            return places
        widest = max(hint.width() for hint in hints)
        columns = max((width + GAP_PX) // (widest + GAP_PX), 1)
        # Two and three look better than four and one.
        columns = -(-len(hints) // -(-len(hints) // columns))
        each = (width - GAP_PX * (columns - 1)) // columns
        return [
            QRect((i % columns) * (each + GAP_PX), (i // columns) * (high + GAP_PX), each, high)
            for i in range(len(hints))
        ]

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        hints = self._hints()
        wide = sum(hint.width() for hint in hints) + GAP_PX * max(len(hints) - 1, 0)
        return QSize(wide, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        hints = self._hints()
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))
