"""The lesson: where one is, what the step says and asks, and the way back and on.

A question and a dial are made when the first build asks for one; the first of all does not.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.asked_cards import AskedCards
from hinge_tutor.app.cards import CueCard, EndCard, rename, wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.dispute_line import DisputeLine
from hinge_tutor.app.file_strip import FileStrip
from hinge_tutor.app.lesson_head import LessonHead
from hinge_tutor.app.lesson_sight import LessonSight
from hinge_tutor.app.lesson_text import LessonText
from hinge_tutor.app.pages import can_turn, start_again, turn_back, turn_on
from hinge_tutor.app.pane_height import share_height
from hinge_tutor.app.panes import holds_focus, is_tight, pane_width
from hinge_tutor.app.session import Session
from hinge_tutor.app.source_card import SourceCard
from hinge_tutor.app.step_cards import StepCards
from hinge_tutor.app.style import BODY
from hinge_tutor.app.tab_order import lead_through
from hinge_tutor.app.wrapping import WrappingButton
from hinge_tutor.lessons.lesson import Build, Reference

if TYPE_CHECKING:
    from hinge_tutor.app.guessing import Guessing
    from hinge_tutor.app.practicing import Practicing


class LessonPane(QWidget):
    """Reads everything from the session; says nothing of its own but its buttons.

    `recall`: somebody asks for the recall cards. `asked` is for a command of the window, by its id.
    """

    recall = Signal()
    asked = Signal(str)

    def __init__(
        self,
        session: Session,
        guessing: Guessing,
        practicing: Callable[[], Practicing],
        parent: QWidget | None = None,
    ) -> None:
        """`practicing` makes the repetitions to move along with, when a step asks for them."""
        super().__init__(parent)
        self._practicing = practicing
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Lesson"))
        self._session = session
        self._guessing = guessing
        self._look: Look | None = None
        # Whether its letters would have a wider pane.
        self._tight = False
        # Whether the cue that is shown speaks of the body.
        self._inward = False
        self._head = LessonHead(session)
        self._prompt = wrapped("prompt")
        self._text = LessonText(self.on_link)
        self._difference = wrapped("aside")
        self._cue = CueCard(session)
        self._end = EndCard(
            partial(start_again, session), self.recall.emit, partial(self.asked.emit, "lessons")
        )
        self._dispute = DisputeLine(session)
        self._source = SourceCard()
        self._strip = FileStrip(session, self._settle)
        self._back = WrappingButton(self.tr("Back"))
        self._next = WrappingButton(self.tr("Next"))
        self._next.setObjectName("primary")
        self._back.clicked.connect(self.on_back)
        self._next.clicked.connect(self.on_next)
        self._lay_out()
        session.step_changed.connect(self.on_step_changed)
        session.options_changed.connect(self.on_options_changed)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("pane_body")
        self._column = column = QVBoxLayout(body)
        column.addWidget(self._head)
        # The end and the answer stand first, whatever else there is; a question comes after.
        self._first = QVBoxLayout()
        self._last = QVBoxLayout()
        self._asked = AskedCards(self._session, self._guessing, self._first, self._last)
        dials = QVBoxLayout()
        self._tasks = StepCards(self._session, self.asked.emit, self._practicing, dials, self._last)
        column.addWidget(self._end)
        column.addLayout(self._first)
        for widget in (self._prompt, self._text, self._difference):
            column.addWidget(widget)
        column.addLayout(dials)
        column.addWidget(self._cue)
        column.addLayout(self._last)
        column.addWidget(self._source)
        column.addStretch(1)
        self._scroll = ClearArea()
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(body)
        self._sight = LessonSight(self._session, self._scroll, self._asked, self._tasks)
        self._buttons = buttons = QHBoxLayout()
        buttons.addWidget(self._back, 1)
        buttons.addWidget(self._next, 2)
        for button in (self._back, self._next):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(self._strip)
        whole.addWidget(self._scroll, 1)
        # Under what scrolls, so that it is seen wherever one reads.
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._dispute)
        whole.addLayout(self._foot)
        whole.addLayout(buttons)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._space(look)
        self._buttons.setSpacing(look.gap(10))
        self._head.set_look(look)
        self._source.set_look(look)
        self._strip.set_look(look)
        self.on_step_changed()

    def _space(self, look: Look) -> None:
        """Room around the words, and less of it where there is little for them."""
        self._tight = tight = is_tight(self.width(), look.scale)
        left, right, apart = (16, 12, 8) if tight else (28, 24, 16)
        self._column.setContentsMargins(look.margins(left, 22, right, apart))
        self._column.setSpacing(look.gap(apart))
        self._foot.setContentsMargins(look.margins(left, 0, right, 0))
        self._buttons.setContentsMargins(look.margins(left, 6, right, 12 if tight else 24))
        rename(self._prompt, "strong" if tight else "prompt")

    def width_in(self, window_px: int, scale: float) -> int:
        """How wide the pane is in a window of this width at a text scale."""
        return pane_width(window_px, scale)

    def on_step_changed(self) -> None:
        if self._look is None:
            return
        session = self._session
        self._head.refresh()
        focused = self._scroll.focusWidget()
        has = focused is not None and focused.hasFocus()
        self._tell(session.build, session.step.reference, self._look)
        if has and focused is not None and not focused.isVisible():
            # Qt would give the focus of what is gone to the next button, which leads back.
            self.setFocus()
        self._back.setEnabled(can_turn(session, forward=False))
        self._name_next()
        self._settle()
        self._follow()

    def _name_next(self) -> None:
        """What Next does here: on, to the end of the lesson, or to the next one."""
        session = self._session
        after = session.route.after(session.spot)
        if session.finished:
            self._next.setText(self.tr("Next lesson") if after else self.tr("Finish"))
        else:
            last = after is None or after.lesson != session.spot.lesson
            last = last and not session.page_ahead
            self._next.setText(self.tr("Finish") if last else self.tr("Next"))
        possible = can_turn(session, forward=True)
        if not possible and self._next.hasFocus():
            # Not on to the button that starts again.
            self.setFocus()
        self._next.setEnabled(possible)

    def on_options_changed(self) -> None:
        """A claim is disputed, or is not one of this build; or cues are worded otherwise."""
        if self._look is None:
            return
        if self._inward != self._session.settings.inner_cues:
            self._show_cue(self._session.said)
            self._settle()
        if self._dispute.refresh():
            self._source.show_doubt(self._dispute.meaning())
            self._settle()

    def _show_cue(self, going: bool) -> None:
        """The build's cue; nothing after the last one."""
        session, build = self._session, self._session.build
        self._inward = session.settings.inner_cues
        self._cue.show_cue(
            session.fill(build.cue) if going else "", session.fill(build.inner_cue) if going else ""
        )

    def _tell(self, build: Build, reference: Reference | None, look: Look) -> None:
        """The build's words, where they hold, and its question; after the last, the end alone."""
        session, going, says = self._session, not self._session.finished, self._session.said
        words = session.words
        lesson = session.lesson
        last = session.route.lesson_after(session.spot) is None
        self._end.show_end(not going, words, lesson.goal, lesson.key_points, last)
        if not going:
            from hinge_tutor.app.learnt import cards_waiting

            self._end.show_cards(*cards_waiting(session))
        self._prompt.setText(session.fill(build.prompt))
        self._prompt.setVisible(says)
        text = session.fill(build.text) if says else ""
        folder = Path(session.lesson.file).parent
        pack = session.route.pack(session.spot.lesson)
        packed = pack.pictures if pack is not None else None
        self._text.show_markdown(text, folder, look.px(BODY), look.colors.accent, packed)
        only = self._only() if says else ""
        self._difference.setText(only)
        self._difference.setVisible(bool(only))
        self._tasks.refresh(self._tight)
        self._show_cue(says)
        self._asked.show_asked(session.asked if going else None, look, self._tight)
        self._dispute.refresh()
        self._source.show_doubt(self._dispute.meaning())
        self._source.show_source(
            session.fill(build.why) if says else "", reference if going else None, words
        )

    def _only(self) -> str:
        """What the figures differ in, where the lesson asks for it."""
        if not self._session.plan.difference or self._session.veiled:
            return ""
        # The first build does not ask; a start should not wait for it.
        from hinge_tutor.lessons.difference_words import told

        return told(self._session.repetitions, self._session.words)

    def _follow(self) -> None:
        """Shows what one has to see now; a pane that nobody sees waits until it is shown."""
        if self.isVisible() and self._sight.follow() and self._free():
            self._asked.begin()

    def _free(self) -> bool:
        """Whether the focus is nowhere else than in this pane."""
        focused = self.window().focusWidget()
        return focused is None or focused is self.window() or holds_focus(self)

    def _settle(self) -> None:
        """Shares the height anew: words that wrap know their own only with their width.

        A pane that nobody sees waits until it is shown, once for all that happened before.
        """
        if not self.isVisible():
            return
        asking, tasks = self._asked.laid_out(), self._tasks.made()
        cards = (self._head, self._end, self._cue, *asking, *tasks, self._source)
        share_height(self, self._scroll, cards)
        lead_through(self._text, [self._cue, *self._asked.made(), *tasks])

    def on_back(self) -> None:
        turn_back(self._session)

    def on_next(self) -> None:
        turn_on(self._session)

    def on_link(self, scheme: str, path: str) -> None:
        if scheme == "lesson":
            self._session.go(self._session.route.linked(path, self._session.spot))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._look is not None and self._tight != is_tight(self.width(), self._look.scale):
            self._space(self._look)
            self.on_step_changed()
        else:
            self._settle()
