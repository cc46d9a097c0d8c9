"""Counting a show of hands with the mouse or a finger, where the keys 1 to 4 do it as well."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.lesson import Question

TARGET_PX = 44


class HandsRow(QWidget):
    """A line for each choice: its words, fewer, how many, more; there while hands are counted."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: Question | None = None
        self._counts: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.setAccessibleName(self.tr("Show of hands"))
        self.hide()

    def refresh(self) -> None:
        """The choices of what is asked now, with the hands of each."""
        session = self._session
        asked = session.asked if session.counts_hands else None
        self.setVisible(isinstance(asked, Question))
        if not isinstance(asked, Question):
            return
        if asked != self._asked:
            self._asked = asked
            self._lay_out(asked)
        for label, hands in zip(self._counts, session.hands_raised, strict=True):
            label.setText(str(hands))

    def _lay_out(self, asked: Question) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self._counts = []
        heading = wrapped("kicker", self.tr("SHOW OF HANDS: PRESS 1 TO %1"))
        heading.setText(heading.text().replace("%1", str(len(asked.choices))))
        self._grid.addWidget(heading, 0, 0, 1, 4)
        for number, choice in enumerate(asked.choices):
            self._grid.addWidget(wrapped("body", f"{number + 1}  {choice.text}"), number + 1, 0)
            fewer = self._button("−", self.tr("One hand fewer for: %1"), choice.text)
            fewer.clicked.connect(partial(self._lower, number))
            more = self._button("+", self.tr("One hand more for: %1"), choice.text)
            more.clicked.connect(partial(self._raise, number))
            count = QLabel()
            count.setObjectName("heading")
            self._counts.append(count)
            for column, widget in enumerate((fewer, count, more), 1):
                self._grid.addWidget(widget, number + 1, column)

    def _lower(self, choice: int, _checked: bool = False) -> None:
        self._session.lower_hand(choice)

    def _raise(self, choice: int, _checked: bool = False) -> None:
        self._session.raise_hand(choice)

    def _button(self, sign: str, name: str, choice: str) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setMinimumSize(TARGET_PX, TARGET_PX)
        button.setAccessibleName(name.replace("%1", choice))
        button.setToolTip(button.accessibleName())
        return button
