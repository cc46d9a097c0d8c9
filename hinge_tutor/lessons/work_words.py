"""The words for muscles' work, loads, and how sure the model is of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hinge_tutor.lessons.plot_words import PlotWords
from hinge_tutor.lessons.terms import unsided

# Between these, in percent of its strongest length, a fiber can give 95 % of its force and more.
NEAR_PERCENT = (85.0, 115.0)
# Less room than this is none that anybody sees.
LEAST_ROOM_DEG = 1.0
NO_VALUES: Mapping[str, float | str] = {}


class WorkWords(PlotWords):
    """What is said about moments, efforts and loads."""

    def joint(self, name: str) -> str:
        """`knee`; a side at the end of the name does not count."""
        return self._text("joints", unsided(name))

    def level(self, level: int) -> str:
        """`rest`, `low`, `moderate`, `high`"""
        names = self._find(("levels", "names"))
        return str(names[level]) if isinstance(names, list) and level < len(names) else str(level)

    def mode(self, mode: str, term: bool = False) -> str:
        """A way of working, `lengthening under load`, or its field's term, `eccentric`."""
        return self._text(*(("modes", "terms", mode) if term else ("modes", mode)))

    def mode_short(self, mode: str) -> str:
        """A way of working in one word."""
        return self._text("modes", "short", mode)

    def beyond_strength(self) -> str:
        """That efforts are no answer where a load is too heavy."""
        return self._text("too_heavy", "no_answer", otherwise="")

    def too_heavy(self, joint: str, lacking_Nm: float) -> str:
        """That the muscles at a joint cannot give what is asked, and how much is missing."""
        return self._lacking("sentence", joint, lacking_Nm)

    def too_much(self, joint: str, lacking_Nm: float) -> str:
        """The same of a motion that somebody did."""
        return self._lacking("done", joint, lacking_Nm)

    def _lacking(self, piece: str, joint: str, lacking_Nm: float) -> str:
        values: Mapping[str, float | str] = {"joint": self.joint(joint), "lacking_Nm": lacking_Nm}
        return self._filled(("too_heavy", piece), values)

    def load(self, mass_kg: float, at: str) -> str:
        """A load and where it sits: `20 kg in the hands`; `no load` where there is none."""
        if mass_kg <= 0.0:
            return self._text("loads", "none")
        return f"{self.number(mass_kg, 'g')}\u00a0kg {self._text('loads', at)}"

    def load_place(self, at: str) -> str:
        """`in the hands`"""
        return self._text("loads", at)

    def needs(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """A piece of what a movement needs: `a band`, `10 kg`."""
        return self._filled(("needs", piece), values)

    def stance(self, name: str) -> str:
        """`feet side by side`: where a movement is taken up."""
        return self._text("needs", "stances", name)

    def carried(self, kind: str) -> str:
        """`a barbell`: what is carried."""
        return self._text("needs", "loads", kind)

    def limit(self, load: str, obstacle: str) -> str:
        """The heaviest load that can be done, and what a little more meets."""
        return self._filled(("heaviest", "limit"), {"load": load, "obstacle": obstacle})

    def beyond(self, load: str) -> str:
        """That even the heaviest load tried can be done."""
        return self._filled(("heaviest", "beyond"), {"load": load})

    def not_even(self, obstacle: str) -> str:
        """That the body alone is already too much, and why."""
        return self._filled(("heaviest", "not_even"), {"obstacle": obstacle})

    def runs_out(self, joint: str, phase: str, groups: Sequence[str]) -> str:
        """At which joint the muscles run out, in which phase as the movement calls it, and whose
        groups are at their limit then.
        """
        values = {"joint": self.joint(joint), "phase": phase}
        said = self._filled(("heaviest", "runs_out"), values)
        if not groups:
            return said
        full = ", ".join(self._text("muscles", group, "plain").lower() for group in groups)
        return f"{said} {self._filled(('heaviest', 'full'), {'groups': full})}"

    def relation(self, sign: str, margin: float) -> str:
        """How two values are compared: `above`, `at most`, `within 5 of`."""
        return self._filled(("relations", sign), {"margin": margin})

    def part(self, piece: str, values: Mapping[str, float | str]) -> str:
        """A sentence about a joint or a muscle that somebody points at."""
        return self._filled(("parts", piece), values)

    def moment(self, joint: str, moment_Nm: float, passive_percent: float) -> str:
        """A joint's moment with its direction, and how much of it stretched tissue gives."""
        turns = "extension" if moment_Nm >= 0.0 else "flexion"
        way = self._text("moments", unsided(joint), turns, otherwise=turns)
        amounts = {"moment_Nm": abs(moment_Nm), "passive_percent": passive_percent}
        return self._filled(("moments", "sentence"), {**amounts, "way": way})

    def force(self, piece: str, values: Mapping[str, float | str]) -> str:
        """A number beside a force's arrow or a moment arm: `444 N above the hip`, `33 cm`."""
        return self._filled(("forces", piece), values)

    def disc(self, load: str, now_N: float, low_N: float, high_N: float) -> str:
        """Compression or shear of the lowest lumbar disc with its band."""
        return self._filled(("disc", load), {"now_N": now_N, "low_N": low_N, "high_N": high_N})

    def muscle_length(self, percent: float) -> str:
        """How long a muscle's fibers are, against the length at which they are strongest."""
        piece = "short" if percent < NEAR_PERCENT[0] else "near"
        piece = "long" if percent > NEAR_PERCENT[1] else piece
        return self._filled(("lengths", piece), {"percent": percent})

    def hamstring_reserve(self, limit_deg: float, left_deg: float) -> str:
        """Where the hamstrings stop this hip, and how far away that is; or by how much past it."""
        piece = "left" if left_deg > 0.0 else "past"
        if abs(left_deg) < LEAST_ROOM_DEG:
            piece = "stopped"
        values = {"limit_deg": limit_deg, "left_deg": abs(left_deg)}
        return self._filled(("lengths", piece), values)

    def bands(self, reruns: int) -> str:
        """The heading over the bands of efforts."""
        return self._filled(("uncertainty", "bands"), {"reruns": reruns})

    def compression_band(self, low_N: float, high_N: float) -> str:
        """The band of the compression at the lowest lumbar disc."""
        return self._filled(("uncertainty", "compression"), {"low_N": low_N, "high_N": high_N})

    def recording(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """What is said of a motion that somebody recorded."""
        return self._filled(("recording", piece), values)

    def recording_refusal(self, piece: str, values: Mapping[str, float | str]) -> str:
        """Why a file cannot be used as a recording."""
        return self._filled(("recording_refusals", piece), values)

    def summary(self, piece: str, values: Mapping[str, float | str] = NO_VALUES) -> str:
        """A heading or a sentence of a repetition told in a page of text."""
        return self._filled(("summary", piece), values)

    def claims(self) -> str:
        """The heading over the claims that were weighed."""
        return self._text("uncertainty", "claims")

    def verdict(self, holds: bool, disputed: bool) -> str:
        """Whether a claim holds, or could come out either way."""
        piece = "disputed" if disputed else "holds" if holds else "fails"
        return self._text("uncertainty", piece)

    def confidence(self, name: str) -> str:
        """How sure what a muscle does is: `computed only`."""
        return self._text("confidence", name)

    def disputed(self) -> tuple[str, str]:
        """The word for a claim that can come out the other way, and what it means."""
        return self._text("disputed", "word"), self._text("disputed", "meaning")

    def disputed_about(self, what: str, movement: str) -> str:
        """What is disputed, and in which movement: `glutes in the bend`."""
        return self._filled(("disputed", "about"), {"what": what, "movement": movement})
