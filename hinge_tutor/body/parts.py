"""The segments of trunk, legs and arms, from measurements and the spine's table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.body.anthropometry import TRUNK_PARTS, Measurements, table
from hinge_tutor.body.linkage import Segment
from hinge_tutor.shape import SOURCED, Disagreement, Number, Numbers, Table, Text, read_shaped

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
# Places on the skin that movements and props speak of: up the back, then the hips' hindmost one.
LANDMARKS = (
    "tailbone",
    "low_back",
    "waist",
    "lower_ribs",
    "upper_back",
    "high_back",
    "occiput",
    "buttock",
)

_SLICES = ("pelvis", *(segment for segment, _ in SPINE))
# Around a hip that is the origin no point of a trunk lies farther away.
_AT_CM = Numbers(-100.0, 100.0, 2)
_SHAPE = Table(
    {
        "reference": Table({"trunk_length_mm": Number(300.0, 1000.0), **SOURCED}),
        "joints": Table(
            dict.fromkeys(
                (*(joint for _, joint in SPINE), "shoulder"), Table({"at_cm": _AT_CM, **SOURCED})
            )
        ),
        "slices": Table(
            dict.fromkeys(
                _SLICES,
                Table(
                    {f"{part}?": Number(0.0, 1.0) for part in TRUNK_PARTS}
                    | {"com_cm": _AT_CM, "gyration_cm": Number(0.1, 50.0), **SOURCED}
                ),
            )
        ),
        "disc_load": Table(
            {"band": Number(0.0, 0.9), "pressure_relief": Number(0.0, 0.9), **SOURCED}
        ),
        "landmarks": Table(
            dict.fromkeys(LANDMARKS, Table({"on": Text(_SLICES), "at_cm": _AT_CM, **SOURCED}))
        ),
    }
)
# The columns of the slices are rounded to four digits.
_SHARES_ROUNDED = 1e-3


@cache
def spine_table() -> dict[str, Any]:
    """`assets/body/spine.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("body", "spine.toml"), _SHAPE, _agree)


def _agree(data: dict[str, Any]) -> Iterator[Disagreement]:
    slices = data["slices"]
    for part in TRUNK_PARTS:
        whole = sum(row.get(part, 0.0) for row in slices.values())
        if abs(whole - 1.0) > _SHARES_ROUNDED:
            yield ("slices",), f"the slices share {whole:g} of the {part} part; let them sum to 1"
    for name, row in slices.items():
        if not any(row.get(part, 0.0) > 0.0 for part in TRUNK_PARTS):
            parts = ", ".join(TRUNK_PARTS)
            yield ("slices", name), f"{name} has no mass; give it a share of one of {parts}"


def trunk(
    measured: Measurements, joints: Mapping[str, tuple[float, float]], scale: float
) -> list[Segment]:
    """The pelvis and the slices of the trunk up to the head; `scale` is trunk over reference."""
    made: list[Segment] = []
    parent, below = None, (0.0, 0.0)
    for name, joint in (("pelvis", "root"), *SPINE):
        at = joints.get(joint, (0.0, 0.0))
        row = spine_table()["slices"][name]
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


def leg(measured: Measurements, side: str) -> list[Segment]:
    """Thigh, shank, foot and toes of one side."""
    lengths = measured.lengths_m
    thigh = _limb(measured, "thigh", side, "pelvis", "hip", (0.0, 0.0))
    shank = _limb(measured, "shank", side, thigh.name, "knee", (0.0, -lengths["thigh"]))
    return [thigh, shank, *_foot(measured, side, shank.name)]


def _foot(measured: Measurements, side: str, shank: str) -> tuple[Segment, Segment]:
    """The foot without toes, and the toes; along the sole they keep the published foot's sums.

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


def arm(
    measured: Measurements, joints: Mapping[str, tuple[float, float]], side: str
) -> list[Segment]:
    """Upper arm, forearm and hand of one side, hanging from the upper thorax."""
    lengths = measured.lengths_m
    below = joints["thoracic_upper"]
    shoulder = (joints["shoulder"][0] - below[0], joints["shoulder"][1] - below[1])
    upper = _limb(measured, "upper_arm", side, "upper_thorax", "shoulder", shoulder)
    forearm = _limb(measured, "forearm", side, upper.name, "elbow", (0.0, -lengths["upper_arm"]))
    hand = _limb(measured, "hand", side, forearm.name, "wrist", (0.0, -lengths["forearm"]))
    return [upper, forearm, hand]
