"""One question of the fault clinic: open, its choices are buttons; known, it is told."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.cards import rename, wrapped
from hinge_tutor.app.choice_button import ChoiceButton
from hinge_tutor.app.chrome import Look
from hinge_tutor.lessons.clinic_words import Asked
from hinge_tutor.lessons.words import Words


class ClinicQuestion(QWidget):
    """`told` is all that it says now."""

    def __init__(
        self, words: Words, choose: Callable[[int], None], parent: QWidget | None = None
    ) -> None:
        """`choose` takes a choice, counting from 1."""
        super().__init__(parent)
        self._words = words
        self._choose = choose
        self._shown: tuple[str, ...] = ()
        self.buttons: list[ChoiceButton] = []
        self._prompt = wrapped("prompt")
        self.reason = wrapped("good")
        self._choices = QVBoxLayout()
        self._choices.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._prompt)
        column.addLayout(self._choices)
        column.addWidget(self.reason)
        self.hide()

    def show_question(self, asked: Asked | None, look: Look) -> None:
        """None where this is not asked yet."""
        self.setVisible(asked is not None)
        if asked is None:
            return
        if asked.choices != self._shown:
            self._make_buttons(asked.choices)
        self._prompt.setText(asked.prompt)
        for index, button in enumerate(self.buttons):
            button.show_state(look, index == asked.chosen, index == asked.right, asked.known)
        met = asked.chosen in (None, asked.right)
        rename(self.reason, "good" if met else "strong")
        self.reason.setText(asked.reason)
        self.reason.setVisible(bool(asked.reason))

    def _make_buttons(self, choices: tuple[str, ...]) -> None:
        for button in self.buttons:
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._shown = choices
        self.buttons = []
        for number, text in enumerate(choices, start=1):
            button = ChoiceButton(number, text, self._words.question("guess"))
            button.clicked.connect(partial(self._choose, number))
            self._choices.addWidget(button)
            self.buttons.append(button)
