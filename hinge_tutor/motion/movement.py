"""Movement files: phases, key poses and weights, numbers only.

A file of `lessons/movements/` says where each phase ends (a key pose), how long it takes (its own
seconds, or a place in the tempo `down-bottom-up-top`), which targets a key pose has, which of them
are exact, how stiffly each coordinate keeps to its target (weights), and which parts of the body
keep still on the ground (contacts). Angles in files are in degrees and say so.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hinge_tutor import shelf
from hinge_tutor.body.limits import GROUPED, SIDED
from hinge_tutor.body.linkage import ROOT
from hinge_tutor.located import Reader, nearest, read
from hinge_tutor.motion.unknowns import ABSOLUTE

# Every movement starts and ends in this key pose.
STANDING = "standing"
TEMPO_PARTS = ("down", "bottom", "up", "top")
PHASES = ("set_up", "brace", "descent", "turn", "ascent", "lockout", "breathe")
SPINE_COORDINATES = ("neck_flexion", "head_flexion", *GROUPED)
TARGETS = (*SIDED, *SPINE_COORDINATES, *ABSOLUTE)
GOALS = ("thigh_level", "hand_height")
CONTACTS = ("heel", "ball", "toe_tip")
# A phase shorter than this cannot be seen; one longer is a pause, not a movement.
SHORTEST_PHASE_S, LONGEST_PHASE_S = 0.1, 60.0


class UnknownMovement(ValueError):
    """A movement that does not exist, as one sentence."""


@dataclass(frozen=True)
class Phase:
    """One phase: it ends in key pose `pose`; `onset` gives targets that move in a part of it."""

    id: str
    pose: str
    seconds: float
    tempo: str | None
    onset: Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class KeyPose:
    """Targets in rad, kept as well as limits allow; goals (m) that are exact where possible."""

    targets: Mapping[str, float]
    goals: Mapping[str, float]


@dataclass(frozen=True)
class Movement:
    """One movement as its file has it.

    `reach` replaces targets where a hand height is asked for or the hands hold a load.
    """

    id: str
    symmetric: bool
    contacts: tuple[str, ...]
    phases: tuple[Phase, ...]
    poses: Mapping[str, KeyPose]
    weights: Mapping[str, float]
    reach: Mapping[str, float]

    @property
    def tempo(self) -> tuple[float, float, float, float]:
        """Seconds down, at the bottom, up and at the top."""
        seconds = {phase.tempo: phase.seconds for phase in self.phases}
        down, bottom, up, top = (seconds.get(part, 0.0) for part in TEMPO_PARTS)
        return down, bottom, up, top


def parse_tempo(text: str) -> tuple[float, float, float, float]:
    """Seconds of the four tempo parts from text such as `3-1-1-1`; raises ValueError."""
    words = text.split("-")
    try:
        down, bottom, up, top = (float(word) for word in words)
    except ValueError:
        raise ValueError(f"tempo '{text}' is not four numbers such as 3-1-1-1") from None
    for part, seconds in zip(TEMPO_PARTS, (down, bottom, up, top), strict=True):
        low = SHORTEST_PHASE_S if part in ("down", "up") else 0.0
        if not (math.isfinite(seconds) and low <= seconds <= LONGEST_PHASE_S):
            raise ValueError(
                f"tempo '{text}': {part} takes {low:g} to {LONGEST_PHASE_S:g} s, not {seconds:g}"
            )
    return down, bottom, up, top


def movements() -> tuple[str, ...]:
    """Ids of all movements that have a file."""
    return tuple(sorted(path.stem for path in shelf.lessons("movements").glob("*.toml")))


@cache
def load_movement(name: str) -> Movement:
    """The movement of that id; raises UnknownMovement or AuthorErrors."""
    known = movements()
    if name not in known:
        near = nearest(name, known)
        hint = f" Did you mean '{near}'?" if near else ""
        raise UnknownMovement(f"There is no movement '{name}'.{hint} There is: {', '.join(known)}.")
    return read_movement(shelf.lessons("movements", f"{name}.toml"))


def read_movement(path: Path) -> Movement:
    """The movement of a file; raises AuthorErrors with every problem in it."""
    reader = Reader(read(path))
    reader.whole("format", 1, 1)
    poses = _poses(reader.table("poses"))
    tempo = dict(zip(TEMPO_PARTS, _tempo(reader), strict=True))
    phases = tuple(_phase(row, tempo, tuple(poses)) for row in reader.tables("phase"))
    movement = Movement(
        id=path.stem,
        symmetric=reader.flag("symmetric"),
        contacts=reader.choices("contacts", CONTACTS),
        phases=phases,
        poses=poses,
        weights=_weights(reader.table("weights")),
        reach=_targets(reader.table("reach", optional=True)),
    )
    if len({phase.id for phase in phases}) != len(phases):
        reader.problem("two phases have one id; name each phase once", "phase")
    if not phases:
        reader.problem("a movement needs at least one [[phase]]", "phase")
    reader.finish()
    return movement


def _tempo(reader: Reader) -> tuple[float, float, float, float]:
    try:
        return parse_tempo(reader.text("tempo"))
    except ValueError as error:
        reader.problem(f"{error}; write seconds down, at the bottom, up, at the top", "tempo")
        return (1.0, 1.0, 1.0, 1.0)


def _phase(row: Reader, tempo: Mapping[str, float], poses: tuple[str, ...]) -> Phase:
    part = row.choice("tempo", TEMPO_PARTS) if row.has("tempo") else None
    seconds = tempo[part] if part else row.number("seconds", SHORTEST_PHASE_S, LONGEST_PHASE_S)
    onset: dict[str, tuple[float, float]] = {}
    windows = row.table("onset", optional=True)
    for name in windows.names():
        start, end = windows.numbers(name, 0.0, 1.0, count=2)
        if name not in TARGETS:
            windows.problem(f"'{name}' is no target; allowed: {', '.join(TARGETS)}", name)
        elif start >= end:
            windows.problem(f"{name} ends before it starts; write [start, end]", name)
        else:
            onset[name] = (start, end)
    return Phase(row.choice("id", PHASES), row.choice("pose", poses), seconds, part, onset)


def _poses(reader: Reader) -> dict[str, KeyPose]:
    found: dict[str, KeyPose] = {}
    for name in reader.names():
        row = reader.table(name)
        goals = row.table("exact", optional=True)
        metres = {goal: goals.number(f"{goal}_m", -1.0, 3.0) for goal in _goals(goals)}
        found[name] = KeyPose(_targets(row, besides=("exact",)), metres)
    if STANDING not in found:
        reader.problem("there is no pose 'standing'; every movement starts from it")
    return found


def _goals(reader: Reader) -> list[str]:
    names = [name.removesuffix("_m") for name in reader.names()]
    for name in names:
        if name not in GOALS:
            reader.problem(f"'{name}' is no goal; allowed: {', '.join(GOALS)}", name)
    return [name for name in names if name in GOALS]


def _targets(reader: Reader, besides: tuple[str, ...] = ()) -> dict[str, float]:
    found: dict[str, float] = {}
    for key in reader.names():
        name = key.removesuffix("_deg")
        if key in besides:
            continue
        if name not in TARGETS or not key.endswith("_deg"):
            near = nearest(name, TARGETS)
            hint = f"; did you mean {near}_deg?" if near else ""
            reader.problem(f"'{key}' is no target{hint} (targets end in _deg)", key)
        else:
            found[name] = math.radians(reader.number(key, -180.0, 180.0))
    return found


def _weights(reader: Reader) -> dict[str, float]:
    allowed = (*ROOT, *TARGETS)
    found: dict[str, float] = {}
    for name in reader.names():
        if name not in allowed:
            reader.problem(f"'{name}' has no weight; allowed: {', '.join(allowed)}", name)
        else:
            found[name] = reader.number(name, 1e-6, 1e6)
    return found
