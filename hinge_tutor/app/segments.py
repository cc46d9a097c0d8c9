"""A row of short bars: one for each step, filled as far as the learner is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from hinge_tutor.app.chrome import Look

BAR_PX, GAP_PX = 4, 6


class Segments(QProgressBar):
    """`done` counts in steps, with the part of the present step behind the point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 1
        self._done = 0.0
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Progress"))
        self.setRange(0, 100)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def show_progress(self, count: int, done: float) -> None:
        self._count, self._done = max(count, 1), done
        self.setValue(round(100 * done / self._count))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, self._look.px(BAR_PX) if self._look else BAR_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            gap = min(self._look.px(GAP_PX), self.width() / (3 * self._count))
            width = (self.width() - gap * (self._count - 1)) / self._count
            radius = self.height() / 2
            for step in range(self._count):
                bar = QRectF(step * (width + gap), 0, width, self.height())
                painter.setPen(self._look.colors.track_line)
                painter.setBrush(self._look.colors.track)
                painter.drawRoundedRect(bar, radius, radius)
                part = min(max(self._done - step, 0.0), 1.0)
                if part > 0:
                    bar.setWidth(max(width * part, min(self.height(), width)))
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(self._look.colors.accent)
                    painter.drawRoundedRect(bar, radius, radius)
        finally:
            painter.end()
