"""What the file of passive tissue holds, and that it agrees.

The bounds are a little wider than people are; beyond them a number is a slip of the keyboard.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hinge_tutor.body.muscle_names import LEG, LUMBAR
from hinge_tutor.shape import SOURCED, Disagreement, Flag, Number, Numbers, Rows, Table, Text

_ANGLES_DEG = Numbers(-180.0, 180.0, 2, rising=True)
_SLOPE = Number(-0.3, 0.3)
_JOINT = Table(
    {
        "offset_Nm": Number(-100.0, 100.0),
        "terms": Rows(
            Table(
                {
                    "sign": Number(-1.0, 1.0),
                    "constant": Number(-20.0, 10.0),
                    **{f"{joint}?": _SLOPE for joint in LEG},
                    "hamstrings?": Flag(),
                }
            )
        ),
        **SOURCED,
    }
)
PASSIVE = Table(
    {
        **dict.fromkeys(LEG, _JOINT),
        "measured_deg": Table({**dict.fromkeys(LEG, _ANGLES_DEG), **SOURCED}),
        "hamstrings": Table({"reference_deg": Number(30.0, 130.0), **SOURCED}),
        "scale": Table({"mass_kg": Number(30.0, 200.0), "height_m": Number(1.0, 2.5), **SOURCED}),
        "lumbar": Table(
            {
                "full_flexion_deg": Number(10.0, 120.0),
                "full_flexion_source": Text(),
                "male_Nm": Number(1.0, 1000.0),
                "female_Nm": Number(1.0, 1000.0),
                "female_mass_kg": Number(30.0, 200.0),
                "female_height_m": Number(1.0, 2.5),
                "female_source": Text(),
                "shape": Number(0.1, 20.0),
                "shape_source": Text(),
                "share": Table({**dict.fromkeys(LUMBAR, Number(0.0, 5.0)), **SOURCED}),
                **SOURCED,
            }
        ),
        "calibration": Table(
            {
                **dict.fromkeys(("hamstrings", "glutes", "adductor_magnus"), Number(-1.0, 1.0)),
                "fit_error_Nm": Number(0.0, 100.0),
                **SOURCED,
            }
        ),
    }
)


def passive_agrees(data: dict[str, Any]) -> Iterator[Disagreement]:
    for joint in LEG:
        if not data[joint]["terms"]:
            yield (joint, "terms"), "there are no terms; write at least one"
