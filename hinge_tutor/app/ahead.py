"""What the next press of Next brings, for somebody who presents: a still, its title, its words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session
from hinge_tutor.app.tiles import build_picture
from hinge_tutor.lessons.lesson import StagePlan

STILL = QSize(320, 180)


class Ahead(QWidget):
    """Shows no answer that is not told by then."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._look: Look | None = None
        self._shown: tuple[StagePlan, Look] | None = None
        self._still = QLabel()
        self._still.setAccessibleName(self.tr("The next picture"))
        self._still.setAlignment(Qt.AlignmentFlag.AlignLeft)
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
        session, look = self._session, self._look
        if look is None:
            return
        title, words, plan = self._next()
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._still.setVisible(plan is not None)
        if plan is not None and self._shown != (plan, look):
            self._shown = (plan, look)
            self._sheet = build_picture(session, plan, look, STILL)
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

    def _fit(self) -> None:
        room = QSize(min(self.width(), STILL.width()), STILL.height())
        ratio = self._sheet.devicePixelRatio()
        if self._sheet.isNull() or room.isEmpty():
            return
        mode = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        self._still.setPixmap(self._sheet.scaled(room * ratio, mode, smooth))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
