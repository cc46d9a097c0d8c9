"""The bones of a figure and its joint centers: a quiet drawing under the skin."""

from __future__ import annotations

from collections.abc import Mapping

from hinge_tutor.stage.bone_drawing import KNEECAP, SPINE
from hinge_tutor.stage.bone_fitting import PlacedBones
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Disc, Moved, Shape

Point = tuple[float, float]

# Back to front. What lies under the muscles of the trunk: the spine, which may bend, is seen whole
# over ribs and shoulder blade. What lies under the muscles of the leg.
TRUNK_BONES = ("sacrum", "ribs", "blade", SPINE)
LEG_BONES = ("pelvis", "foot", "thigh", "shank", "fibula")
# What lies over muscles: the kneecap stands out of its tendon, and the near arm is over the trunk.
OUTER_BONES = (KNEECAP, "skull", "ulna", "arm", "shoulder", "hand", "fingers")


def bone_shapes(
    placed: PlacedBones, parts: tuple[str, ...], pens: Pens, highlight: str | None
) -> list[Shape]:
    """The bones of these parts, each part one path."""
    shapes: list[Shape] = []
    for part in parts:
        marked = part == SPINE == highlight
        fill = "accent" if marked else "bone"
        line = "highlight" if marked else "bone_line"
        shapes.append(Moved(f"bone.{part}", "bones", *placed.part(part), line, pens.fine, fill))
    return shapes


def joint_shapes(at: Mapping[str, Point], pens: Pens, highlight: str | None) -> list[Shape]:
    """Discs at hip, knee and ankle; the hip, which this program is about, in the accent."""
    shapes: list[Shape] = []
    for name, point in (("hip", "mid_hip"), ("knee", "knee_near"), ("ankle", "ankle_near")):
        marked = highlight == name
        shapes.append(
            Disc(
                f"joint.{name}",
                "bones",
                *at[point],
                pens.joint * (1.4 if marked else 1.0),
                fill="accent" if name == "hip" or marked else "joint",
                line="highlight" if marked else "joint_line",
                width=pens.line * 1.2,
            )
        )
    return shapes
