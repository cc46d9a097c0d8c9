"""The triangle of the technique map: painted once, then only its point moves over it.

It is a picture for screen readers, with the point in its description; arrow keys move the point, as
dragging does.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_tutor import paint
from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.focus_ring import paint_ring
from hinge_tutor.app.plate import plate
from hinge_tutor.coaching.technique import QUANTITIES, TechniqueMap
from hinge_tutor.lessons.mixing import STEP, Percents, moved, rounded, shares_of
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.technique import Technique, height_for, technique
from hinge_tutor.stage.technique_legend import Sheet

# At 100 % text: smaller than this a point can hardly be set, larger nothing more is seen.
LEAST_PX, USUAL_PX, LARGEST_PX = 200, 300, 360
# Across and up by each arrow key.
KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class TechniqueView(PaintedPicture):
    """Shows a map and a point; a press, a drag or an arrow key moves the point."""

    # Somebody moves the point there.
    wanted = Signal(tuple)
    # The point was let go.
    released = Signal()
    # The pointer is over these percents; nothing where it has left.
    pointed = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._look: Look | None = None
        self._map: TechniqueMap | None = None
        self._key: object = None
        self._sheet = QPixmap()
        self.quantity = QUANTITIES[0]
        self.anatomical = False
        self.percents: Percents = (100, 0, 0)
        # Whether a hand holds the point.
        self.held = False
        self.drawn: Technique | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words.technique("name"))

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def show_map(self, found: TechniqueMap | None, quantity: str, anatomical: bool) -> None:
        """Another map, another value of it, or other names of muscles."""
        self._map, self.quantity, self.anatomical = found, quantity, anatomical
        self.update()

    def show_point(self, percents: Percents) -> None:
        """The point somewhere else."""
        self.percents = percents
        self.update()

    def current(self) -> Technique | None:
        """The map for this size and this value, made when any is another."""
        look, ratio = self._look, self.devicePixelRatioF()
        if look is None or self.rect().isEmpty():
            return None
        looks = (look.scale, look.palette.name, ratio, self.anatomical)
        key = (self.width(), self.height(), self.quantity, id(self._map), looks)
        if key != self._key:
            self._key = key
            sheet = Sheet(self.width(), self.height(), look.scale)
            self.drawn = technique(self._map, self.quantity, self._words, sheet, self.anatomical)
            self._sheet = plate(self.drawn.picture, self.size(), look, ratio)
        return self.drawn

    def percents_at(self, at: QPointF) -> Percents | None:
        """The percents under a point of the widget, or those of the rim nearest to it."""
        drawn = self.current()
        if drawn is None:
            return None
        return rounded(drawn.triangle.shares(complex(at.x(), self.height() - at.y())))

    def _drag(self, event: QMouseEvent) -> None:
        found = self.percents_at(event.position())
        if found is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.wanted.emit(found)

    def _scale(self) -> float:
        return 1.0 if self._look is None else self._look.scale

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(height_for(min(width, LARGEST_PX * self._scale()), self._scale()))

    def sizeHint(self) -> QSize:
        wide = round(USUAL_PX * self._scale())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_PX, LEAST_PX)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.held = event.button() == Qt.MouseButton.LeftButton
        self._drag(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.held and event.button() == Qt.MouseButton.LeftButton:
            self.held = False
            self.released.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag(event)
        self.pointed.emit(self.percents_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = KEYS.get(Qt.Key(event.key()))
        fine = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if way is None or not (fine or event.modifiers() in _PLAIN):
            super().keyPressEvent(event)
            return
        by = 1 if fine else STEP
        self.wanted.emit(moved(self.percents, by * way[0], by * way[1]))

    def event(self, event: QEvent) -> bool:
        """Arrow keys are the point's while it has the focus, not those of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and Qt.Key(event.key()) in KEYS
            and event.modifiers() & ~_SHIFTED == Qt.KeyboardModifier.NoModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawn = self.current()
        if drawn is None or self._look is None:
            return
        painter = QPainter(self)
        try:
            painter.drawPixmap(0, 0, self._sheet)
            cursor = drawn.cursor(shares_of(self.percents), self.hasFocus())
            paint.paint(painter, cursor, QRectF(self.rect()), self._look.palette)
            if self.hasFocus():
                paint_ring(painter, self, self._look.colors.focus)
        finally:
            painter.end()


# Keys of a number pad say so; they are arrows like the others.
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_SHIFTED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
