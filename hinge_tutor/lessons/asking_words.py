"""The words for what is asked and answered: over a question, of a guess by hand, at the end."""

from __future__ import annotations

from collections.abc import Mapping

from hinge_tutor.lessons.word_table import WordTable

NO_VALUES: Mapping[str, float | str] = {}


class AskingWords(WordTable):
    """What is said to who answers."""

    def question(self, piece: str) -> str:
        """A word over or beside a question: `The answer`"""
        return self._text("question", piece)

    def thought(self, misconception: str) -> str:
        """What somebody may have thought who did not choose the right answer."""
        return self._filled(("question", "thought"), {"misconception": misconception})

    def guess(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """A piece of what is said of a guess by hand: `12 cm backward`."""
        return self._filled(("guess", piece), values)

    def ending(self, piece: str) -> str:
        """A word at the end of a lesson."""
        return self._text("ending", piece)
