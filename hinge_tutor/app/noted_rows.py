"""Draws the rows of a list that have a note under their words, and what stands at their end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

# What a row keeps beside its words: its note, what stands at its end.
NOTE, END = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
# How strong the words of a row are that cannot be taken.
FAINT = 0.6
AIR_PX, SIDE_PX, GAP_PX = 6, 12, 16
# A note is read beside its words, not instead of them.
NOTE_SIZE, NOTE_LINES = 0.88, 2

Index = QModelIndex | QPersistentModelIndex


class NotedRows(QStyledItemDelegate):
    """Words in one strong line, the note in one or two lines under it."""

    def _note_font(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPixelSize(max(round(font.pixelSize() * NOTE_SIZE), 1))
        return small

    def _note_lines(self, note: str, font: QFont, width: int) -> list[str]:
        """A note cut into lines of a width; the last one is elided where it is longer."""
        measured = QFontMetrics(font)
        lines: list[str] = []
        left = note.split()
        while left and len(lines) < NOTE_LINES:
            taken = 1
            while (
                taken < len(left)
                and measured.horizontalAdvance(" ".join(left[: taken + 1])) <= width
            ):
                taken += 1
            last = len(lines) == NOTE_LINES - 1
            line = " ".join(left if last else left[:taken])
            lines.append(measured.elidedText(line, Qt.TextElideMode.ElideRight, width))
            left = left[taken:]
        return lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        note, end = index.data(NOTE), index.data(END)
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        # A style sheet gives disabled text the color of all other; the note, which says why, stays.
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorGroup.Normal, role))
        painter.setOpacity(1.0 if enabled else FAINT)
        rect = option.rect.adjusted(SIDE_PX, AIR_PX, -SIDE_PX, -AIR_PX)
        strong = QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold if note else QFont.Weight.Normal)
        measured = QFontMetrics(strong)
        painter.setFont(option.font)
        room = rect.width()
        top = QRect(rect.left(), rect.top(), room, measured.height())
        if end:
            painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, end)
            room -= QFontMetrics(option.font).horizontalAdvance(end) + GAP_PX
        painter.setFont(strong)
        painter.drawText(
            QRect(top.left(), top.top(), room, top.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            measured.elidedText(words, Qt.TextElideMode.ElideRight, room),
        )
        painter.setOpacity(1.0)
        if note:
            small = self._note_font(option.font)
            painter.setFont(small)
            line_px = QFontMetrics(small).height()
            y = top.bottom() + 1
            for line in self._note_lines(note, small, rect.width()):
                painter.drawText(
                    QRect(rect.left(), y, rect.width(), line_px), Qt.AlignmentFlag.AlignLeft, line
                )
                y += line_px
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.initStyleOption(option, index)
        high = QFontMetrics(option.font).height() + 2 * AIR_PX
        note = index.data(NOTE)
        if note and option.widget is not None:
            small = self._note_font(option.font)
            view = option.widget
            viewport = getattr(view, "viewport", None)
            width = (viewport() if viewport else view).width() - 2 * SIDE_PX
            lines = len(self._note_lines(note, small, max(width, 1)))
            high += lines * QFontMetrics(small).height()
        return QSize(0, high)
