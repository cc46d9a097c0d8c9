"""The words for places that are marked on a photo, and for what is said of the photo."""

from __future__ import annotations

from collections.abc import Mapping

from hinge_tutor.lessons.terms import unsided
from hinge_tutor.lessons.word_table import WordTable

NO_VALUES: Mapping[str, float | str] = {}


class MarkWords(WordTable):
    """What is said of a client's side photo."""

    def mark_name(self, name: str) -> str:
        """`Ankle`: a place that is marked on a photo."""
        return self._text("marks", name)

    def mark_in_full(self, name: str) -> str:
        """`the ankle`: the same inside a sentence."""
        return self._text("marks_in_full", name)

    def mark_hint(self, name: str) -> str:
        """How to find it on a photo, in one sentence."""
        return self._text("mark_hints", name)

    def photo(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """What is said of a photo and of the pose on it."""
        return self._filled(("photo", piece), values)

    def limit_name(self, name: str) -> str:
        """`hamstring length`: a limit of a body."""
        return self._text("limits", unsided(name))
