"""The tree of segments of one body, with its landmarks and limits."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.body.anthropometry import TRUNK_PARTS, Measurements, measure, table
from hinge_tutor.body.limits import SIDES, Limits, limits
from hinge_tutor.body.linkage import ROOT, Linkage, Place, Segment, link
from hinge_tutor.body.specification import Specification, parse_specification

# Segment, the joint at its lower end, its parent: the spine from the pelvis up.
SPINE = (
    ("lower_lumbar", "l5s1"),
    ("middle_lumbar", "l3l4"),
    ("upper_lumbar", "l1l2"),
    ("lower_thorax", "thoracic_lower"),
    ("upper_thorax", "thoracic_upper"),
    ("neck", "neck"),
    ("head", "head"),
)
COORDINATE_SUFFIXES = ("_flexion", "_dorsiflexion", "_extension")


@dataclass(frozen=True, eq=False)
class Body:
    """One body: who it is, its tree, its lengths (m), its limits (rad), named places on it."""

    specification: Specification
    segments: tuple[Segment, ...]
    coordinates: tuple[str, ...]
    joints: tuple[str, ...]
    lengths_m: Mapping[str, float]
    landmarks: Mapping[str, Place]
    limits: Limits
    linkage: Linkage

    @property
    def name(self) -> str:
        """The specification's name."""
        return self.specification.name

    @property
    def sex(self) -> str:
        """`male` or `female`."""
        return self.specification.sex

    @property
    def height_m(self) -> float:
        """Stature in m."""
        return self.specification.height_m

    @property
    def mass_kg(self) -> float:
        """Mass of the whole body in kg."""
        return self.specification.mass_kg

    @property
    def strength(self) -> float:
        """Strength over the default's, 1 = the same."""
        return self.specification.strength_percent / 100

    @property
    def com_target_x_m(self) -> float:
        """Where the center of mass stands while standing, m ahead of the ankle."""
        balance = table()["balance"]
        return float(balance["com_ahead_mm"] / balance["foot_length_mm"]) * self.lengths_m["foot"]

    @property
    def base_x_m(self) -> tuple[float, float]:
        """The functional base of support, m ahead of the ankle: heel pad to ball."""
        foot = self.lengths_m["foot"]
        shape = table()["foot"]
        pad = shape["heel_pad"]["length_mm"] / table()["balance"]["foot_length_mm"]
        return (shape["heel"] + pad) * foot, shape["ball"] * foot

    def index(self, coordinate: str) -> int:
        """The column of a coordinate in `q`."""
        return self.coordinates.index(coordinate)

    def segment(self, name: str) -> Segment:
        """A segment by name."""
        return self.segments[self.linkage.index[name]]


@cache
def body(specification: str = "default") -> Body:
    """The body of a specification text; raises BodyError with one sentence."""
    return build(parse_specification(specification))


def build(specification: Specification) -> Body:
    """The body of a specification."""
    measured = measure(specification)
    spine = _spine_table()
    scale = measured.lengths_m["trunk"] / (spine["reference"]["trunk_length_mm"] / 1000)
    joints = {
        name: (row["at_cm"][0] / 100 * scale, row["at_cm"][1] / 100 * scale)
        for name, row in spine["joints"].items()
    }
    segments = [*_trunk(measured, joints, scale)]
    for side in SIDES:
        segments += _leg(measured, side)
    for side in SIDES:
        segments += _arm(measured, joints, side)
    return Body(
        specification=specification,
        segments=tuple(segments),
        coordinates=(*ROOT, *(segment.coordinate for segment in segments[1:])),
        joints=tuple(segment.joint for segment in segments[1:]),
        lengths_m=measured.lengths_m,
        landmarks=_landmarks(measured, joints, scale),
        limits=limits(specification),
        linkage=link(segments),
    )


@cache
def _spine_table() -> dict[str, Any]:
    return tomllib.loads(shelf.assets("body", "spine.toml").read_text(encoding="utf-8"))


def _trunk(
    measured: Measurements, joints: Mapping[str, tuple[float, float]], scale: float
) -> list[Segment]:
    made: list[Segment] = []
    parent, below = None, (0.0, 0.0)
    for name, joint in (("pelvis", "root"), *SPINE):
        at = joints.get(joint, (0.0, 0.0))
        row = _spine_table()["slices"][name]
        mass = sum(row.get(part, 0.0) * measured.trunk_mass_kg[part] for part in TRUNK_PARTS)
        com_x, com_y = (value / 100 * scale for value in row["com_cm"])
        made.append(
            Segment(
                name=name,
                parent=parent,
                joint=joint,
                coordinate="root_pitch" if parent is None else f"{joint}_flexion",
                sign=-1,
                joint_in_parent_m=(at[0] - below[0], at[1] - below[1]),
                mass_kg=mass,
                com_m=(com_x, com_y),
                inertia_kgm2=mass * (row["gyration_cm"] / 100 * scale) ** 2,
            )
        )
        parent, below = name, at
    return made


def _limb(
    measured: Measurements, limb: str, side: str, parent: str, joint: str, at: tuple[float, float]
) -> Segment:
    """A limb segment that hangs straight down from its joint in standing."""
    length = measured.lengths_m[limb]
    mass = measured.limb_mass_kg[limb]
    return Segment(
        name=f"{limb}_{side}",
        parent=parent,
        joint=f"{joint}_{side}",
        coordinate=f"{joint}_flexion_{side}",
        sign=-1 if joint == "knee" else 1,
        joint_in_parent_m=at,
        mass_kg=mass,
        com_m=(0.0, -measured.com_share[limb] * length),
        inertia_kgm2=mass * (measured.gyration_share[limb] * length) ** 2,
    )


def _leg(measured: Measurements, side: str) -> list[Segment]:
    lengths = measured.lengths_m
    thigh = _limb(measured, "thigh", side, "pelvis", "hip", (0.0, 0.0))
    shank = _limb(measured, "shank", side, thigh.name, "knee", (0.0, -lengths["thigh"]))
    return [thigh, shank, *_foot(measured, side, shank.name)]


def _foot(measured: Measurements, side: str, shank: str) -> tuple[Segment, Segment]:
    """The foot without toes, and the toes; together they keep the published foot's sums.

    With m the mass, c the center ahead of the ankle, I the inertia of the whole foot (m, c, I),
    the toes (t) and the rest (r): m = m_t + m_r, m c = m_t c_t + m_r c_r,
    I = I_t + m_t (c - c_t)² + I_r + m_r (c - c_r)².
    """
    shape = table()["foot"]
    length, mass = measured.lengths_m["foot"], measured.limb_mass_kg["foot"]
    ankle = measured.lengths_m["ankle_height"]
    center = (measured.com_share["foot"] + shape["heel"]) * length
    toe_length = (shape["toe_tip"] - shape["ball"]) * length
    toe_mass = mass * shape["toes_mass_share"]
    # The toes as a uniform rod from ball to tip; the rest lies half way up to the ankle.
    toe_center = shape["ball"] * length + toe_length / 2
    toe_inertia = toe_mass * toe_length**2 / 12
    rest_mass = mass - toe_mass
    rest_center = (mass * center - toe_mass * toe_center) / rest_mass
    rest_inertia = (
        mass * (measured.gyration_share["foot"] * length) ** 2
        - toe_inertia
        - toe_mass * (center - toe_center) ** 2
        - rest_mass * (center - rest_center) ** 2
    )
    foot = Segment(
        name=f"foot_{side}",
        parent=shank,
        joint=f"ankle_{side}",
        coordinate=f"ankle_dorsiflexion_{side}",
        sign=1,
        joint_in_parent_m=(0.0, -measured.lengths_m["shank"]),
        mass_kg=rest_mass,
        com_m=(rest_center, -ankle / 2),
        inertia_kgm2=rest_inertia,
    )
    toes = Segment(
        name=f"toes_{side}",
        parent=foot.name,
        joint=f"toe_{side}",
        coordinate=f"toe_extension_{side}",
        sign=1,
        joint_in_parent_m=(shape["ball"] * length, -ankle),
        mass_kg=toe_mass,
        com_m=(toe_length / 2, 0.0),
        inertia_kgm2=toe_inertia,
    )
    return foot, toes


def _arm(
    measured: Measurements, joints: Mapping[str, tuple[float, float]], side: str
) -> list[Segment]:
    lengths = measured.lengths_m
    below = joints["thoracic_upper"]
    shoulder = (joints["shoulder"][0] - below[0], joints["shoulder"][1] - below[1])
    upper = _limb(measured, "upper_arm", side, "upper_thorax", "shoulder", shoulder)
    forearm = _limb(measured, "forearm", side, upper.name, "elbow", (0.0, -lengths["upper_arm"]))
    hand = _limb(measured, "hand", side, forearm.name, "wrist", (0.0, -lengths["forearm"]))
    return [upper, forearm, hand]


def _landmarks(
    measured: Measurements, joints: Mapping[str, tuple[float, float]], scale: float
) -> dict[str, Place]:
    lengths = measured.lengths_m
    shape = table()["foot"]
    found: dict[str, Place] = {"mid_hip": ("pelvis", (0.0, 0.0))}
    found |= {joint: (segment, (0.0, 0.0)) for segment, joint in SPINE}
    found["c7"] = ("neck", (0.0, 0.0))
    hip_height = lengths["ankle_height"] + lengths["shank"] + lengths["thigh"]
    vertex = lengths["stature"] - hip_height - joints["head"][1]
    found["vertex"] = ("head", (0.0, vertex))
    for name, row in _spine_table()["landmarks"].items():
        found[name] = (row["on"], (row["at_cm"][0] / 100 * scale, row["at_cm"][1] / 100 * scale))
    for side in SIDES:
        foot = lengths["foot"]
        for joint, segment in (
            ("hip", "thigh"),
            ("knee", "shank"),
            ("ankle", "foot"),
            ("ball", "toes"),
            ("shoulder", "upper_arm"),
            ("elbow", "forearm"),
            ("wrist", "hand"),
        ):
            found[f"{joint}_{side}"] = (f"{segment}_{side}", (0.0, 0.0))
        heel = (shape["heel"] * foot, -lengths["ankle_height"])
        toe_tip = ((shape["toe_tip"] - shape["ball"]) * foot, 0.0)
        grip = table()["hand"]["grip_mm"] / 1000
        found[f"heel_{side}"] = (f"foot_{side}", heel)
        found[f"toe_tip_{side}"] = (f"toes_{side}", toe_tip)
        found[f"hand_{side}"] = (f"hand_{side}", (0.0, -grip))
        found[f"fingertip_{side}"] = (f"hand_{side}", (0.0, -lengths["hand_to_fingertip"]))
    if not all(math.isfinite(value) for _, at in found.values() for value in at):
        raise AssertionError("a landmark is not finite")
    return found
