"""Muscle work over the repetition: a lane for each group, a strip for each figure, one playhead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from hinge_tutor import paint
from hinge_tutor.app.accessible import PaintedPicture
from hinge_tutor.app.calling import called
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session
from hinge_tutor.stage.arrangement import Arrangement

if TYPE_CHECKING:
    from hinge_tutor.stage.roll import Roll

HEIGHT_PX, BORDER_PX = 176, 6
# Strips thinner than their text are enough: at twice the text the roll grows by half.
GROWTH = 0.5
# Fourteen lanes instead of seven, and how much of a window's height the roll may take for them.
TALL, MOST_OF_WINDOW = 1.8, 0.28


class MuscleRoll(PaintedPicture):
    """Paints the roll once for a build and a size; then only the playhead moves over it."""

    # A press on the name of a lane: that muscle.
    picked = Signal(str)

    def __init__(
        self,
        session: Session,
        axis: Callable[[QWidget], tuple[float, float]],
        parent: QWidget | None = None,
    ) -> None:
        """`axis` says where time begins and ends, so that one playhead goes through both."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Muscle work over the repetition"))
        self._axis = axis
        self._at = (0.0, 0.0)
        self._left = 0.0
        self.setObjectName("card")
        self._session = session
        self._look: Look | None = None
        self._roll: Roll | None = None
        self._named = session.settings.anatomical_names
        self._arranged = self._rolled(session.arrangement)
        self._sign = QToolButton(self)
        self._sign.setObjectName("plain")
        self._sign.setText("±")
        self._sign.setAccessibleName(self.tr("Difference of efforts"))
        self._sign.setToolTip(self.tr("Difference of efforts: the second figure minus the first"))
        self._sign.setCheckable(True)
        self._sign.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sign.clicked.connect(self.on_sign)
        self.setMouseTracking(True)
        self._sheet = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        session.step_changed.connect(self.on_step_changed)
        session.frame_changed.connect(self.on_frame_changed)
        session.options_changed.connect(self.on_options_changed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._roll = None
        self._sign.ensurePolished()
        self._sign.adjustSize()
        self._sign.move(BORDER_PX, BORDER_PX)
        self.updateGeometry()
        self.update()

    def on_step_changed(self) -> None:
        self._roll = None
        self._show_sign()
        self.update()

    def on_options_changed(self) -> None:
        """Takes the other names of muscles, or other figures, if they are others."""
        session = self._session
        named, arranged = session.settings.anatomical_names, self._rolled(session.arrangement)
        if named != self._named or arranged != self._arranged:
            self._named, self._arranged = named, arranged
            self.updateGeometry()
            self.on_step_changed()

    def _rolled(self, arrangement: Arrangement) -> Arrangement:
        """What of an arrangement the roll shows."""
        return Arrangement(
            order=arrangement.order,
            hidden=arrangement.hidden,
            sync=arrangement.sync,
            signed=arrangement.signed,
        )

    @property
    def _signed(self) -> bool:
        return self._arranged.signed and len(self._session.shown) > 1

    def _show_sign(self) -> None:
        """The button is there while there are two figures to take from each other."""
        session = self._session
        self._sign.setVisible(len(session.shown) > 1 and not session.pending)
        self._sign.setChecked(self._signed)
        what = self.tr("Difference of muscle work over the repetition")
        self.setAccessibleName(what if self._signed else self.tr("Muscle work over the repetition"))

    def on_sign(self) -> None:
        from hinge_tutor.app.compare_commands import toggle_signed

        toggle_signed(self._session)

    def on_frame_changed(self) -> None:
        if self.isVisible():
            self.update()

    def _room(self) -> QRect:
        return self.rect().adjusted(BORDER_PX, BORDER_PX, -BORDER_PX, -BORDER_PX)

    def _drawn(self, look: Look) -> Roll:
        """The roll for this size, and its drawing; made when either is another."""
        room, ratio = self._room(), self.devicePixelRatioF()
        axis = self._axis(self)
        known = self._at == axis and self._sheet.size() == room.size() * ratio
        if self._roll is not None and known:
            return self._roll
        self._at = axis
        made = self._fitted(room, look)
        self._sheet = QPixmap(room.size() * ratio)
        self._sheet.setDevicePixelRatio(ratio)
        painter = QPainter(self._sheet)
        try:
            painter.fillRect(self.rect(), look.colors.surface)
            sheet = replace(made.picture, ground="plate")
            paint.paint(painter, sheet, self._place(made, 0.0, 0.0), look.palette)
        finally:
            painter.end()
        self._roll = made
        return made

    def _fitted(self, room: QRect, look: Look) -> Roll:
        """The roll with its time under the phase bar's, where there is room for the names."""
        # They read the tables of the muscles, for which a start has no need.
        from hinge_tutor.stage.roll import roll
        from hinge_tutor.stage.signed_roll import signed_roll

        session = self._session
        repetitions, words, high = session.repetitions, session.words, room.height()
        named = session.settings.anatomical_names
        make = signed_roll if self._signed else roll
        names = called(session, short=True) if session.plan.lettered else ()

        def made(wide: float) -> Roll:
            return make(repetitions, wide, high, words, look.scale, named, self._arranged, names)

        # The button has the upper left corner to itself.
        beside = 0.0 if self._sign.isHidden() else float(self._sign.width())
        whole = made(room.width() - beside)
        start, end = (x - BORDER_PX for x in self._at)
        margin = room.width() - beside - whole.right
        self._left = start - whole.left
        if self._left < beside or end + margin > room.width():
            self._left = beside
            return whole
        return made(end + margin - self._left)

    def _place(self, made: Roll, x: float, y: float) -> QRectF:
        sheet = made.picture
        return QRectF(x + self._left, y, sheet.width, sheet.height)

    def _seek(self, event: QMouseEvent) -> None:
        if self._roll is not None and event.buttons() & Qt.MouseButton.LeftButton:
            x = event.position().x() - BORDER_PX - self._left
            self._session.timeline.seek(self._roll.time_at(x))

    def sizeHint(self) -> QSize:
        scale = self._look.scale if self._look else 1.0
        usual = HEIGHT_PX * (1 + GROWTH * (scale - 1))
        if not self._named:
            return QSize(400, round(usual))
        # Twice as many lanes ask for more, as long as the figures keep most of the window.
        most = MOST_OF_WINDOW * self.window().height()
        return QSize(400, round(max(usual, min(TALL * usual, most))))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        from hinge_tutor.app.lane_names import muscle_at

        x = event.position().x() - BORDER_PX - self._left
        y = self._room().bottom() - event.position().y()
        muscle = muscle_at(self._roll, x, y) if self._roll else None
        if muscle is not None:
            self.picked.emit(muscle)
        else:
            self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        from hinge_tutor.stage.signed_roll import SignedRoll

        self._seek(event)
        if isinstance(self._roll, SignedRoll):
            x = event.position().x() - BORDER_PX - self._left
            y = self._room().height() + BORDER_PX - event.position().y()
            self.setToolTip(self._roll.said_at(x, y))
        else:
            self.setToolTip("")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._look is None or not self._session.repetitions or self._room().isEmpty():
            return
        drawn = self._drawn(self._look)
        painter = QPainter(self)
        try:
            painter.drawPixmap(self._room().topLeft(), self._sheet)
            head = drawn.playhead(self._session.timeline.fraction)
            corner = self._room().topLeft()
            place = self._place(drawn, corner.x(), corner.y())
            paint.paint(painter, head, place, self._look.palette)
        finally:
            painter.end()
