"""Widgets in a row that breaks into more rows where they do not fit beside each other.

Each row is as full as it can be, as words on a page are; in a `wrapping_row` what breaks becomes
columns of one width, since it is a choice among likes.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

APART_PX = 8


class Flow(QWidget):
    """As many beside each other as have room, each row as wide as all; it is as high as it needs.

    Of a `stretched` one the widgets share what is left of a row; otherwise they keep their size and
    end where the row ends.
    """

    def __init__(self, stretched: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretched = stretched
        self._widgets: list[QWidget] = []
        self._gap = APART_PX
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget) -> None:
        """One more at the end."""
        widget.setParent(self)
        self._widgets.append(widget)

    def set_gap(self, gap_px: int) -> None:
        """The distance between them."""
        self._gap = gap_px
        self.place()

    def _rows(self, wide: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        left = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            needs = widget.sizeHint().width()
            if not rows or left < needs:
                rows.append([])
                left = wide
            rows[-1].append(widget)
            left -= needs + self._gap
        return rows

    def place(self) -> None:
        """Puts every widget where it stands in this width."""
        top, wide = 0, self.width()
        for row in self._rows(wide):
            high = max(widget.sizeHint().height() for widget in row)
            needs = [widget.sizeHint().width() for widget in row]
            spare = max(wide - sum(needs) - self._gap * (len(row) - 1), 0)
            more = spare // len(row) if self._stretched else 0
            left = 0 if self._stretched else spare
            for widget, own in zip(row, needs, strict=True):
                widget.setGeometry(left, top, min(own + more, wide), high)
                left += own + more + self._gap
            top += high + self._gap
        self.setFixedHeight(max(top - self._gap, 0))

    def sizeHint(self) -> QSize:
        shown = [widget.sizeHint() for widget in self._widgets if not widget.isHidden()]
        wide = sum(size.width() + self._gap for size in shown) - self._gap
        return QSize(max(wide, 0), self.height())

    def minimumSizeHint(self) -> QSize:
        shown = [widget.sizeHint() for widget in self._widgets if not widget.isHidden()]
        return QSize(max((size.width() for size in shown), default=0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()
