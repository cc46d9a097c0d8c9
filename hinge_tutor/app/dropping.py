"""A file that is dropped on the window opens as what its ending says it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.learn_view import LearnView
from hinge_tutor.app.session import Session


class Dropping(QObject):
    """Takes one file at a time, and only where it could be opened by a command, too."""

    def __init__(self, session: Session, learn: LearnView, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._learn = learn
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def _opener(self, path: Path) -> Callable[[], object] | None:
        """What opens a file here and now; None for what nobody opens."""
        from hinge_tutor.app.photo_file import ENDING, ENDINGS
        from hinge_tutor.app.recordings import opens
        from hinge_tutor.lessons import pack_budget
        from hinge_tutor.stage import shared_scene

        session, learn = self._session, self._learn
        ending = path.suffix.lower()
        if ending == ENDING or ending.removeprefix(".") in ENDINGS:
            return lambda: learn.open_photo(path)
        if opens(ending):
            free = session.open or learn.shows_recording
            return (lambda: learn.open_recording(path)) if free else None
        if ending == shared_scene.ENDING:
            free = session.open and bool(session.plan.movements)
            return (lambda: self._show_scene(path)) if free else None
        if ending == pack_budget.ENDING or path.name == pack_budget.HEAD:
            return lambda: self._show_pack(path)
        return None

    def _show_scene(self, path: Path) -> None:
        from hinge_tutor.app.scene_files import show_scene
        from hinge_tutor.app.trouble import sentence
        from hinge_tutor.located import AuthorErrors
        from hinge_tutor.stage.shared_scene import read_shared

        try:
            show_scene(self._session, read_shared(path))
        except AuthorErrors as refusal:
            self._session.say(sentence(refusal))

    def _show_pack(self, path: Path) -> None:
        from hinge_tutor.app.packs import show_pack

        show_pack(self._session, path)

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return False
        # An audience sees another page, and no client.
        urls = event.mimeData().urls() if self._learn.isVisible() else []
        name = urls[0].toLocalFile() if len(urls) == 1 else ""
        open_ = self._opener(Path(name)) if name else None
        if open_ is None:
            return False
        if event.type() == QEvent.Type.Drop:
            open_()
        event.acceptProposedAction()
        return True
