"""A button whose words go on in another line where a window is narrow or its text is large."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

# Qt breaks no line of a button, but shows those that were broken for it.
BREAK = "\n"
_AS_SHOWN = Qt.TextFlag.TextShowMnemonic.value
# Nobody would recognize a narrower button as one.
NARROWEST_PX = 60
# What Qt leaves between an icon and the words.
ICON_GAP_PX = 4


def broken(words: str, metrics: QFontMetrics, room_px: int) -> str:
    """Words with as many breaks as keep each line within a width; a word stays whole."""
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= room_px:
            lines[-1] = longer
        else:
            lines.append(word)
    return BREAK.join(lines)


class WrappingButton(QPushButton):
    """As high as its words are in its width."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        # A layout asks dozens of times before anything about a button changes.
        self._sizes: dict[tuple[object, ...], QSize] = {}
        self._breaks: dict[tuple[object, ...], str] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(words)

    def text(self) -> str:
        """The words as they were given, whatever lines they stand in."""
        return self._words

    def setText(self, words: str) -> None:
        if words != self._words:
            self._words = words
            # Read aloud, a break would be a pause.
            self.setAccessibleName(words)
            self._break()
            self.updateGeometry()

    def _size(self, lines: str) -> QSize:
        """The button's size with these lines, as Qt reckons it."""
        self.ensurePolished()
        key = (lines, *self._looks())
        if key not in self._sizes:
            self._sizes[key] = self._reckoned(lines)
        return self._sizes[key]

    def _looks(self) -> tuple[object, ...]:
        """What a style sheet may give another frame for, and how large the icon is."""
        icon = None if self.icon().isNull() else self.iconSize().toTuple()
        pressed = self.isChecked(), self.isDown(), self.underMouse()
        return self.objectName(), self.isEnabled(), self.hasFocus(), *pressed, icon

    def _reckoned(self, lines: str) -> QSize:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words = self.fontMetrics().size(_AS_SHOWN, lines)
        if not option.icon.isNull():
            icon = option.iconSize
            words = QSize(words.width() + icon.width() + ICON_GAP_PX, words.height())
            words.setHeight(max(words.height(), icon.height()))
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, words, self)

    def _broken(self, width: int) -> str:
        key = (self._words, width, *self._looks())
        if key not in self._breaks:
            frame = self._size("x").width() - self.fontMetrics().size(_AS_SHOWN, "x").width()
            self._breaks[key] = broken(self._words, self.fontMetrics(), width - frame)
        return self._breaks[key]

    def _break(self) -> None:
        lines = self._broken(self.width())
        if lines != super().text():
            super().setText(lines)

    def sizeHint(self) -> QSize:
        return QSize(self._size(self._words))

    def minimumSizeHint(self) -> QSize:
        """As narrow as its longest word."""
        words = self._size(self._words.replace(" ", BREAK))
        return QSize(max(words.width(), NARROWEST_PX), self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._size(self._broken(width)).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:
        self._sizes.clear()
        self._breaks.clear()
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._break()
            self.updateGeometry()
