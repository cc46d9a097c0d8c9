"""The phases for an audience: labeled boxes, the present one filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session
from hinge_tutor.motion.take import Span
from hinge_tutor.paint import FONT_FAMILY


class PhaseStrip(PaintedPicture):
    """Boxes share the width by the words in them, and what is left by their seconds."""

    def __init__(self, session: Session, pixels: int) -> None:
        super().__init__()
        self._session = session
        self._look: Look | None = None
        self._pixels = pixels
        self._spans: tuple[Span, ...] = ()
        self._names: tuple[str, ...] = ()
        self._phase = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Phases"))
        session.frame_changed.connect(self.on_changed)
        session.step_changed.connect(self.on_changed)
        session.options_changed.connect(self.on_changed)

    def set_look(self, look: Look, pixels: int) -> None:
        self._look, self._pixels = look, pixels
        self.setFixedHeight(round(1.9 * pixels))
        self.on_changed()

    def on_changed(self) -> None:
        """Follows the session, unless the picture is held."""
        session = self._session
        if session.frozen and self._spans:
            return
        figures, phase = session.repetitions, session.timeline.phase
        movement = figures[0].take.movement.id if figures else ""
        self._spans = session.timeline.spans
        self._names = tuple(session.words.phase(movement, span.phase) for span in self._spans)
        self._phase = phase.phase if phase else ""
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, round(1.9 * self._pixels))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None or not self._spans:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = QFont(FONT_FAMILY)
            font.setPixelSize(self._pixels)
            font.setWeight(QFont.Weight.Bold)
            painter.setFont(font)
            self._paint(painter, self._look, QFontMetricsF(font))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, look: Look, metrics: QFontMetricsF) -> None:
        gap = self._pixels * 0.2
        room = self.width() - 2 - gap * (len(self._names) - 1)
        words = [metrics.horizontalAdvance(name) + self._pixels for name in self._names]
        spare = max(room - sum(words), 0.0)
        tight = min(room / sum(words), 1.0)
        whole = self._spans[-1].to_s or 1.0
        left = 1.0
        for span, name, needed in zip(self._spans, self._names, words, strict=True):
            width = needed * tight + spare * (span.to_s - span.from_s) / whole
            box = QRectF(left, 1, width, self.height() - 2)
            now = span.phase == self._phase
            painter.setPen(look.colors.text)
            painter.setBrush(look.colors.text if now else look.colors.window)
            painter.drawRoundedRect(box, gap * 1.4, gap * 1.4)
            painter.setPen(look.colors.window if now else look.colors.text)
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width - gap)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
            left += width + gap
