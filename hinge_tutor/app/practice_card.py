"""What one sets for moving along: how often, which way the figure faces, and whether it ticks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.key_hint import KeyHint
from hinge_tutor.app.practicing import Practicing
from hinge_tutor.app.session import Session
from hinge_tutor.app.wrapping import WrappingButton


class PracticeCard(QFrame):
    """Shown in a build to move along with; after the last repetition it says so.

    `reason` is what is said then.
    """

    def __init__(
        self,
        session: Session,
        practicing: Practicing,
        run: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        """`run` runs a command of the window by its id."""
        super().__init__(parent)
        self.setObjectName("practice")
        self._session = session
        self._practicing = practicing
        self._heading = wrapped("heading")
        self.reason = wrapped("body")
        self._count = wrapped("strong")
        fewer = self._step("−", self.tr("Fewer repetitions"), -1)
        more = self._step("+", self.tr("More repetitions"), 1)
        self.again = WrappingButton()
        self.again.clicked.connect(self.on_again)
        self._playing = False
        self.mirror = WrappingButton(self.tr("Face the other way"))
        self.mirror.setCheckable(True)
        self.mirror.setToolTip(self.tr("Face the other way"))
        KeyHint(self.mirror, session, "mirror")
        self.mirror.clicked.connect(partial(run, "mirror"))
        self.tick = WrappingButton(self.tr("Tick at each phase"))
        self.tick.setCheckable(True)
        self.tick.clicked.connect(self.on_tick)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._count, 1)
        row.addWidget(fewer)
        row.addWidget(more)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.reason)
        column.addLayout(row)
        for button in (self.again, self.mirror, self.tick):
            column.addWidget(button)
        practicing.changed.connect(self.refresh)
        session.frame_changed.connect(self.on_frame_changed)
        session.options_changed.connect(self.refresh)
        self.setVisible(False)

    def _step(self, sign: str, name: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(partial(self._ask_for, by))
        return button

    def _ask_for(self, by: int) -> None:
        self._practicing.ask_for(self._practicing.count + by)

    def refresh(self) -> None:
        """As the practice is."""
        practicing, words = self._practicing, self._session.words
        self.setVisible(practicing.on)
        if not practicing.on:
            return
        ended, count = practicing.ended, {"count": practicing.count}
        self._heading.setText(words.practice("ended") if ended else "")
        self.reason.setText(words.practice("over", count) if ended else "")
        for label in (self._heading, self.reason):
            label.setVisible(ended)
        self._count.setText(words.practice("choose", count))
        self._playing = self._session.timeline.clock.playing
        going = self.tr("Pause") if self._playing else self.tr("Go on")
        self.again.setText(self.tr("Once more") if ended else going)
        self.mirror.setChecked(self._session.arrangement.mirrored)
        self.tick.setChecked(self._session.settings.practice_tick)

    def on_frame_changed(self) -> None:
        """It plays, or waits."""
        if self.isVisible() and self._session.timeline.clock.playing != self._playing:
            self.refresh()

    def on_again(self) -> None:
        """Pauses and goes on; from the first repetition after the last one."""
        if self._practicing.ended:
            self._practicing.start()
        else:
            self._session.timeline.toggle()

    def on_tick(self) -> None:
        """Sound on or off; where nothing can play it, that is said."""
        session = self._session
        wanted = not session.settings.practice_tick
        session.change_settings(replace(session.settings, practice_tick=wanted))
        if wanted and not self._practicing.ticker.available:
            session.say(
                self.tr("No player for sounds was found here; the bar shows each phase instead.")
            )
