"""Words by their path in a file of one language, made readable from their ids where they lack."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hinge_tutor.lessons.numerals import POINT, in_numerals, written
from hinge_tutor.lessons.terms import readable
from hinge_tutor.located import Located


class WordTable:
    """One words.toml, asked by path."""

    def __init__(self, document: Located) -> None:
        self.document = document
        self.language = str(document.data.get("language", ""))
        # What stands before the decimals of a number.
        self.mark = self._text("numbers", "decimal", otherwise=POINT)

    def number(self, value: float, form: str) -> str:
        """A number in a format such as `.1f` or `g`, as this language writes it: `8.3`, `−2`."""
        return written(value, form, self.mark)

    def has(self, *path: str) -> bool:
        """Whether the file itself has a word here."""
        return self._find(path) is not None

    def _find(self, path: tuple[str, ...]) -> Any:
        value: Any = self.document.data
        for part in path:
            if not isinstance(value, dict) or part not in value:
                return None
            value = value[part]
        return value

    def _text(self, *path: str, otherwise: str | None = None) -> str:
        value = self._find(path)
        if isinstance(value, str):
            return value
        if otherwise is not None:
            return otherwise
        # movements.hip-hinge.name falls back to "Hip hinge", not to "Name".
        named = path[-2] if path[-1] in ("name", "plain", "anatomical", "term") else path[-1]
        return readable(named)

    def _filled(self, path: tuple[str, ...], values: Mapping[str, float | str]) -> str:
        """A sentence with its values; a sentence that asks for others is shown as it stands."""
        sentence = self._text(*path)
        try:
            return sentence.format(**in_numerals(values, self.mark))
        except (KeyError, IndexError, ValueError, AttributeError, TypeError):
            return sentence
