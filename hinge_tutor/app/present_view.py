"""The picture for an audience: title, figures, phases and one caption, nothing else.

What a presenter sees of it on another screen is the same view once more, smaller: one clock moves
both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.choice_board import ChoiceBoard
from hinge_tutor.app.chrome import Look, qt_palette
from hinge_tutor.app.differing import caption_in_words, said_aloud
from hinge_tutor.app.dispute_line import DisputeLine
from hinge_tutor.app.hold_badge import HoldBadge
from hinge_tutor.app.phase_strip import PhaseStrip
from hinge_tutor.app.pointing import Pointer, PointerSheet, place_in
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.style import style_sheet
from hinge_tutor.lessons.by_hand import Drag

if TYPE_CHECKING:
    from hinge_tutor.app.key_strip import KeyStrip
    from hinge_tutor.app.practicing import Practicing
    from hinge_tutor.app.tempo_bar import TempoBar

# At 1080 lines: the smallest letters, the caption, the title; all grow with the height.
FLOOR_PX, CAPTION_PX, TITLE_PX, LINES = 28, 40, 57, 1080
POINTER_REST_MS = 3000
# The strip of key poses takes this share of the height, the stage what is left.
STRIP_SHARE = 0.19
# A picture that is less high than this has letters that nobody could read anyway.
LEAST_HIGH = 200


class PresentView(QWidget):
    """A click on it turns the page; the mouse's own arrow goes away when it rests.

    `pointed` tells where the mouse is, in shares of the picture.
    """

    clicked = Signal()
    pointed = Signal(float, float)

    def __init__(
        self,
        session: Session,
        stage: StageView,
        practicing: Callable[[], Practicing],
        pointer: Callable[[], Pointer] = Pointer,
        parent: QWidget | None = None,
    ) -> None:
        """`practicing` makes the repetitions to move along with, when a step asks for them."""
        super().__init__(parent)
        # The screen that this is a smaller picture of; empty for the picture itself.
        self._stands_for = QSize()
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
        self._choices = ChoiceBoard(session)
        # The reason of what was to be found by hand, once it is told.
        self._told = wrapped("audience")
        self._dispute = DisputeLine(session)
        said = (self._caption, self._dispute, self._told, self._choices)
        for widget in (self._title, stage, self._phases, *said):
            self._column.addWidget(widget, 1 if widget is stage else 0)
        for widget in (self._title, self._phases, *said):
            # Nothing here is to be marked or read closer: a click turns the page everywhere.
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        stage.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stage.setMinimumSize(0, 0)
        self._badge = HoldBadge(session, stage)
        self.sheet = PointerSheet(pointer, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(POINTER_REST_MS)
        self._rest.timeout.connect(self.on_rest)
        self.setMouseTracking(True)
        stage.setMouseTracking(True)
        stage.installEventFilter(self)
        stage.clicked.connect(self.clicked)
        session.step_changed.connect(self.on_step_changed)
        session.options_changed.connect(self.on_step_changed)

    def set_look(self, look: Look) -> None:
        """Its own colors, whatever those of the window around it are."""
        self._look = look
        self.setPalette(qt_palette(look.colors))
        self.setStyleSheet(style_sheet(look))
        self.stage.set_look(look)
        self._size()
        self.on_step_changed()

    def stand_for(self, screen: QSize) -> None:
        """Is a smaller picture of what fills a screen from now on."""
        self._stands_for = screen
        self.stage.update()

    @property
    def zoom(self) -> float:
        """How much larger the picture is that this one stands for."""
        return max(self._stands_for.height() / max(self.height(), 1), 1.0)

    def letters(self) -> float:
        """How much larger than in a window the letters on the stage are."""
        return max(self.zoom * self.height(), LEAST_HIGH) / LINES * FLOOR_PX / 12.5

    def on_step_changed(self) -> None:
        """Shows the present build; while the picture is held, its words are held with it."""
        session = self._session
        held = session.frozen and bool(self._title.text())
        if self._look is None or held or not session.audience:
            return
        # After it was asked, a page says what to watch, and the question waits for its answer.
        asked = session.asked if session.asks_here and session.pending else None
        said = caption_in_words(session)
        if asked is not None:
            said = said_aloud(session, asked.prompt)
        title, caption = session.step.title, said
        if session.finished:
            title, caption = session.words.ending("heading"), session.lesson.goal
        self._title.setText(title)
        self._caption.setText(caption)
        self._told.setText(self._explained())
        self._told.setVisible(bool(self._told.text()))
        self._choices.refresh()
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

    def _explained(self) -> str:
        """What came of a guess by hand, once that is told."""
        session, asked = self._session, self._session.asked
        told = isinstance(asked, Drag) and session.explained and not session.finished
        return f"✓ {asked.explanation}" if told and isinstance(asked, Drag) else ""

    def _size(self) -> None:
        if self._look is None:
            return
        unit = max(self.height(), LEAST_HIGH) / LINES
        edge = round(48 * unit)
        self._column.setContentsMargins(edge, round(36 * unit), edge, edge)
        self._column.setSpacing(round(18 * unit))
        for label, pixels, weight in (
            (self._title, TITLE_PX, 700),
            (self._caption, CAPTION_PX, 600),
            (self._dispute, FLOOR_PX, 600),
            (self._told, FLOOR_PX, 600),
        ):
            label.setStyleSheet(f"font-size: {round(pixels * unit)}px; font-weight: {weight};")
        self._badge.setStyleSheet(f"font-size: {round(FLOOR_PX * unit)}px;")
        self._phases.set_look(self._look, round(FLOOR_PX * unit))
        self._choices.set_letters(self._look, round(FLOOR_PX * unit))
        if self._tempo is not None:
            self._tempo.set_look(self._look)
            self._tempo.fit(self.height(), self.width() - 2 * edge)
        if self.strip is not None:
            self.strip.setFixedHeight(round(STRIP_SHARE * self.height()))
            self.strip.set_letters(self._look, FLOOR_PX * unit)

    def on_rest(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse over the figures is one over the picture."""
        moved = event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent)
        if moved and watched is self.stage and isinstance(event, QMouseEvent):
            self._on_mouse(self.stage, event)
        return False

    def _on_mouse(self, over: QWidget, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._rest.start()
        self.pointed.emit(*place_in(self, over, event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._on_mouse(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def hideEvent(self, _event: object) -> None:
        self._rest.stop()
        self.unsetCursor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()
