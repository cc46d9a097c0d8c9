"""Lessons that are written while they are open: what is saved is shown at once.

Nothing is asked for again and again: the system tells when a file or a folder changes. Then a timer
waits until the file has stood still for a moment, and ends. While nobody sees the window there is
no timer and no watch; what changed meanwhile is read when somebody looks again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from hinge_tutor.app.rereading import Rereading
from hinge_tutor.app.session import Session

# Between two looks at a file that somebody writes: it is read when both see the same.
STILL_MS = 120


class Live(QObject):
    """Watches the files of the session's lessons that are somebody's to change."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files = Rereading(session)
        self._packs = session.route.packs
        self._stamps = self._files.stamps()
        self._looked = self._stamps
        self._seen = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self.on_changed)
        self._watcher.directoryChanged.connect(self.on_changed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STILL_MS)
        self._timer.timeout.connect(self.on_rest)
        session.step_changed.connect(self.on_step_changed)

    @property
    def watched(self) -> tuple[str, ...]:
        """The files and folders that are watched now."""
        return (*self._watcher.files(), *self._watcher.directories())

    def set_seen(self, seen: bool) -> None:
        """Looks only while somebody sees what comes of it."""
        if seen == self._seen:
            return
        self._seen = seen
        if seen:
            self._watch()
            self.on_changed()
        else:
            self._timer.stop()
            if self.watched:
                self._watcher.removePaths(list(self.watched))

    def on_changed(self, _path: str = "") -> None:
        """Somebody wrote something, here or beside it."""
        if self._seen:
            self._looked = self._files.stamps()
            if self._looked != self._stamps:
                self._timer.start()

    def on_rest(self) -> None:
        """Reads what has changed, once it stands still."""
        self._timer.stop()
        before, self._looked = self._looked, self._files.stamps()
        if before != self._looked:
            self._timer.start()
            return
        changed = {
            path
            for path in {*self._stamps, *self._looked}
            if self._stamps.get(path) != self._looked.get(path)
        }
        self._stamps = self._looked
        self._files.read(changed)
        self._watch()

    def on_step_changed(self) -> None:
        """Another pack was opened, or one closed or read anew."""
        if self._session.route.packs is not self._packs:
            self._packs = self._session.route.packs
            known = self._stamps
            self._stamps = {
                path: known.get(path, now) for path, now in self._files.stamps().items()
            }
            self._files.turn()
            if self._seen:
                self._watch()

    def _watch(self) -> None:
        """Watches every file anew: one that was replaced is no longer the one that was watched."""
        wanted = {str(path) for path in _places(self._files.stamps())}
        watched = {*self.watched}
        if gone := watched - wanted:
            self._watcher.removePaths(list(gone))
        if new := wanted - watched:
            self._watcher.addPaths(list(new))


def _places(stamps: Mapping[Path, object]) -> Iterator[Path]:
    """The files that are there, and the folders that files come and go in."""
    for path, stamp in stamps.items():
        yield path.parent
        if stamp is not None:
            yield path
