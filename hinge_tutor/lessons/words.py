"""Every word on screen that is not interface chrome, in one language, by the ids of the program.

A word that a language lacks is taken from its id, made readable: a missing word never stops the
tutor. The checker is what reports it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from hinge_tutor import located, shelf
from hinge_tutor.lessons.asking_words import AskingWords
from hinge_tutor.lessons.body_words import BodyWords
from hinge_tutor.lessons.mark_words import MarkWords
from hinge_tutor.lessons.setting_words import SettingWords
from hinge_tutor.lessons.terms import MeasureWords, Term, readable, unsided
from hinge_tutor.lessons.work_words import NO_VALUES

if TYPE_CHECKING:
    from hinge_tutor.coaching.rules import Finding
    from hinge_tutor.motion.take import Reason

FORMAT = 1


class Words(SettingWords, BodyWords, AskingWords, MarkWords):
    """Typed access to one words.toml."""

    @cached_property
    def _measures(self) -> dict[str, MeasureWords]:
        """What was asked for; a picture asks for the same few at every frame."""
        return {}

    # ── movements ────────────────────────────────────────────────────────────────────────────────

    def movement(self, id_: str) -> str:
        """`Hip hinge`"""
        return self._text("movements", id_, "name")

    def movement_short(self, id_: str) -> str:
        """`Hinge`"""
        return self._text("movements", id_, "short", otherwise=id_)

    def movement_badge(self, id_: str) -> str:
        """What folds, in two or three words: `the hip folds`"""
        return self._text("movements", id_, "badge", otherwise="")

    def movement_sentence(self, id_: str) -> str:
        """The whole movement in one sentence."""
        return self._text("movements", id_, "sentence", otherwise="")

    def movement_warning(self, id_: str) -> str:
        """For whom a movement is not, and how to begin it; empty where nothing has to be said."""
        return self._text("movements", id_, "warning", otherwise="")

    def phase(self, movement: str, phase: str) -> str:
        """`Hips back`: what a phase is called in this movement."""
        return self._text("movements", movement, "phases", phase)

    def cue(self, movement: str, phase: str) -> str:
        """The cue that goes with a phase of a movement; empty where there is none."""
        return self._text("movements", movement, "cues", phase, otherwise="")

    # ── judging ──────────────────────────────────────────────────────────────────────────────────

    def measure(self, name: str) -> MeasureWords:
        """Name, unit and decimals of a measure."""
        found = self._measures.get(name)
        if found is None:
            found = self._measures[name] = self._measure(name)
        return found

    def _measure(self, name: str) -> MeasureWords:
        words = self._find(("measures", name))
        if not isinstance(words, dict):
            return MeasureWords(readable(name), "", 1, self.mark)
        decimals = words.get("decimals", 1)
        return MeasureWords(
            str(words.get("name", readable(name))),
            str(words.get("unit", "")),
            decimals if isinstance(decimals, int) and 0 <= decimals <= 6 else 1,
            self.mark,
        )

    def quantity(self, name: str, value: float) -> str:
        """A value of a measure as it is written: `19 cm`."""
        return self.measure(name).quantity(value)

    def reason(self, reason: Reason) -> str:
        """Why a body could not do what was asked, in one sentence."""
        named = {
            name: self._limits(value) if isinstance(value, str) else value
            for name, value in reason.values.items()
        }
        return self._filled(("reasons", reason.code), named)

    def finding(self, finding: Finding) -> str:
        """What a form rule saw, in one sentence."""
        values = {"value": abs(finding.value), "limit": abs(finding.limit)}
        return self._filled(("findings", finding.rule, "sentence"), values)

    def rule(self, id_: str) -> str:
        """`Shins lean`: what is seen where a form rule is left."""
        return self._text("findings", id_, "name")

    def fault(self, id_: str) -> str:
        """`Rounded back`"""
        return self._text("faults", id_, "name")

    def fault_sight(self, id_: str) -> str:
        """What there is to see of a fault, in one sentence."""
        return self._text("faults", id_, "sight", otherwise="")

    def fault_effect(self, id_: str) -> str:
        """What follows from a fault, in one sentence."""
        return self._text("faults", id_, "effect", otherwise="")

    def fault_cue(self, id_: str) -> str:
        """The cue that repairs a fault."""
        return self._text("faults", id_, "cue", otherwise="")

    def fault_inner_cue(self, id_: str) -> str:
        """The same cue said of the body; empty where it has no such words."""
        return self._text("faults", id_, "inner", otherwise="")

    def fault_dial(self, id_: str) -> str:
        """What a fault's dial turns: `how much the back rounds`"""
        return self._text("faults", id_, "dial", otherwise="")

    def strength(self, strength: str) -> str:
        """How strong a source is: `measured on people`"""
        return self._text("strengths", strength)

    # ── screen ───────────────────────────────────────────────────────────────────────────────────

    def kind(self, kind: str) -> str:
        """What a kind of step asks of the reader: `Predict`"""
        return self._text("kinds", kind)

    def layer(self, name: str) -> str:
        """`Muscles`"""
        return self._text("layers", name)

    def layer_note(self, name: str) -> str:
        """What a layer shows, in one sentence."""
        return self._text("layer_notes", name, otherwise="")

    def legend(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """What a sign of the stage means: `moment arm`."""
        return self._filled(("legend", piece), values)

    def prop(self, name: str) -> str:
        """`Wall`: a teaching prop, short enough to stand beside its lamp."""
        return self._text("props", name)

    def prop_away(self, name: str, cm: float) -> str:
        """`wall 24 cm away`: a teaching prop that is to be reached, while it is not."""
        return self._filled(("props_away", name), {"cm": cm})

    def prop_note(self, name: str) -> str:
        """What a teaching prop is and when it answers, in one sentence."""
        return self._text("prop_notes", name, otherwise="")

    def prop_in_full(self, name: str) -> str:
        """`a wall behind the hips`"""
        return self._text("props_in_full", name)

    def contact(self, name: str) -> str:
        """`head`: what touches a prop, or how it is: `braced`."""
        return self._text("contacts", name)

    def preset(self, name: str) -> str:
        """`Look`"""
        return self._text("presets", name)

    def pose(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """A piece of a pose said in words."""
        return self._filled(("pose", piece), values)

    def listed(self, parts: Sequence[str]) -> str:
        """`a, b and c`"""
        *before, last = parts
        if not before:
            return last
        joint = "list_and_before_i" if last[:1].casefold() == "i" else "list_and"
        return self.pose("list_comma").join(before) + self.pose(joint) + last

    # ── terms ────────────────────────────────────────────────────────────────────────────────────

    def glossary(self) -> tuple[Term, ...]:
        """Every term, in the order in which the course introduces them."""
        table = self._find(("glossary",))
        return tuple(self.term(id_) for id_ in table) if isinstance(table, dict) else ()

    def term(self, id_: str) -> Term:
        """One term of the glossary."""
        forms = self._find(("glossary", id_, "forms"))
        return Term(
            id_,
            self._text("glossary", id_, "term"),
            tuple(str(form) for form in forms) if isinstance(forms, list) else (),
            self._text("glossary", id_, "meaning", otherwise=""),
        )

    def avoided(self) -> tuple[str, ...]:
        """Words of threat, which have no place in titles, prompts, cues and feedback."""
        words = self._find(("plain_speech", "avoid"))
        return tuple(str(word) for word in words) if isinstance(words, list) else ()

    def _limits(self, names: str) -> str:
        """Limits by their ids, parted by commas, in words and each one once."""
        found = [self._text("limits", unsided(name)) for name in names.split(", ")]
        return ", ".join(dict.fromkeys(found))


@lru_cache(maxsize=8)
def words(language: str = "en") -> Words:
    """The words of a language; raises AuthorErrors when its file cannot be read."""
    return Words(located.read(shelf.lessons(language, "words.toml")))
