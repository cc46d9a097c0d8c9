"""A button whose words wrap: one choice of a question, with the key that takes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import pixmap


class ChoiceButton(QPushButton):
    """`number` counts from 1, as the keys do."""

    def __init__(self, number: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("choice")
        self.setAccessibleName(words)
        self.setAccessibleDescription(self.tr("Choice %1").replace("%1", str(number)))
        self._key = QLabel(str(number))
        self._key.setObjectName("key")
        self._words = QLabel(words)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._mark = QLabel()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        for label in (self._key, self._words, self._mark):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, look: Look, chosen: bool, answer: bool, known: bool) -> None:
        """`chosen` by the learner, `answer` the right one, `known` whether that may show."""
        colors = look.colors
        filled, ink, mark = "", colors.text, ""
        if chosen:
            filled, ink = ("true", colors.on_accent)
            if known and not answer:
                filled, ink = "other", colors.on_other
        if known and (chosen or answer):
            mark = "right" if answer else "unlike"
        self.setProperty("chosen", filled)
        self.setProperty("answer", "true" if known and answer else "")
        self.style().unpolish(self)
        self.style().polish(self)
        self._words.setStyleSheet(f"color: {ink.name()}; font-weight: 600;")
        shown = pixmap(mark, ink if chosen else colors.accent, look.px(18)) if mark else None
        self._mark.setVisible(shown is not None)
        if shown is not None:
            self._mark.setPixmap(shown)
        said = {"right": self.tr("right"), "unlike": self.tr("not this one")}.get(mark, "")
        picked = self.tr("chosen") if chosen else ""
        self._mark.setAccessibleName(said)
        self.setAccessibleDescription(", ".join(part for part in (picked, said) if part))

    def sizeHint(self) -> QSize:
        hint = self._row.totalSizeHint()
        return QSize(min(hint.width(), 240), hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._row.totalMinimumSize().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)
