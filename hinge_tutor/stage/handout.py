"""What a hand-out says: one movement with one cue, beside one thing that is done otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hinge_tutor.lessons.difference_words import told
from hinge_tutor.lessons.figure_names import movement_name, named
from hinge_tutor.lessons.training import drill_of
from hinge_tutor.lessons.words import Words

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

# Somebody who wants no cue on the page.
NO_CUE = "none"
# What comes before a movement; the cue of what comes next stands for the whole of it.
BEFORE = ("set_up", "brace", "drop")


@dataclass(frozen=True)
class Row:
    """A phase of the repetition: its place, its name, how long it takes, and its cue."""

    number: int
    phase: str
    name: str
    seconds: str
    cue: str


@dataclass(frozen=True, eq=False)
class Handout:
    """All that stands on the page; an empty text takes no room."""

    target: Repetition
    other: Repetition | None
    words: Words
    title: str
    sentence: str
    warning: str
    whom: str
    day: str
    cue: str
    other_head: str
    other_title: str
    difference: str
    rows: tuple[Row, ...]
    tempo: str
    much: str
    drill: str
    foot: tuple[str, ...]

    def said(self, piece: str) -> str:
        """A heading of the page."""
        return self.words.handout(piece)


def cues(target: Repetition, other: Repetition | None, words: Words) -> Mapping[str, str]:
    """The cues that fit, by the fault that each repairs or the phase it belongs to; the first is
    the usual one.
    """
    found = {fault: words.fault_cue(fault) for fault in _faults(other)}
    movement = target.take.movement.id
    phases = list(dict.fromkeys(span.phase for span in target.take.spans))
    phases.sort(key=BEFORE.__contains__)
    found |= {phase: words.cue(movement, phase) for phase in phases}
    return {id_: cue for id_, cue in found.items() if cue}


def handout(
    target: Repetition,
    other: Repetition | None,
    words: Words,
    day: date,
    body: str,
    cue: str,
    whom: str = "",
) -> Handout:
    """The page for a movement; `body` says whose angles they are, `cue` is the text to keep in
    mind, `other` what is done otherwise, and `whom` it is for.
    """
    movement = target.take.movement
    spoken = [words.handout("teaching"), words.handout("source", {"body": body})]
    return Handout(
        target=target,
        other=other,
        words=words,
        title=movement_name(movement, words),
        sentence=words.movement_sentence(movement.id),
        warning=words.movement_warning(movement.id),
        whom=words.handout("for", {"name": whom}) if whom else "",
        day=words.day_of(day),
        cue=cue,
        other_head="instead" if _faults(other) else "beside",
        other_title="" if other is None else named(other, words),
        difference=_difference(target, other, words),
        rows=_rows(target, words),
        tempo=_tempo(target, words),
        much=words.much(movement.id),
        drill=_drill(other, movement.id, words),
        foot=tuple(spoken),
    )


def _faults(other: Repetition | None) -> tuple[str, ...]:
    shares = () if other is None else other.take.movement.faults
    return tuple(id_ for id_, share in shares if share > 0.0)


def _difference(target: Repetition, other: Repetition | None, words: Words) -> str:
    """What was set and what is seen of it, and what follows from the fault."""
    if other is None:
        return ""
    effects = [words.fault_effect(fault) for fault in _faults(other)]
    return " ".join((told((target, other), words), *effects)).strip()


def _rows(target: Repetition, words: Words) -> tuple[Row, ...]:
    movement = target.take.movement.id
    return tuple(
        Row(
            number,
            span.phase,
            words.phase(movement, span.phase),
            words.handout("seconds", {"seconds": _seconds(span.to_s - span.from_s, words)}),
            words.cue(movement, span.phase),
        )
        for number, span in enumerate(target.take.spans, 1)
    )


def _seconds(seconds: float, words: Words) -> str:
    return words.number(round(seconds, 1), "g")


def _tempo(target: Repetition, words: Words) -> str:
    """`One repetition, 8.3 s · tempo 3-1-1-1: down, at the bottom, up, on top`"""
    whole = words.handout("whole", {"seconds": _seconds(target.take.duration_s, words)})
    tempo = target.tempo or target.take.movement.tempo
    if not (tempo[0] and tempo[2]):
        # It goes another way than down and up, or as fast as it does by itself.
        return whole
    written = "-".join(words.number(seconds, "g") for seconds in tempo)
    return f"{whole} · {words.handout('tempo', {'tempo': written})}"


def _drill(other: Repetition | None, movement: str, words: Words) -> str:
    """The drill of the fault, where it is another movement."""
    ids = _faults(other)
    drill = drill_of(ids[0], movement) if ids else movement
    if drill == movement:
        return ""
    what = words.movement_sentence(drill)
    # As often as the movement itself is said once.
    much = words.much(drill)
    much = "" if much == words.much(movement) else much
    values = {"drill": words.movement(drill), "what": what, "much": much}
    return words.handout("drill", values).strip()
