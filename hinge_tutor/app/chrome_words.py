"""Words of the window that stand outside any widget, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

# What collects the words that are to be translated puts those of a plain `tr` under no name.
NOWHERE = ""
# What was said in another language, and its English: some look for the words of a manual.
_english: dict[str, str] = {}


def tr(text: str) -> str:
    """A word of the window in the user's language."""
    said = QCoreApplication.translate(NOWHERE, text)
    if said != text:
        _english[said] = text
    return said


def english(said: str) -> str:
    """The English of what `tr` said in another language; in English nothing more."""
    return _english.get(said, "")
