"""The tree of segments of one body, with its landmarks and limits."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from hinge_tutor.body import places
from hinge_tutor.body.anthropometry import Measurements, measure, table
from hinge_tutor.body.arrays import ComplexArray
from hinge_tutor.body.limits import SIDES, Limits, limits
from hinge_tutor.body.linkage import ROOT, Linkage, Place, Segment, link
from hinge_tutor.body.parts import SPINE, arm, leg, spine_table, trunk
from hinge_tutor.body.specification import Specification, parse_specification

# Bodies kept by their texts: those of a course several times over; dragged ones pass by.
KNOWN_BODIES = 64


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

    @cached_property
    def place_rows(self) -> ComplexArray:
        """K (P, S) of every landmark, in their order; `body/linkage.py` says what K is."""
        return self.linkage.rows(list(self.landmarks.values()))

    @cached_property
    def places(self) -> Mapping[str, ComplexArray]:
        """The row of K (S,) of every landmark."""
        return dict(zip(self.landmarks, self.place_rows, strict=True))

    @cached_property
    def place_numbers(self) -> Mapping[str, int]:
        """The row of every landmark in `place_rows`."""
        return {name: number for number, name in enumerate(self.landmarks)}

    def index(self, coordinate: str) -> int:
        """The column of a coordinate in `q`."""
        return self._columns[coordinate]

    @cached_property
    def _columns(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self.coordinates)}

    def segment(self, name: str) -> Segment:
        """A segment by name."""
        return self.segments[self.linkage.index[name]]


@lru_cache(maxsize=KNOWN_BODIES)
def body(specification: str = "default") -> Body:
    """The body of a specification text; raises BodyError with one sentence."""
    return build(parse_specification(specification))


def build(specification: Specification) -> Body:
    """The body of a specification."""
    measured = measure(specification)
    spine = spine_table()
    scale = measured.lengths_m["trunk"] / (spine["reference"]["trunk_length_mm"] / 1000)
    joints = {
        name: (row["at_cm"][0] / 100 * scale, row["at_cm"][1] / 100 * scale)
        for name, row in spine["joints"].items()
    }
    segments = [*trunk(measured, joints, scale)]
    for side in SIDES:
        segments += leg(measured, side)
    for side in SIDES:
        segments += arm(measured, joints, side)
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
    found |= places.landmarks(lengths["stature"])
    for name, row in spine_table()["landmarks"].items():
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
