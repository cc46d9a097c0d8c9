"""The picture for an audience: title, figures, phases and one caption, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.differing import caption_in_words
from hinge_tutor.app.dispute_line import DisputeLine
from hinge_tutor.app.hold_badge import HoldBadge
from hinge_tutor.app.phase_strip import PhaseStrip
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.lessons.lesson import Drag

if TYPE_CHECKING:
    from hinge_tutor.app.key_strip import KeyStrip
    from hinge_tutor.app.practicing import Practicing
    from hinge_tutor.app.tempo_bar import TempoBar

# At 1080 lines: the smallest letters, the caption, the title; all grow with the height.
FLOOR_PX, CAPTION_PX, TITLE_PX, LINES = 28, 40, 57, 1080
POINTER_REST_MS = 3000
# The strip of key poses takes this share of the height, the stage what is left.
STRIP_SHARE = 0.19
NO_BREAK = "\u00a0"


class PresentView(QWidget):
    """A click on it turns the page; the pointer goes away when it rests."""

    def __init__(
        self,
        session: Session,
        stage: StageView,
        practicing: Callable[[], Practicing],
        parent: QWidget | None = None,
    ) -> None:
        """`practicing` makes the repetitions to move along with, when a step asks for them."""
        super().__init__(parent)
        self._practicing = practicing
        self._tempo: TempoBar | None = None
        self.setObjectName("present")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Presentation"))
        self._session = session
        self.stage = stage
        self._look: Look | None = None
        self._title = wrapped("audience")
        self._caption = wrapped("audience")
        self._phases = PhaseStrip(session, FLOOR_PX)
        # Made when it is first asked for.
        self.strip: KeyStrip | None = None
        self._column = QVBoxLayout(self)
        self._choices = wrapped("audience")
        self._dispute = DisputeLine(session)
        rows = (self._title, stage, self._phases, self._caption, self._dispute, self._choices)
        for widget in rows:
            self._column.addWidget(widget, 1 if widget is stage else 0)
        self._badge = HoldBadge(session, stage)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(POINTER_REST_MS)
        self._rest.timeout.connect(self.on_rest)
        self.setMouseTracking(True)
        stage.setMouseTracking(True)
        session.step_changed.connect(self.on_step_changed)
        session.options_changed.connect(self.on_step_changed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.stage.set_look(look)
        self._size()
        self.on_step_changed()

    def letters(self) -> float:
        """How much larger than in a window the letters on the stage are."""
        return max(self.height(), 400) / LINES * FLOOR_PX / 12.5

    def on_step_changed(self) -> None:
        """Shows the present build; while the picture is held, its words are held with it."""
        session = self._session
        if self._look is None or (session.frozen and self._title.text()):
            return
        # After it was asked, a page says what to watch, and the question waits for its answer.
        asked = session.asked if session.asks_here and session.pending else None
        said = caption_in_words(session)
        title, caption = session.step.title, asked.prompt if asked else said
        answers = self._answers()
        if session.finished:
            title, caption = session.words.ending("heading"), session.lesson.goal
            answers = ""
        self._title.setText(title)
        self._caption.setText(caption)
        self._choices.setText(answers)
        self._choices.setVisible(bool(answers))
        self._dispute.refresh()
        self._show_strip(session.settings.key_strip and not session.pending)
        self._show_tempo(session.build.practice is not None and not session.finished)

    def _show_strip(self, shown: bool) -> None:
        """The key poses between figures and phases, for whoever asked for them."""
        if shown and self.strip is None:
            from hinge_tutor.app.key_strip import KeyStrip

            self.strip = KeyStrip(self._session, reachable=False)
            self._column.insertWidget(2, self.strip)
            self._size()
        if self.strip is not None:
            self.strip.setVisible(shown and bool(self._session.repetitions))

    def _show_tempo(self, shown: bool) -> None:
        """The bar of the tempo in the place of the phases, for whoever moves along."""
        if shown and self._tempo is None:
            from hinge_tutor.app.tempo_bar import TempoBar

            self._tempo = TempoBar(self._session, self._practicing())
            self._column.insertWidget(self._column.indexOf(self._phases), self._tempo)
            self._size()
        if self._tempo is not None:
            self._tempo.setVisible(shown and self._practicing().on)
            self._phases.setVisible(self._tempo.isHidden())

    def _answers(self) -> str:
        """The choices while the question is open, the right one once it is explained."""
        session, asked = self._session, self._session.asked
        if asked is None or not (session.explained or session.asks_here):
            return ""
        if isinstance(asked, Drag):
            return f"{asked.prompt}   ✓ {asked.explanation}" if session.explained else ""
        if session.explained:
            return f"{asked.prompt}   ✓ {asked.choices[asked.right].text}"
        choices = (f"{n}  {c.text}" for n, c in enumerate(asked.choices, start=1))
        # A choice stays on one line as long as one line can hold it.
        return "     ".join(choice.replace(" ", NO_BREAK) for choice in choices)

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
            (self._dispute, FLOOR_PX, 600),
            (self._choices, FLOOR_PX, 600),
        ):
            label.setStyleSheet(f"font-size: {round(pixels * unit)}px; font-weight: {weight};")
        self._badge.setStyleSheet(f"font-size: {round(FLOOR_PX * unit)}px;")
        self._phases.set_look(self._look, round(FLOOR_PX * unit))
        if self._tempo is not None:
            self._tempo.set_look(self._look)
            self._tempo.fit(self.height(), self.width() - 2 * edge)
        if self.strip is not None:
            self.strip.setFixedHeight(round(STRIP_SHARE * self.height()))
            self.strip.set_letters(self._look, FLOOR_PX * unit)

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
