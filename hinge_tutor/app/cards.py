"""The lesson pane's cards: a cue, and the answers to a question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hinge_tutor.app.choice_button import ChoiceButton
from hinge_tutor.app.chrome import Look
from hinge_tutor.lessons.lesson import Question


def wrapped(name: str, text: str = "") -> QLabel:
    """A label that wraps; `name` is its place in the style sheet."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class CueCard(QFrame):
    """One cue in a quiet frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inset")
        self._heading = wrapped("kicker", self.tr("TRY THE CUE"))
        self._cue = wrapped("strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._cue)

    def show_cue(self, cue: str) -> None:
        self._cue.setText(cue)
        self.setVisible(bool(cue))


class QuestionCard(QWidget):
    """A question, its choices, and after the answer why each is or is not the one."""

    def __init__(self, choose: Callable[[int], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose = choose
        self._shown: tuple[str, ...] = ()
        self._buttons: list[ChoiceButton] = []
        self._heading = wrapped("heading")
        self._prompt = wrapped("body")
        self._reason = wrapped("good")
        self._choices = QVBoxLayout()
        self._choices.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._prompt)
        column.addLayout(self._choices)
        column.addWidget(self._reason)

    def show_question(
        self, question: Question | None, heading: str, answer: int | None, known: bool, look: Look
    ) -> None:
        """`known`: the explanations may show, whether or not somebody has answered."""
        self.setVisible(question is not None)
        words = tuple(choice.text for choice in question.choices) if question else ()
        if words != self._shown:
            self._make_buttons(words)
        if question is None:
            return
        self._heading.setText(heading)
        self._prompt.setText(question.prompt)
        for index, button in enumerate(self._buttons):
            button.show_state(look, index == answer, index == question.right, known)
        if known:
            told = question.right if answer is None else answer
            reason, met = question.choices[told].explanation, told == question.right
        else:
            reason, met = "" if answer is None else self.tr("Kept. Now watch."), True
        rename(self._reason, "good" if met else "other")
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _make_buttons(self, words: tuple[str, ...]) -> None:
        for button in self._buttons:
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._shown = words
        self._buttons = []
        for number, text in enumerate(words, start=1):
            button = ChoiceButton(number, text)
            button.clicked.connect(self.on_clicked)
            self._choices.addWidget(button)
            self._buttons.append(button)

    def on_clicked(self) -> None:
        for index, button in enumerate(self._buttons):
            if button is self.sender():
                self._choose(index)
                return


def rename(widget: QWidget, name: str) -> None:
    """Gives a widget another place in the style sheet."""
    if widget.objectName() != name:
        widget.setObjectName(name)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
