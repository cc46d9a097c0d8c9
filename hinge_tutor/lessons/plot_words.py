"""The words of plots and of the card of one part: what is drawn, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hinge_tutor.lessons.terms import unsided
from hinge_tutor.lessons.word_table import WordTable


class PlotWords(WordTable):
    """What stands over curves, and what is said of a muscle's lever and source."""

    def plot(self, name: str) -> str:
        """`Angles`: what a plot shows, short enough for a button."""
        return self._text("plots", name)

    def plot_note(self, name: str) -> str:
        """How a plot is read, in one sentence."""
        return self._text("plot_notes", name, otherwise="")

    def curve(self, piece: str) -> str:
        """`Lowest disc`: a curve that is neither a measure, a joint nor a muscle."""
        return self._text("plots", "curves", piece)

    def levers(self, found: Sequence[tuple[str, float]]) -> str:
        """The levers (cm, positive toward extension) by joint, with what each of them does."""
        if not found:
            return self._text("levers", "none")
        pieces = [self._lever(joint, lever_cm) for joint, lever_cm in found]
        return self._filled(("levers", "sentence"), {"levers": "; ".join(pieces)})

    def _lever(self, joint: str, lever_cm: float) -> str:
        way = "extension" if lever_cm >= 0.0 else "flexion"
        values: Mapping[str, float | str] = {
            "cm": abs(lever_cm),
            "joint": self._text("joints", unsided(joint)),
            "way": self._text("levers", unsided(joint), way),
        }
        return self._filled(("levers", "piece"), values)

    def muscle_source(self, source: str) -> str:
        """Where the numbers of a muscle come from."""
        return self._filled(("levers", "source"), {"source": source})
