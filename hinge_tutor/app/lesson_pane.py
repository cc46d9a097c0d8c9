"""The lesson: where one is, what the step says and asks, and the way back and on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.cards import CueCard, QuestionCard, wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.lesson_text import LessonText
from hinge_tutor.app.route import Spot
from hinge_tutor.app.segments import Segments
from hinge_tutor.app.session import Session
from hinge_tutor.app.source_card import SourceCard
from hinge_tutor.app.style import BODY
from hinge_tutor.lessons.contrast import sentence as difference

NARROWEST_PX, WIDEST_PX = 300, 400
# The stage keeps 55 % of the window; a hair more stays free for borders.
LARGEST_SHARE = 0.43
USUAL_SHARE = 0.25


class LessonPane(QWidget):
    """Reads everything from the session; says nothing of its own but its buttons."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Lesson"))
        self._session = session
        self._look: Look | None = None
        self._spot: Spot | None = None
        self._number = wrapped("kicker")
        self._title = wrapped("title")
        self._step = wrapped("quiet")
        self._segments = Segments()
        self._prompt = wrapped("prompt")
        self._text = LessonText(self.on_link)
        self._cue = CueCard()
        self._question = QuestionCard(session.choose)
        self._source = SourceCard()
        self._back = QPushButton(self.tr("Back"))
        self._next = QPushButton(self.tr("Next"))
        self._next.setObjectName("primary")
        self._back.clicked.connect(self.on_back)
        self._next.clicked.connect(self.on_next)
        self._lay_out()
        session.step_changed.connect(self.on_step_changed)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("pane_body")
        self._column = column = QVBoxLayout(body)
        head = QVBoxLayout()
        head.setSpacing(5)
        for label in (self._number, self._title, self._step):
            head.addWidget(label)
        head.addSpacing(6)
        head.addWidget(self._segments)
        column.addLayout(head)
        for widget in (self._prompt, self._text, self._cue, self._question, self._source):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        self._buttons = buttons = QHBoxLayout()
        buttons.addWidget(self._back, 1)
        buttons.addWidget(self._next, 2)
        for button in (self._back, self._next):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(buttons)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._column.setContentsMargins(look.margins(28, 22, 24, 16))
        self._column.setSpacing(look.gap(16))
        self._buttons.setContentsMargins(look.margins(28, 12, 24, 24))
        self._buttons.setSpacing(look.gap(10))
        self._segments.set_look(look)
        self._source.set_look(look)
        self.on_step_changed()

    def width_in(self, window_px: int, scale: float) -> int:
        """How wide the pane is in a window of this width at a text scale."""
        wanted = min(max(window_px * USUAL_SHARE, NARROWEST_PX * scale), WIDEST_PX * scale)
        return round(min(wanted, window_px * LARGEST_SHARE))

    def on_step_changed(self) -> None:
        if self._look is None:
            return
        session, build, step = self._session, self._session.build, self._session.step
        lesson, spot = session.lesson, session.spot
        count = len(lesson.steps)
        self._number.setText(
            self.tr("LESSON %1 OF %2")
            .replace("%1", str(spot.lesson + 1))
            .replace("%2", str(len(session.route.lessons)))
        )
        self._title.setText(lesson.title)
        place = self.tr("Step %1 of %2").replace("%1", str(spot.step + 1))
        self._step.setText(f"{place.replace('%2', str(count))} · {step.title}")
        self._segments.show_progress(count, spot.step + (spot.build + 1) / len(step.builds))
        self._prompt.setText(session.fill(build.prompt))
        folder = Path(lesson.file).parent
        only = difference(build.stage, session.words)
        text = "\n\n".join(part for part in (session.fill(build.text), only) if part)
        self._text.show_markdown(text, folder, self._look.px(BODY))
        self._cue.show_cue(session.fill(build.cue))
        heading = session.words.kind("predict" if not session.explained else step.kind)
        self._question.show_question(
            session.question, heading, session.answer, session.explained, self._look
        )
        self._source.show_source(session.fill(build.why), step.reference, session.words)
        self._back.setEnabled(session.route.before(spot) is not None)
        self._next.setEnabled(session.route.after(spot) is not None)
        self._settle()
        self._scroll_to(spot)

    def _scroll_to(self, spot: Spot) -> None:
        """A new build from its top; after an answer, as far as its explanation."""
        if spot != self._spot:
            self._spot = spot
            self._scroll.verticalScrollBar().setValue(0)
        elif self._session.answer is not None:
            self._scroll.ensureWidgetVisible(self._question, 0, 0)

    def _settle(self) -> None:
        """Shares the height anew: the text knows its own only after the width is shared."""
        self._column.invalidate()
        self._column.activate()

    def on_back(self) -> None:
        self._session.go(self._session.route.before(self._session.spot))

    def on_next(self) -> None:
        self._session.go(self._session.route.after(self._session.spot))

    def on_link(self, scheme: str, path: str) -> None:
        if scheme == "lesson":
            self._session.go(self._session.route.find(path, 1, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
