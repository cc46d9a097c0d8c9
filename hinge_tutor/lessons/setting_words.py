"""The words for what is set on a figure: dials of faults, and what figures differ in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hinge_tutor.lessons.work_words import NO_VALUES, WorkWords

# What rounds forward and arches back: less of it has another word once it is past standing.
ARCHING = ("lower_back", "upper_back")


class SettingWords(WorkWords):
    """What is said about settings and their differences."""

    def dial(self, piece: str, values: Mapping[str, float | str]) -> str:
        """What is said of a fault's dial, or how a figure with a fault is called."""
        return self._filled(("dial", piece), values)

    def hidden(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """A letter that stands for a figure, or a piece of what is said with it."""
        return self._filled(("hidden", piece), values)

    def repair(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """What is said of a figure that is repaired with its dials."""
        return self._filled(("repair", piece), values)

    def practice(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """What is said of repetitions to move along with."""
        return self._filled(("practice", piece), values)

    def clinic(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """What the fault clinic asks and says."""
        return self._filled(("clinic", piece), values)

    def difference(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """A piece of the sentence that says what figures differ in, with its values."""
        return self._filled(("difference", piece), values)

    def changed(self, parameter: str, values: Mapping[str, float | str]) -> str:
        """A parameter of two figures: `the movement, “Squat” instead of “Hip hinge”`."""
        return self._filled(("difference", "parameters", parameter), values)

    def parameter(self, name: str) -> str:
        """`the movement`: what figures may differ in."""
        return self._text("difference", "names", name)

    def setting_mark(self, parameter: str, values: Mapping[str, float | str]) -> str:
        """`thighs +10 %`: what a figure has of that in which it differs from its namesakes."""
        return self._filled(("difference", "marks", parameter), values)

    def usual_mark(self, parameter: str) -> str:
        """`usual thighs`: the same of a part that is as long as usual."""
        return self._text("difference", "usual", parameter)

    def sync(self, way: str) -> str:
        """`same phase`: how several figures share one clock."""
        return self._text("sync", way)

    def sync_lengths(self, times: str) -> str:
        """`8.3 / 6.3 s long`: how long figures really last."""
        return self._filled(("sync", "lengths"), {"times": times})

    def signed(self, piece: str, values: Mapping[str, float | str]) -> str:
        """A piece of the roll that shows how much harder muscles work in a second figure."""
        return self._filled(("signed", piece), values)

    def technique(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """A piece of what is said about blends of movements and the map of them."""
        return self._filled(("technique", piece), values)

    def technique_load(self, id_: str) -> str:
        """`Shear of the lowest disc`: a load that fills the map."""
        return self._text("technique", "loads", id_)

    def deck(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """A piece of what the recall deck says."""
        return self._filled(("deck", piece), values)

    def day(self, name: str) -> str:
        """`Thursday`"""
        return self._text("days", name)

    def handout(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """A piece of the page that somebody takes home."""
        return self._filled(("handout", piece), values)

    def bundle(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """A piece of the folder that a teacher gets of a lesson."""
        return self._filled(("bundle", piece), values)

    def much(self, movement: str) -> str:
        """How much of a movement is a good beginning."""
        usual = self._text("much", "usual", otherwise="")
        return self._text("much", movement, otherwise=usual)

    def day_of(self, day: date) -> str:
        """`November 27, 2026`"""
        month = self._text("months", str(day.month))
        values: dict[str, float | str] = {
            "day": float(day.day),
            "month": month,
            "year": float(day.year),
        }
        return self.handout("date", values)

    def build(self, sex: str) -> str:
        """`a woman's`: whose proportions a body has."""
        return self._text("difference", "sex", sex)

    def sight(self, name: str, values: Mapping[str, float]) -> str:
        """`the hips drop 14 cm more`: what is seen otherwise; `by` says how much more it is."""
        way = "more" if values["by"] > 0.0 else "less"
        if way == "less" and values["second"] < 0.0 and name in ARCHING:
            way = "past"
        return self._filled(
            ("difference", "sights", name, way), {**values, "by": abs(values["by"])}
        )
