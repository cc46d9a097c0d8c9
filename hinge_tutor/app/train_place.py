"""Where Train stands in the window: a page beside Learn, made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.known import Known
from hinge_tutor.app.session import Session

if TYPE_CHECKING:
    from hinge_tutor.app.card_keeping import HandedOver
    from hinge_tutor.app.command import Commands
    from hinge_tutor.app.drawer import Drawer
    from hinge_tutor.app.learn_view import LearnView
    from hinge_tutor.app.train_page import TrainPage
    from hinge_tutor.app.trainee import Trainee
    from hinge_tutor.app.training import Training


class Host(Protocol):
    """What Train asks of the window around it."""

    commands: Commands
    learn: LearnView
    drawer: Drawer


class TrainPlace(QObject):
    """Opens and closes it; `changed` is called when it was opened or left."""

    def __init__(
        self, session: Session, pages: QStackedWidget, host: Host, parent: QObject | None = None
    ) -> None:
        """`pages` has Learn as its first page."""
        super().__init__(parent)
        self._session, self._pages, self._host = session, pages, host
        self._look: Look | None = None
        self._bare = False
        self._training: Training | None = None
        self.page: TrainPage | None = None
        # Whoever somebody leaves without keeping the card.
        self.dropped: tuple[Trainee, ...] = ()
        self.changed: list[Callable[[], None]] = []
        pages.currentChanged.connect(self.on_page_changed)
        host.learn.client = self.client

    @property
    def shown(self) -> bool:
        """Whether Train stands in the window."""
        return self.page is not None and self._pages.currentWidget() is self.page

    @property
    def training(self) -> Training:
        """What a trainer has set."""
        if self._training is None:
            from hinge_tutor.app.training import Training

            self._training = Training(self._session, self)
            self._training.left.connect(self.close)
        return self._training

    @property
    def unkept(self) -> tuple[Trainee, ...]:
        """Of whom something would be lost now, and nobody has said that it may."""
        people = () if self._training is None else self._training.unwritten
        return tuple(each for each in people if each not in self.dropped)

    def client(self) -> Known | None:
        """Who is in front of a trainer; None where nobody has set anything."""
        training = self._training
        if training is None or training.trainee.blank:
            return None
        from hinge_tutor.app.train_words import client_in_words

        return Known(client_in_words(training), training.trainee.body)

    def put_down(self) -> HandedOver | None:
        """Who goes on in another window; None where nobody has opened Train."""
        return None if self._training is None else self._training.put_down()

    def open(self) -> None:
        """Train instead of the lesson, and the focus to what somebody may have seen."""
        if self.shown:
            return
        self._host.drawer.close()
        self._host.learn.let_go()
        self._host.learn.clear(leads=False)
        page = self._made()
        if self._look is not None:
            page.set_look(self._look)
        page.set_bare(self._bare)
        # Before it is shown, so that its first picture is the right one.
        self.training.begin()
        self._pages.setCurrentWidget(page)
        page.refresh()
        next(iter(page.tiles.tiles.values())).setFocus()
        # What is laid out only now would have been looked for further down.
        page.left.verticalScrollBar().setValue(0)
        self._tell()

    def _made(self) -> TrainPage:
        if self.page is None:
            from hinge_tutor.app.train_page import TrainPage

            host = self._host
            self.page = TrainPage(self._session, self.training, host.commands)
            self._pages.addWidget(self.page)
        return self.page

    def close(self) -> None:
        """The lesson again, where it was left."""
        if not self.shown:
            return
        learn = self._host.learn
        self._pages.setCurrentWidget(learn)
        learn.lesson.setFocus()

    def stop_trying(self) -> None:
        """One thing back: of Train the innermost, then out of it; of the lesson what is tried."""
        if not self.shown:
            self._session.stop_trying()
        elif not self.training.step_back():
            self.close()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 goes through while it is shown."""
        return self.page.panes() if self.page is not None and self.shown else ()

    def set_bare(self, bare: bool) -> None:
        """The stage alone, or everything again."""
        self._bare = bare
        if self.page is not None:
            self.page.set_bare(bare)

    def set_look(self, look: Look) -> None:
        self._look = look
        if self.page is not None:
            self.page.set_look(look)

    def on_page_changed(self) -> None:
        """Whoever shows another page has left this one."""
        if self._training is not None and not self.shown and self._training.leads:
            self._training.end()
        self._tell()

    def _tell(self) -> None:
        for told in self.changed:
            told()
