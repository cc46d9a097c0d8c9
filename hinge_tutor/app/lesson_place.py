"""The place of the lesson, in which other panes can stand: the technique map, the recall deck, the
fault clinic, a client's photo, a recorded motion.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.guessing import Guessing
from hinge_tutor.app.lesson_pane import LessonPane
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.tempo_place import TempoPlace

if TYPE_CHECKING:
    from hinge_tutor.app.clinic_pane import ClinicPane
    from hinge_tutor.app.deck_pane import DeckPane
    from hinge_tutor.app.photo_pane import PhotoPane
    from hinge_tutor.app.recording_pane import RecordingPane
    from hinge_tutor.app.sandbox import Sandbox
    from hinge_tutor.app.technique_pane import TechniquePane


class LessonPlace(QWidget):
    """Makes such a pane when it is first asked for, and shows one at a time.

    `crowded` says that the pane at the other side has to make room for the one that was opened.
    """

    crowded = Signal()

    def __init__(self, session: Session, stage: StageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.stage = stage
        self._look: Look | None = None
        self.guessing = Guessing(session, self)
        self.tempo = TempoPlace(session, self)
        self.lesson = LessonPane(session, self.guessing, lambda: self.tempo.practicing)
        self.lesson.recall.connect(self.open_deck)
        self._technique: TechniquePane | None = None
        self._deck: DeckPane | None = None
        self._clinic: ClinicPane | None = None
        self._photo: PhotoPane | None = None
        self._recording: RecordingPane | None = None
        # Who makes up figures; the window says it.
        self.sandbox: Callable[[], Sandbox] = _nobody
        # Whether a pane at the other side of the stage is wanted, and leaves room for one here.
        self.beside_wanted = False
        self.left_has_room = True
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.lesson)

    def _share(self) -> None:
        """Shares the room anew."""
        raise NotImplementedError

    def _dress_instead(self, look: Look) -> None:
        for pane in (self._technique, self._deck, self._clinic, self._photo, self._recording):
            if pane is not None:
                pane.set_look(look)

    @property
    def _instead(self) -> tuple[QWidget, ...]:
        """The panes that were made, as they follow the lesson in the row."""
        panes = (self._technique, self._deck, self._clinic, self._photo, self._recording)
        made = [pane for pane in panes if pane is not None]
        return tuple(sorted(made, key=self._row.indexOf))

    @property
    def _stands_in(self) -> QWidget | None:
        """The pane that is shown instead of the lesson."""
        return next((pane for pane in self._instead if not pane.isHidden()), None)

    def _add(self, pane: QWidget) -> None:
        pane.hide()
        self._row.insertWidget(1, pane)

    def _open(self, pane: QWidget) -> None:
        pane.show()
        self._share()
        if self.beside_wanted and not self.left_has_room:
            self.crowded.emit()

    def _close(self, pane: QWidget | None) -> bool:
        if pane is None or pane.isHidden():
            return False
        pane.hide()
        self._share()
        self.lesson.setFocus()
        return True

    def close_instead(self) -> bool:
        """The lesson again, whatever stands in its place; False where it is there."""
        return self.close_technique() or self.close_led()

    def close_led(self) -> bool:
        """The lesson again, where something else leads on; False where it leads itself."""
        if self.close_deck() or self.close_clinic():
            return True
        return self.close_photo() or self.close_recording()

    # ── the technique map ────────────────────────────────────────────────────────────────────────

    @property
    def technique(self) -> TechniquePane:
        """The technique map."""
        if self._technique is None:
            from hinge_tutor.app.technique_pane import TechniquePane

            self._technique = TechniquePane(self._session, self.sandbox, self.close_technique, self)
            self._add(self._technique)
            if self._look is not None:
                self._technique.set_look(self._look)
        return self._technique

    @property
    def shows_technique(self) -> bool:
        """Whether the technique map stands where the lesson does."""
        return self._technique is not None and not self._technique.isHidden()

    def open_technique(self) -> None:
        """The map instead of the lesson, and the focus into it."""
        self.close_led()
        self._open(self.technique)
        self.technique.map.view.setFocus()

    def close_technique(self) -> bool:
        """The lesson again; False where it is there."""
        return self._close(self._technique)

    # ── the recall deck ──────────────────────────────────────────────────────────────────────────

    @property
    def deck(self) -> DeckPane:
        """The recall deck."""
        if self._deck is None:
            from hinge_tutor.app.deck_hint import DeckHint
            from hinge_tutor.app.deck_pane import DeckPane

            self._deck = DeckPane(self._session, self.close_deck, self)
            self._add(self._deck)
            DeckHint(self._session, self._deck.deck, self.stage)
            if self._look is not None:
                self._deck.set_look(self._look)
        return self._deck

    @property
    def shows_deck(self) -> bool:
        """Whether the recall deck stands where the lesson does."""
        return self._deck is not None and not self._deck.isHidden()

    def open_deck(self) -> None:
        """The cards that are due instead of the lesson, and the focus on the first."""
        self.close_instead()
        # While the deck leads, no figures are made up.
        self.crowded.emit()
        self._open(self.deck)
        self.deck.begin()

    def close_deck(self) -> bool:
        """The lesson again, where it was left; False where it is there."""
        if self._deck is None or not self._close(self._deck):
            return False
        self._deck.end()
        return True

    # ── the fault clinic ─────────────────────────────────────────────────────────────────────────

    @property
    def clinic(self) -> ClinicPane:
        """The fault clinic."""
        if self._clinic is None:
            from hinge_tutor.app.clinic_pane import ClinicPane

            self._clinic = ClinicPane(self._session, self.close_clinic, self)
            self._add(self._clinic)
            if self._look is not None:
                self._clinic.set_look(self._look)
        return self._clinic

    @property
    def shows_clinic(self) -> bool:
        """Whether the fault clinic stands where the lesson does."""
        return self._clinic is not None and not self._clinic.isHidden()

    def open_clinic(self) -> None:
        """Rounds of the clinic instead of the lesson."""
        self.close_instead()
        # While the clinic leads, no figures are made up.
        self.crowded.emit()
        self._open(self.clinic)
        self.clinic.clinic.begin()

    def close_clinic(self) -> bool:
        """The lesson again, where it was left; False where it is there."""
        if self._clinic is None or not self._close(self._clinic):
            return False
        self._clinic.clinic.end()
        return True

    # ── a client's photo ─────────────────────────────────────────────────────────────────────────

    @property
    def photo(self) -> PhotoPane:
        """The pane of a client's side photo."""
        if self._photo is None:
            from hinge_tutor.app.photo_pane import PhotoPane

            self._photo = PhotoPane(self._session, self.stage, self.close_photo, self)
            self._add(self._photo)
            if self._look is not None:
                self._photo.set_look(self._look)
        return self._photo

    @property
    def shows_photo(self) -> bool:
        """Whether a client's photo stands where the lesson does."""
        return self._photo is not None and not self._photo.isHidden()

    def open_photo(self, path: Path | None = None) -> None:
        """The photo instead of the lesson: one of a file, or whichever one chooses then.

        A file that is no photo leaves everything where it is.
        """
        from hinge_tutor.app import photo_doors

        opened = None if path is None else photo_doors.opened_photo(self._session, path)
        if path is not None and opened is None:
            return
        if not self.shows_photo:
            self.close_instead()
            self.crowded.emit()
            self._open(self.photo)
            self.photo.begin()
        if opened is not None:
            photo_doors.put(self._session, self.photo.photo, opened)

    def may_leave(self) -> bool:
        """Whether something else may stand here; marks on a photo go only after a word."""
        return not self.shows_photo or self.photo.may_leave()

    def close_photo(self) -> bool:
        """The lesson again, and the photo is forgotten; False where the lesson is there."""
        if self._photo is None or not self._close(self._photo):
            return False
        self._photo.end()
        return True

    # ── a recorded motion ────────────────────────────────────────────────────────────────────────

    @property
    def recording(self) -> RecordingPane:
        """A recorded motion."""
        if self._recording is None:
            from hinge_tutor.app.recording_pane import RecordingPane

            self._recording = RecordingPane(self._session, self.close_recording, self)
            self._add(self._recording)
            if self._look is not None:
                self._recording.set_look(self._look)
        return self._recording

    @property
    def shows_recording(self) -> bool:
        """Whether a recorded motion stands where the lesson does."""
        return self._recording is not None and not self._recording.isHidden()

    def open_recording(self, file: Path) -> None:
        """A file's motion instead of the lesson, as soon as it is read."""
        self.close_instead()
        self.crowded.emit()
        self._open(self.recording)
        self.recording.open(file)

    def close_recording(self) -> bool:
        """The lesson again, with its own figures; False where it is there."""
        if self._recording is None or not self._close(self._recording):
            return False
        self._recording.end()
        return True


def _nobody() -> Sandbox:
    raise AssertionError("a window says who makes up figures")
