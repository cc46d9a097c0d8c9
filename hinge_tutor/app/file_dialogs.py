"""Asks for a file to open or to write: with its ending, and no file written over unasked.

What Qt's own dialogs remember of where they have been is put back after a client's file.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from hinge_tutor.app.chrome_words import tr

# Qt's own dialogs write where they have been into this file of the user's, under these names.
_DIALOGS = "QtProject"
_REMEMBERED = ("FileDialog/lastVisited", "FileDialog/history")


def documents() -> Path:
    """Where people keep what they write."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def ask_target(
    window: QWidget | None, title: str, suggested: Path, ending: str, kinds: str
) -> Path | None:
    """Asks where a file is to be written; None where nobody says so.

    The dialog asks before it lets a file be replaced, but only for the name as it was typed. Where
    it is the name with its ending that is taken, the dialog opens on that one again and says so;
    whoever then chooses it means it.
    """
    told: Path | None = None
    asked = title
    while True:
        chosen, _ = QFileDialog.getSaveFileName(window, asked, str(told or suggested), kinds)
        if not chosen:
            return None
        target = with_ending(Path(chosen), ending)
        if target in (Path(chosen), told) or not target.exists():
            return target
        told = target
        asked = tr("%1 is there already: save again to replace it").replace("%1", target.name)


def with_ending(path: Path, ending: str) -> Path:
    """A path that ends as its kind of file does; what was typed stays in it."""
    return path if path.name.lower().endswith(ending) else path.with_name(path.name + ending)


def ask_file(window: QWidget | None, title: str, folder: Path, kinds: str) -> Path | None:
    """Asks for a file that is there; None where nobody chooses one."""
    chosen, _ = QFileDialog.getOpenFileName(window, title, str(folder), kinds)
    return Path(chosen) if chosen else None


@contextlib.contextmanager
def without_trace() -> Iterator[None]:
    """Dialogs have been where they were before: the folder of a client's file is not kept."""
    before = _places()
    try:
        yield
    finally:
        settings = QSettings(QSettings.Scope.UserScope, _DIALOGS)
        for name in _REMEMBERED:
            if name in before:
                settings.setValue(name, before[name])
            elif settings.contains(name):
                settings.remove(name)
        settings.sync()


def _places() -> dict[str, object]:
    """Where dialogs have been until now."""
    settings = QSettings(QSettings.Scope.UserScope, _DIALOGS)
    return {name: settings.value(name) for name in _REMEMBERED if settings.contains(name)}
