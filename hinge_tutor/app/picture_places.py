"""Where the audience's picture and the presenter's console are, with one screen or with more.

With one screen the picture fills the window, and the console lies over it when it is asked for.
With two the picture is a window of its own on the other screen, and ours holds the console.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QScreen
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from hinge_tutor import paint
from hinge_tutor.app.blank import Blank
from hinge_tutor.app.chrome import Look, chrome
from hinge_tutor.app.command import Commands
from hinge_tutor.app.desk import Desk
from hinge_tutor.app.learn_view import LearnView
from hinge_tutor.app.pointing import OFF, Pointer
from hinge_tutor.app.scenery import Scenery
from hinge_tutor.app.screens import Screens
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.talk import Talk
from hinge_tutor.app.top_bar import TopBar
from hinge_tutor.app.train_place import TrainPlace
from hinge_tutor.stage.picture import Picture

if TYPE_CHECKING:
    from hinge_tutor.app.audience_window import AudienceWindow
    from hinge_tutor.app.console import Console
    from hinge_tutor.app.present_view import PresentView


class House(Protocol):
    """What presenting needs of the window that it happens in."""

    pages: QStackedWidget
    top: TopBar
    learn: LearnView
    desk: Desk
    commands: Commands
    train: TrainPlace
    bare: bool

    def take_key(self, event: QKeyEvent) -> bool: ...
    def on_stage_failed(self, details: str) -> None: ...
    def on_options_changed(self) -> None: ...
    def on_command(self, id_: str) -> None: ...


class PicturePlaces(QObject):
    """`on` from the first picture to the last; `over`, that the console covers the only screen."""

    def __init__(
        self, window: QMainWindow, house: House, session: Session, screens: Screens | None = None
    ) -> None:
        """`house` is the window once more, as far as it is ours."""
        super().__init__(window)
        self._window = window
        self._house = house
        self._session = session
        self.screens = screens or Screens(self)
        self.on = self.over = self.was_full = False
        self.pointer = Pointer()
        self.talk = Talk()
        self._look: Look | None = None
        self._audience: PresentView | None = None
        self.console: Console | None = None
        # The window of an audience that has a screen of its own, and that screen.
        self.beyond: AudienceWindow | None = None
        self.beyond_on: QScreen | None = None

    # ── what there is to see ─────────────────────────────────────────────────────────────────────

    @property
    def audience(self) -> PresentView:
        """The picture for an audience, made when it is first needed."""
        if self._audience is None:
            self._audience = self._view()
            self._audience.clicked.connect(self.on_click)
            self._house.pages.addWidget(self._audience)
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
        stage.failed.connect(self._house.on_stage_failed)
        learn = self._house.learn
        view = PresentView(session, stage, lambda: learn.tempo.practicing, lambda: self.pointer)
        view.pointed.connect(self.on_pointed)
        Blank(session, view, lambda: self.on)
        return view

    def _made_console(self) -> Console:
        if self.console is None:
            from hinge_tutor.app.console import Console

            mirror = self._view()
            mirror.stage.sets_pace = False
            self.console = Console(self._session, mirror, self._house.commands, self.talk)
            self._house.pages.addWidget(self.console)
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
        self._house.on_command("next")

    # ── screens ──────────────────────────────────────────────────────────────────────────────────

    def _free(self) -> tuple[QScreen, ...]:
        """Every screen but the one that our window is on."""
        ours = self._window.screen()
        return tuple(screen for screen in self.screens.all() if screen != ours)

    def _arrange(self) -> None:
        """Puts the picture and the console where they belong with the screens there are."""
        window, house, free = self._window, self._house, self._free()
        if free:
            self.over = False
            self._show_on(self.beyond_on if self.beyond_on in free else free[-1])
        else:
            self._take_back()
        house.top.hide()
        page = self.audience if self.shows_picture else self._made_console()
        house.pages.setCurrentWidget(page)
        full = Qt.WindowState.WindowFullScreen
        if self.shows_picture:
            window.setWindowState(window.windowState() | full)
        elif self.two and not self.was_full:
            window.setWindowState(window.windowState() & ~full)
        if self.console is not None:
            self.console.mirror.set_shape(self._shape())
        house.on_options_changed()
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

            self.beyond = AudienceWindow(self._house.take_key)
            self.beyond.left.connect(self.on_left, Qt.ConnectionType.QueuedConnection)
            self.beyond.hold(self.audience)
        self.beyond_on = screen
        self.beyond.setWindowTitle(self._session.lesson.title)
        self.beyond.show_on(screen)
        self._window.activateWindow()

    def _take_back(self) -> None:
        """The picture into our window again."""
        beyond, self.beyond, self.beyond_on = self.beyond, None, None
        if beyond is not None:
            self._house.pages.addWidget(self.audience)
            beyond.hide()
            beyond.deleteLater()

    def on_left(self) -> None:
        """Somebody closed the picture's own window."""
        raise NotImplementedError
