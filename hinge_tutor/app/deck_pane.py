"""The recall deck in the place of the lesson: a question, its answer, and two ways on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.cards import rename, wrapped
from hinge_tutor.app.choice_button import ChoiceButton
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.deck import KNEW, NOT_YET, Deck
from hinge_tutor.app.guest_pane import GuestPane
from hinge_tutor.app.session import Session
from hinge_tutor.app.wrapping import WrappingButton
from hinge_tutor.lessons.deck_words import counted


class DeckPane(GuestPane):
    """Follows the deck; `close` puts the lesson back in its place."""

    def __init__(
        self, session: Session, close: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        words = session.words
        super().__init__(words.deck("name"), close, parent)
        self._session = session
        self.deck = Deck(session, self)
        self.way_out.setAccessibleName(self.tr("Close the recall cards"))
        self.way_out.setToolTip(self.tr("Close the recall cards (Esc)"))
        self._ask = wrapped("title")
        self._answer = wrapped("prompt")
        self._source = wrapped("quiet")
        self._note = wrapped("quiet")
        self.show_answer = WrappingButton(self.tr("Show the answer"))
        self.knew = ChoiceButton(KNEW, self.tr("I knew it"), "")
        self.not_yet = ChoiceButton(NOT_YET, self.tr("Not yet"), "")
        self.back = WrappingButton(self.tr("Back to the lesson"))
        self.not_yet.setToolTip(self.tr("Not yet (2, PgDn, Enter)"))
        self.knew.setToolTip(self.tr("I knew it (1)"))
        for button in (self.show_answer, self.back):
            button.setObjectName("primary")
        self.lay_out(
            (self._ask, self._answer, self._source, self._note),
            (self.show_answer, self.knew, self.not_yet, self.back),
            self.tr("The card"),
        )
        self.back.clicked.connect(close)
        self.show_answer.clicked.connect(lambda: self.deck.turn(True))
        self.knew.clicked.connect(lambda: self.deck.choose(KNEW))
        self.not_yet.clicked.connect(lambda: self.deck.choose(NOT_YET))
        self.deck.changed.connect(self.on_changed)
        self.deck.left.connect(close)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for button in (self.knew, self.not_yet):
            button.show_state(look, False, False, False)
        self.settle()

    def cards(self) -> Sequence[QWidget]:
        return (self.knew, self.not_yet)

    def begin(self) -> None:
        """A sitting with what is due now."""
        self.deck.begin()

    def end(self) -> None:
        """The sitting is over; the stage has the lesson again."""
        self.deck.end()

    # ── what shows ───────────────────────────────────────────────────────────────────────────────

    def on_changed(self) -> None:
        """Another card, its answer, or the end; the focus goes along."""
        if self.deck.card is None:
            self._show_end()
        else:
            self._show_card()
        asked = self.deck.card is not None and not self.deck.told
        self.show_answer.setVisible(asked)
        self.knew.setVisible(self.deck.told)
        self.not_yet.setVisible(self.deck.told)
        self.back.setVisible(self.deck.card is None)
        # What was read makes room for the answer.
        rename(self._ask, "strong" if self.deck.told else "title")
        self.settle()
        self._scroll.verticalScrollBar().setValue(0)
        if self.deck.told:
            self._scroll.ensureWidgetVisible(self._answer, 0, 0)
        self._enter()

    def _show_card(self) -> None:
        words, deck = self._session.words, self.deck
        assert deck.card is not None
        self.head.setText(counted("left", len(deck.sitting.left), words))
        self._ask.setText(deck.ask)
        self._answer.setText(deck.answer if deck.told else "")
        self._source.setText(words.deck("source", {"lesson": deck.card.lesson.title}))
        self._note.setText(
            words.deck("once_more")
            if deck.sitting.repeats
            else words.deck("knew", {"days": deck.days_if_known})
        )
        self.head.setVisible(True)
        for label in (self._answer, self._source):
            label.setVisible(deck.told)
        self._note.setVisible(deck.told or deck.sitting.repeats)

    def _show_end(self) -> None:
        self._ask.setText(self.deck.ended)
        self._answer.setText("\n".join(self.deck.ending))
        self._answer.setVisible(True)
        for label in (self.head, self._source, self._note):
            label.setVisible(False)

    def _enter(self) -> None:
        """Onto the one button there is; beside an answer onto none of the two, so that no key that
        is pressed twice says what nobody meant.
        """
        if self.deck.card is None:
            self.back.setFocus()
        elif self.deck.told:
            self.setFocus()
        else:
            self.show_answer.setFocus()
