"""The picture for an audience: title, figures, phases and one caption, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.paint import FONT_FAMILY

# At 1080 lines: the smallest letters, the caption, the title; all grow with the height.
FLOOR_PX, CAPTION_PX, TITLE_PX, LINES = 28, 40, 57, 1080
POINTER_REST_MS = 3000


class PhaseStrip(PaintedPicture):
    """The phases as labeled boxes, the present one filled."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._look: Look | None = None
        self._pixels = FLOOR_PX
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Phases"))
        session.frame_changed.connect(self.update)
        session.step_changed.connect(self.update)

    def set_look(self, look: Look, pixels: int) -> None:
        self._look, self._pixels = look, pixels
        self.setFixedHeight(round(1.9 * pixels))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, round(1.9 * self._pixels))

    def paintEvent(self, _event: QPaintEvent) -> None:
        spans, look = self._session.timeline.spans, self._look
        if look is None or not spans:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = QFont(FONT_FAMILY)
            font.setPixelSize(self._pixels)
            font.setWeight(QFont.Weight.Bold)
            painter.setFont(font)
            self._paint(painter, look, QFontMetricsF(font))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, look: Look, metrics: QFontMetricsF) -> None:
        """Boxes share the width by the words in them, and what is left by their seconds."""
        session = self._session
        movement = session.repetitions[0].take.movement.id
        names = [session.words.phase(movement, span.phase) for span in session.timeline.spans]
        gap = self._pixels * 0.2
        room = self.width() - 2 - gap * (len(names) - 1)
        words = [metrics.horizontalAdvance(name) + self._pixels for name in names]
        spare = max(room - sum(words), 0.0)
        tight = min(room / sum(words), 1.0)
        whole = session.timeline.spans[-1].to_s or 1.0
        left = 1.0
        for span, name, needed in zip(session.timeline.spans, names, words, strict=True):
            width = needed * tight + spare * (span.to_s - span.from_s) / whole
            box = QRectF(left, 1, width, self.height() - 2)
            now = session.timeline.phase is not None and span.phase == session.timeline.phase.phase
            painter.setPen(look.colors.text)
            painter.setBrush(look.colors.text if now else look.colors.window)
            painter.drawRoundedRect(box, gap * 1.4, gap * 1.4)
            painter.setPen(look.colors.window if now else look.colors.text)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width - gap)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
            left += width + gap


class PresentView(QWidget):
    """A click on it turns the page; the pointer goes away when it rests."""

    def __init__(self, session: Session, stage: StageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("present")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Presentation"))
        self._session = session
        self.stage = stage
        self._look: Look | None = None
        self._title = wrapped("audience")
        self._caption = wrapped("audience")
        self._phases = PhaseStrip(session)
        self._column = QVBoxLayout(self)
        self._choices = wrapped("audience")
        for widget in (self._title, stage, self._phases, self._caption, self._choices):
            self._column.addWidget(widget, 1 if widget is stage else 0)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(POINTER_REST_MS)
        self._rest.timeout.connect(self.on_rest)
        self.setMouseTracking(True)
        stage.setMouseTracking(True)
        session.step_changed.connect(self.on_step_changed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.stage.set_look(look)
        self._size()
        self.on_step_changed()

    def letters(self) -> float:
        """How much larger than in a window the letters on the stage are."""
        return max(self.height(), 400) / LINES * FLOOR_PX / 12.5

    def on_step_changed(self) -> None:
        if self._look is not None:
            session = self._session
            self._title.setText(session.step.title)
            question = session.question if not session.explained else None
            said = session.fill(session.build.prompt)
            self._caption.setText(question.prompt if question else said)
            self._choices.setText(self._answers())
            self._choices.setVisible(bool(self._choices.text()))

    def _answers(self) -> str:
        """The choices while the question is open, the right one once it is explained."""
        session = self._session
        question = session.question
        if question is None:
            return ""
        if session.explained:
            return f"{question.prompt}   ✓ {question.choices[question.right].text}"
        return "     ".join(f"{n}  {c.text}" for n, c in enumerate(question.choices, start=1))

    def _size(self) -> None:
        if self._look is None:
            return
        unit = max(self.height(), 400) / LINES
        edge = round(48 * unit)
        self._column.setContentsMargins(edge, round(36 * unit), edge, edge)
        self._column.setSpacing(round(18 * unit))
        for label, pixels, weight in (
            (self._title, TITLE_PX, 700),
            (self._caption, CAPTION_PX, 600),
            (self._choices, FLOOR_PX, 600),
        ):
            label.setStyleSheet(f"font-size: {round(pixels * unit)}px; font-weight: {weight};")
        self._phases.set_look(self._look, round(FLOOR_PX * unit))

    def on_rest(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._rest.start()
        super().mouseMoveEvent(event)

    def hideEvent(self, _event: object) -> None:
        self._rest.stop()
        self.unsetCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()
