"""The command that opens a client's side photo, and the ways in by dropping and pasting one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.command import Command
from hinge_tutor.app.learn_view import LearnView
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.photo_paste import PhotoPaste
from hinge_tutor.app.reasons import presenting
from hinge_tutor.app.session import Session
from hinge_tutor.app.train_place import TrainPlace


def photo_commands(
    session: Session, learn: LearnView, train: TrainPlace, window: QWidget
) -> Iterator[Command]:
    """An audience sees another page, and no client."""
    _Dropping(learn, window)

    def paste() -> None:
        learn.open_photo()
        learn.photo.on_paste()

    PhotoPaste(window, learn.isVisible).wanted.connect(paste)

    def switch() -> None:
        if learn.close_photo():
            return
        # Whoever is beside a client takes that body along.
        body = train.training.trainee.body.text if train.shown else ""
        train.close()
        learn.open_photo()
        if body:
            learn.photo.photo.set_body(body)

    yield Command(
        "photo",
        tr("Clien&t"),
        tr("A side photo…"),
        ("Ctrl+Shift+P",),
        switch,
        lambda: not session.audience,
        lambda: learn.shows_photo,
        presenting(session),
    )


class _Dropping(QObject):
    """A picture's file that is dropped anywhere on the window."""

    def __init__(self, learn: LearnView, window: QWidget) -> None:
        super().__init__(window)
        self._learn = learn
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return False
        path = self._path(event)
        if not path:
            return False
        if event.type() == QEvent.Type.Drop:
            self._learn.open_photo(Path(path))
        event.acceptProposedAction()
        return True

    def _path(self, event: QDropEvent) -> str:
        """The one file that hangs on the pointer, empty for anything else."""
        urls = event.mimeData().urls() if self._learn.isVisible() else []
        return urls[0].toLocalFile() if len(urls) == 1 else ""
