"""What can be plotted of a repetition: angles, net moments, efforts, the load of the lowest disc.

A curve is named as the column of a table would be, with its unit at the end:
    hip_flexion_deg               a measure                          degrees
    hip_near_moment_Nm            net joint moment, extension +      N·m
    glutes_near_effort_percent    activation of a group              percent
    glutes_near_length_percent    fiber length over optimal          percent
    l5s1_compression_N            compression of the lowest disc     N
"""

from __future__ import annotations

from collections.abc import Mapping

ANGLE, MOMENT, EFFORT, LENGTH = "_deg", "_moment_Nm", "_effort_percent", "_length_percent"
COMPRESSION = "l5s1_compression_N"
HIP, KNEE, SPINE = "hip_flexion_deg", "knee_flexion_deg", "spine_change_deg"
SIGNATURE = "signature"
UNITS = {ANGLE: "°", MOMENT: "N·m", EFFORT: "%", LENGTH: "%", COMPRESSION: "N"}

# The plots to choose from, and the curves in each; of both sides the near one is shown.
PLOTS: Mapping[str, tuple[str, ...]] = {
    "angles": (HIP, KNEE, "ankle_dorsiflexion_deg", SPINE),
    "moments": tuple(
        f"{joint}{MOMENT}" for joint in ("hip_near", "knee_near", "ankle_near", "l5s1")
    ),
    "efforts": tuple(
        f"{group}_near{EFFORT}"
        for group in ("glutes", "hamstrings", "back_extensors", "quadriceps")
    ),
    "disc": (COMPRESSION,),
    SIGNATURE: (HIP, KNEE),
}


def kind_of(id_: str) -> str:
    """The ending that says what kind of curve it is; raises KeyError for none of them."""
    for kind in UNITS:
        if id_.endswith(kind):
            return kind
    raise KeyError(id_)


def subject(id_: str) -> str:
    """What the curve is of: a measure, a joint or a muscle group."""
    kind = kind_of(id_)
    return id_ if kind in (ANGLE, COMPRESSION) else id_.removesuffix(kind)
