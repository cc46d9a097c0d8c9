"""What stands on the empty stage while a recall card waits for its answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.deck import Deck
from hinge_tutor.app.session import Session

# Of the stage's width; a line that runs all across it is hard to read.
SHARE = 0.6


class DeckHint(QWidget):
    """In the middle of the stage; clicks go through it."""

    def __init__(self, session: Session, deck: Deck, stage: QWidget) -> None:
        super().__init__(stage)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._session = session
        self._deck = deck
        self._stage = stage
        self._words = wrapped("hint", session.words.deck("hint"))
        self._words.setParent(self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stage.installEventFilter(self)
        session.step_changed.connect(self.on_step_changed)
        self.hide()

    def on_step_changed(self) -> None:
        asks = self._deck.card is not None and not self._deck.told
        self.setVisible(self._session.guide is self._deck and asks)
        self._place()

    def _place(self) -> None:
        if self.isHidden():
            return
        room = self._stage.size()
        self.setGeometry(0, 0, room.width(), room.height())
        wide = round(SHARE * room.width())
        self._words.ensurePolished()
        high = self._words.heightForWidth(wide)
        self._words.setGeometry((room.width() - wide) // 2, (room.height() - high) // 2, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and watched is self._stage:
            self._place()
        return super().eventFilter(watched, event)
