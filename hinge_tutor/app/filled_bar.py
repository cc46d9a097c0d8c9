"""A bar as long as a recorded repetition: its phases, and where something was filled."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session
from hinge_tutor.recordings.recorded import Recorded

BAR_PX, GAP_PX = 14, 2
# What was filled is seen, however short it is.
SHORTEST_PX = 3


class FilledBar(PaintedPicture):
    """Phases are the bar's pieces; what was filled lies on them as stripes of another color."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look: Look | None = None
        self._one: Recorded | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Phases of the repetition, and what was filled"))

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def show_repetition(self, one: Recorded) -> None:
        """Another repetition."""
        self._one = one
        words, movement = self._session.words, one.take.movement
        named = {phase.id for phase in movement.phases}
        phases = []
        for span in one.take.spans:
            if span.phase in named:
                seconds = words.number(span.to_s - span.from_s, ".1f")
                phases.append(f"{words.phase(movement.id, span.phase)} {seconds} s")
        self.setAccessibleDescription(", ".join(phases))
        self.setToolTip(", ".join(phases))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, self._look.px(BAR_PX) if self._look else BAR_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def stripes(self) -> list[tuple[float, float]]:
        """From where to where of the repetition something was filled, 0 to 1."""
        one = self._one
        if one is None or not len(one.filled):
            return []
        times = one.take.time_s / one.take.duration_s
        found: list[tuple[float, float]] = []
        for number in one.filled.nonzero()[0].tolist():
            begin = float(times[max(number - 1, 0)] + times[number]) / 2
            end = float(times[min(number + 1, len(times) - 1)] + times[number]) / 2
            if found and begin <= found[-1][1] + 1e-9:
                found[-1] = (found[-1][0], end)
            else:
                found.append((begin, end))
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None or self._one is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colors, take = self._look.colors, self._one.take
            width, gap = self.width(), self._look.px(GAP_PX)
            for span in take.spans:
                left = width * span.from_s / take.duration_s
                wide = width * (span.to_s - span.from_s) / take.duration_s - gap
                painter.setPen(colors.track_line)
                still = span.phase in ("set_up", "lockout")
                painter.setBrush(colors.track if still else colors.accent)
                painter.drawRoundedRect(QRectF(left, 0, max(wide, 1.0), self.height()), 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.text)
            for begin, end in self.stripes():
                wide = max((end - begin) * width, SHORTEST_PX)
                painter.drawRect(QRectF(begin * width, self.height() / 3, wide, self.height() / 3))
        finally:
            painter.end()
