"""One key pose as a button: a press stands there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from hinge_tutor import paint
from hinge_tutor.app.chrome import Look
from hinge_tutor.stage.key_strip import Still, still_picture
from hinge_tutor.stage.options import Options

# Wider than the frame around the pose that was reached last, which it covers.
FOCUS_PX = 4


class StillButton(QAbstractButton):
    """Painted once for its size, look and state; nothing of it changes from frame to frame."""

    def __init__(
        self, still: Still, figure: str, seek: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """`figure` is who is shown, for those who hear the name."""
        super().__init__(parent)
        self.still = still
        self.current = False
        self._look: Look | None = None
        self._shown: tuple[float, float, Options] | None = None
        self._sheet = QPixmap()
        self.setCheckable(False)
        self.setToolTip(still.name)
        self.setAccessibleName(f"{figure}: {still.name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(seek)

    def show_still(self, look: Look, scale: float, letters: float, options: Options) -> None:
        """Takes another look: mm per px, letters over usual, layers."""
        if (self._look, self._shown) != (look, (scale, letters, options)):
            self._look, self._shown = look, (scale, letters, options)
            self._sheet = QPixmap()
            self.update()

    def mark(self, current: bool) -> None:
        """Whether this is the pose that was reached last."""
        if current != self.current:
            self.current = current
            self.setAccessibleDescription(self.tr("Now here") if current else "")
            self._sheet = QPixmap()
            self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def _painted(self, look: Look, shown: tuple[float, float, Options]) -> QPixmap:
        ratio = self.devicePixelRatioF()
        if not self._sheet.isNull() and self._sheet.size() == self.size() * ratio:
            return self._sheet
        scale, letters, options = shown
        self._sheet = QPixmap(self.size() * ratio)
        self._sheet.setDevicePixelRatio(ratio)
        self._sheet.fill(look.colors.window)
        size = (float(self.width()), float(self.height()))
        picture = still_picture(self.still, size, scale, letters, options, self.current)
        painter = QPainter(self._sheet)
        try:
            paint.paint(painter, picture, QRectF(self.rect()), look.palette)
        finally:
            painter.end()
        return self._sheet

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None or self._shown is None or self.rect().isEmpty():
            return
        painter = QPainter(self)
        try:
            painter.drawPixmap(0, 0, self._painted(self._look, self._shown))
            if self.hasFocus():
                painter.setPen(QPen(self._look.colors.focus, FOCUS_PX))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inside = FOCUS_PX // 2
                painter.drawRect(self.rect().adjusted(inside, inside, -inside, -inside))
        finally:
            painter.end()
