"""The one window: its pages, its cards, its menus, and the look they share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from hinge_tutor import paint
from hinge_tutor.app.backstage import Backstage
from hinge_tutor.app.blank import Blank
from hinge_tutor.app.camera_commands import camera_commands
from hinge_tutor.app.chrome import Look, chrome, qt_palette
from hinge_tutor.app.compare_commands import compare_commands
from hinge_tutor.app.deck_commands import deck_commands
from hinge_tutor.app.desk import Desk
from hinge_tutor.app.dock_commands import dock_commands
from hinge_tutor.app.drawer import Drawer
from hinge_tutor.app.dropping import Dropping
from hinge_tutor.app.errands import Errands
from hinge_tutor.app.export_commands import export_commands
from hinge_tutor.app.fault_commands import fault_commands
from hinge_tutor.app.growth import growth
from hinge_tutor.app.help_commands import help_commands
from hinge_tutor.app.inspector import Inspector
from hinge_tutor.app.keyed import keyed
from hinge_tutor.app.keys import Keys
from hinge_tutor.app.learn_view import LearnView
from hinge_tutor.app.leaving import leaves
from hinge_tutor.app.lesson_commands import lesson_commands, motion_commands
from hinge_tutor.app.menus import Menus
from hinge_tutor.app.narration_commands import narration_commands
from hinge_tutor.app.pack_commands import pack_commands
from hinge_tutor.app.panes import enter, holds_focus
from hinge_tutor.app.photo_commands import photo_commands
from hinge_tutor.app.pointing import Pointer
from hinge_tutor.app.pose_commands import pose_commands
from hinge_tutor.app.present_commands import present_commands
from hinge_tutor.app.presenting import Presenting
from hinge_tutor.app.recording_commands import recording_commands
from hinge_tutor.app.sandbox_commands import sandbox_commands
from hinge_tutor.app.scenery import Scenery
from hinge_tutor.app.session import Session
from hinge_tutor.app.speaker import Speaker
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.style import style_sheet
from hinge_tutor.app.takehome_commands import takehome_commands
from hinge_tutor.app.technique_commands import technique_commands
from hinge_tutor.app.top_bar import TopBar
from hinge_tutor.app.train_commands import train_commands
from hinge_tutor.app.train_place import TrainPlace
from hinge_tutor.app.trouble import Trouble
from hinge_tutor.app.view_commands import (
    layer_commands,
    look_commands,
    part_commands,
    screen_commands,
)

if TYPE_CHECKING:
    from hinge_tutor.app.present_view import PresentView

USUAL_SIZE, SMALLEST_SIZE = (1280, 800), (560, 480)


class Window(QMainWindow):
    """Shows the session; every command of the menus and keys ends here or there."""

    def __init__(self, session: Session, data: Path) -> None:
        """`data` is the user's folder, for the log."""
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*USUAL_SIZE)
        self.session = session
        self.bare = False
        self._look: Look | None = None
        self._growth = 1.0
        self.trouble = Trouble(data, self.on_trouble, self.on_refusal)
        learn_scenery = Scenery(session, lambda: self._growth)
        self.learn = LearnView(session, StageView(session, learn_scenery.picture), learn_scenery)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.learn)
        self.setCentralWidget(self.pages)
        self.presentation = Presenting(self, self, session)
        self.desk = Desk(self, session)
        self.train = TrainPlace(session, self.pages, self)
        learn = self.learn
        self.drawer = Drawer(session, learn, self.desk, self.on_command)
        self.inspector = Inspector(
            session, learn.stage, lambda: learn.dock.part, learn.status.keep_room
        )
        learn.lesson.asked.connect(self.on_command)
        learn.roll.picked.connect(self.inspector.pick_muscle)
        learn.posing.begun.connect(self.on_posing)
        learn.posing.ended.connect(self.on_posing)
        self.errands = Errands(session, self)
        self.commands = keyed(
            session,
            (
                *lesson_commands(session, self.desk),
                *deck_commands(learn),
                *pack_commands(session, self),
                *motion_commands(session),
                *part_commands(self.inspector),
                *layer_commands(session),
                *dock_commands(session, learn.dock),
                *pose_commands(session, learn.posing),
                *fault_commands(session, self.desk.try_fault),
                *technique_commands(session, learn),
                *compare_commands(session),
                *sandbox_commands(session, self.drawer, self),
                *photo_commands(session, learn, self.train, self),
                *recording_commands(session, learn, self.train, self),
                *camera_commands(session),
                *export_commands(session, learn.stage, self.desk, self.errands),
                *takehome_commands(session, self.desk, self.errands),
                *screen_commands(session, self),
                *present_commands(session, self.presentation),
                *train_commands(session, self.train, self.desk),
                *look_commands(session, self, self.desk.preferences),
                *narration_commands(session, self),
                *help_commands(self, self.desk),
            ),
            learn.may_leave,
        )
        self.top = TopBar(session, self.on_command)
        self.train.changed.append(lambda: self.top.modes.show_mode(self.train.shown))
        self.setMenuWidget(self.top)
        self._menus = Menus(self.top.menus, self.commands)
        Dropping(session, learn, self)
        self.desk.commands = self.commands
        self.desk.log_folder = data
        self.desk.pick_muscle = self.inspector.pick_muscle
        self._blank = Blank(session, self, lambda: not self.presenting)
        self.backstage = Backstage(session, self)
        self._speaker = Speaker(session, self.learn.lesson, self)
        self._keys = Keys(
            self,
            self.commands,
            lambda: session.settings.letter_keys,
            lambda: self.presenting,
            self.desk,
        )
        self.learn.stage.failed.connect(self.on_stage_failed)
        session.options_changed.connect(self.on_options_changed)
        session.step_changed.connect(self.on_step_changed)
        self.on_step_changed()
        self.on_options_changed()
        self.learn.lesson.setFocus()

    # ── look ─────────────────────────────────────────────────────────────────────────────────────

    @property
    def presenting(self) -> bool:
        """Whether there is a picture for an audience."""
        return self.presentation.on

    @property
    def audience(self) -> PresentView:
        """The picture for an audience."""
        return self.presentation.audience

    def on_options_changed(self) -> None:
        """Takes another theme or text size, if it is another."""
        settings = self.session.settings
        scale = settings.text_percent / 100 * self._growth
        projected = self.presentation.shows_picture and settings.present_in_projector
        palette = paint.load_palette("projector" if projected else settings.theme)
        if self._look is not None and (self._look.palette, self._look.scale) == (palette, scale):
            return
        self._look = look = Look(palette, chrome(palette), scale, self._growth)
        self.setPalette(qt_palette(look.colors))
        self.setStyleSheet(style_sheet(look))
        self.top.set_look(look)
        self.learn.set_look(look)
        self.presentation.set_look(look)
        self.train.set_look(look)
        self.desk.set_look(look)

    def _grow(self) -> None:
        wanted = growth(self.width(), self.height())
        if wanted != self._growth:
            self._growth = wanted
            self.on_options_changed()

    # ── commands ─────────────────────────────────────────────────────────────────────────────────

    def describe(self) -> None:
        """Says the pose in words, in the status line and to screen readers."""
        self._speaker.describe()

    def set_bare(self, bare: bool) -> None:
        """The stage alone, or everything."""
        self.bare = bare
        self.learn.set_bare(bare)
        self.train.set_bare(bare)
        self.top.setVisible(not bare and not self.presenting)

    def toggle_full_screen(self) -> None:
        """Full screen, or a window again."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def present(self, from_start: bool) -> None:
        """The picture for an audience, full screen."""
        self.presentation.start(from_start)

    def next_pane(self) -> None:
        """The focus into the next pane."""
        here = self.train.panes() or self.learn.panes()
        panes = here if self.bare else (*here, self.top.layers)
        place = next((i for i, pane in enumerate(panes) if holds_focus(pane)), -1)
        if panes:
            enter(panes[(place + 1) % len(panes)])

    def close_innermost(self) -> None:
        """Closes one thing, the one on top; never the window."""
        if (card := self.desk.top()) is not None:
            card.dismiss()
        elif self.session.blank:
            self.session.set_blank("")
        elif self.session.frozen:
            self.session.set_frozen(False)
        elif self.presentation.pointer.kind:
            self.presentation.point(Pointer())
        elif not self.presenting and (
            self.learn.let_go() or self.learn.close_instead() or self.drawer.close()
        ):
            pass
        elif self.session.trying:
            self.train.stop_trying()
        elif self.presenting:
            self.presentation.stop()
        elif self.inspector.close():
            pass
        elif self.bare:
            self.set_bare(False)
        elif self.isFullScreen():
            self.toggle_full_screen()
        elif self.session.notice:
            self.session.say("")

    def leave(self) -> None:
        """Ends the program."""
        self.close()

    # ── what happens ─────────────────────────────────────────────────────────────────────────────

    def on_step_changed(self) -> None:
        self.setWindowTitle(self.session.lesson.title)

    def on_stage_failed(self, details: str) -> None:
        self.trouble.report(details)

    def on_refusal(self, sentence: str) -> None:
        """A file is at fault; said once, however often it is asked for."""
        self.session.timeline.play(False)
        if sentence != self.session.notice:
            self.session.say(sentence)

    def on_trouble(self, log: str, details: str) -> None:
        self.session.timeline.play(False)
        self.desk.trouble(log, details, self.on_retry)

    def on_retry(self) -> None:
        for stage in self.findChildren(StageView):
            stage.retry()

    def on_posing(self) -> None:
        """What a hand does from now on, or did, is one change, in a lesson, too."""
        self.drawer.sandbox.release()

    def on_command(self, id_: str) -> None:
        self.commands.run(id_)

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def _see(self) -> None:
        self._set_seen((self.isVisible() and not self.isMinimized()) or self.presentation.seen)

    def _set_seen(self, seen: bool) -> None:
        self.session.timeline.set_seen(seen)
        self.backstage.set_seen(seen)

    def take_key(self, event: QKeyEvent) -> bool:
        """A key that was pressed in another window of ours, where nothing has the focus."""
        return self._keys.handle(event, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.handle(event, QApplication.focusWidget()):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._see()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._see()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._set_seen(False)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not leaves(self, event):
            return
        self.presentation.end()
        self.session.end()
        self.drawer.end()
        self.backstage.set_seen(False)
        super().closeEvent(event)
