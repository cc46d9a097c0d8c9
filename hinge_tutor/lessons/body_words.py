"""The words for bodies: muscles and parts, what is set on one, and how many people have less."""

from __future__ import annotations

from hinge_tutor.lessons.terms import unsided
from hinge_tutor.lessons.word_table import WordTable

# So near the ends of a population nobody counts any more.
FEWEST, MOST = 1, 99


class BodyWords(WordTable):
    """What is said of bodies."""

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

    def muscle(self, group: str, anatomical: bool = False) -> str:
        """`Glutes`, or `Gluteus maximus`; a side at the end of the group's name does not count."""
        return self._text("muscles", unsided(group), "anatomical" if anatomical else "plain")

    def muscle_label(self, group: str, anatomical: bool = False) -> str:
        """`Back muscles`, or `Erector spinae`: short enough to stand beside a figure."""
        return self._text("muscles", unsided(group), "label" if anatomical else "plain")

    def muscle_place(self, group: str) -> str:
        """Where it is: `the backs of the thighs`"""
        return self._text("muscles", unsided(group), "place", otherwise="")

    def muscle_job(self, group: str) -> str:
        """What it does in the hinge, in one sentence."""
        return self._text("muscles", unsided(group), "job", otherwise="")

    def anatomy(self, muscle: str) -> str:
        """`Gluteus maximus`: one of the fourteen groups that students and trainers see."""
        return self._text("anatomy", unsided(muscle))

    def bracing(self, muscle: str) -> str:
        """The name of a muscle of the bracing class, which is shown by rule and without number."""
        return self._text("bracing", "muscles", unsided(muscle))

    def bracing_class(self) -> str:
        """The name of the whole class: `Bracing`."""
        return self._text("bracing", "name")

    def bracing_note(self) -> str:
        """That the class is shown by a rule, and why."""
        return self._text("bracing", "note", otherwise="")

    def region(self, name: str) -> str:
        """`trunk`: a part of the body, short enough to stand beside a figure."""
        return self._text("regions", unsided(name))

    def handle(self, name: str) -> str:
        """`knee, far side`: a point of a figure that can be dragged."""
        return self._sided("handles", name)

    def bend(self, name: str) -> str:
        """`Knee, far side`: a joint that has a slider."""
        return self._sided("bends", name)

    def _sided(self, table: str, name: str) -> str:
        plain = unsided(name)
        found = self._text(table, plain)
        if plain == name:
            return found
        side = self._text("sides", name.removeprefix(f"{plain}_"))
        return self._filled(("pose", "sided"), {"name": found, "side": side})
