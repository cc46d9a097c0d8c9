"""What was fitted to measurements, and how well the fit still holds."""

from __future__ import annotations

from functools import cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.muscle_groups import of_anatomy
from hinge_tutor.body.muscle_lengths import lengths_and_arms
from hinge_tutor.body.muscle_names import LEG
from hinge_tutor.body.muscles import LUMBAR, SIDE, heads, lumbar_share, strengths, table
from hinge_tutor.body.skeleton import body
from hinge_tutor.check.evidence import reference_man as man
from hinge_tutor.check.evidence.predictions import Figures, one
from hinge_tutor.check.evidence.row import Figure
from hinge_tutor.check.evidence.targets import leg_arms, trunk_arms
from hinge_tutor.mechanics.forces import capacity
from hinge_tutor.mechanics.passive import full_lumbar_moment, leg_moments

# A kink that no polynomial follows; read from a table instead.
KINKED = ("vasti", "rectus_femoris")
# Names that the published trunk model has, and the heads that they are here.
PARTS = {
    "longissimus_lumborum": ("longissimus_lower", "longissimus_middle", "longissimus_upper"),
}
# The grid of the passive fit, degrees.
HIPS, KNEES = range(0, 100, 10), range(0, 100, 20)


# ── moment arms ──────────────────────────────────────────────────────────────────────────────────


def leg_arm_fit(kinked: bool) -> Figures:
    """The largest miss of a published arm of the leg, mm, and whose it is."""
    missed = [
        (float(np.abs(_ours(muscle, q, column) - published).max()), muscle, LEG[column])
        for muscle in leg_arms()["muscles"]
        if (muscle in KINKED) == kinked
        for q, column, published in _published(muscle)
    ]
    worst, muscle, joint = max(missed)
    return one(worst, "worst_arm", muscle=muscle, joint=joint)


def _published(muscle: str) -> list[tuple[FloatArray, int, FloatArray]]:
    columns = leg_arms()["muscles"][muscle]
    q = np.zeros((max(len(values) for values in columns.values()), len(SIDE)))
    for column, joint in enumerate(LEG):
        q[:, column] = np.radians(columns.get(f"{joint}_deg", 0.0))
    return [
        (q, column, np.array(columns[f"{joint}_mm"]))
        for column, joint in enumerate(LEG)
        if f"{joint}_mm" in columns
    ]


def _ours(muscle: str, q: FloatArray, column: int) -> FloatArray:
    """The arm of a muscle in mm; of its parts by their strength where it has several."""
    _, arms = lengths_and_arms(q)
    ours: FloatArray = 1000 * arms[column] @ _weights(muscle)
    return ours


def _weights(muscle: str) -> FloatArray:
    """Weights (M,) of one head, or of the heads of an anatomical group by their strength."""
    names = [head.name for head in heads()]
    if muscle in names:
        return np.array([name == muscle for name in names], dtype=np.float64)
    members = of_anatomy()
    weights: FloatArray = members.weights[:, members.names.index(muscle)]
    return weights


def _heads_of(muscle: str) -> list[int]:
    wanted = PARTS.get(muscle, (muscle,))
    names = [head.name for head in heads()]
    exact = [number for number, name in enumerate(names) if name in wanted]
    return exact or [n for n, name in enumerate(names) if name.startswith(f"{muscle}_")]


def trunk_arm_fit() -> Figures:
    """The largest miss of a published arm of the trunk, mm, and whose it is."""
    missed = []
    for muscle, columns in trunk_arms()["muscles"].items():
        parts = _heads_of(muscle)
        for level, joint in enumerate(LUMBAR):
            if not parts:
                continue
            column = SIDE.index(joint)
            q = np.zeros((len(columns["flexion_deg"]), len(SIDE)))
            q[:, column] = np.radians(columns["flexion_deg"]) * lumbar_share(joint)
            _, arms = lengths_and_arms(q)
            force = sum(heads()[part].fmax_N * heads()[part].crossing[level] for part in parts)
            if force == 0.0:
                continue
            moment = -arms[column][:, parts] @ np.array([heads()[part].fmax_N for part in parts])
            off = np.abs(1000 * moment / force - np.array(columns[f"{joint}_mm"]))
            missed.append((float(off.max()), muscle, joint))
    worst, muscle, joint = max(missed)
    return one(worst, "worst_arm", muscle=muscle, joint=joint)


# ── passive tissue ───────────────────────────────────────────────────────────────────────────────


def slack_fit() -> Figures:
    """Root mean square of what the muscles' passive hip moment misses of the measured, N·m."""
    q = _grid()
    measured = leg_moments(body("default"), q)[:, 0]
    return one(np.sqrt(np.mean((_passive_hip(q) - measured) ** 2)))


def slack_shifts() -> Figures:
    """The shifts of tendon slack, in optimal fiber lengths."""
    row = table("passive")["calibration"]
    return {group: Figure((float(row[group]),)) for group in ("hamstrings", "glutes")}


@cache
def _grid() -> FloatArray:
    """Where measured tissue extends the hip."""
    q = np.zeros((len(HIPS) * len(KNEES), len(SIDE)))
    q[:, :2] = np.radians([(hip, knee) for hip in HIPS for knee in KNEES])
    chosen: FloatArray = q[leg_moments(body("default"), q)[:, 0] > 0.0]
    return chosen


def _passive_hip(q: FloatArray) -> FloatArray:
    length, arms = lengths_and_arms(q)
    force = capacity(length, np.zeros_like(length)).passive * strengths(body("default"))
    extending = ("hamstrings", "glutes", "adductor_magnus")
    columns = [number for number, head in enumerate(heads()) if head.group in extending]
    found: FloatArray = -(force * arms[SIDE.index("hip")])[:, columns].sum(axis=1)
    return found


# ── the lower back ───────────────────────────────────────────────────────────────────────────────


def full_flexion() -> Figures:
    """Passive moment over L5/S1 at full lumbar flexion, N·m, of the reference man and woman."""
    return {
        "male": Figure((full_lumbar_moment(body("default")),)),
        "female": Figure((full_lumbar_moment(body("sex=female,height=1.63,mass=61")),)),
    }


def full_bend_shares() -> Figures:
    """Moments of weight at the upper lumbar joints over that at L5/S1, in a full bend."""
    still = man.bend(1.0)
    lowest = still.moment_Nm(LUMBAR[0])
    return {joint: Figure((still.moment_Nm(joint) / lowest,)) for joint in LUMBAR[1:]}
