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


def photo_commands(learn: LearnView, window: QWidget) -> Iterator[Command]:
    """An audience sees another page, and no client."""
    _Dropping(learn, window)

    def paste() -> None:
        learn.open_photo()
        learn.photo.on_paste()

    PhotoPaste(window, learn.isVisible).wanted.connect(paste)

    def switch() -> None:
        if not learn.close_photo():
            learn.open_photo()

    yield Command(
        "photo",
        tr("Clien&t"),
        tr("A side photo…"),
        ("Ctrl+Shift+P",),
        switch,
        learn.isVisible,
        lambda: learn.shows_photo,
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
