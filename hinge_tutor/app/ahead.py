"""What the next press of Next brings, for somebody who presents: a still, its title, its words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session
from hinge_tutor.app.tiles import build_picture
from hinge_tutor.lessons.lesson import StagePlan

# The still's shape, and how much narrower or wider its column becomes before it is drawn anew: its
# letters would be too small or too large.
SHAPE, REDRAWN_PAST = QSize(16, 9), 0.1


class Ahead(QWidget):
    """Shows no answer that is not told by then."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look: Look | None = None
        self._plan: StagePlan | None = None
        self._shown: tuple[StagePlan, Look] | None = None
        self._still = QLabel()
        self._still.setAccessibleName(self.tr("The next picture"))
        # As wide as its column, which it never widens.
        self._still.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._sheet = QPixmap()
        self._heading = wrapped("kicker", self.tr("NEXT"))
        self._title = wrapped("strong")
        self._words = wrapped("small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._heading, self._still, self._title, self._words):
            column.addWidget(widget)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.refresh()

    def refresh(self) -> None:
        """What comes next, as it is now."""
        if self._look is None:
            return
        title, words, plan = self._next()
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._still.setVisible(plan is not None)
        self._plan = plan
        self._draw()

    def _draw(self) -> None:
        """The still of the plan, where it is not the one that is there."""
        plan, look, room = self._plan, self._look, self._room()
        if plan is None or look is None or room.isEmpty():
            return
        drawn = self._sheet.deviceIndependentSize().width()
        if self._shown != (plan, look) or abs(drawn - room.width()) > REDRAWN_PAST * drawn:
            self._shown = (plan, look)
            self._sheet = build_picture(self._session, plan, look, room)
            self._fit()

    def _next(self) -> tuple[str, str, StagePlan | None]:
        session = self._session
        if session.untold:
            return self.tr("The answer to this question"), "", None
        after = session.route.after(session.spot)
        leaves = after is None or after.lesson != session.spot.lesson
        if not session.finished and leaves:
            return self.tr("The end of this lesson"), session.lesson.goal, None
        if after is None:
            return self.tr("Nothing more: this was the last lesson"), "", None
        step, build = session.route.step(after), session.route.build(after)
        title = step.title if after.build == 0 else f"{step.title} · {build.name}"
        if leaves:
            title = f"{session.route.lesson(after).title} · {step.title}"
        told = session.fill(build.aloud or build.prompt, session.solve(build.stage))
        return title, told, build.stage

    def _room(self) -> QSize:
        return SHAPE.scaled(self.width(), self.width(), Qt.AspectRatioMode.KeepAspectRatio)

    def _fit(self) -> None:
        room, ratio = self._room(), self._sheet.devicePixelRatio()
        if self._sheet.isNull() or room.isEmpty():
            return
        mode = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        self._still.setPixmap(self._sheet.scaled(room * ratio, mode, smooth))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()
        self._fit()
