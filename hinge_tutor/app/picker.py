"""A field to pick one of some names from; where one is too long for it, it says so with dots."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

from hinge_tutor.app.chrome import Look, qt_palette

# What a row of the list has beside its words: its own air, and a scroll bar.
_ROW_PX = 48
# So many letters have room however narrow its place is.
_LETTERS = 8
# The line of the sign that there is a list.
_PEN_PX = 1.6


class Picker(QComboBox):
    """As wide as its place leaves it. A name that is cut off is whole in its list, and in the hint
    under the pointer. The wheel over it scrolls what it stands in, and picks nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A long name must not make a pane wider than its place.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        # The usual one knows nothing of a style sheet's rows.
        self.setItemDelegate(QStyledItemDelegate(self))
        self._color, self._gray, self._pen_px = QColor(), QColor(), _PEN_PX

    def set_look(self, look: Look) -> None:
        """Its sign, which a style sheet can draw only from a file, has the color of its words."""
        self._color, self._gray = QColor(look.colors.text), QColor(look.colors.muted)
        self._pen_px = look.control * _PEN_PX
        # What lies around its list has no style sheet.
        around = self.view().parentWidget()
        if around is not None:
            around.setPalette(qt_palette(look.colors))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = QRectF(self._place(QStyle.SubControl.SC_ComboBoxArrow, self._whole()))
        at, half = room.center(), 3.0 * self._pen_px
        pen = QPen(self._color if self.isEnabled() else self._gray, self._pen_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        tip = QPointF(at.x(), at.y() + half / 2)
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            painter.drawPolyline((tip - QPointF(half, half), tip, tip + QPointF(half, -half)))
        finally:
            painter.end()

    def _whole(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        super().initStyleOption(option)
        return option

    def _place(self, part: QStyle.SubControl, option: QStyleOptionComboBox) -> QRect:
        whole = QStyle.ComplexControl.CC_ComboBox
        return self.style().subControlRect(whole, option, part, self)

    def _elided(self, option: QStyleOptionComboBox) -> str:
        # The style leaves a pixel free at each end.
        width = self._place(QStyle.SubControl.SC_ComboBoxEditField, option).width() - 2
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, width)

    def shown(self) -> str:
        """What stands in the field."""
        return self._elided(self._whole())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = self._elided(option)

    def showPopup(self) -> None:
        """The list is as wide as its names, as far as the screen has room."""
        names = (self.itemText(at) for at in range(self.count()))
        wide = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        most = self.screen().availableGeometry().width()
        self.view().setMinimumWidth(min(wide + _ROW_PX, most))
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ToolTip
            and isinstance(event, QHelpEvent)
            and not self.toolTip()
            and self.shown() != self.currentText()
        ):
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
