"""The ways in and out of a client's photo: dialogs and the clipboard; no path is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.file_dialogs import ask_file, ask_target, without_trace
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.photo import Photo
from hinge_tutor.app.photo_file import (
    ENDING,
    ENDINGS,
    Opened,
    PhotoError,
    open_photo,
    pasted,
    save_photo,
)
from hinge_tutor.app.session import Session
from hinge_tutor.app.store import reason


def choose(session: Session, photo: Photo, window: QWidget) -> None:
    """Asks for a photo and shows it, or one sentence about it."""
    session.timeline.play(False)
    patterns = " ".join(f"*.{ending}" for ending in ENDINGS)
    kinds = tr("Photos (%1)").replace("%1", f"{patterns} *{ENDING}")
    every = ";;".join((kinds, tr("All files (*)")))
    with without_trace():
        chosen = ask_file(window, tr("Choose a side photo"), _folder(), every)
    if chosen is not None:
        show(session, photo, chosen)


def show(session: Session, photo: Photo, path: Path) -> None:
    """A photo of a file, or one sentence about it; the photo before stays then."""
    opened = opened_photo(session, path)
    if opened is not None:
        put(session, photo, opened)


def opened_photo(session: Session, path: Path) -> Opened | None:
    """The photo of a file; None after one sentence about what is none."""
    try:
        return open_photo(path)
    except PhotoError as refusal:
        session.say(str(refusal))
        return None


def paste(session: Session, photo: Photo) -> None:
    """The picture on the clipboard, or one sentence about it."""
    image: QImage = QGuiApplication.clipboard().image()
    try:
        opened = pasted(image)
    except PhotoError as refusal:
        session.say(str(refusal))
    else:
        put(session, photo, opened)


def put(session: Session, photo: Photo, opened: Opened) -> None:
    """A photo that was opened, in the place of the one before."""
    photo.show(opened)
    session.say("")


def save(session: Session, photo: Photo, window: QWidget) -> None:
    """Asks for a file and writes photo and marks into it; says what came of it."""
    if photo.image is None:
        return
    suggested = _folder() / (tr("side photo") + ENDING)
    kinds = tr("Photos with marks (*%1)").replace("%1", ENDING)
    with without_trace():
        # Under another ending it would be taken for a picture.
        path = ask_target(window, tr("Save the photo with its marks"), suggested, ENDING, kinds)
    if path is None:
        return
    try:
        save_photo(path, photo.image, photo.marked, photo.body)
    except OSError as problem:
        words = tr("The photo cannot be saved in %1: %2.")
        session.say(words.replace("%2", reason(problem)).replace("%1", str(path)))
    else:
        photo.note_saved()
        session.say(tr("The photo with its marks is in %1.").replace("%1", str(path)))


def _folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
