"""The tempo for somebody who moves along, three meters away: phase, seconds left, repetition."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.practicing import Practicing
from hinge_tutor.app.session import Session
from hinge_tutor.paint import FONT_FAMILY

# Capital letters are this share of the window's height, so that they can be read from 3 m; in the
# tutor's typeface they are this part of the letters' size.
CAPITALS_SHARE, CAPITALS_EM = 0.05, 0.727
# In letter sizes: a row of words, the bar of the phases, the air around them.
ROW_EM, BAR_EM, AIR_EM = 1.2, 0.4, 0.3
# Between two words, and two phases.
GAP_EM, PART_EM = 0.6, 0.06
# As round as the other cards, px.
CORNER = 8.0
# The widest stroke of the ring at a boundary.
RING_EM = 0.14


def letters_px(window_px: int) -> int:
    """The size of the letters in a window of this height."""
    return math.ceil(CAPITALS_SHARE / CAPITALS_EM * window_px)


class TempoBar(PaintedPicture):
    """Moves along with the clock; where motion is not wanted, from phase to phase."""

    def __init__(
        self, session: Session, practicing: Practicing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._practicing = practicing
        self._look: Look | None = None
        self._letters = letters_px(800)
        # Left free at the sides and below, px.
        self._side = self._below = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Tempo"))
        session.frame_changed.connect(self.on_changed)
        session.options_changed.connect(self.on_changed)
        practicing.changed.connect(self.on_practice_changed)
        self.on_practice_changed()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def fit(self, window_px: int, width: int, side: int = 0, below: int = 0) -> int:
        """Takes the letters of a window of this height; returns how high the bar then is.

        `side` and `below` it stay free, px.
        """
        self._letters, self._side, self._below = letters_px(window_px), side, below
        rows = 2 if self._breaks(width - 2 * side) else 1
        high = round((rows * ROW_EM + BAR_EM + 2 * AIR_EM) * self._letters) + below
        self.setFixedHeight(high)
        return high

    def _card(self) -> QRectF:
        """What of it is a card."""
        return QRectF(self.rect()).adjusted(self._side, 0.0, -self._side, -self._below)

    def on_practice_changed(self) -> None:
        """Another repetition, or the end."""
        self.setAccessibleDescription(self._practicing.told if self._practicing.on else "")
        self.on_changed()

    def on_changed(self) -> None:
        if self.isVisible():
            self.update()

    # ── words ────────────────────────────────────────────────────────────────────────────────────

    def words(self) -> tuple[str, str, str]:
        """What is read: the phase, the seconds left in it, which repetition it is."""
        practicing, words = self._practicing, self._session.words
        count = words.practice("count", {"number": practicing.number, "count": practicing.count})
        if practicing.ended:
            return words.practice("ended"), "", count
        span = practicing.span
        left = words.practice("left", {"seconds": str(practicing.seconds_left)})
        return self._named(span.phase if span else ""), left, count

    def _named(self, phase: str) -> str:
        figures = self._session.repetitions
        movement = figures[0].take.movement.id if figures else ""
        return self._session.words.phase(movement, phase) if phase else ""

    def _font(self) -> QFont:
        font = QFont(FONT_FAMILY)
        font.setPixelSize(max(self._letters, 1))
        font.setWeight(QFont.Weight.Bold)
        return font

    def _breaks(self, width: int) -> bool:
        """Whether the longest phase and the rest need two rows; so none jumps from row to row."""
        metrics, words = QFontMetricsF(self._font()), self._session.words
        names = [self._named(span.phase) for span in self._practicing.spans]
        longest = max(
            map(metrics.horizontalAdvance, [*names, words.practice("ended")]), default=0.0
        )
        most = {"number": self._practicing.count, "count": self._practicing.count}
        count = metrics.horizontalAdvance(words.practice("count", most))
        seconds = metrics.horizontalAdvance(words.practice("left", {"seconds": "00"}))
        gaps = (2 * GAP_EM + 2 * AIR_EM) * self._letters
        return longest + count + seconds + gaps > width

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._look is None or not self._practicing.on:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._font())
            painter.setPen(self._look.colors.line)
            painter.setBrush(self._look.colors.surface)
            painter.drawRoundedRect(self._card().adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
            self._paint_words(painter, self._look)
            self._paint_phases(painter, self._look)
            self._paint_pulse(painter, self._look)
        finally:
            painter.end()

    def _paint_words(self, painter: QPainter, look: Look) -> None:
        air, row = AIR_EM * self._letters, ROW_EM * self._letters
        phase, seconds, count = self.words()
        metrics = QFontMetricsF(painter.font())
        card = self._card()
        top = QRectF(card.left() + air, card.top() + air, card.width() - 2 * air, row)
        broken = self._breaks(round(card.width()))
        low = top.translated(0.0, row) if broken else top
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.colors.text)
        shown = metrics.elidedText(phase, Qt.TextElideMode.ElideRight, top.width())
        painter.drawText(top, left | middle, shown)
        painter.drawText(low, right | middle, count)
        painter.setPen(look.colors.accent)
        if broken:
            painter.drawText(low, left | middle, seconds)
        else:
            beside = metrics.horizontalAdvance(count) + GAP_EM * self._letters
            painter.drawText(low.adjusted(0.0, 0.0, -beside, 0.0), right | middle, seconds)

    def _paint_phases(self, painter: QPainter, look: Look) -> None:
        """A part for each phase, as long as it takes; filled as far as the repetition is."""
        practicing, letters = self._practicing, self._letters
        air, gap = AIR_EM * letters, PART_EM * letters
        high = BAR_EM * letters
        card = self._card()
        top = card.bottom() - air - high
        wide = card.width() - 2 * air
        whole = practicing.spans[-1].to_s or 1.0
        # Where motion is not wanted, the phase that is on is full from its beginning.
        still = self._session.settings.reduced_motion and practicing.span is not None
        now = practicing.span.to_s if still and practicing.span else practicing.time_s
        now = whole if practicing.ended else now
        for span in practicing.spans:
            left = card.left() + air + wide * span.from_s / whole
            part = QRectF(left, top, max(wide * (span.to_s - span.from_s) / whole - gap, 1.0), high)
            painter.setPen(look.colors.track_line)
            painter.setBrush(look.colors.track)
            painter.drawRect(part)
            share = (now - span.from_s) / max(span.to_s - span.from_s, 1e-9)
            if share > 0.0:
                part.setWidth(part.width() * min(share, 1.0))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colors.accent)
                painter.drawRect(part)

    def _paint_pulse(self, painter: QPainter, look: Look) -> None:
        """A ring that begins with a phase and fades."""
        pulse = self._practicing.pulse
        if pulse <= 0.0:
            return
        pen = QPen(look.colors.accent, pulse * RING_EM * self._letters)
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = self._card().adjusted(half, half, -half, -half)
        painter.drawRoundedRect(ring, CORNER, CORNER)
