"""The watch of a presentation: how long it has lasted, and whether that is as planned."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from hinge_tutor.app.session import Session
from hinge_tutor.app.talk import ON_TIME_S, Talk, behind_s
from hinge_tutor.app.wrapping import WrappingButton

BEAT_MS = 1000


class TalkLine(QWidget):
    """Its timer lives while somebody can see it and time is taken."""

    def __init__(self, session: Session, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._talk = talk
        self._time = QLabel()
        self._time.setObjectName("title")
        self._pace = QLabel()
        self._pace.setObjectName("small")
        self._pace.setWordWrap(True)
        self._rest = WrappingButton()
        self._rest.clicked.connect(self.on_rest)
        self._again = WrappingButton(self.tr("From 0:00"))
        self._again.setToolTip(self.tr("Begins to take time anew"))
        self._again.clicked.connect(self.on_again)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for column, widget in enumerate((self._time, None, self._rest, self._again)):
            if widget is not None:
                grid.addWidget(widget, 0, column)
        grid.addWidget(self._pace, 1, 0, 1, 4)
        # From where on the plan counts: the lesson, its pages shown by then, the time.
        self._from = ("", 0, 0.0)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Time and pace as they are now."""
        session, talk = self._session, self._talk
        seconds = talk.elapsed_s
        self._time.setText(minutes(seconds))
        self._time.setAccessibleName(self.tr("Time taken: %1").replace("%1", minutes(seconds)))
        self._rest.setText(self.tr("Stop the clock") if talk.going else self.tr("Go on"))
        self._pace.setText(self._paced(seconds))
        wanted = talk.going and self.isVisible()
        if wanted != self._beat.isActive():
            self._beat.start() if wanted else self._beat.stop()
        self._again.setEnabled(session.lesson.minutes > 0 and seconds >= 1)

    def _paced(self, seconds: float) -> str:
        session = self._session
        lesson, spot = session.lesson, session.spot
        places = [
            (step, build)
            for step, each in enumerate(lesson.steps)
            for build in range(len(each.builds))
        ]
        if not lesson.minutes or not places:
            return ""
        done = len(places) if session.finished else places.index((spot.step, spot.build))
        if self._from[0] != lesson.id or done < self._from[1] or seconds < self._from[2]:
            self._from = (lesson.id, done, seconds)
        _, begun, since = self._from
        late = behind_s(seconds - since, lesson.minutes, done - begun, len(places))
        of = self.tr("planned: %1 min").replace("%1", str(lesson.minutes))
        if abs(late) < ON_TIME_S:
            on_time = self.tr("on time")
            return f"{of} · {on_time}"
        said = self.tr("%1 behind") if late > 0 else self.tr("%1 ahead")
        return f"{of} · {said.replace('%1', minutes(abs(late)))}"

    def on_rest(self) -> None:
        self._talk.go(not self._talk.going)
        self.refresh()

    def on_again(self) -> None:
        self._talk.again()
        self.refresh()

    def showEvent(self, _event: object) -> None:
        self.refresh()

    def hideEvent(self, _event: object) -> None:
        self._beat.stop()


def minutes(seconds: float) -> str:
    """Minutes and seconds as a watch shows them; hours where there are any."""
    whole = int(seconds)
    hours, left = divmod(whole, 3600)
    shown = f"{left // 60}:{left % 60:02d}"
    return f"{hours}:{left // 60:02d}:{left % 60:02d}" if hours else shown
