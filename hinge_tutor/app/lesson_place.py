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
from hinge_tutor.app.known import Known, nobody_known
from hinge_tutor.app.lesson_pane import LessonPane
from hinge_tutor.app.session import Session
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.stand_in import StandIn
from hinge_tutor.app.tempo_place import TempoPlace

if TYPE_CHECKING:
    from hinge_tutor.app.clinic_pane import ClinicPane
    from hinge_tutor.app.deck_pane import DeckPane
    from hinge_tutor.app.guest import Guest
    from hinge_tutor.app.photo_pane import PhotoPane
    from hinge_tutor.app.recording_pane import HandedOver as Recorded
    from hinge_tutor.app.recording_pane import RecordingPane
    from hinge_tutor.app.sandbox import Sandbox
    from hinge_tutor.app.technique_pane import TechniquePane

# What is handed to a pane to close it with.
Close = Callable[[], object]


class LessonPlace(QWidget):
    """Shows the lesson or one of its guests, each made when it is first asked for.

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
        # Who makes up figures; the window says it.
        self.sandbox: Callable[[], Sandbox] = _nobody
        # Who is in front of a trainer; Train says it.
        self.client: Callable[[], Known | None] = nobody_known
        # Whether a pane at the other side of the stage is wanted, and leaves room for one here.
        self.beside_wanted = False
        self.left_has_room = True
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.lesson)
        # The map is about the figures that are made up; all others lead on instead of the lesson.
        self._technique = technique = StandIn(self, self._make_technique, leads=False)
        self._deck = deck = StandIn(self, self._make_deck)
        self._clinic = clinic = StandIn(self, self._make_clinic)
        self._photo = photo = StandIn(self, self._make_photo)
        self._recording = recording = StandIn(self, self._make_recording)
        self._guests = (technique, deck, clinic, photo, recording)
        self.open_technique, self.close_technique = technique.open, technique.close
        self.open_deck, self.close_deck = deck.open, deck.close
        self.open_clinic, self.close_clinic = clinic.open, clinic.close
        self.close_photo, self.close_recording = photo.close, recording.close
        self.lesson.recall.connect(self.open_deck)
        session.may_leave = self.may_leave

    def _share(self) -> None:
        """Shares the room anew."""
        raise NotImplementedError

    def _dress_instead(self, look: Look) -> None:
        for guest in self._instead:
            guest.set_look(look)

    @property
    def _instead(self) -> tuple[Guest, ...]:
        """The panes that were made, as they follow the lesson in the row."""
        made: list[Guest] = [each.made for each in self._guests if each.made is not None]
        return tuple(sorted(made, key=self._row.indexOf))

    @property
    def _stands_in(self) -> Guest | None:
        """The pane that is shown instead of the lesson."""
        return next((pane for pane in self._instead if not pane.isHidden()), None)

    # ── what a guest asks of its row ─────────────────────────────────────────────────────────────

    def add(self, guest: Guest) -> None:
        """Beside the lesson, in the look of the window, and not seen yet."""
        guest.hide()
        self._row.insertWidget(1, guest)
        if self._look is not None:
            guest.set_look(self._look)

    def clear(self, leads: bool) -> None:
        """The lesson alone; while a guest leads, no figures are made up at the other side."""
        self._technique.close()
        self.set_aside()
        if leads:
            self.crowded.emit()

    def share(self) -> None:
        """Gives a guest that was shown its room."""
        self._share()
        if self.beside_wanted and not self.left_has_room:
            self.crowded.emit()

    def go_back(self) -> None:
        """To the lesson, once a guest is hidden."""
        self._share()
        self.lesson.setFocus()

    # ── leaving ──────────────────────────────────────────────────────────────────────────────────

    def close_instead(self) -> bool:
        """The lesson again, whatever stands in its place; False where it is there."""
        return any(guest.close() for guest in self._guests)

    def set_aside(self) -> bool:
        """The lesson again, where something else leads on; False where it leads itself."""
        return any(guest.set_aside() for guest in self._guests if guest.leads)

    def end(self) -> None:
        """Nothing is waited for, neither by whoever stands here nor by who was set aside."""
        for guest in self._guests:
            if guest.leads and not guest.close() and guest.made is not None:
                guest.made.end()

    def may_leave(self) -> bool:
        """Whether something else may stand here; marks on a photo go only after a word."""
        guest = self._stands_in
        return guest is None or guest.may_leave()

    # ── the guests ───────────────────────────────────────────────────────────────────────────────

    @property
    def technique(self) -> TechniquePane:
        """The technique map."""
        return self._technique.pane

    @property
    def deck(self) -> DeckPane:
        """The recall deck."""
        return self._deck.pane

    @property
    def clinic(self) -> ClinicPane:
        """The fault clinic."""
        return self._clinic.pane

    @property
    def photo(self) -> PhotoPane:
        """The pane of a client's side photo."""
        return self._photo.pane

    @property
    def recording(self) -> RecordingPane:
        """A recorded motion."""
        return self._recording.pane

    @property
    def shows_technique(self) -> bool:
        """Whether the technique map stands where the lesson does."""
        return self._technique.shown

    @property
    def shows_deck(self) -> bool:
        """Whether the recall deck stands where the lesson does."""
        return self._deck.shown

    @property
    def shows_clinic(self) -> bool:
        """Whether the fault clinic stands where the lesson does."""
        return self._clinic.shown

    @property
    def shows_photo(self) -> bool:
        """Whether a client's photo stands where the lesson does."""
        return self._photo.shown

    @property
    def shows_recording(self) -> bool:
        """Whether a recorded motion stands where the lesson does."""
        return self._recording.shown

    def open_photo(self, path: Path | None = None) -> None:
        """The photo instead of the lesson: one of a file, or whichever one chooses then.

        A file that is no photo leaves everything where it is.
        """
        from hinge_tutor.app import photo_doors

        opened = None if path is None else photo_doors.opened_photo(self._session, path)
        if path is not None and (opened is None or not self.may_leave()):
            return
        if not self.shows_photo:
            self._photo.open()
        if opened is not None:
            photo_doors.put(self._session, self.photo.photo, opened)

    @property
    def photo_unsaved(self) -> bool:
        """Whether marks on a photo would go with it."""
        return self.shows_photo and self.photo.photo.unsaved

    @property
    def recording_waits(self) -> bool:
        """Whether a recording was set aside and can be shown again."""
        made = self._recording.made
        return made is not None and not self.shows_recording and made.waits

    def open_recording(self, file: Path | None = None) -> None:
        """A file's motion instead of the lesson, as soon as it is read; or the one that waits."""
        if file is not None:
            self.recording.forget()
        self._recording.open()
        if file is not None:
            self.recording.open(file)

    def recorded(self) -> Recorded | None:
        """What another window needs to go on with a recording; None where there is none."""
        made = self._recording.made
        return None if made is None else made.put_down()

    def go_on_with(self, recorded: Recorded) -> None:
        """Goes on with the recording of another window, which stands here or was set aside."""
        self.recording.take_up(recorded)
        if recorded.shown:
            self._recording.open()

    # ── how they are made ────────────────────────────────────────────────────────────────────────

    def _make_technique(self, close: Close) -> TechniquePane:
        from hinge_tutor.app.technique_pane import TechniquePane

        return TechniquePane(self._session, self.sandbox, close, self)

    def _make_deck(self, close: Close) -> DeckPane:
        from hinge_tutor.app.deck_hint import DeckHint
        from hinge_tutor.app.deck_pane import DeckPane

        pane = DeckPane(self._session, close, self)
        DeckHint(self._session, pane.deck, self.stage)
        return pane

    def _make_clinic(self, close: Close) -> ClinicPane:
        from hinge_tutor.app.clinic_pane import ClinicPane

        return ClinicPane(self._session, close, self)

    def _make_photo(self, close: Close) -> PhotoPane:
        from hinge_tutor.app.photo_pane import PhotoPane

        return PhotoPane(self._session, self.stage, close, self)

    def _make_recording(self, close: Close) -> RecordingPane:
        from hinge_tutor.app.recording_pane import RecordingPane

        pane = RecordingPane(self._session, close, self._recording.set_aside, self)
        pane.client = self.client
        return pane


def _nobody() -> Sandbox:
    raise AssertionError("a window says who makes up figures")
