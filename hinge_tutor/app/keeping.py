"""What the learner does is remembered, and where it cannot be, that is said once."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from hinge_tutor.app.asking import Asking
from hinge_tutor.app.progress_file import DAMAGED, MISSING, NEWER, Mishap
from hinge_tutor.app.route import Route
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.store import reason
from hinge_tutor.lessons.progress import Place, Progress


class Keeping(Asking):
    """A place in the course, and what was done there; while presenting nothing is recorded."""

    def __init__(self, route: Route, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(route, parent)
        self.memory = memory
        # Off while somebody shows the course to others.
        self.recording = True
        # Whether the present place is one that the learner has gone to.
        self._chosen = False
        # By what name the rounds of the clinic that are played in this run are counted.
        self._run = os.urandom(6).hex()

    def say(self, notice: str) -> None:
        """One sentence for the status line."""
        raise NotImplementedError

    @property
    def settings(self) -> Settings:
        return self.memory.settings

    @property
    def progress(self) -> Progress:
        """What was done of the course, for whoever shows it."""
        return self.memory.progress

    @property
    def today(self) -> date:
        """The calendar day where the learner is."""
        return self.memory.today

    # ── what happens ─────────────────────────────────────────────────────────────────────────────

    @property
    def _place(self) -> Place:
        return Place(self.lesson.id, self.spot.step + 1, self.spot.build + 1)

    @property
    def _counts(self) -> bool:
        """Whether what happens here is recorded: a page in the place of a lesson is no lesson."""
        return self.recording and bool(self.lesson.file)

    def _note_seen(self) -> None:
        if self._counts:
            here = self._place
            self._note(self.progress.with_seen(here.lesson, here.step, here.build))

    def _note_finished(self) -> None:
        """Somebody has gone on from the last build of the lesson."""
        if self._counts:
            self._note(self.progress.with_finished(self.lesson.id, self.today))

    def note_answer(self, right: bool) -> None:
        """What is asked here was answered, by choice or by hand; the first answer counts."""
        lesson, step, build = self._asker
        if self._counts and build >= 0:
            now_ms = self.memory.now_ms
            self._note(self.progress.with_answer(lesson, step + 1, build + 1, right, now_ms))
            self._keep()

    def note_card(self, lesson: str, card: str, box: int, due: date) -> None:
        """A recall card was put into a box."""
        if self.recording:
            self._note(self.progress.with_card(lesson, card, box, due, self.memory.now_ms))
            self._keep()

    def note_round(self, right: bool) -> None:
        """A round of the clinic was played."""
        if self.recording:
            self._note(self.progress.with_round(self._run, right))
            self._keep()

    def _note(self, progress: Progress) -> None:
        self.memory.progress = progress

    # ── disk ─────────────────────────────────────────────────────────────────────────────────────

    def _keep(self) -> None:
        self._remember(self.memory.keep_progress)

    def _keep_place(self) -> None:
        if self._chosen and self._counts:
            self._note_seen()
            self.memory.keep_place(self._place)

    def _remember(self, keep: Callable[[], None]) -> None:
        try:
            keep()
        except OSError as problem:
            words = self.tr(
                "Nothing can be saved in %1: %2. What you choose holds until the tutor is closed."
            )
            folder = str(self.memory.folder or self.tr("your folder"))
            self.say(words.replace("%2", reason(problem)).replace("%1", folder))
        else:
            if said := self.mishaps():
                self.say(" ".join(said))

    def mishaps(self) -> list[str]:
        """What was wrong with the files of progress since somebody asked."""
        return [self._told(mishap) for mishap in self.memory.take_mishaps()]

    def _told(self, mishap: Mishap) -> str:
        """What was wrong, where the file is now, and what is used instead."""
        kept, copy = bool(mishap.kept_as), mishap.copy_used
        words = {
            (NEWER, False, False): self.tr(
                "%1 is from a newer version of the tutor. It is left alone, and your progress is "
                "not saved until the tutor is updated."
            ),
            (MISSING, False, True): self.tr(
                "%1 was missing; the copy from one step before is used."
            ),
            (DAMAGED, True, True): self.tr(
                "%1 was damaged. It is kept as %2, and the copy from one step before is used."
            ),
            (DAMAGED, True, False): self.tr(
                "%1 was damaged. It is kept as %2, and your progress starts afresh."
            ),
            (DAMAGED, False, True): self.tr(
                "%1 could not be read. It is kept as it is, and the copy from one step before is "
                "used."
            ),
            (DAMAGED, False, False): self.tr(
                "%1 could not be read. It is kept as it is, and your progress starts afresh."
            ),
        }[mishap.kind, kept, copy]
        return words.replace("%2", mishap.kept_as).replace("%1", mishap.file)
