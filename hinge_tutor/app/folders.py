"""Opens a folder in whatever the system shows folders with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.store import reason


def open_folder(folder: Path) -> str:
    """Opens a folder of ours, made if it is not there yet; a sentence where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        words = tr("The folder cannot be made: %1.")
        return words.replace("%1", reason(problem))
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return ""
    return tr("Nothing here shows folders; this is its place: %1").replace("%1", str(folder))
