"""A button whose words wrap: one choice of a question, with the key that takes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import pixmap


class ChoiceButton(QPushButton):
    """`number` counts from 1, as the keys do; `guess` stands under the words once it is chosen."""

    def __init__(self, number: int, words: str, guess: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self.setAccessibleName(words)
        self._choice = self.tr("Choice %1").replace("%1", str(number))
        self.setAccessibleDescription(self._choice)
        self._key = QLabel(str(number))
        self._key.setObjectName("key")
        self._words = QLabel(words)
        self._words.setObjectName("strong")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._guess = QLabel(guess)
        self._guess.setObjectName("quiet")
        self._mark = QLabel()
        said = QVBoxLayout()
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(0)
        said.addWidget(self._words)
        said.addWidget(self._guess)
        self._row = row = QHBoxLayout(self)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(said, 1)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (self._key, self._words, self._guess, self._mark):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_tight(False)

    def set_tight(self, tight: bool) -> None:
        """Less room around the words, where there is little for them."""
        self._row.setContentsMargins(*((8, 5, 8, 5) if tight else (10, 8, 10, 8)))
        self._row.setSpacing(8 if tight else 10)

    def show_state(self, look: Look, chosen: bool, answer: bool, known: bool) -> None:
        """`chosen` by the learner, `answer` the right one, `known` whether that may show.

        Outlines only: a guess in a thick one, the right choice in the accent with its tick. Known
        ones are no buttons any more, and the rest of them make room for the explanation.
        """
        right = known and answer
        self.setProperty("state", "right" if right else "guess" if chosen else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(not known or chosen or answer)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if known else Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, known)
        # Its key means a phase again, and its words get the room.
        self._key.setVisible(not known)
        self._guess.setVisible(chosen)
        self._mark.setVisible(right)
        if right:
            self._mark.setPixmap(pixmap("right", look.colors.accent, look.px(18)))
        # Whoever lays out this button keeps its last height in mind.
        self._row.activate()
        self.updateGeometry()
        said = (self.tr("right") if answer else self.tr("not this one")) if known else ""
        self._mark.setAccessibleName(said)
        key, picked = "" if known else self._choice, self._guess.text() if chosen else ""
        self.setAccessibleDescription(", ".join(part for part in (key, picked, said) if part))

    def sizeHint(self) -> QSize:
        hint = self._row.totalSizeHint()
        return QSize(min(hint.width(), 240), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._row.totalMinimumSize().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)
