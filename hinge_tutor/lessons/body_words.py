"""The words for what is set on a body: its entries, how many people have less, and known bodies."""

from __future__ import annotations

from hinge_tutor.lessons.word_table import WordTable

# So near the ends of a population nobody counts any more.
FEWEST, MOST = 1, 99


class BodyWords(WordTable):
    """What is said of a body's settings."""

    def body_entry(self, name: str) -> str:
        """`Thigh length`"""
        return self._text("bodies", "entries", name)

    def preset_body(self, name: str) -> str:
        """`Long thighs`: a body that is known by name."""
        return self._text("bodies", "presets", name)

    def sex(self, name: str) -> str:
        """`Man`"""
        return self._text("bodies", "sexes", name)

    def among_people(self, entry: str, sex: str, below: float) -> str:
        """`longer than in 88 of 100 men`; `below` is the share of people who have less, 0 to 1."""
        of = min(max(round(100 * below), FEWEST), MOST)
        people = self._text("bodies", "people", sex)
        return self._filled(("bodies", "among", entry), {"of": of, "people": people})
