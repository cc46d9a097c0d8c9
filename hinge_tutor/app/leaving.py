"""Leaving: what ends with the window, after a question where a client's card or photo would go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt

from hinge_tutor.app.interrupts import interrupted
from hinge_tutor.app.lesson_commands import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from hinge_tutor.app.desk import Desk
    from hinge_tutor.app.errands import Errands
    from hinge_tutor.app.learn_view import LearnView
    from hinge_tutor.app.presenting import Presenting
    from hinge_tutor.app.session import Session
    from hinge_tutor.app.train_place import TrainPlace

ASKED = "leaving"


class Left(Protocol):
    """What leaving needs of the window."""

    session: Session
    desk: Desk
    learn: LearnView
    train: TrainPlace
    errands: Errands
    presentation: Presenting

    def isVisible(self) -> bool: ...
    def windowState(self) -> Qt.WindowState: ...
    def setWindowState(self, state: Qt.WindowState, /) -> None: ...
    def close(self) -> bool: ...


def leaves(window: Left, event: QCloseEvent) -> bool:
    """Whether the window closes now; if not, it asks, and closing it once more is an answer."""
    if _loses(window) and not window.desk.shows(ASKED):
        event.ignore()
        _ask(window)
        return False
    window.errands.stop()
    # A recording has a process, and a photo is forgotten.
    window.learn.end()
    return True


def _loses(window: Left) -> bool:
    """Whether somebody is there to be asked about something that can still be kept."""
    keeps = window.session.memory.folder is not None and window.isVisible()
    return keeps and bool(window.train.unkept or window.learn.photo_unsaved) and not interrupted()


def _ask(window: Left) -> None:
    if window.presentation.on:
        # A client is nothing for an audience.
        window.presentation.stop()
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    if window.train.unkept:
        _ask_for_card(window)
    else:
        _ask_for_photo(window)


def _ask_for_photo(window: Left) -> None:
    from hinge_tutor.app.chooser import Option

    pane = window.learn.photo

    def save() -> None:
        # Whoever chooses no file, or one that the disk does not take, stays.
        pane.on_save()
        if not pane.photo.unsaved:
            window.close()

    def forget() -> None:
        pane.photo.forget()
        window.close()

    rows = [
        Option(tr("Save it and leave"), "", save),
        Option(tr("Forget it and leave"), "", forget),
        Option(tr("Stay here"), "", lambda: None),
    ]
    window.desk.choose(ASKED, tr("Save the photo with its marks before you leave?"), rows)


def _ask_for_card(window: Left) -> None:
    from hinge_tutor.app.chooser import Option
    from hinge_tutor.app.train_words import client_in_words

    training = window.train.training
    # One after the other, each of them in front of whoever is asked.
    training.call(window.train.unkept[0])

    def keep() -> None:
        # Where the disk does not take it, that is said, and the window stays.
        if training.keep(training.cue):
            window.close()

    def drop() -> None:
        window.train.dropped = (*window.train.dropped, training.trainee)
        window.close()

    rows = [
        Option(tr("Keep it and leave"), "", keep, True, client_in_words(training)),
        Option(tr("Leave without it"), "", drop),
        Option(tr("Stay here"), "", lambda: None),
    ]
    window.desk.choose(ASKED, tr("Keep this client’s card before you leave?"), rows)
