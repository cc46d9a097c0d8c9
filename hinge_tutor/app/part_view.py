"""The card under the stage that tells everything of one joint or muscle of one figure."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_tutor import paint
from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.app.calling import called
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.part_words import (
    always_in_words,
    now_in_words,
    part_in_words,
    source_in_words,
)
from hinge_tutor.app.plate import plate
from hinge_tutor.app.session import Session
from hinge_tutor.app.tool_button import tool_button
from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.stage.paragraphs import Paragraph
from hinge_tutor.stage.part_card import PartCard, part_card

# At 100 % text: the least height with which the card says enough, and what it asks for.
LEAST_PX, USUAL_PX = 180, 204
EDGE_PX = 6
# Letters of the title over those of the text, and of what is said quietly.
TITLE, QUIET = 1.25, 0.9

Part = tuple[str, int]


class PartView(PaintedPicture):
    """Wanted while a part is picked; all but the moment is painted once."""

    # Somebody has seen enough.
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session = session
        self._look: Look | None = None
        self._key: object = None
        self._sheet = QPixmap()
        self._said: tuple[int, tuple[str, ...]] = (-1, ())
        self.part: Part | None = None
        self.drawn: PartCard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tip = self.tr("Close card (Esc)")
        self._close = tool_button(self.tr("Close card"), self.closed, kind="plain", tip=tip)
        self._close.setParent(self)
        session.step_changed.connect(self.update)
        session.options_changed.connect(self.update)
        session.frame_changed.connect(self.on_frame_changed)

    def set_look(self, look: Look) -> None:
        self._look = look
        size = look.target(16)
        put_icon(self._close, "close", look.colors.text, size)
        self._place()
        self.update()

    def show_part(self, part: Part | None) -> None:
        """The part that was picked; its figure counts from 0."""
        self.part = part
        self._tell()
        self.update()

    def wanted_heights(self, scale: float, _window_px: int) -> tuple[int, int]:
        """The least height in px that is worth showing, and what is asked for."""
        grown = 0.4 + 0.6 * scale
        return round(LEAST_PX * grown), round(USUAL_PX * grown)

    def sentence(self) -> str:
        """Everything of the part at this moment, in words."""
        session = self._session
        if self.part is None or self.part[1] >= len(session.repetitions):
            return ""
        name, figure = self.part
        return part_in_words(
            session.repetitions[figure],
            session.words,
            name,
            session.clock.own_times(session.timeline.fraction)[figure],
            session.settings.anatomical_names,
            session.pending,
        )

    def _tell(self) -> None:
        """For those who do not see it: what the card is about, and what it says."""
        words = self._session.words
        name = self.part[0] if self.part else ""
        said = words.muscle(name) if name in GROUPS else words.region(name) if name else ""
        self.setAccessibleName(said[:1].upper() + said[1:])
        sentence = self.sentence()
        source = source_in_words(words, name)
        self.setAccessibleDescription(f"{sentence} {source}".strip())

    def on_frame_changed(self) -> None:
        if not self.isVisible():
            return
        if not self._session.timeline.clock.playing:
            self._tell()
        self.update()

    def _about(self, name: str) -> list[Paragraph]:
        """What a part is: its names, its job, its place; of a joint, how its curves are read."""
        words = self._session.words
        if name not in GROUPS:
            said = words.region(name)
            notes = (words.plot_note(plot) for plot in ("angles", "moments"))
            title = Paragraph(said[:1].upper() + said[1:], weight="bold", share=TITLE)
            return [title, *(Paragraph(note, "text_quiet") for note in notes)]
        return [
            Paragraph(words.muscle(name), weight="bold", share=TITLE),
            Paragraph(words.muscle(name, anatomical=True), "text_quiet"),
            *map(Paragraph, always_in_words(words, name)),
        ]

    def _source(self, name: str) -> list[Paragraph]:
        """Where its numbers come from."""
        said = source_in_words(self._session.words, name)
        return [Paragraph(said, "text_quiet", share=QUIET)] if said else []

    def current(self) -> PartCard | None:
        """The card for this size, these figures and this part, made when any is another."""
        session, look = self._session, self._look
        if look is None or self.part is None or self.part[1] >= len(session.repetitions):
            return None
        ratio = self.devicePixelRatioF()
        looks = (look.scale, look.palette.name, ratio, session.options.arrangement.sync)
        key = (self.width(), self.height(), self.part, looks, session.repetitions)
        if key != self._key:
            self._key = key
            self._said = (-1, ())
            inner = (self.width() - 2.0 * EDGE_PX, self.height() - 2.0 * EDGE_PX)
            self.drawn = part_card(
                session.repetitions,
                called(session, short=True),
                self.part[0],
                self._about(self.part[0]),
                self._source(self.part[0]),
                session.words,
                inner,
                look.scale,
                float(self._close.width()),
                session.clock,
            )
            self._sheet = plate(self.drawn.picture, self._room().size().toSize(), look, ratio)
        return self.drawn

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)

    def _now(self) -> tuple[str, ...]:
        """What is said of the moment; made anew with each sample of the take only."""
        assert self.part is not None
        session, (name, figure) = self._session, self.part
        repetition = session.repetitions[figure]
        time_s = session.clock.own_times(session.timeline.fraction)[figure]
        index = repetition.take.index_at(time_s)
        if self._said[0] != index:
            self._said = (index, now_in_words(repetition, session.words, name, time_s))
        return self._said[1]

    def _place(self) -> None:
        if self._look is not None:
            self._close.adjustSize()
            self._close.move(self.width() - self._close.width() - EDGE_PX, EDGE_PX)

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        drawn = self.current()
        if drawn is None or self._look is None:
            return
        room, palette = self._room(), self._look.palette
        painter = QPainter(self)
        try:
            painter.drawPixmap(room.topLeft(), self._sheet)
            paint.paint(painter, drawn.now(self._now()), room, palette)
            t = self._session.timeline.fraction
            paint.paint(painter, drawn.cursor(t), room, palette)
        finally:
            painter.end()
