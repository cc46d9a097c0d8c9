"""Words of the window that stand outside any widget, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

# What collects the words that are to be translated puts those of a plain `tr` under no name.
NOWHERE = ""


def tr(text: str) -> str:
    """A word of the window in the user's language."""
    return QCoreApplication.translate(NOWHERE, text)
