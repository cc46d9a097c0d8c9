"""Presenting: which screen shows the picture, what stands on the others, and the way back.

With one screen the picture fills the window, and the console lies over it when it is asked for.
With two the picture is a window of its own on the other screen, and ours holds the console.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from hinge_tutor import paint
from hinge_tutor.app.blank import Blank
from hinge_tutor.app.chrome import Look, chrome
from hinge_tutor.app.pointing import OFF, Pointer
from hinge_tutor.app.scenery import Scenery
from hinge_tutor.app.screens import Screens
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.staying import Mark
from hinge_tutor.app.talk import Talk
from hinge_tutor.app.wake_lock import WakeLock

if TYPE_CHECKING:
    from hinge_tutor.app.audience_window import AudienceWindow
    from hinge_tutor.app.console import Console
    from hinge_tutor.app.present_view import PresentView
    from hinge_tutor.app.window import Window
    from hinge_tutor.stage.picture import Picture


@dataclass(frozen=True)
class Kept:
    """What goes on in another window, when one language takes the place of another."""

    mark: Mark | None
    was_full: bool
    over: bool
    pointer: Pointer
    talk: Talk


class Presenting(QObject):
    """`on` from the first picture to the last; `over`, that the console covers the only screen."""

    def __init__(
        self,
        window: Window,
        session: Session,
        screens: Screens | None = None,
        awake: WakeLock | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._screens = screens or Screens(self)
        self.awake = awake or WakeLock()
        self.on = self.over = self.was_full = False
        self.pointer = Pointer()
        self.talk = Talk()
        self._mark: Mark | None = None
        self._page: QWidget | None = None
        self._look: Look | None = None
        self._audience: PresentView | None = None
        self.console: Console | None = None
        # The window of an audience that has a screen of its own, and that screen.
        self.beyond: AudienceWindow | None = None
        self.beyond_on: QScreen | None = None
        self._screens.changed.connect(self.on_screens_changed)

    # ── what there is to see ─────────────────────────────────────────────────────────────────────

    @property
    def audience(self) -> PresentView:
        """The picture for an audience, made when it is first needed."""
        if self._audience is None:
            self._audience = self._view()
            self._audience.clicked.connect(self.on_click)
            self._window.pages.addWidget(self._audience)
            self._dress()
        return self._audience

    def _view(self) -> PresentView:
        from hinge_tutor.app.present_view import PresentView

        session = self._session

        def letters() -> float:
            return view.letters()

        def picture(size: QSize, fraction: float) -> Picture:
            """What fills the screen of the audience, wherever it is shown smaller."""
            return scenery.picture(size * view.zoom, fraction)

        scenery = Scenery(session, letters, sparse=True)
        stage = StageView(session, picture)
        stage.failed.connect(self._window.on_stage_failed)
        learn = self._window.learn
        view = PresentView(session, stage, lambda: learn.tempo.practicing, lambda: self.pointer)
        view.pointed.connect(self.on_pointed)
        Blank(session, view, lambda: self.on)
        return view

    def _made_console(self) -> Console:
        if self.console is None:
            from hinge_tutor.app.console import Console

            mirror = self._view()
            mirror.stage.sets_pace = False
            self.console = Console(self._session, mirror, self._window.commands, self.talk)
            self._window.pages.addWidget(self.console)
            self._dress()
        return self.console

    @property
    def shows_picture(self) -> bool:
        """Whether the window itself holds the picture."""
        return self.on and self.beyond is None and not self.over

    @property
    def two(self) -> bool:
        """Whether the audience has a screen of its own."""
        return self.beyond is not None

    @property
    def seen(self) -> bool:
        """Whether somebody sees the picture beyond our window."""
        return self.beyond is not None and self.beyond.isVisible()

    def set_look(self, look: Look) -> None:
        """The look of the window; the audience has colors of its own."""
        self._look = look
        self._dress()

    def _dress(self) -> None:
        look = self._look
        if look is None:
            return
        settings = self._session.settings
        palette = paint.load_palette(
            "projector" if settings.present_in_projector else settings.theme
        )
        shown = Look(palette, chrome(palette), look.scale, look.growth)
        if self._audience is not None:
            self._audience.set_look(shown)
        if self.console is not None:
            self.console.set_look(look)
            self.console.mirror.picture.set_look(shown)

    # ── begin and end ────────────────────────────────────────────────────────────────────────────

    def start(self, from_start: bool, kept: Kept | None = None) -> None:
        """The picture for an audience; once there is one, back to it from what lies over it."""
        window, session = self._window, self._session
        window.desk.close_all()
        window.learn.close_led()
        if not self.on:
            self._mark = kept.mark if kept else session.mark()
            self.was_full = kept.was_full if kept else window.isFullScreen()
            self._page = window.pages.currentWidget()
        # Whoever shows the course to others does not take it.
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
        window, session = self._window, self._session
        session.set_audience(False)
        session.set_frozen(False)
        if self._mark is not None:
            session.return_to(self._mark)
            self._mark = None
        window.pages.setCurrentWidget(self._page or window.learn)
        window.top.setVisible(not window.bare)
        if not self.was_full:
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowFullScreen)
        window.on_options_changed()

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
        return Kept(self._mark, self.was_full, self.over, self.pointer, self.talk)

    # ── screens ──────────────────────────────────────────────────────────────────────────────────

    def _free(self) -> tuple[QScreen, ...]:
        """Every screen but the one that our window is on."""
        ours = self._window.screen()
        return tuple(screen for screen in self._screens.all() if screen != ours)

    def _arrange(self) -> None:
        """Puts the picture and the console where they belong with the screens there are."""
        window, free = self._window, self._free()
        if free:
            self.over = False
            self._show_on(self.beyond_on if self.beyond_on in free else free[-1])
        else:
            self._take_back()
        window.top.hide()
        page = self.audience if self.shows_picture else self._made_console()
        window.pages.setCurrentWidget(page)
        full = Qt.WindowState.WindowFullScreen
        if self.shows_picture:
            window.setWindowState(window.windowState() | full)
        elif self.two and not self.was_full:
            window.setWindowState(window.windowState() & ~full)
        if self.console is not None:
            self.console.mirror.set_shape(self._shape())
        window.on_options_changed()
        self._session.options_changed.emit()
        window.setFocus()

    def _shape(self) -> QSize:
        screen = self.beyond_on or self._window.screen()
        return screen.size()

    def _show_on(self, screen: QScreen | None) -> None:
        """The picture in a window of its own on a screen."""
        if screen is None:
            return
        if self.beyond is None:
            from hinge_tutor.app.audience_window import AudienceWindow

            self.beyond = AudienceWindow(self._window.take_key)
            self.beyond.left.connect(self.stop, Qt.ConnectionType.QueuedConnection)
            self.beyond.hold(self.audience)
        self.beyond_on = screen
        self.beyond.setWindowTitle(self._session.lesson.title)
        self.beyond.show_on(screen)
        self._window.activateWindow()

    def _take_back(self) -> None:
        """The picture into our window again."""
        beyond, self.beyond, self.beyond_on = self.beyond, None, None
        if beyond is not None:
            self._window.pages.addWidget(self.audience)
            beyond.hide()
            beyond.deleteLater()

    def on_screens_changed(self) -> None:
        """A projector was plugged in or pulled out; nobody loses anything by either."""
        if not self.on:
            return
        had, free = self.beyond_on, self._free()
        here = self._screens.all()
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
        screens = self._screens.all()
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

    # ── pointing ─────────────────────────────────────────────────────────────────────────────────

    def point(self, pointer: Pointer) -> None:
        """Shows another pointer, or none."""
        self.pointer = pointer
        for view in self._views():
            view.sheet.refresh()
        if self.console is not None:
            self.console.on_changed()

    def _views(self) -> tuple[PresentView, ...]:
        made = (self._audience, self.console.mirror.picture if self.console else None)
        return tuple(view for view in made if view is not None)

    def on_pointed(self, x: float, y: float) -> None:
        if self.pointer.kind != OFF:
            self.pointer = self.pointer.at(x, y)
            for view in self._views():
                view.sheet.refresh()

    def on_click(self) -> None:
        self._window.on_command("next")
