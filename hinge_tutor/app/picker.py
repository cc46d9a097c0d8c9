"""A field to pick one of some names from; where one is too long for it, it says so with dots."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

from hinge_tutor.app.chrome import Look

# What a row of the list has beside its words: its own air, and a scroll bar.
_ROW_PX = 24
# So many letters have room however narrow its place is.
_LETTERS = 8
# The line of the sign that there is a list.
_PEN_PX = 1.6


class Picker(QComboBox):
    """As wide as its place leaves it. A name that is cut off is whole in its list, and in the hint
    under the pointer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A long name must not make a pane wider than its place.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self._color, self._pen_px = QColor(), _PEN_PX

    def set_look(self, look: Look) -> None:
        """Its sign, which a style sheet can draw only from a file, has the color of its words."""
        self._color = QColor(look.colors.text)
        self._pen_px = look.control * _PEN_PX
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        part = QStyle.SubControl.SC_ComboBoxArrow
        whole = QStyle.ComplexControl.CC_ComboBox
        room = QRectF(self.style().subControlRect(whole, self._whole(), part, self))
        at, half = room.center(), 3.0 * self._pen_px
        color = self._color if self.isEnabled() else self.palette().mid().color()
        pen = QPen(color, self._pen_px)
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

    def _elided(self, option: QStyleOptionComboBox) -> str:
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        # The style leaves a pixel free at each end.
        width = room.width() - 2
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
