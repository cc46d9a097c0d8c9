"""Every row of the proof: which computation gives which family its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from hinge_tutor.check.evidence import (
    calibration,
    comparison,
    directions,
    identities,
    placing,
    predictions,
)
from hinge_tutor.check.evidence.predictions import Figures
from hinge_tutor.check.evidence.row import Row
from hinge_tutor.check.evidence.targets import families

# A family of `targets.toml` that is not named here is not computed yet; its row says so.
COMPUTED: Mapping[str, Callable[[], Figures]] = {
    # identities
    "engines": comparison.net_moments,
    "engines_small": comparison.net_moments_of_every_kind,
    "still_pressure": identities.still_pressure,
    "moving_pressure": identities.moving_pressure,
    "arm_is_slope": identities.arm_is_slope,
    "sharing": identities.sharing,
    # recalculated
    "hinge_moments": predictions.hinge_moments,
    "squat_lean": predictions.squat_lean,
    # independent
    "hinge_vasti": partial(predictions.hinge_effort, "vasti"),
    "hinge_hamstrings": partial(predictions.hinge_effort, "hamstrings"),
    "hinge_glutes": partial(predictions.hinge_effort, "glutes"),
    "squat_hamstrings": partial(predictions.squat_effort, "hamstrings"),
    "squat_vasti": partial(predictions.squat_effort, "vasti"),
    "standing_compression": predictions.standing_compression,
    "stoop_over_squat": predictions.stoop_over_squat,
    # adapted
    "squat_glutes": partial(predictions.squat_effort, "glutes"),
    "squat_adductor": partial(predictions.barbell_squat_effort, "adductor_magnus"),
    "squat_adductor_held": partial(predictions.squat_effort, "adductor_magnus", 40.0),
    # directions
    "deadlift_order": directions.deadlift_order,
    "deadlift_knee": directions.deadlift_knee,
    "good_morning_order": directions.good_morning_order,
    "good_morning_knee": directions.good_morning_knee,
    "squat_order": directions.squat_order,
    "squat_knee": directions.squat_knee,
    "knee_and_hamstrings": directions.knee_and_hamstrings,
    "knee_and_vasti": directions.knee_and_vasti,
    "bar_lean": directions.bar_lean,
    "load_levers": placing.load_levers,
    "load_back": placing.load_back,
    "load_hamstrings": placing.load_hamstrings,
    "band_and_plate": placing.band_and_plate,
    "cable_and_weight": placing.cable_and_weight,
    "leg_curl": directions.leg_curl_order,
    "swing_order": directions.swing_order,
    "stoop_quadriceps": directions.stoop_quadriceps,
    "bend_rises": predictions.bend_rises,
    "bend_falls": predictions.bend_falls,
    "bend_with_load": predictions.bend_with_load,
    "stoop_shear": predictions.stoop_shear,
    "stoop_bending": predictions.stoop_bending,
    # calibrated
    "leg_arms": partial(calibration.leg_arm_fit, kinked=False),
    "kinked_arms": partial(calibration.leg_arm_fit, kinked=True),
    "trunk_arms": calibration.trunk_arm_fit,
    "slack_fit": calibration.slack_fit,
    "slack_shifts": calibration.slack_shifts,
    "full_flexion": calibration.full_flexion,
    "full_bend_shares": calibration.full_bend_shares,
    "bend_end": predictions.bend_end,
    # reported
    "squat_hamstrings_measured": partial(predictions.squat_effort, "hamstrings"),
    "bend_timing": predictions.bend_timing,
    "bend_cancels": predictions.bend_cancels,
    "leg_curl_below": directions.leg_curl_below,
    "squat_glutes_unpressed": partial(predictions.squat_unpressed, "glutes"),
    "squat_adductor_unpressed": partial(predictions.squat_unpressed, "adductor_magnus"),
    "squat_moving": predictions.squat_moving,
    "squat_adductor_alone": partial(predictions.squat_effort, "adductor_magnus"),
}


def rows() -> tuple[Row, ...]:
    """Every row, computed now, in the order of `targets.toml`."""
    return tuple(row for family in families() for row in family_rows(family))


def family_rows(id_: str) -> Iterator[Row]:
    """The rows of one family, computed now."""
    family = families()[id_]
    compute = COMPUTED.get(id_)
    found = compute() if compute is not None else {}
    for case in family.cases(found):
        yield Row(family, case, found.get(case))


def holds(found: tuple[Row, ...]) -> bool:
    """Whether all arithmetic holds: the only rows whose miss is a mistake of the program."""
    return not any(row.verdict == "missed" for row in found if row.family.section == "identity")
