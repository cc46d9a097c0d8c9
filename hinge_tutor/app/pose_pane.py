"""The card under the stage while poses are edited: sliders, and what the form rules say of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.pose_sliders import PoseSliders
from hinge_tutor.app.pose_words import judged_in_words
from hinge_tutor.app.posing import Posing
from hinge_tutor.app.session import Session
from hinge_tutor.app.tool_button import tool_button

# At 100 % text: the least height with which the card says enough, and what it asks for.
LEAST_PX, USUAL_PX = 132, 192
# What the rules say has so many lines; more of it scrolls, so that no slider moves.
LINES = 2


class PosePane(QFrame):
    """What is chosen, what the rules find, and the sliders; what has no room scrolls."""

    closed = Signal()

    def __init__(self, session: Session, posing: Posing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Pose"))
        self._session = session
        self._posing = posing
        self._now: object = None
        self._heading = wrapped("strong")
        self.sliders = PoseSliders(session, posing)
        self._judged = wrapped("quiet")
        self._judged.setAlignment(Qt.AlignmentFlag.AlignTop)
        tip = self.tr("End editing (Esc)")
        self._close = tool_button(self.tr("End editing"), self.closed, kind="plain", tip=tip)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._close)
        self._said_area = self._area(self._judged)
        self._column = column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._said_area)
        column.addWidget(self._area(self.sliders), 1)
        session.step_changed.connect(self.refresh)
        session.frame_changed.connect(self.refresh)
        posing.changed.connect(self.on_posing_changed)

    def _area(self, inside: QWidget) -> QScrollArea:
        area = ClearArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        return area

    def set_look(self, look: Look) -> None:
        self._column.setContentsMargins(look.margins(16, 6, 10, 8))
        self._column.setSpacing(look.gap(4))
        self._now = None
        self._judged.ensurePolished()
        self._said_area.setFixedHeight(LINES * self._judged.fontMetrics().lineSpacing())
        size = look.target(16)
        put_icon(self._close, "close", look.colors.text, size)
        self.sliders.set_look(look)
        self.refresh()

    def wanted_heights(self, scale: float, _window_px: int) -> tuple[int, int]:
        """The least height in px that is worth showing, and what is asked for."""
        grown = 0.4 + 0.6 * scale
        return round(LEAST_PX * grown), round(USUAL_PX * grown)

    @property
    def judged(self) -> str:
        """What the rules say of the pose."""
        return self._judged.text()

    def refresh(self) -> None:
        """As the figure that is posed stands at this moment."""
        if not self.isVisible():
            return
        session, posing = self._session, self._posing
        one = posing.figure
        repetition = one.repetition
        if repetition is None:
            return
        self._heading.setText(self._said())
        now = (repetition, one.time_s)
        if now != self._now:
            self._now = now
            self._judged.setText(judged_in_words(repetition, session.words, one.time_s))
            self.sliders.refresh()

    def _said(self) -> str:
        """Whose pose it is, and what is chosen of it."""
        session, posing = self._session, self._posing
        chosen = posing.chosen
        words = session.words
        if chosen is None:
            return self.tr("Drag a joint, or move a slider: the body follows and keeps standing.")
        return words.pose("drag", {"handle": words.handle(chosen[0])})

    def on_posing_changed(self) -> None:
        """Another handle is chosen, or one was let go: said to who does not see it."""
        self.refresh()
        if self.isVisible() and not self._posing.holding:
            announce(self, f"{self._heading.text()} {self._judged.text()}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
