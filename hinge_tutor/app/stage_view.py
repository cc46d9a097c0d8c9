"""The stage: one widget that plays the scene's picture."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hinge_tutor import paint
from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.app.calling import spoken
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.focus_ring import paint_ring
from hinge_tutor.app.lens import Lens
from hinge_tutor.app.pace import Pace
from hinge_tutor.app.session import Session
from hinge_tutor.app.trouble import REFUSALS, sentence
from hinge_tutor.stage.camera import Camera
from hinge_tutor.stage.picture import Picture

# A notch of the wheel goes on by this share of the repetition.
WHEEL_STEP = 0.01


class Hand(Protocol):
    """Who takes hold of joints on a stage; each answers whether it took what happened."""

    def drawn(self, picture: Picture) -> Picture: ...
    def press(self, at: QPointF) -> bool: ...
    def move(self, at: QPointF) -> bool: ...
    def release(self) -> None: ...
    def leave(self) -> None: ...
    def takes(self, key: str) -> bool: ...
    def press_key(self, event: QKeyEvent) -> bool: ...
    def step(self, forward: bool) -> bool: ...


class StageView(PaintedPicture):
    """Asks `make` for the picture of the moment; the first exception stops it and is told once.

    A file that cannot be read says so in the status line. Another step is another attempt.
    """

    failed = Signal(str)
    clicked = Signal(float, float)

    def __init__(
        self,
        session: Session,
        make: Callable[[QSize, float], Picture],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._make = make
        self._look: Look | None = None
        self._kept: Picture | None = None
        # What went wrong while painting; without this latch it would come with every frame.
        self.failure: Exception | None = None
        self._pace = Pace()
        # Of two that show the same, one finds out how often pictures can come.
        self.sets_pace = True
        self._lens = Lens(self.on_changed, lambda: session.settings.reduced_motion, self)
        # Where the pointer was while it pulls the sheet along.
        self._pulled: QPointF | None = None
        # Who takes hold of joints here, if anybody may.
        self.hand: Hand | None = None
        # The fraction of the repetition that was painted last.
        self.shown = -1.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self._lens.look(session.options.camera, gently=False)
        session.frame_changed.connect(self.on_changed)
        session.step_changed.connect(self.on_step_changed)
        session.options_changed.connect(self.on_options_changed)
        self._name()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.update()

    @property
    def growth(self) -> float:
        """How much larger than usual everything is in a large window."""
        return self._look.growth if self._look else 1.0

    def on_changed(self) -> None:
        if self.isVisible():
            self.update()

    def on_options_changed(self) -> None:
        """Others may be shown now, or closer."""
        self._name()
        self._lens.look(self._session.options.camera, gently=self._pulled is None)
        self.on_changed()

    def sheet(self) -> QRectF:
        """Where the picture lies in this widget, px; larger than it where one looks closer."""
        return self._lens.target(self.size())

    def _move_camera(self, change: Callable[[Camera], Camera]) -> None:
        options = self._session.options
        self._session.set_options(replace(options, camera=change(options.camera)))

    @property
    def painted(self) -> Picture | None:
        """The picture that was painted last."""
        return self._kept

    def legend_px(self) -> float:
        """How high the legend at the foot of the stage is now, 0 without one."""
        made = self._make(self.size(), self._session.timeline.fraction)
        return made.still.top * self.height() / made.height if made.still else 0.0

    def on_step_changed(self) -> None:
        """Other figures, and another attempt."""
        self._name()
        self.retry()

    def _name(self) -> None:
        """Says who is on the stage."""
        session, stage = self._session, self.tr("Stage")
        every = spoken(session)
        names = [every[number] for number in (session.shown if every else ())]
        self.setAccessibleName(f"{stage}: {', '.join(names)}" if names else stage)

    def retry(self) -> None:
        """Paints again after a failure."""
        self.failure = None
        self.on_changed()

    def _picture(self) -> Picture:
        if self._session.frozen and self._kept is not None:
            return self._kept
        self.shown = self._session.timeline.fraction
        made = self._make(self.size(), self.shown)
        self._kept = made if self.hand is None else self.hand.drawn(made)
        return self._kept

    def _tell(self, failure: Exception) -> None:
        self._session.timeline.play(False)
        if isinstance(failure, REFUSALS):
            self._session.say(sentence(failure))
        else:
            self.failed.emit("".join(traceback.format_exception(failure)))

    def sizeHint(self) -> QSize:
        return QSize(900, 520)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pulls = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.button() == Qt.MouseButton.MiddleButton or pulls:
            self._pulled = event.position()
        elif event.button() == Qt.MouseButton.LeftButton and not (
            self.hand is not None and self.hand.press(event.position())
        ):
            self.clicked.emit(event.position().x(), event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pulled is not None:
            way = self._pulled - event.position()
            self._pulled = event.position()
            dx, dy = way.x() / max(self.width(), 1), way.y() / max(self.height(), 1)
            self._move_camera(lambda camera: camera.moved(dx, dy))
        elif self.hand is not None:
            self.hand.move(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pulled = None
        if self.hand is not None:
            self.hand.release()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.hand is not None:
            self.hand.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.hand is None or not self.hand.press_key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes from handle to handle before it leaves."""
        stays = self.hand is not None and self.hand.step(next_)
        return stays or super().focusNextPrevChild(next_)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            place = event.position()
            at = place.x() / max(self.width(), 1), place.y() / max(self.height(), 1)
            self._move_camera(lambda camera: camera.closer(steps, at))
        else:
            timeline = self._session.timeline
            timeline.seek(timeline.fraction - steps * WHEEL_STEP)
        event.accept()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pace.start_over() and self.sets_pace:
            self._session.timeline.set_interval(self._pace.interval_ms)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None:
            return
        failed_before = self.failure is not None
        painter = QPainter(self)
        try:
            if failed_before:
                painter.fillRect(self.rect(), self._look.colors.window)
                return
            began = time.perf_counter()
            paint.paint(painter, self._picture(), self.sheet(), self._look.palette)
            if self._pace.add(time.perf_counter() - began) and self.sets_pace:
                self._session.timeline.set_interval(self._pace.interval_ms)
            if self.hasFocus():
                paint_ring(painter, self, self._look.colors.focus)
        except Exception as failure:
            self.failure = failure
            painter.fillRect(self.rect(), self._look.colors.window)
        finally:
            painter.end()
        if self.failure is not None and not failed_before:
            self._tell(self.failure)
