"""Why a step matters and where its facts come from, folded away until asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.wrapping import WrappingButton
from hinge_tutor.lessons.lesson import Reference
from hinge_tutor.lessons.words import Words


class SourceCard(QWidget):
    """A button that unfolds what is disputed, the reason, the reference and its limit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = WrappingButton(self.tr("Why, and how we know"))
        self._button.setObjectName("link")
        self._button.setCheckable(True)
        self._button.toggled.connect(self.on_toggled)
        self._doubt = wrapped("body")
        self._why = wrapped("body")
        self._reference = wrapped("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._labels = (self._doubt, self._why, self._reference)
        for label in self._labels:
            column.addWidget(label)
        self.on_toggled(False)

    def set_look(self, look: Look) -> None:
        size = look.px(16)
        put_icon(self._button, "forward", look.colors.muted, size, look.colors.accent)

    def show_source(self, why: str, reference: Reference | None, words: Words) -> None:
        self._why.setText(why)
        said = ""
        if reference is not None:
            strength = words.strength(reference.strength)
            said = f"{reference.text} ({strength}) {reference.limit}"
        self._reference.setText(said)
        self._show()

    def show_doubt(self, meaning: str) -> None:
        """What stands first: that something is disputed, and what that means."""
        self._doubt.setText(meaning)
        self._show()

    def _show(self) -> None:
        self.setVisible(any(label.text() for label in self._labels))
        self.on_toggled(self._button.isChecked())

    def on_toggled(self, open_: bool) -> None:
        for label in self._labels:
            label.setVisible(open_ and bool(label.text()))
