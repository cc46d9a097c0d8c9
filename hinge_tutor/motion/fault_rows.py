"""The file of faults: what each one changes in a movement, and what it shows by.

[[fault]]
id = "rounded-back"
on = ["hinges", "deadlift"]        the movements and families that it can be shown on
rules = ["hinge-back-keeps-shape"] the form rules that it breaks at its full share
drill = "hip-hinge"                the movement that repairs it
trunk_pressure = 0                 how much of the trunk's pressure it leaves, 0 to 1

[[fault.change]]                   what its full share changes
on = ["swings"]                    in some of its movements only; in all of them without this
phases = ["deepest", "ascent"]     in the key poses that end these phases: "start" is the first
                                   pose, "deepest" that of the turn wherever a phase ends in it
add = { lumbar_flexion_deg = 25 }
toward = { knee_flexion_deg = 0 }
onset = { hip_flexion = [0.3, 1.0] }
weight_ahead_foot = 0.2
heels_up_deg = 30
hand_ahead = 0.1                   further ahead, in leg lengths, where the hands have a place
slower = 1.5                       how many times as long these phases take

[[fault.consequence]]              another rule that breaks because of it, and why
rule = "weight-over-the-foot"
reason = "..."
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hinge_tutor import shelf
from hinge_tutor.located import Reader, read
from hinge_tutor.motion.families import members
from hinge_tutor.motion.movement import movements
from hinge_tutor.motion.phases import PHASES
from hinge_tutor.motion.pose_rows import WEIGHT_SHIFT, onsets, read_targets

FORMAT = 1
FILE = "faults.toml"
# What changes the pose that a movement begins in.
START = "start"
# What changes the deepest key pose in whichever phases end in it, those before a lift included.
DEEPEST = "deepest"
# Toes bend 70° at most (`assets/body/ranges.toml`); the rest is
# left to them for balance.
HIGHEST_HEEL_DEG = 60.0
CHANGES = (
    "add",
    "toward",
    "onset",
    "weight_ahead_foot",
    "hand_ahead",
    "heels_up_deg",
    "slower",
)
# Half a leg further ahead no hand keeps its load.
FARTHEST_HAND = 0.5
# What takes ten times as long is another movement.
SLOWEST = 10.0


@dataclass(frozen=True)
class Change:
    """What the full share of a fault changes, in rad and shares of the foot's length.

    `on` names the movements that it is for, all of the fault's where it is empty; `slower` is how
    many times as long its phases take.
    """

    phases: tuple[str, ...]
    add: Mapping[str, float]
    toward: Mapping[str, float]
    onset: Mapping[str, tuple[float, float]]
    weight_ahead_foot: float = 0.0
    heels_up: float = 0.0
    hand_ahead: float = 0.0
    slower: float = 1.0
    on: tuple[str, ...] = ()

    @property
    def moves_poses(self) -> bool:
        """Whether key poses change, not only when their parts begin to move."""
        angles = self.add or self.toward or self.heels_up
        return bool(angles or self.weight_ahead_foot or self.hand_ahead)


@dataclass(frozen=True)
class Consequence:
    """A rule that a fault breaks besides its own, and why it does."""

    rule: str
    reason: str


@dataclass(frozen=True)
class Fault:
    """One fault: where it can be shown, what it changes, by which rules it shows, what repairs it.

    `line` is that of its row in the file.
    """

    id: str
    on: tuple[str, ...]
    rules: tuple[str, ...]
    drill: str
    changes: tuple[Change, ...]
    consequences: tuple[Consequence, ...]
    trunk_pressure: float
    line: int


@cache
def faults() -> Mapping[str, Fault]:
    """Every shipped fault by its id, in the order of the file; raises AuthorErrors."""
    return read_faults(shelf.lessons(FILE))


def read_faults(path: Path) -> Mapping[str, Fault]:
    """The faults of a file; raises AuthorErrors with every problem in it."""
    reader = Reader(read(path))
    reader.whole("format", 1, FORMAT)
    found: dict[str, Fault] = {}
    for row in reader.tables("fault"):
        fault = _fault(row)
        if fault.id in found:
            first = found[fault.id].line
            row.problem(f'a second fault "{fault.id}", after line {first}; rename one', "id")
        found.setdefault(fault.id, fault)
    reader.finish()
    return found


def _fault(row: Reader) -> Fault:
    known = movements()
    on = members(row, "on")
    changes = tuple(_change(each) for each in row.tables("change", optional=True))
    if not changes and not row.has("trunk_pressure"):
        row.problem("this fault changes nothing; give it a [[fault.change]], or trunk_pressure")
    consequences = tuple(
        Consequence(each.text("rule"), each.text("reason"))
        for each in row.tables("consequence", optional=True)
    )
    fault = Fault(
        id=row.text("id"),
        on=on,
        rules=row.texts("rules"),
        drill=row.choice("drill", known),
        changes=changes,
        consequences=consequences,
        trunk_pressure=row.number("trunk_pressure", 0.0, 1.0, 1.0),
        line=row.line(),
    )
    if row.is_empty("rules"):
        row.problem("rules is empty; name a form rule that this fault breaks", "rules")
    return fault


def _change(row: Reader) -> Change:
    change = Change(
        phases=row.choices("phases", (START, DEEPEST, *PHASES)),
        add=read_targets(row.table("add", optional=True), False, more=True),
        toward=read_targets(row.table("toward", optional=True), False),
        onset=onsets(row.table("onset", optional=True), False),
        weight_ahead_foot=row.number("weight_ahead_foot", -WEIGHT_SHIFT, WEIGHT_SHIFT, 0.0),
        heels_up=math.radians(row.number("heels_up_deg", 0.0, HIGHEST_HEEL_DEG, 0.0)),
        hand_ahead=row.number("hand_ahead", -FARTHEST_HAND, FARTHEST_HAND, 0.0),
        slower=row.number("slower", 1.0, SLOWEST, 1.0),
        on=members(row, "on") if row.has("on") else (),
    )
    if row.is_empty("phases"):
        row.problem("phases is empty; name the phases whose key poses this changes", "phases")
    if not row.errors() and not (change.moves_poses or change.onset or change.slower > 1.0):
        row.problem(f"this changes nothing; give {', '.join(CHANGES[:-1])} or {CHANGES[-1]}")
    return change
