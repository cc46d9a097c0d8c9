"""Which muscle a lane of the muscle roll is about, for whoever presses on its name."""

from __future__ import annotations

from hinge_tutor.body.muscle_groups import anatomical
from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.stage.roll import Roll
from hinge_tutor.stage.shapes import Label


def muscle_at(made: Roll, x: float, y: float) -> str | None:
    """The group whose lane's name stands left of the time at this place (mm); None elsewhere.

    A lane by anatomy is a part of a group. The bracing class is no muscle that works by number.
    """
    if not 0.0 <= x < made.left or y > made.top:
        return None
    known = {group: group for group in GROUPS} | dict(anatomical())
    lanes = [
        shape for shape in made.picture.shapes if isinstance(shape, Label) and shape.layer == "roll"
    ]
    lanes = [lane for lane in lanes if lane.name not in ("figures", "key")]
    nearest = min(lanes, key=lambda lane: abs(lane.y - y), default=None)
    return known.get(nearest.name) if nearest else None
