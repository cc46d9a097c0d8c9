"""Scenes go out and come in: as text over the clipboard, and as files."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hinge_tutor import safely
from hinge_tutor.app.changing import standing_plan
from hinge_tutor.app.file_dialogs import ask_file, ask_target, documents
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.photo_paste import pasted_photo
from hinge_tutor.app.session import Session
from hinge_tutor.app.store import reason
from hinge_tutor.app.trouble import sentence
from hinge_tutor.lessons.scene_error import SceneError
from hinge_tutor.located import AuthorErrors
from hinge_tutor.stage.options import LAYERS
from hinge_tutor.stage.shared_scene import (
    ENDING,
    SharedScene,
    is_shared,
    parse_shared,
    read_shared,
    write_shared,
)


def scene_of(session: Session) -> SharedScene:
    """The figures on the stage as they are shown now, at this moment."""
    options, timeline = session.options, session.timeline
    shown = replace(
        standing_plan(session),
        layers=tuple(layer for layer in LAYERS if options.shows(layer)),
        props=options.props,
        highlight=options.highlight,
        speed=options.speed,
        play="loop" if timeline.clock.playing else "still",
        at=round(timeline.fraction, 3),
    )
    return SharedScene(shown, options.arrangement)


def copy_scene(session: Session) -> None:
    """The scene as one line of text on the clipboard."""
    QGuiApplication.clipboard().setText(write_shared(scene_of(session)))
    session.say(tr("The scene is copied as text; paste it wherever you write."))


def paste_scene(session: Session, window: QWidget) -> None:
    """The scene of a text from the clipboard, or one sentence about it; a picture is a photo."""
    if pasted_photo(window):
        return
    text = QGuiApplication.clipboard().text()
    if not is_shared(text):
        session.say(tr("What was copied last is no scene; a scene begins with hinge:."))
        return
    try:
        show_scene(session, parse_shared(text))
    except SceneError as refusal:
        session.say(str(refusal))


def save_scene(session: Session, window: QWidget) -> None:
    """Asks for a file and writes the scene into it."""
    session.timeline.play(False)
    name = "-".join(cast.movement for cast in session.plan.movements) + ENDING
    path = ask_target(window, tr("Save the scene"), documents() / name, ENDING, _kinds())
    if path is None:
        return
    try:
        safely.write(path, (write_shared(scene_of(session)) + "\n").encode("utf-8"))
    except OSError as problem:
        words = tr("The scene cannot be saved in %1: %2.")
        session.say(words.replace("%2", reason(problem)).replace("%1", str(path)))
    else:
        session.say(tr("The scene is in %1.").replace("%1", str(path)))


def open_scene(session: Session, window: QWidget) -> None:
    """Asks for a file and shows its scene, or one sentence about it."""
    session.timeline.play(False)
    kinds = ";;".join((_kinds(), tr("All files (*)")))
    path = ask_file(window, tr("Open a scene"), documents(), kinds)
    if path is None:
        return
    try:
        show_scene(session, read_shared(path))
    except AuthorErrors as refusal:
        session.say(sentence(refusal))


def show_scene(session: Session, scene: SharedScene) -> None:
    """A scene in place of what the build shows."""
    session.try_out(scene.plan)
    session.arrange(scene.arrangement, session.notice)


def _kinds() -> str:
    return tr("Scenes (*%1)").replace("%1", ENDING)
