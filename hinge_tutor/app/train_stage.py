"""The middle of Train: target and fault on this body, what differs, and the controls under them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.dial_slider import DialSlider
from hinge_tutor.app.differing import difference_in_words
from hinge_tutor.app.flow import Flow
from hinge_tutor.app.hold_badge import HoldBadge
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.key_strip import KeyStrip
from hinge_tutor.app.practice_card import PracticeCard
from hinge_tutor.app.practicing import Practicing
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.status_line import StatusLine
from hinge_tutor.app.tempo_bar import TempoBar
from hinge_tutor.app.train_parts import button
from hinge_tutor.app.training import ALONG, DAYS, TODAY, Training
from hinge_tutor.lessons.by_hand import Practice
from hinge_tutor.lessons.dial import TURNS

# What the figures keep of the height, whatever else is shown.
STAGE_SHARE = 0.5
SPEEDS = (1.0, 0.5, 0.25)
# A set that nobody forgets to count.
REPETITIONS = Practice(5)


class Along(Practicing):
    """Repetitions of the target for a trainer and a client together."""

    def __init__(self, session: Session, training: Training, parent: QWidget) -> None:
        self._training = training
        super().__init__(session, parent)

    @property
    def _asked(self) -> Practice | None:
        training = self._training
        return REPETITIONS if training.leads and training.shows == ALONG else None


class TrainStage(QFrame):
    """Follows the session; the stage gets all that words and controls leave."""

    def __init__(
        self,
        session: Session,
        training: Training,
        stage: StageView,
        run: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`run` runs a command of the window by its id."""
        super().__init__(parent)
        self.setObjectName("train_stage")
        self._session, self._training = session, training
        self._look: Look | None = None
        self.stage = stage
        self.status = StatusLine(session)
        self._badge = HoldBadge(session, stage)
        self.along = Along(session, training, self)
        self.bar = TempoBar(session, self.along, self)
        self.strip = KeyStrip(session)
        self.told = wrapped("other")
        self.dial = DialSlider()
        self.dial.setRange(0, TURNS)
        self.dial.setPageStep(1)
        self.dial.setAccessibleName(self.tr("How much of it, in tenths"))
        self.dial.valueChanged.connect(self.on_dial)
        self.dial.sliderReleased.connect(self.on_released)
        self.less = button("−", partial(training.turn_by, -1), self.tr("Less of it"))
        self.more = button("+", partial(training.turn_by, 1), self.tr("More of it"))
        self.dial_row = QWidget()
        self.dial_row.setObjectName("inside")
        row = QHBoxLayout(self.dial_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.less)
        row.addWidget(self.dial, 1)
        row.addWidget(self.more)
        self.play = button(self.tr("Play"), partial(run, "play"))
        self.play.setObjectName("primary")
        self.speed = button("", self.on_speed)
        self.mirror = button(self.tr("Mirror"), partial(run, "mirror"), switch=True)
        self.poses = button(self.tr("Key poses"), partial(self.on_poses, run), switch=True)
        self.together = button(self.tr("Practice along"), training.move_along, switch=True)
        self.controls = Flow()
        for each in (self.play, self.speed, self.mirror, self.poses, self.together):
            self.controls.add(each)
        self.practice = PracticeCard(session, self.along, run)
        self._under = ClearArea()
        self._under.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._under.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        under = QWidget()
        under.setObjectName("inside")
        self._rows = QVBoxLayout(under)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for widget in (self.told, self.dial_row, self.controls):
            self._rows.addWidget(widget)
        self._under.setWidget(under)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.status)
        self._column.addWidget(stage, 1)
        for widget in (self.bar, self.strip, self._under):
            self._column.addWidget(widget)
        training.changed.connect(self.refresh)
        session.step_changed.connect(self.refresh)
        session.options_changed.connect(self.refresh)
        session.frame_changed.connect(self.on_frame_changed)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._column.setContentsMargins(look.margins(12, 10, 12, 12))
        for column in (self._column, self._rows):
            column.setSpacing(look.gap(8))
        for widget in (self.stage, self.status, self.bar, self.strip):
            widget.set_look(look)
        self.controls.set_gap(look.gap(8))
        self.refresh()

    def set_bare(self, bare: bool) -> None:
        """The stage alone, or everything again."""
        self._under.setVisible(not bare)

    # ── shown ────────────────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """As the trainer has it."""
        if self._look is None or not self._training.leads:
            return
        session, training = self._session, self._training
        along = training.shows == ALONG
        if along != self.along.on:
            self.along.on_step_changed()
        pair = len(session.figures) == 2 and not session.options.in_hand
        if pair:
            self.told.setText(difference_in_words(session))
        self.told.setVisible(len(session.figures) == 2)
        self.dial_row.setVisible(training.shows == TODAY and bool(training.trainee.fault))
        self._show_dial()
        self.mirror.setChecked(session.arrangement.mirrored)
        self.together.setChecked(along)
        self.together.setVisible(training.shows != DAYS)
        self.practice.refresh()
        self._show_speed()
        self.on_frame_changed()
        self._share()

    def _show_dial(self) -> None:
        trainee, words = self._training.trainee, self._session.words
        if not trainee.fault:
            return
        if not self.dial.isSliderDown():
            with QSignalBlocker(self.dial):
                self.dial.setValue(round(TURNS * trainee.share))
        said = f"{words.fault(trainee.fault)}: {100 * trainee.share:.0f} %"
        self.dial.setAccessibleDescription(said)
        self.dial.setToolTip(said)

    def _show_speed(self) -> None:
        speed = self._session.timeline.clock.speed
        self.speed.setText(f"{100 * speed:.0f} %")
        name = self.tr("Speed %1").replace("%1", self.speed.text())
        self.speed.setAccessibleName(name)
        self.speed.setToolTip(name)

    def on_frame_changed(self) -> None:
        """It plays, or waits."""
        if self._look is None or not self.isVisible():
            return
        playing = self._session.timeline.clock.playing
        if self.play.property("shows") == (shows := f"{playing} {self._look}"):
            return
        self.play.setProperty("shows", shows)
        size = self._look.target(20)
        name = "pause" if playing else "play"
        put_icon(self.play, name, self._look.colors.on_accent, size)
        self.play.setText(self.tr("Pause") if playing else self.tr("Play"))
        self.play.setAccessibleName(self.play.text())
        self.controls.place()

    def _share(self) -> None:
        """The strip of key poses and the bar of the tempo, where there is room for them."""
        if self._look is None:
            return
        least, wanted = self.strip.wanted_heights(self._look.scale, self.window().height())
        asked = self._session.settings.key_strip and bool(self._session.figures)
        along = self._training.shows == ALONG
        self.bar.setVisible(along)
        if along:
            self.bar.fit(self.window().height(), self.stage.width())
        # What has no room under the figures scrolls.
        needs = self._needs()
        most = round((1.0 - STAGE_SHARE) * self.height())
        # What is touched comes before what is read.
        place = self._rows.count() - 1 if needs > most else 0
        if self._rows.indexOf(self.told) != place:
            self._rows.removeWidget(self.told)
            self._rows.insertWidget(place, self.told)
        self._under.setFixedHeight(max(min(needs, most), self.play.sizeHint().height()))
        room = most - self._under.height()
        self.poses.setChecked(asked)
        shown = asked and not along and room > least
        if shown:
            self.strip.setFixedHeight(min(wanted, max(room, least)))
        self.strip.setVisible(shown)

    def _needs(self) -> int:
        """How high everything under the figures is in this width."""
        wide = max(self._under.room.width(), 1)
        shown = [
            (self.told, self.told.heightForWidth(wide)),
            (self.dial_row, self.dial_row.sizeHint().height()),
            (self.controls, self.controls.height()),
        ]
        highs = [high for widget, high in shown if not widget.isHidden()]
        return sum(highs) + self._rows.spacing() * (len(highs) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    # ── done ─────────────────────────────────────────────────────────────────────────────────────

    def on_dial(self, tenths: int) -> None:
        self._training.turn_dial(tenths / TURNS, self.dial.isSliderDown())

    def on_released(self) -> None:
        """A hand lets the dial go: now everybody is told."""
        self._training.turn_dial(self.dial.value() / TURNS)

    def on_poses(self, run: Callable[[str], object]) -> None:
        """The key poses, or no longer; where they have no room, that is said."""
        run("key_strip")
        if self._session.settings.key_strip and self.strip.isHidden():
            self._session.say(
                tr("There is no room for them here; they show as soon as the window is higher.")
            )

    def on_speed(self) -> None:
        """The next of three speeds; on a touch screen nobody aims at a list."""
        now = self._session.timeline.clock.speed
        slower = [speed for speed in SPEEDS if speed < now - 1e-6]
        self._session.set_speed(slower[0] if slower else SPEEDS[0])

    def buttons(self) -> tuple[QPushButton, ...]:
        """What stands under the figures."""
        return self.play, self.speed, self.mirror, self.poses, self.together
