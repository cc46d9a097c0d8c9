"""Asks where a teacher's bundle goes, and has it made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog

from hinge_tutor.app.errand import Order
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session


def make_bundle(session: Session, start: Callable[[Order], bool]) -> None:
    """The bundle of the open lesson, in a folder of its own inside the one that is chosen."""
    session.timeline.play(False)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chosen = QFileDialog.getExistingDirectory(
        QApplication.activeWindow(), tr("Where should the lesson’s folder go?"), folder
    )
    if chosen:
        start(bundle_order(session, Path(chosen)))


def bundle_order(session: Session, inside: Path) -> Order:
    """The command line that makes it."""
    lesson, language = session.lesson.id, session.words.language
    target = inside / f"hinge-tutor-{lesson}"
    return Order(("bundle", lesson, "--out", str(target), "--language", language), target)
