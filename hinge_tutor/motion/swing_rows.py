"""What a movement file that says `swing = true` has to have besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from hinge_tutor.located import Reader
from hinge_tutor.motion.pose_rows import KeyPose
from hinge_tutor.motion.support_rows import Touch

# The phases of a swing, from where the weight rests: it falls, the hips catch and throw it, it
# rises. The first and the last take as long as the weight does, the others as long as the hips do.
DROP, CATCH, THROW, FLOAT = "drop", "descent", "ascent", "float"
SWING = (DROP, CATCH, THROW, FLOAT)
# What the hands have to be, beyond which nothing of a rope is left.
STRAIGHT = ("elbow_flexion", "wrist_flexion")


class Named(Protocol):
    """A phase by its id, with the pose that ends it and its part of the tempo."""

    @property
    def id(self) -> str: ...

    @property
    def pose(self) -> str: ...

    @property
    def tempo(self) -> str | None: ...


def check_phases(reader: Reader, phases: Sequence[Named], start: str) -> None:
    """Notes which phases keep a movement from being a swing."""
    ids = tuple(phase.id for phase in phases)
    if ids != SWING:
        wanted = ", ".join(SWING)
        problem = f"a swing has the phases {wanted}, not {', '.join(ids)}"
        reader.problem(f"{problem}; write these, in this order", "phase")
        return
    drop, catch, throw, rest = phases
    for number, phase in ((0, drop), (3, rest)):
        if phase.pose != throw.pose or phase.pose != start:
            problem = f"{phase.id} ends in {phase.pose}, while the hips rest in {throw.pose}"
            reader.problem(f"{problem}; write that, and begin in it", "phase", number, "pose")
    if catch.pose == throw.pose:
        reader.problem("the hips end where they begin; name a deep pose", "phase", 1, "pose")
    for number, phase, part in ((1, catch, "down"), (2, throw, "up")):
        if phase.tempo != part:
            problem = f'{phase.id} takes the time of the hips; write tempo = "{part}"'
            reader.problem(problem, "phase", number)


def check_body(
    reader: Reader, symmetric: bool, supports: Sequence[Touch], poses: Mapping[str, KeyPose]
) -> None:
    """Notes what else keeps it from being one: its feet, its arms, what pulls it."""
    if not symmetric:
        reader.problem("both arms of a swing are one rope; write symmetric = true", "symmetric")
    if any(touch.kind != "flat_foot" or touch.phases for touch in supports) or len(supports) != 2:
        problem = "a swing stands on two flat feet throughout"
        reader.problem(f'{problem}; write one [[support]] with kind = "flat_foot"', "support")
    for key in ("balance", "band", "cable"):
        if reader.has(key):
            reader.problem(f"a swing has no {key}; delete it", key)
    for name, pose in poses.items():
        for bent in STRAIGHT:
            if pose.targets.get(bent, 0.0) != 0.0:
                reader.problem(f"an arm on a rope is straight; delete {bent}_deg", "poses", name)
