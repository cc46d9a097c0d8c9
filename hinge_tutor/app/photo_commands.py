"""The command that opens a client's side photo, and the way in by pasting one."""

from __future__ import annotations

from collections.abc import Iterator

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

    def paste() -> None:
        learn.open_photo()
        learn.photo.on_paste()

    PhotoPaste(window, learn.isVisible).wanted.connect(paste)

    def switch() -> None:
        if learn.shows_photo:
            if learn.may_leave():
                learn.close_photo()
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
