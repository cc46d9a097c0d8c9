"""The transport: play, key poses, the phase bar, speed and loop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QToolButton, QWidget

from hinge_tutor.app.cards import rename
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.key_hint import KeyHint
from hinge_tutor.app.phase_bar import PhaseBar
from hinge_tutor.app.session import Session
from hinge_tutor.app.tool_button import tool_button
from hinge_tutor.motion.take import Span

# Narrower than this at 100 % text, the phase bar gets a row of its own.
ONE_ROW_PX = 720


class Transport(QFrame):
    """Buttons beside the line of time; everything here is a key as well."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: Sequence[Span] = ()
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Playback"))
        self._session = session
        self._look: Look | None = None
        self._stacked: bool | None = None
        # Until a layout has given it a width it is taken for as wide as in most windows: a second
        # row that goes at once would change the height of the stage under the first picture.
        self._placed = False
        self._play = self._button("round", "", self.on_play, "play")
        self._previous = self._button(
            "plain", self.tr("Last key pose"), self.on_previous, "previous_pose"
        )
        self._forward = self._button(
            "plain", self.tr("Next key pose"), self.on_forward, "next_pose"
        )
        self._replay = self._button("plain", self.tr("Replay"), self.on_replay, "replay")
        self._slower = self._button("plain", self.tr("Slower"), self.on_slower, "slower")
        self._speed = self._button("plain", self.tr("Speed"), self.on_speed)
        self._faster = self._button("plain", self.tr("Faster"), self.on_faster, "faster")
        self._loop = self._button("plain", self.tr("Loop"), self.on_loop)
        self._loop.setCheckable(True)
        self._left = self._group(self._play, self._previous, self._forward, self._replay)
        # Made between the two groups, as Tab goes.
        self._bar = PhaseBar(session.timeline.seek, session.words.number, self)
        self._right = self._group(self._slower, self._speed, self._faster, self._loop)
        self._grid = QGridLayout(self)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        session.step_changed.connect(self.on_step_changed)
        session.frame_changed.connect(self.on_frame_changed)
        # Figures that share their clock in another way have other phases on it.
        session.options_changed.connect(self.on_step_changed)

    def _button(self, kind: str, name: str, slot: object, command: str = "") -> QToolButton:
        button = tool_button(name, slot, kind=kind)
        if command:
            KeyHint(button, self._session, command)
        return button

    def _group(self, *widgets: QWidget) -> QWidget:
        group = QWidget(self)
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in widgets:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return group

    def set_look(self, look: Look) -> None:
        self._look = look
        self._grid.setContentsMargins(look.margins(16, 6, 16, 6))
        self._grid.setHorizontalSpacing(look.gap(14))
        self._bar.set_look(look)
        size = look.target(20)
        ink, on = look.colors.text, look.colors.text
        for button, name in (
            (self._previous, "previous"),
            (self._forward, "next"),
            (self._replay, "replay"),
            (self._slower, "slower"),
            (self._faster, "faster"),
            (self._loop, "loop"),
        ):
            put_icon(button, name, ink, size, on)
        # As wide for every speed, so that nothing beside it moves.
        self._speed.setFixedWidth(
            self._speed.fontMetrics().horizontalAdvance("0.25×") + look.gap(22)
        )
        self._stacked = None
        self._arrange()
        self.on_step_changed()

    def axis(self, other: QWidget) -> tuple[float, float]:
        """Where time begins and ends on the phase bar, as x of another widget."""
        return self._bar.axis(other)

    def _arrange(self) -> None:
        narrow = self._look is not None and self.width() < ONE_ROW_PX * self._look.scale
        stacked = narrow and self._placed
        if stacked == self._stacked:
            return
        self._stacked = stacked
        for widget in (self._left, self._bar, self._right):
            self._grid.removeWidget(widget)
        end = Qt.AlignmentFlag.AlignRight
        if stacked:
            self._grid.addWidget(self._bar, 0, 0, 1, 3)
            self._grid.addWidget(self._left, 1, 0)
            self._grid.addWidget(self._right, 1, 2, end)
        else:
            self._grid.addWidget(self._left, 0, 0)
            self._grid.addWidget(self._bar, 0, 1)
            self._grid.addWidget(self._right, 0, 2, end)

    def on_step_changed(self) -> None:
        words, movement = self._session.words, self._movement()
        spans = self._spans = self._session.timeline.spans
        self._bar.show_spans(spans, [words.phase(movement, span.phase) for span in spans])
        self.on_frame_changed()

    def _movement(self) -> str:
        """Whose phases the bar shows: those of the figure that leads the clock."""
        session = self._session
        figures = session.repetitions
        return figures[session.clock.leader].take.movement.id if figures else ""

    def on_frame_changed(self) -> None:
        if self._look is None:
            return
        if self._spans is not self._session.timeline.spans:
            # Figures that are dragged may have another clock from one frame to the next.
            self.on_step_changed()
            return
        session, look = self._session, self._look
        clock, phase = session.timeline.clock, session.timeline.phase
        whole = clock.duration_s or 1.0
        loop = clock.loop
        part = (loop[0] / whole, loop[1] / whole) if loop and loop != (0.0, whole) else None
        movement = self._movement()
        id_ = phase.phase if phase else ""
        name, playing = session.words.phase(movement, id_) if id_ else "", clock.playing
        self._bar.show_moment(session.timeline.fraction, id_, name, part, playing)
        if self._play.property("shows") != (shows := f"{playing} {look.scale} {look.palette.name}"):
            self._play.setProperty("shows", shows)
            size = look.target(24)
            put_icon(self._play, "pause" if playing else "play", look.colors.on_accent, size)
            name = self.tr("Pause") if playing else self.tr("Play")
            self._play.setAccessibleName(name)
            self._play.setToolTip(name)
            # What a tip says is told, but not that it is another one.
            self._play.setAccessibleDescription(name)
        self._show_speed(clock.speed)
        self._loop.setChecked(loop is not None)
        moving = session.timeline.free
        self._bar.setEnabled(bool(self._spans) and not session.timeline.held)
        for button in (self._play, self._previous, self._forward, self._replay, self._loop):
            button.setEnabled(moving)

    def _show_speed(self, speed: float) -> None:
        """The speed; below full it wears the badge of slow motion."""
        shown = f"{self._session.words.number(speed, 'g')}×"
        slow = speed < 1
        rename(self._speed, "slow" if slow else "plain")
        if self._speed.text() != shown:
            self._speed.setText(shown)
            name = self.tr("Slow motion, %1") if slow else self.tr("Speed %1")
            self._speed.setAccessibleName(name.replace("%1", shown))
            self._speed.setToolTip(name.replace("%1", shown))

    def on_play(self) -> None:
        self._session.timeline.toggle()

    def on_previous(self) -> None:
        self._session.timeline.step_key_pose(False)

    def on_forward(self) -> None:
        self._session.timeline.step_key_pose(True)

    def on_replay(self) -> None:
        self._session.replay()

    def on_slower(self) -> None:
        self._session.set_speed(self._session.timeline.speed_beside(-1))

    def on_faster(self) -> None:
        self._session.set_speed(self._session.timeline.speed_beside(1))

    def on_speed(self) -> None:
        self._session.set_speed(1.0)

    def on_loop(self) -> None:
        whole = (0.0, self._session.timeline.clock.duration_s)
        self._session.timeline.set_loop(None if self._session.timeline.clock.loop else whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed = True
        self._arrange()
