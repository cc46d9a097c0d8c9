"""What a movement needs besides a body: where one takes it up, and what is carried or pulls."""

from __future__ import annotations

from hinge_tutor.motion.movement import Movement

# Every way of taking up a movement, by what carries the body.
STANCES = ("side_by_side", "split", "block", "wall", "hands_and_knees", "prone", "supine")
PULLS = ("band", "cable")
# Lighter than this is next to nothing, and its mass says nothing.
LEAST_KG = 0.1


def stance(movement: Movement) -> str:
    """One of STANCES: that of the first phase, where the body is taken up."""
    first = movement.phases[0].id
    touching = movement.touching(first)
    kinds = {touch.kind for touch in touching}
    for name, kind in (
        ("prone", "bench_hips"),
        ("supine", "bench_back"),
        ("hands_and_knees", "palm"),
        ("wall", "wall_hand"),
    ):
        if kind in kinds:
            return name
    feet = [touch for touch in touching if touch.of.foot]
    if len({(foot.kind, foot.ahead) for foot in feet}) > 1:
        return "split"
    raised = any((foot.height or 0.0) > 0.0 or (foot.height_m or 0.0) > 0.0 for foot in feet)
    return "block" if raised else "side_by_side"


def pulls(movement: Movement) -> tuple[str, ...]:
    """Which of PULLS a movement is done against, each once."""
    stacked = {tether.stack_kg > 0.0 for tether in movement.pulls}
    return tuple(name for name, stack in zip(PULLS, (False, True), strict=True) if stack in stacked)
