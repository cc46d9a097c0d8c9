"""A plot of the figures on the stage: painted once, then only its cursor moves over it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_tutor import paint
from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.app.calling import called
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.plate import plate
from hinge_tutor.app.session import Session
from hinge_tutor.stage.curves import curve_name, written
from hinge_tutor.stage.plot import Plot, plot
from hinge_tutor.stage.plot_frame import Frame
from hinge_tutor.stage.plot_names import PLOTS, SIGNATURE, UNITS, kind_of
from hinge_tutor.stage.signature import Signature, signature

Axis = Callable[[QWidget], tuple[float, float]]
# What stays free at both ends, wherever the phase bar's own time begins and ends.
LEAST_PX = 8.0


class PlotView(PaintedPicture):
    """Shows the plot that the settings name; a press or a drag on it seeks."""

    def __init__(self, session: Session, axis: Axis, parent: QWidget | None = None) -> None:
        """`axis` says where time begins and ends, so that one cursor goes through all."""
        super().__init__(parent)
        self._session = session
        self._axis = axis
        self._look: Look | None = None
        self._key: object = None
        self._sheet = QPixmap()
        # What is drawn, for the cursor and for those who read it.
        self.drawn: Plot | Signature | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        session.step_changed.connect(self.update)
        session.frame_changed.connect(self.on_frame_changed)
        session.options_changed.connect(self.on_options_changed)
        self.on_options_changed()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    def on_options_changed(self) -> None:
        """Another plot, or other names of muscles."""
        words, name = self._session.words, self._session.settings.plot
        self.setAccessibleName(self.tr("Plot: %1").replace("%1", words.plot(name)))
        self.setAccessibleDescription(words.plot_note(name))
        self.update()
        self._tell_standing()

    def on_frame_changed(self) -> None:
        if not self.isVisible():
            return
        self.update()
        self._tell_standing()

    def _tell_standing(self) -> None:
        """The values of the moment, for those who do not see them; while it plays, nothing."""
        if not self.isVisible() or self._session.timeline.clock.playing:
            return
        drawn = self.current()
        if drawn is None:
            return
        words, names = self._session.words, called(self._session, short=True)
        said = [words.plot_note(self._session.settings.plot)]
        for id_, values in drawn.readings(self._session.timeline.fraction):
            told = [
                f"{name} {written(value)} {UNITS[kind_of(id_)]}"
                for name, value in zip(names, values, strict=True)
                if value is not None
            ]
            said.append(f"{curve_name(id_, words)}: {', '.join(told)}.")
        self.setAccessibleDescription(" ".join(said))

    def current(self) -> Plot | Signature | None:
        """The plot for this size, these figures and this choice, made when any is another."""
        session, look = self._session, self._look
        if look is None or not session.repetitions or self.rect().isEmpty():
            return None
        settings = session.settings
        axis, ratio = self._axis(self), self.devicePixelRatioF()
        looks = (look.scale, look.palette.name, ratio, settings.plot, settings.anatomical_names)
        sync = session.options.arrangement.sync
        key = (self.width(), self.height(), axis, looks, session.repetitions, sync)
        if key != self._key:
            self._key = key
            self.drawn = self._made(look, axis)
            self._sheet = plate(self.drawn.picture, self.size(), look, ratio)
        return self.drawn

    def _made(self, look: Look, axis: tuple[float, float]) -> Plot | Signature:
        session = self._session
        left = max(axis[0], LEAST_PX)
        right = min(axis[1], self.width() - LEAST_PX)
        frame = Frame(self.width(), self.height(), left, right, look.scale)
        names, words = called(session, short=True), session.words
        if session.settings.plot == SIGNATURE:
            return signature(session.repetitions, names, words, frame, session.clock)
        named = session.settings.anatomical_names
        ids = PLOTS[session.settings.plot]
        return plot(session.repetitions, names, ids, words, frame, named, session.clock)

    def _seek(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.drawn is not None:
            t = self.drawn.time_at(event.position().x())
            if t is not None:
                self._session.timeline.seek(t)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._seek(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None:
            return
        drawn = self.current()
        painter = QPainter(self)
        try:
            if drawn is None:
                painter.fillRect(self.rect(), self._look.colors.surface)
                return
            painter.drawPixmap(0, 0, self._sheet)
            cursor = drawn.cursor(self._session.timeline.fraction)
            paint.paint(painter, cursor, QRectF(self.rect()), self._look.palette)
        finally:
            painter.end()
