"""What a presenter points with: a dot, or a light that leaves the rest in the shade."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

OFF, DOT, LIGHT = "", "dot", "light"
NEXT = {OFF: DOT, DOT: LIGHT, LIGHT: OFF}
# Shares of the picture's height: the dot, its outline, the light; one press of a key moves so far.
DOT_SIZE, OUTLINE, LIGHT_SIZE, STEP = 0.018, 0.004, 0.17, 0.02
# Vermilion, which every eye tells from the figures' blue (Okabe and Ito 2008), edged in white.
DOT_COLOR, EDGE, SHADE = QColor(213, 94, 0), QColor(255, 255, 255), QColor(0, 0, 0, 170)


@dataclass(frozen=True)
class Pointer:
    """`kind` with its place, in shares of the picture's width and height from its upper left."""

    kind: str = OFF
    x: float = 0.5
    y: float = 0.5

    def next(self) -> Pointer:
        """The next kind, at the same place."""
        return replace(self, kind=NEXT[self.kind])

    def at(self, x: float, y: float) -> Pointer:
        """At another place, which never leaves the picture."""
        return replace(self, x=min(max(x, 0.0), 1.0), y=min(max(y, 0.0), 1.0))

    def moved(self, across: int, down: int) -> Pointer:
        """Some presses of a key further."""
        return self.at(self.x + across * STEP, self.y + down * STEP)


class PointerSheet(QWidget):
    """Lies over a picture and lets every click through."""

    def __init__(self, pointer: Callable[[], Pointer], over: QWidget) -> None:
        super().__init__(over)
        self._pointer = pointer
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Pointer"))
        over.installEventFilter(self)
        self.hide()

    def refresh(self) -> None:
        """Shows the pointer as it is now."""
        shown = self._pointer().kind != OFF
        if shown:
            self.setGeometry(self._over.rect())
            self.raise_()
        self.setVisible(shown)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        pointer, high = self._pointer(), float(self.height())
        middle = QPointF(pointer.x * self.width(), pointer.y * high)
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if pointer.kind == LIGHT:
                shade = QPainterPath()
                shade.addRect(QRectF(self.rect()))
                shade.addEllipse(middle, LIGHT_SIZE * high, LIGHT_SIZE * high)
                painter.fillPath(shade, SHADE)
            elif pointer.kind == DOT:
                painter.setPen(QPen(EDGE, OUTLINE * high))
                painter.setBrush(DOT_COLOR)
                painter.drawEllipse(middle, DOT_SIZE * high, DOT_SIZE * high)
        finally:
            painter.end()


def place_in(widget: QWidget, watched: QWidget, event: QMouseEvent) -> tuple[float, float]:
    """Where a mouse is on `widget`, in shares of it, by an event of one of its children."""
    at = QPointF(watched.mapTo(widget, event.position().toPoint()))
    return at.x() / max(widget.width(), 1), at.y() / max(widget.height(), 1)
