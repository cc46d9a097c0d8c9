"""The phases of a repetition as blocks on a line of time: a slider that says where one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.focus_ring import paint_ring
from hinge_tutor.app.phase_words import Place, places
from hinge_tutor.app.quiet_slider import QuietSlider
from hinge_tutor.app.style import SMALL
from hinge_tutor.motion.take import Span
from hinge_tutor.paint import FONT_FAMILY

# The margin keeps the playhead's knob inside at both ends.
SIDE_PX, BLOCK_PX, KNOB_PX, GAP_PX = 8, 12, 6, 2
HEIGHT_PX = 58
RING_ROUND_PX = 6


class PhaseBar(QuietSlider):
    """A slider in percent; `seek` takes a fraction 0…1, as fine as the pointer is.

    `number` writes one in a format, as a language does.
    """

    def __init__(
        self,
        seek: Callable[[float], None],
        number: Callable[[float, str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._seek = seek
        self._number = number
        self._spans: Sequence[Span] = ()
        self._names: Sequence[str] = ()
        self._fraction = 0.0
        self._phase = ""
        self._loop: tuple[float, float] | None = None
        self._look: Look | None = None
        self.setRange(0, 100)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Place in the repetition, percent"))
        self.valueChanged.connect(self.on_value)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> float:
        """The fraction of the repetition at which the playhead stands."""
        return self._fraction

    def show_spans(self, spans: Sequence[Span], names: Sequence[str]) -> None:
        self._spans, self._names = spans, names
        self.setEnabled(bool(spans))
        self.update()

    def show_moment(
        self,
        fraction: float,
        phase: str,
        name: str,
        loop: tuple[float, float] | None,
        playing: bool = False,
    ) -> None:
        """`loop` in fractions of the repetition, None where all or nothing is repeated."""
        self._fraction, self._loop = fraction, loop
        begins = phase != self._phase
        if begins:
            self._phase = phase
            self.setAccessibleDescription(name)
        # While it plays, nobody wants to hear every percent of it.
        if begins or not playing:
            self.tell()
        self.update()

    def standing(self) -> int:
        """The whole percent where its playhead stands."""
        return round(100 * self._fraction)

    def on_value(self, value: int) -> None:
        """Keys and assistive technology move the slider; the session moves it back to the truth."""
        self._seek(value / 100)
        self.tell()

    def _x(self, fraction: float) -> float:
        side = self._side
        return side + fraction * (self.width() - 2 * side)

    @property
    def _side(self) -> float:
        return SIDE_PX * (self._look.scale if self._look else 1.0)

    def axis(self, other: QWidget) -> tuple[float, float]:
        """Where time begins and ends, as x of another widget of the same window."""
        shift = self.mapTo(self.window(), QPoint(0, 0)) - other.mapTo(other.window(), QPoint(0, 0))
        return shift.x() + self._x(0.0), shift.x() + self._x(1.0)

    def _fraction_at(self, x: float) -> float:
        room = max(self.width() - 2 * self._side, 1.0)
        return min(max((x - self._side) / room, 0.0), 1.0)

    def sizeHint(self) -> QSize:
        scale = self._look.scale if self._look else 1.0
        return QSize(round(220 * scale), round(HEIGHT_PX * scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._seek(self._fraction_at(event.position().x()))
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek(self._fraction_at(event.position().x()))
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._seek(min(max(self._fraction - event.angleDelta().y() / 12000, 0.0), 1.0))
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_blocks(painter, self._look)
            self._paint_words(painter, self._look)
            self._paint_head(painter, self._look)
        finally:
            painter.end()

    def _block(self, span: Span, look: Look) -> QRectF:
        whole = self._spans[-1].to_s
        # A pose that is held still has no length, and the whole bar.
        begin, end = (span.from_s / whole, span.to_s / whole) if whole else (0.0, 1.0)
        left, right = self._x(begin), self._x(end)
        gap = look.px(GAP_PX) / 2
        height = look.px(BLOCK_PX)
        top = (self.height() - height) / 2
        return QRectF(left + gap, top, max(right - left - 2 * gap, 1.0), height)

    def _paint_blocks(self, painter: QPainter, look: Look) -> None:
        painter.setPen(look.colors.track_line)
        for span in self._spans:
            block = self._block(span, look)
            painter.setBrush(look.colors.accent if span.phase == self._phase else look.colors.track)
            painter.drawRoundedRect(block, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._loop is not None:
            left, right = (self._x(end) for end in self._loop)
            top = (self.height() + look.px(BLOCK_PX)) / 2 + 2
            painter.setBrush(look.colors.focus)
            painter.drawRect(QRectF(left, top, max(right - left, 2.0), look.px(2)))

    def _paint_words(self, painter: QPainter, look: Look) -> None:
        """Every phase's name where it can be; the seconds where no name needs their row."""
        plain, strong = QFont(FONT_FAMILY), QFont(FONT_FAMILY)
        for font, weight in ((plain, QFont.Weight.Medium), (strong, QFont.Weight.Bold)):
            font.setPixelSize(look.px(SMALL))
            font.setWeight(weight)
        above, below = look.px(BLOCK_PX) * -0.5 - look.px(7), look.px(BLOCK_PX) * 0.5 + look.px(14)
        middle = self.height() / 2
        for place in self.named(look, QFontMetricsF(strong)):
            current = self._spans[place.index].phase == self._phase
            painter.setFont(strong if current else plain)
            painter.setPen(look.colors.text if current else look.colors.muted)
            row = below if place.under else above
            painter.drawText(QPointF(place.left, middle + row), self._names[place.index])
        painter.setPen(look.colors.muted)
        painter.setFont(plain)
        for left, seconds in self.timed(look, QFontMetricsF(plain), QFontMetricsF(strong)):
            painter.drawText(QPointF(left, middle + below), seconds)

    def named(self, look: Look, strong: QFontMetricsF) -> tuple[Place, ...]:
        """Where names stand; as wide as the present one's letters, so that none ever moves."""
        blocks = [self._block(span, look) for span in self._spans]
        return places(
            [(block.left(), block.right()) for block in blocks],
            [strong.horizontalAdvance(name) for name in self._names],
            self.width(),
            look.px(SMALL),
            next((i for i, span in enumerate(self._spans) if span.phase == self._phase), 0),
        )

    def timed(
        self, look: Look, plain: QFontMetricsF, strong: QFontMetricsF
    ) -> list[tuple[float, str]]:
        """Seconds of the phases whose names are shown, with air between them."""
        named = self.named(look, strong)
        whole = self._spans[-1].to_s if self._spans else 0.0
        if any(place.under for place in named):
            return []
        found = []
        for place in named:
            span = self._spans[place.index]
            number = self._number(round(span.to_s - span.from_s, 1), "g")
            seconds = self.tr("%1 s").replace("%1", number) if whole else self.tr("held still")
            block = self._block(span, look)
            if plain.horizontalAdvance(seconds) <= block.width():
                found.append((block.left(), seconds))
        return found

    def _paint_head(self, painter: QPainter, look: Look) -> None:
        x, middle = self._x(self._fraction), self.height() / 2
        half = look.px(BLOCK_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colors.text)
        painter.drawRoundedRect(QRectF(x - look.px(1), middle - half, look.px(2), 2 * half), 1, 1)
        knob = look.px(KNOB_PX)
        painter.drawEllipse(QPointF(x, middle), knob, knob)
        if self.hasFocus():
            paint_ring(painter, self, look.colors.focus, RING_ROUND_PX)
