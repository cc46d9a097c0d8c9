"""A recording as repetitions that are measured, judged and drawn as every other repetition is.

Given        what no recording tells: the body's mass, the load, the movement that was meant
Recording    the motion, its repetitions, and the movement that they are held against
Recorded     one repetition, with the target beside it: the same movement on the same body
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import BoolArray
from hinge_tutor.body.skeleton import body as body_of
from hinge_tutor.body.specification import parse_specification
from hinge_tutor.coaching.moments import turn_index
from hinge_tutor.coaching.order import ONSET
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.take import Load, Take
from hinge_tutor.recordings import from_angles, from_points
from hinge_tutor.recordings.files import label, read_recording
from hinge_tutor.recordings.likeness import nearest_movement
from hinge_tutor.recordings.motion import WEIGHT, Motion
from hinge_tutor.recordings.repetitions import RepetitionBounds, repetitions
from hinge_tutor.recordings.stepping import in_turns
from hinge_tutor.recordings.taking import filled_of, take_of
from hinge_tutor.recordings.tracks import Angles, Points, RecordingError

if TYPE_CHECKING:
    from hinge_tutor.coaching.rules import Finding

RECORDED, TARGET = "recorded", "target"
# What no marker shows.
UNSEEN = ("trunk_pressure_percent",)
# Which joint is first, and where nobody moves yet.
ORDER, BEFORE = "hips_lead_s", "set_up"
# What a measure reads: without it a rule about that measure cannot be judged.
READS: Mapping[str, tuple[str, ...]] = {
    "lumbar_flexion": (
        "lumbar_change_deg",
        "lumbar_past_stretch_deg",
        "lumbar_overshoot_deg",
        "lockout_overshoot_deg",
        "hamstring_reserve_deg",
        "dowel_head_cm",
        "dowel_upper_back_cm",
        "dowel_tailbone_cm",
    ),
    "thoracic_flexion": ("thoracic_change_deg", "dowel_upper_back_cm", "dowel_head_cm"),
    "hip_flexion": ("hip_overshoot_deg",),
    "neck_flexion": ("neck_change_deg", "dowel_head_cm"),
    "shoulder_flexion": ("arm_angle_deg", "hand_to_leg_cm"),
    "ankle_dorsiflexion": ("heel_height_cm",),
    WEIGHT: ("base_margin_cm", "cop_base_percent", "cop_foot_percent"),
}


@dataclass(frozen=True)
class Given:
    """What is asked beside the file: a body, of which the recording changes height and lengths.

    `movement` is what was meant, empty for the nearest one (`likeness.py`). What is in the hands,
    and what the ground does, no recording tells; the load is 0 kg unless it is said.
    """

    body: str = "default"
    movement: str = ""
    load: Load = field(default_factory=Load)

    @property
    def keeps_limits(self) -> bool:
        """Whether the body's flexibility was measured, and is no guess of ours."""
        words = self.body.replace(" ", "").split(",")
        return any(word.startswith(("ankle=", "hamstrings=")) for word in words)


@dataclass(frozen=True, eq=False)
class Recorded(Repetition):
    """A recorded repetition: findings only about what the recording tells.

    `target` is the same movement on the same body, `filled` (N,) the samples at which something
    was filled, `untold` what the recording says nothing about. What lasts less than `shortest_s` is
    not told from noise.
    """

    target: Repetition | None = None
    filled: BoolArray = field(default_factory=lambda: np.zeros(0, dtype=bool))
    untold: frozenset[str] = frozenset()
    shortest_s: float = 0.0

    @cached_property
    def correct(self) -> Take:
        """The target, by which props stand."""
        return self.take if self.target is None else self.target.take

    @property
    def silent(self) -> frozenset[str]:
        """The measures that this recording cannot tell."""
        names = {each.removesuffix("_near") for each in self.untold}
        found = {measure for part, read in READS.items() if part in names for measure in read}
        return frozenset({*found, *UNSEEN, *(() if self._still else (ORDER,))})

    @cached_property
    def _still(self) -> bool:
        """Whether joints keep still before the descent, so that it shows which of them is first.

        Sway and noise beyond the onset that `coaching/order.py` looks for would be taken for one.
        """
        before = np.flatnonzero(self.take.during((BEFORE,)))
        turn = turn_index(self.take)
        for joint in ("hip_flexion", "knee_flexion"):
            angle = np.asarray(self.take.pose.value(joint))
            sway = np.abs(angle[before] - angle[0]).max(initial=0.0)
            if sway >= ONSET * abs(angle[turn] - angle[0]):
                return False
        return True

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The form rules that it breaks, of those that can be told, for as long as can be told."""
        from hinge_tutor.coaching.rules import judge

        known = {name: self.measures[name] for name in self.measures if name not in self.silent}
        return tuple(each for each in judge(self.take, known) if self._lasts(each))

    def _lasts(self, finding: Finding) -> bool:
        """Whether a finding lasts longer than noise does, or as long as it is looked for."""
        spans = [
            min(finding.to_s, span.to_s) - max(finding.from_s, span.from_s)
            for span in self.take.spans
            if span.to_s - span.from_s <= self.shortest_s
        ]
        lasts = finding.to_s - finding.from_s
        return lasts >= self.shortest_s or any(0.0 < part == lasts for part in spans)


@dataclass(frozen=True, eq=False)
class Recording:
    """A file's motion, and its repetitions; `skipped` could not be used because of gaps."""

    name: str
    motion: Motion
    found: tuple[RepetitionBounds, ...]
    skipped: int
    given: Given
    movement: str
    chosen: bool
    # What it is most like by itself; empty where that was not asked.
    guess: str = ""

    @property
    def load(self) -> Load:
        """The load where it was said to be, or where the movement has it."""
        load = self.given.load
        return load if load.at else Load(load.mass_kg, load_movement(self.movement).load_at)

    @cached_property
    def target(self) -> Repetition:
        """The movement that it is held against, on its body, with its load."""
        done = perform(self.movement, self.motion.body, load=self.load)
        return replace(done, role=TARGET)

    def repetition(self, number: int) -> Recorded:
        """One repetition, counted from 0."""
        found = self.found[number]
        take = take_of(self.motion, found, load_movement(self.movement), self.load)
        return Recorded(
            take,
            role=RECORDED,
            target=self.target,
            filled=filled_of(self.motion, found, take.time_s),
            untold=self.motion.untold,
            # Half a period of the fastest that the filter leaves.
            shortest_s=0.5 / self.motion.reading.cutoff_hz,
        )

    def filled_s(self, number: int) -> float:
        """For how long something is filled in a repetition, s."""
        motion, found = self.motion, self.found[number]
        inside = (motion.time_s >= found.from_s) & (motion.time_s <= found.to_s)
        step = float(motion.time_s[1] - motion.time_s[0])
        return step * int(motion.filled[inside].sum())

    def asked_anew(self, mass_kg: float, load: Load, movement: str) -> Recording:
        """The same motion of a body of that mass, with that load, held against that movement."""
        own = self.motion.body.specification
        text = own.text
        if mass_kg != own.mass_kg:
            text = replace(own, mass_kg=mass_kg).text
        motion = replace(self.motion, body=body_of(text))
        given = replace(self.given, load=load, movement=movement)
        chosen = self.chosen or movement != self.movement
        return replace(self, motion=motion, given=given, movement=movement, chosen=chosen)


def open_recording(path: Path, given: Given) -> Recording:
    """Reads, fits and divides a file; raises RecordingError, BodyError or UnknownMovement."""
    try:
        return recording_of(label(path), read_recording(path), given)
    except MemoryError:
        raise RecordingError("memory", name=label(path)) from None


def recording_of(name: str, read: Points | Angles, given: Given) -> Recording:
    """The same of what was read; raises as `open_recording` does."""
    if given.movement:
        load_movement(given.movement)
    specification = parse_specification(given.body)
    if isinstance(read, Points):
        motion = from_points.motion_of(name, read, specification, given.keeps_limits)
    else:
        motion = from_angles.motion_of(name, read, specification, given.keeps_limits)
    every = repetitions(motion.time_s, motion.fold_deg)
    if not every:
        raise RecordingError("no_repetition", name=name)
    every = tuple(each for each in every if not in_turns(motion, each))
    if not every:
        raise RecordingError("in_turns", name=name)
    found = tuple(each for each in every if not _blind(motion, each))
    if not found:
        raise RecordingError("always_lost", name=name)
    skipped, guess = len(every) - len(found), ""
    if not given.movement:
        guess = nearest_movement(motion, found[0])
    movement = given.movement or guess
    return Recording(name, motion, found, skipped, given, movement, not guess, guess)


def _blind(motion: Motion, found: RepetitionBounds) -> bool:
    inside = (motion.time_s >= found.from_s) & (motion.time_s <= found.to_s)
    return bool(motion.blind[inside].any())
