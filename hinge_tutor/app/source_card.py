"""Why a step matters and where its facts come from, folded away until asked for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import icon
from hinge_tutor.lessons.lesson import Reference
from hinge_tutor.lessons.words import Words


class SourceCard(QWidget):
    """A button that unfolds the reason, the reference and its limit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = QToolButton()
        self._button.setObjectName("link")
        self._button.setCheckable(True)
        self._button.setText(self.tr("Why, and how we know"))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.toggled.connect(self.on_toggled)
        self._why = wrapped("body")
        self._reference = wrapped("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._why)
        column.addWidget(self._reference)
        self.on_toggled(False)

    def set_look(self, look: Look) -> None:
        size = look.px(16)
        self._button.setIcon(icon("forward", look.colors.muted, size, look.colors.accent))
        self._button.setIconSize(QSize(size, size))

    def show_source(self, why: str, reference: Reference | None, words: Words) -> None:
        self._why.setText(why)
        said = ""
        if reference is not None:
            strength = words.strength(reference.strength)
            said = f"{reference.text} ({strength}) {reference.limit}"
        self._reference.setText(said)
        self.setVisible(bool(why or said))
        self.on_toggled(self._button.isChecked())

    def on_toggled(self, open_: bool) -> None:
        self._why.setVisible(open_ and bool(self._why.text()))
        self._reference.setVisible(open_ and bool(self._reference.text()))
