"""Presenting: its begin and its end, screens that come and go, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QMainWindow

from hinge_tutor.app.picture_places import House, PicturePlaces
from hinge_tutor.app.pointing import Pointer
from hinge_tutor.app.screens import Screens
from hinge_tutor.app.session import Session
from hinge_tutor.app.staying import Mark
from hinge_tutor.app.talk import Talk
from hinge_tutor.app.wake_lock import WakeLock


@dataclass(frozen=True)
class Kept:
    """What goes on in another window, when one language takes the place of another."""

    mark: Mark | None
    was_full: bool
    over: bool
    pointer: Pointer
    talk: Talk
    trained: bool


class Presenting(PicturePlaces):
    """A lesson shown to others: nothing of it is recorded, and the learner's place comes back."""

    def __init__(
        self,
        window: QMainWindow,
        house: House,
        session: Session,
        screens: Screens | None = None,
        awake: WakeLock | None = None,
    ) -> None:
        super().__init__(window, house, session, screens)
        self.awake = awake or WakeLock()
        self._mark: Mark | None = None
        # Whether somebody went on from beside a client, and comes back there.
        self._trained = False
        self.screens.changed.connect(self.on_screens_changed)

    # ── begin and end ────────────────────────────────────────────────────────────────────────────

    def start(self, from_start: bool, kept: Kept | None = None) -> None:
        """The picture for an audience; once there is one, back to it from what lies over it."""
        window, house, session = self._window, self._house, self._session
        house.desk.close_all()
        house.learn.set_aside()
        if not self.on:
            self._trained = kept.trained if kept else house.train.shown
            # The place to come back to is the lesson's: nothing of a client is in it.
            house.train.close()
            self._mark = kept.mark if kept else session.mark()
            self.was_full = kept.was_full if kept else window.isFullScreen()
        # Whoever shows the course to others does not take it; hands that were raised stay up.
        if not session.audience:
            session.set_audience(True)
        if from_start:
            spot = session.spot
            session.go(session.route.find(session.route.lesson(spot).id, 1, 1))
        self.over = bool(kept and kept.over)
        if not self.on:
            session.set_frozen(False)
            self.on = True
            if kept is not None:
                self.pointer, self.talk = kept.pointer, kept.talk
            else:
                self.talk.again()
            self.talk.go()
            self.awake.hold(self.tr("A lesson is being presented"))
        self._arrange()

    def stop(self) -> None:
        """Back to the learner's place, as it was."""
        self.end()
        window, house, session = self._window, self._house, self._session
        session.set_audience(False)
        session.set_frozen(False)
        if self._mark is not None:
            session.return_to(self._mark)
            self._mark = None
        house.pages.setCurrentWidget(house.learn)
        if self._trained:
            house.train.open()
        house.top.setVisible(not house.bare)
        if not self.was_full:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        house.on_options_changed()

    def on_left(self) -> None:
        self.stop()

    def end(self) -> None:
        """Nothing is shown to anybody any more; the place stays."""
        self.on = self.over = False
        self.pointer = Pointer()
        self.talk.go(False)
        self.awake.release()
        self._take_back()

    def put_down(self) -> Kept | None:
        """What another window needs to go on presenting; None where nobody presents."""
        if not self.on:
            return None
        return Kept(self._mark, self.was_full, self.over, self.pointer, self.talk, self._trained)

    # ── screens that come and go ─────────────────────────────────────────────────────────────────

    def on_screens_changed(self) -> None:
        """A projector was plugged in or pulled out; nobody loses anything by either."""
        if not self.on:
            return
        had, free = self.beyond_on, self._free()
        here = self.screens.all()
        if had is not None and had not in here:
            # The audience sees nothing now, and should not miss what would go on.
            self._session.timeline.play(False)
            self.beyond_on = None
            self.over = not free
            said = self.tr(
                "The audience's screen is gone, and the picture is paused. F5 shows it here."
            )
            moved = self.tr("The audience's screen is gone. The picture is on another one, paused.")
            self._session.say(moved if free else said)
        elif had is not None and not free:
            # Ours is gone, and Qt has put our window where the audience looks.
            self._session.timeline.play(False)
            self.over = False
        self._arrange()

    def swap(self) -> None:
        """The picture to the next screen, and our window to one that is free then."""
        free = self._free()
        if not self.on or not free or self.beyond_on is None:
            return
        screens = self.screens.all()
        ours = self._window.screen()
        if len(free) > 1:
            target = free[(free.index(self.beyond_on) + 1) % len(free)]
        else:
            target = ours
            self._move_window(next(screen for screen in screens if screen != ours))
        self.beyond_on = target
        self._arrange()

    def _move_window(self, screen: QScreen) -> None:
        window = self._window
        state = window.windowState()
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setScreen(screen)
        window.move(screen.availableGeometry().topLeft())
        window.setWindowState(state)

    def toggle_console(self) -> None:
        """The console over the picture, and away again; on a screen of its own it stays."""
        if self.on and not self.two:
            self.over = not self.over
            self._arrange()
