"""The recall deck in the place of the lesson: a question, its answer, and two ways on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import rename, wrapped
from hinge_tutor.app.choice_button import ChoiceButton
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.deck import KNEW, NOT_YET, Deck
from hinge_tutor.app.icons import icon
from hinge_tutor.app.pane_height import share_height
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.deck_words import counted, next_in_words
from hinge_tutor.lessons.schedule import next_day


class DeckPane(QFrame):
    """Follows the deck; `close` puts the lesson back in its place."""

    def __init__(
        self, session: Session, close: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self._session = session
        self._look: Look | None = None
        self.deck = Deck(session, self)
        words = session.words
        self.setAccessibleName(words.deck("name"))
        self._name = wrapped("kicker", words.deck("name").upper())
        self._left = wrapped("quiet")
        self._close = QToolButton()
        self._close.setObjectName("plain")
        self._close.setAccessibleName(self.tr("Close the recall cards"))
        self._close.setToolTip(self.tr("Close the recall cards (Esc)"))
        self._ask = wrapped("title")
        self._answer = wrapped("prompt")
        self._source = wrapped("quiet")
        self._note = wrapped("quiet")
        self.show_answer = QPushButton(self.tr("Show the answer"))
        self.knew = ChoiceButton(KNEW, self.tr("I knew it"), "")
        self.not_yet = ChoiceButton(NOT_YET, self.tr("Not yet"), "")
        self.back = QPushButton(self.tr("Back to the lesson"))
        self.not_yet.setToolTip(self.tr("Not yet (2, PgDn, Enter)"))
        self.knew.setToolTip(self.tr("I knew it (1)"))
        for button in (self.show_answer, self.back):
            button.setObjectName("primary")
        self._lay_out()
        self._close.clicked.connect(close)
        self.back.clicked.connect(close)
        self.show_answer.clicked.connect(lambda: self.deck.turn(True))
        self.knew.clicked.connect(lambda: self.deck.choose(KNEW))
        self.not_yet.clicked.connect(lambda: self.deck.choose(NOT_YET))
        self.deck.changed.connect(self.on_changed)
        self.deck.left.connect(close)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("pane_body")
        self._column = QVBoxLayout(body)
        head, said = QHBoxLayout(), QVBoxLayout()
        said.setSpacing(5)
        said.addWidget(self._name)
        said.addWidget(self._left)
        head.addLayout(said, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        for label in (self._ask, self._answer, self._source, self._note):
            self._column.addWidget(label)
        self._column.addStretch(1)
        self._scroll = ClearArea()
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("The card"))
        self._scroll.setWidget(body)
        self._foot = QVBoxLayout()
        for widget in (self.show_answer, self.knew, self.not_yet, self.back):
            self._foot.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(self._foot)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._column.setContentsMargins(look.margins(28, 18, 24, 16))
        self._column.setSpacing(look.gap(16))
        self._foot.setContentsMargins(look.margins(28, 6, 24, 24))
        self._foot.setSpacing(look.gap(10))
        size = look.px(18)
        self._close.setIcon(icon("close", look.colors.text, size))
        self._close.setIconSize(QSize(size, size))
        for button in (self.knew, self.not_yet):
            button.show_state(look, False, False, False)
        self._settle()

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
        self._settle()
        self._scroll.verticalScrollBar().setValue(0)
        if self.deck.told:
            self._scroll.ensureWidgetVisible(self._answer, 0, 0)
        self._enter()
        said = (self._answer,) if self.deck.told else (self._left, self._ask, self._answer)
        announce(self, " ".join(label.text() for label in said))

    def _show_card(self) -> None:
        words, deck = self._session.words, self.deck
        assert deck.card is not None
        self._left.setText(counted("left", len(deck.sitting.left), words))
        self._ask.setText(deck.ask)
        self._answer.setText(deck.answer if deck.told else "")
        self._source.setText(words.deck("source", {"lesson": deck.card.lesson.title}))
        self._note.setText(
            words.deck("once_more")
            if deck.sitting.repeats
            else words.deck("knew", {"days": deck.days_if_known})
        )
        self._left.setVisible(True)
        for label in (self._answer, self._source):
            label.setVisible(deck.told)
        self._note.setVisible(deck.told or deck.sitting.repeats)

    def _show_end(self) -> None:
        session, words, count = self._session, self._session.words, self.deck.count
        day = next_day(session.progress, session.route.lessons, session.today)
        self._ask.setText(words.deck("done" if count else "none"))
        said = [counted("done_all", count, words)] if count else []
        self._answer.setText("\n".join((*said, next_in_words(day, session.today, words))))
        self._answer.setVisible(True)
        for label in (self._left, self._source, self._note):
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

    def _settle(self) -> None:
        if self._look is not None and self.isVisible():
            share_height(self, self._scroll, (self.knew, self.not_yet))
            # What does not fit is scrolled by keys, too.
            long = self._scroll.verticalScrollBar().maximum() > 0
            policy = Qt.FocusPolicy.StrongFocus if long else Qt.FocusPolicy.NoFocus
            self._scroll.setFocusPolicy(policy)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
