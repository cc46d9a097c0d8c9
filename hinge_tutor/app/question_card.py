"""A question, its choices, and after the answer why each is or is not the one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.cards import rename, wrapped
from hinge_tutor.app.choice_button import ChoiceButton
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.told import NOTHING, Told
from hinge_tutor.app.told_card import ToldCard
from hinge_tutor.lessons.lesson import Question
from hinge_tutor.lessons.words import Words


class QuestionCard(QWidget):
    """Open, all choices are buttons; known, the right one and the guess stay, and are explained.

    `told` says what became of the answer, for whoever scrolls as far as that.
    """

    def __init__(
        self,
        choose: Callable[[int], None],
        again: Callable[[], None],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """`again` shows once more what disproves an answer."""
        super().__init__(parent)
        self._choose = choose
        self._words = words
        self._shown: tuple[str, ...] = ()
        self._buttons: list[ChoiceButton] = []
        self._heading = wrapped("heading")
        self._prompt = wrapped("body")
        self.told = ToldCard(again)
        self._choices = QVBoxLayout()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self._prompt)
        column.addLayout(self._choices)
        column.addWidget(self.told)

    def show_question(
        self,
        question: Question | None,
        kind: str,
        answer: int | None,
        known: bool,
        told: Told,
        look: Look,
        tight: bool = False,
    ) -> None:
        """`kind` of the step; `known`: what is `told` of the answer may show, given or not.

        `tight`, there is little room for the words.
        """
        self.setVisible(question is not None)
        choices = tuple(choice.text for choice in question.choices) if question else ()
        if choices != self._shown:
            self._make_buttons(choices)
        if question is None:
            return
        asks = "recall" if kind == "recall" else "predict"
        finds = kind == "find_fault" and not known
        self._heading.setText(
            self._words.kind(kind) if finds else self._words.question("answer" if known else asks)
        )
        self._prompt.setText(question.prompt)
        rename(self._heading, "strong" if tight else "heading")
        for layout in (self._choices, self._column):
            layout.setSpacing(5 if tight else 8)
        for index, button in enumerate(self._buttons):
            button.set_tight(tight)
            button.show_state(look, index == answer, index == question.right, known)
        # What is explained stands last: the guess where there was one.
        places = list(self._buttons)
        if known:
            places.sort(key=lambda button: button is not self._buttons[question.right])
        for button in places:
            self._choices.removeWidget(button)
            self._choices.addWidget(button)
        kept = self.tr("Kept.") if kind == "recall" else self.tr("Kept. Next shows it.")
        self.told.show_told(told if known else NOTHING if answer is None else Told(kept))

    @property
    def asking(self) -> tuple[QWidget, ...]:
        """What has to be seen to answer, each piece of it more important than the one before."""
        return (self, self._prompt)

    @property
    def answered(self) -> tuple[QWidget, ...]:
        """The right choice, once it is told."""
        return tuple(each for each in self._buttons if each.property("state") == "right")

    @property
    def layouts(self) -> tuple[QWidget, ...]:
        """What has to be laid out before this card."""
        return (self.told,)

    def _make_buttons(self, choices: tuple[str, ...]) -> None:
        for button in self._buttons:
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._shown = choices
        self._buttons = []
        for number, text in enumerate(choices, start=1):
            button = ChoiceButton(number, text, self._words.question("guess"))
            button.clicked.connect(self.on_clicked)
            self._choices.addWidget(button)
            self._buttons.append(button)

    def on_clicked(self) -> None:
        for index, button in enumerate(self._buttons):
            if button is self.sender():
                self._choose(index)
                return
