"""The choices of a question before an audience, and how many hands each of them has."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.columns import in_columns
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.lesson import Question

# In heights of a letter: around the words, between boxes, an outline.
AROUND, APART, LINE, ROUND = 0.45, 0.45, 0.08, 0.35
NOT_YET, RIGHT, TICK = "", "right", "✓"


class ChoiceBox(QWidget):
    """One choice in an outline, filled from the left by the share of hands that it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._pixels = 20
        self._share = 0.0
        self._right = False
        self.mark, self.words, self.count = QLabel(), wrapped("audience"), QLabel()
        self._row = row = QHBoxLayout(self)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_choice(self, mark: str, words: str, hands: int, of: int) -> None:
        """`mark` is its number, or a tick; `hands` of `of` are shown once one was raised."""
        self._share = hands / of if of else 0.0
        self._right = mark == TICK
        self.mark.setText(mark)
        self.words.setText(words)
        self.count.setText(str(hands))
        self.count.setVisible(of > 0)
        hidden = f", {hands}/{of}" if of else ""
        self.setAccessibleName(f"{mark} {words}{hidden}")
        self.update()

    def set_letters(self, look: Look, pixels: int) -> None:
        self._look, self._pixels = look, pixels
        side = round(AROUND * pixels)
        self._row.setContentsMargins(2 * side, side, 2 * side, side)
        self._row.setSpacing(side)
        for label, weight in ((self.mark, 700), (self.words, 600), (self.count, 700)):
            label.setStyleSheet(f"font-size: {pixels}px; font-weight: {weight};")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None:
            return
        line = max(LINE * self._pixels * (2 if self._right else 1), 1.0)
        box = QRectF(self.rect()).adjusted(line, line, -line, -line)
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colors, radius = self._look.colors, ROUND * self._pixels
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.accent_soft)
            filled = QRectF(box)
            filled.setWidth(box.width() * self._share)
            painter.drawRoundedRect(filled, radius, radius)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colors.good if self._right else colors.text, line))
            painter.drawRoundedRect(box, radius, radius)
        finally:
            painter.end()


class ChoiceBoard(QWidget):
    """Side by side where every choice has room on one line, else in two columns, else in one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look: Look | None = None
        self._pixels = 20
        self._boxes: list[ChoiceBox] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(self.tr("Choices"))
        self.hide()

    def set_letters(self, look: Look, pixels: int) -> None:
        """Another look, with letters of so many px."""
        self._look, self._pixels = look, pixels
        self._grid.setSpacing(round(APART * pixels))
        for box in self._boxes:
            box.set_letters(look, pixels)
        self._arrange()

    def refresh(self) -> None:
        """The choices while the question is open; once it is explained the right one.

        Where hands were raised, all of them with their hands.
        """
        session = self._session
        asked = None if session.finished else session.asked
        open_ = session.asks_here and session.pending
        if not isinstance(asked, Question) or not (open_ or session.explained):
            self.hide()
            return
        hands = session.hands_raised
        total = sum(hands)
        told = [
            (TICK if session.explained and choice.right else str(number), choice.text, raised)
            for number, (choice, raised) in enumerate(zip(asked.choices, hands, strict=True), 1)
            if total or open_ or choice.right
        ]
        self._show(told, total)
        self.show()

    def _show(self, told: Sequence[tuple[str, str, int]], total: int) -> None:
        while len(self._boxes) < len(told):
            box = ChoiceBox()
            self._boxes.append(box)
            if self._look is not None:
                box.set_letters(self._look, self._pixels)
            self._columns = 0
        while len(self._boxes) > len(told):
            gone = self._boxes.pop()
            self._grid.removeWidget(gone)
            gone.deleteLater()
            self._columns = 0
        for box, (mark, words, hands) in zip(self._boxes, told, strict=True):
            box.show_choice(mark, words, hands, total)
        self._arrange()

    def _arrange(self) -> None:
        if not self._boxes:
            return
        metrics = QFontMetricsF(self._boxes[0].words.font())
        room = 6 * AROUND * self._pixels + 3 * self._pixels
        widest = max(metrics.horizontalAdvance(box.words.text()) for box in self._boxes) + room
        many = len(self._boxes)
        columns = next((n for n in (many, 2) if n <= many and n * widest <= self.width()), 1)
        if columns == self._columns:
            return
        self._columns = columns
        in_columns(self._grid, self._boxes, columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        return self._grid.totalSizeHint()
