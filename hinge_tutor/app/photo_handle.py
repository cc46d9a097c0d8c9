"""A mark on a photo: a ring that keys move, with its name and place for who does not see it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.command import key_name
from hinge_tutor.app.own_keys import OwnKeys

# Of a finger, and the ring in it; a place that is found by keys moves by so many px of the screen.
TARGET_PX, RING_PX, NEAR_PX, FAR_PX = 44, 26, 1, 10
_WAYS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}
STEPS = {
    **{key: (NEAR_PX * x, NEAR_PX * y) for key, (x, y) in _WAYS.items()},
    **{f"Shift+{key}": (FAR_PX * x, FAR_PX * y) for key, (x, y) in _WAYS.items()},
}
CLOSER = {"=": 1, "-": -1}
_WIDE, _THIN = 4.0, 2.0


class PhotoHandle(OwnKeys, QPushButton):
    """Its middle is the place; the mouse goes through it to the photo, which knows who is nearest.

    Pressed by Enter or Space, the mark stays where it is and the next one is asked.
    """

    # By so many px of the screen; so many steps closer; keys have come to it, or left it.
    stepped = Signal(str, float, float)
    zoomed = Signal(float)
    focused = Signal(str)
    left = Signal()

    def __init__(self, name: str, room: QWidget) -> None:
        """`room` is where the photo is seen; beyond it a mark is not."""
        super().__init__(room)
        self.mark = name
        self._look: Look | None = None
        self._current = self._placed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_look(self, look: Look) -> None:
        self._look = look
        side = look.target(TARGET_PX)
        self.resize(side, side)

    def show_at(self, at: QPointF, current: bool, placed: bool) -> None:
        """In the widget of the photo; the current one on top."""
        side = self.width()
        self.move(round(at.x() - side / 2), round(at.y() - side / 2))
        self.show()
        if (current, placed) != (self._current, self._placed):
            self._current, self._placed = current, placed
            self.update()
        if current:
            self.raise_()

    def takes(self, key: str) -> bool:
        return key in STEPS or key in CLOSER

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = key_name(event)
        if key in STEPS:
            self.stepped.emit(self.mark, *STEPS[key])
        elif key in CLOSER:
            self.zoomed.emit(CLOSER[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.mark)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None:
            return
        colors = self._look.colors
        middle = QPointF(self.width() / 2, self.height() / 2)
        ring = self._look.target(RING_PX) / 2
        growth = self._look.growth
        color = colors.focus if self._current else colors.accent
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # A dark and a light line, so that it is seen on any photo.
            for pen in (QPen(colors.window, growth * _WIDE), QPen(color, growth * _THIN)):
                if not self._placed:
                    pen.setStyle(Qt.PenStyle.DashLine)
                painter.setPen(pen)
                painter.drawEllipse(middle, ring, ring)
                gap = ring / 3
                for dx, dy in _WAYS.values():
                    painter.drawLine(
                        middle + QPointF(dx * gap, dy * gap),
                        middle + QPointF(dx * ring, dy * ring),
                    )
            if self.hasFocus():
                painter.setPen(QPen(colors.focus, _THIN))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        finally:
            painter.end()
