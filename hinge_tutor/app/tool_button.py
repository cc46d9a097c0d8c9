"""A small button that a pointer gives the focus as a key does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton


def tool_button(
    name: str, slot: object, words: str = "", kind: str = "", tip: str | None = None
) -> QToolButton:
    """`name` is what a screen reader says, and what a pointer is told where no `tip` is given;
    `kind` is its name in the style sheet.
    """
    button = QToolButton()
    button.setObjectName(kind)
    button.setText(words)
    button.setAccessibleName(name)
    button.setToolTip(name if tip is None else tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(slot)
    return button
