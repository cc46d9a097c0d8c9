"""The command that opens a client's side photo, and the way in by pasting one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.command import Command
from hinge_tutor.app.learn_view import LearnView
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.photo_paste import PhotoPaste


def photo_commands(learn: LearnView, window: QWidget) -> Iterator[Command]:
    """An audience sees another page, and no client."""

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
