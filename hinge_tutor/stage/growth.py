"""How the drawing grows with a body: how much wider and longer each bone's part of it is."""

from __future__ import annotations

import math

from hinge_tutor.body.skeleton import Body
from hinge_tutor.body.specification import Specification
from hinge_tutor.stage.drawing import HALVES, Drawing
from hinge_tutor.stage.drawing_file import SPINE

# The body on which the drawing was made: the default one.
DRAWN = Specification()
# A heavier body does not grow alike everywhere: chest, neck and the ends of the limbs thicken less
# than waist and hips (the power of the girth that each bone's skin goes with, 1 unless said), and
# the belly forward more than the back (a further power ahead of the joints). Estimated by eye.
THICKENS = {
    "upper_thorax": 0.75,
    "lower_thorax": 0.9,
    "neck": 0.55,
    "shoulder": 0.8,
    "upper_arm": 0.85,
    "elbow": 0.6,
    "forearm": 0.6,
    "knee": 0.6,
    "shank": 0.6,
    "thigh": 0.85,
}
BELLY = {
    "pelvis": 0.3,
    "lower_lumbar": 0.6,
    "middle_lumbar": 0.6,
    "upper_lumbar": 0.45,
    "lower_thorax": 0.2,
}


def girth(body: Body) -> float:
    """How much wider than drawn a body is: it weighs that much squared more per meter of height."""
    return math.sqrt((body.mass_kg / DRAWN.mass_kg) / (body.height_m / DRAWN.height_m))


def scales(body: Body, drawing: Drawing) -> dict[str, tuple[float, float]]:
    """For each bone the factors across and along with which the drawing fits this body."""
    tall = body.height_m / DRAWN.height_m
    found: dict[str, tuple[float, float]] = {}
    much = girth(body)

    def wide(bone: str) -> float:
        return math.pow(much, THICKENS.get(bone, 1.0))

    for name, upper in zip(SPINE, (*SPINE[1:], "neck"), strict=True):
        drawn = drawing.joints[upper][1] - drawing.joints[name][1]
        found[name] = (wide(name), body.segment(upper).joint_in_parent_m[1] * 1000 / drawn)
    neck = drawing.joints["head"][1] - drawing.joints["neck"][1]
    found["neck"] = (wide("neck"), body.segment("head").joint_in_parent_m[1] * 1000 / neck)
    found["head"] = (tall, tall)
    for name, lower in (
        ("thigh", "shank"),
        ("shank", "foot"),
        ("upper_arm", "forearm"),
        ("forearm", "hand"),
    ):
        drawn = drawing.joints[lower][1] - drawing.joints[name][1]
        length = body.segment(f"{lower}_near").joint_in_parent_m[1] * 1000
        found[name] = (wide(name), length / drawn)
    ball = body.segment("toes_near").joint_in_parent_m
    x, y = (drawing.joints["toes"][axis] - drawing.joints["foot"][axis] for axis in (0, 1))
    found["foot"] = found["toes"] = (ball[0] * 1000 / x, ball[1] * 1000 / y)
    hand = drawing.joints["hand"][1] - drawing.ends["hand"][1]
    reach = body.lengths_m["hand_to_fingertip"] * 1000 / hand
    found["hand"] = (reach, reach)
    for half, _, below in HALVES:
        # Skin over a joint keeps its distance to the joint, so both directions grow with girth.
        found[half] = (wide(half),) * 2 if below not in ("foot", "toes", "hand") else found[below]
    if body.sex == "female":
        for bone, factor in drawing.female.items():
            across, along = found[bone]
            found[bone] = (across * factor, along)
    return found
