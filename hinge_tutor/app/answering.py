"""What becomes of an answer: it is kept, told, and shown why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hinge_tutor.app.hands import Hands
from hinge_tutor.app.repairing import Repairing
from hinge_tutor.lessons.lesson import Question
from hinge_tutor.stage.options import TELLING

if TYPE_CHECKING:
    from hinge_tutor.lessons.guess import Guess


class Answering(Repairing):
    """Answers by choice and by hand, of a learner or before an audience, who gives none.

    step_changed: another build, other figures in it, or another answer.
    """

    step_changed = Signal()
    # What an audience was asked by a show of hands.
    hands = Hands()

    def stop_trying(self) -> None:
        """Back to what the build shows."""
        raise NotImplementedError

    def choose(self, choice: int) -> None:
        """Answers the question; the first answer stays, so that a prediction is one."""
        found = self.route.asked(self.spot)
        if found is not None and self.asking and 0 <= choice < len(found[0].choices):
            self.answers[self._asker] = choice
            self._answered()

    def put_guess(self, guess: Guess | None) -> None:
        """Where somebody has dragged it to, until it is kept; None is nowhere."""
        if not self.guessing:
            return
        self.guesses.pop(self._asker, None)
        if guess is not None:
            self.guesses[self._asker] = guess
        self.frame_changed.emit()

    def keep_guess(self) -> None:
        """The guess as it is now; from then on nothing changes it."""
        if self.guessing and self.guess is not None:
            self.guesses[self._asker] = replace(self.guess, kept=True)
            self._answered()

    def _answered(self) -> None:
        """An answer that is told at once may be disproved at once."""
        if self.plan is self.own:
            self.show_found()
        else:
            self.show_again()
        if graded := self.graded():
            self.note_answer(graded.right)

    def show_again(self) -> None:
        """What this build shows, from its beginning: of an answer that was not right, why not."""
        self.disproved.discard(self._asker)
        self.stop_trying()

    def show_build(self) -> bool:
        """From what disproves an answer on to what the build itself shows; whether it was so."""
        ahead = self.page_ahead
        if ahead:
            self.disproved.add(self._asker)
            self.stop_trying()
        return ahead

    def replay(self) -> None:
        """What plays once more from where it begins; what disproves an answer as it was shown."""
        if self.disproving:
            self.show_again()
        else:
            self.timeline.replay()

    def set_audience(self, audience: bool) -> None:
        """Somebody presents, or no longer: answers given alone are nobody's business there."""
        trying = self.trying
        self.audience, self.recording = audience, not audience
        # What was told to others was not told to whoever learns alone.
        self.passed.clear()
        self.hands = Hands()
        if trying or self.plan is self.own:
            self.timeline.held = self.holds_still and not audience
            self.step_changed.emit()
        else:
            self.stop_trying()

    @property
    def counts_hands(self) -> bool:
        """Whether hands may be raised: where an audience is asked and not yet told."""
        return self.audience and self._unanswered and self.asks_here and self.drag is None

    @property
    def hands_raised(self) -> tuple[int, ...]:
        """How many of the audience chose each answer of what is asked; empty where nothing is."""
        asked = self.asked if self.audience else None
        if not isinstance(asked, Question):
            return ()
        return self.hands.of(self._asker, len(asked.choices))

    def raise_hand(self, choice: int) -> None:
        """One hand more for a choice, which counts from 0."""
        if self.counts_hands and 0 <= choice < len(self.hands_raised):
            self.hands = self.hands.counted(self._asker, choice)
            self.options_changed.emit()

    def lower_hand(self, choice: int | None = None) -> None:
        """Takes back the last hand of a choice, or of any."""
        if self.counts_hands:
            self.hands = self.hands.taken_back(self._asker, choice)
            self.options_changed.emit()

    def tell_answer(self) -> bool:
        """The answer for whoever goes on without one, where no later build tells it; whether so."""
        untold = self.untold
        if untold:
            self.passed.add(self._asker)
            self.show_found()
        return untold

    def show_found(self) -> None:
        """With an answer shows what tells hidden figures apart."""
        if not self._found <= self.options.layers:
            self.set_options(replace(self.options, layers=self.options.layers | self._found))
        self.step_changed.emit()

    @property
    def _found(self) -> frozenset[str]:
        """What tells hidden figures apart is shown with the answer."""
        told = self.explained or self.guide is not None
        return TELLING if self.plan.lettered and told and not self.veiled else frozenset()
