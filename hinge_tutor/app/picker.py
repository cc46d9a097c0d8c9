"""A field to pick one of some names from; where one is too long for it, it says so with dots."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

# What a row of the list has beside its words: its own air, and a scroll bar.
_ROW_PX = 24
# So many letters have room however narrow its place is.
_LETTERS = 8


class Picker(QComboBox):
    """As wide as its place leaves it. A name that is cut off is whole in its list, and in the hint
    under the pointer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A long name must not make a pane wider than its place.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)

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
