"""Figures of the reference man that are held against published values and orders."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.check.evidence import reference_man as man
from hinge_tutor.check.evidence.repetitions import own
from hinge_tutor.check.evidence.row import Figure
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.mechanics.efforts import efforts

Figures = Mapping[str, Figure]

ANKLES = (25, 30, 35)
# The lightest load that wakes the back is looked for below this, to this.
WAKES_AT_MOST_KG, WAKES_WITHIN_KG = 40.0, 0.05
SILENT = 0.05
BEND_PARTS = np.linspace(0.0, 1.0, 101)
LOADED_BEND_KG = 20.0


def one(value: float, note: str = "", **told: str) -> Figures:
    """The figure of a family of one row."""
    return {"": Figure((float(value),), note, told)}


def one_order(*values: float) -> Figures:
    """The figure of an order: values that should fall."""
    return {"": Figure(tuple(float(value) for value in values))}


# ── moments and angles ───────────────────────────────────────────────────────────────────────────


def hinge_moments() -> Figures:
    """Net moments of hip, L5/S1 and knee in the hinge, without a load and with 40 kg."""
    return {
        f"{joint}{'_40kg' if kg else ''}": Figure((man.hinge(kg).moment_Nm(joint),))
        for kg in (0.0, 40.0)
        for joint in ("hip", "l5s1", "knee")
    }


def squat_lean() -> Figures:
    """Lean of the thorax with the thigh horizontal, by the angle of the ankle."""
    return {str(ankle): Figure((man.squat(ankle).lean_deg(),)) for ankle in man.SQUAT_LEAN_DEG}


# ── efforts ──────────────────────────────────────────────────────────────────────────────────────


def squat_effort(part: str, kg: float = 0.0) -> Figures:
    """Effort of a group, or of the vasti, with the thigh horizontal, by the angle of the ankle."""
    return {str(ankle): _effort(man.squat(ankle, kg), part) for ankle in ANKLES}


def squat_unpressed(part: str) -> Figures:
    """The same if the feet did not press against each other sideways."""
    return {str(ankle): Figure((man.squat(ankle).unpressed(part),)) for ankle in ANKLES}


def barbell_squat_effort(part: str) -> Figures:
    """The same with a bar of 40 kg on the back."""
    return {str(ankle): _effort(man.barbell_squat(ankle), part) for ankle in ANKLES}


def hinge_effort(part: str) -> Figures:
    """Effort of a group, or of the vasti, in the unloaded hinge."""
    return {"": _effort(man.hinge(), part)}


def _effort(still: man.Still, part: str) -> Figure:
    value = still.vasti() if part == "vasti" else still.effort(part)
    lacking = still.efforts.lacking_Nm
    if not lacking:
        return Figure((value,))
    worst = max(lacking, key=lacking.__getitem__)
    told: dict[str, float | str] = {"joint": worst, "lacking_Nm": lacking[worst]}
    return Figure((value,), "lacking", told, answers=False)


def squat_moving() -> Figures:
    """The largest efforts of the shipped squat, moving at its own tempo."""
    take = own("squat")
    found = efforts(take, loads(take))
    return {
        group: Figure((float(found.effort[:, found.groups.index(f"{group}_near")].max()),))
        for group in ("glutes", "adductor_magnus")
    }


# ── the bend ─────────────────────────────────────────────────────────────────────────────────────


def _bend() -> FloatArray:
    """Effort of the back over the parts of a full bend."""
    return np.array([man.bend(float(part)).effort("back_extensors") for part in BEND_PARTS])


def bend_end() -> Figures:
    """Effort of the back at the end of a full unloaded bend."""
    return one(man.bend(1.0).effort("back_extensors"))


def bend_rises() -> Figures:
    """The back's largest effort in a bend, and its effort standing."""
    back = _bend()
    return one_order(back.max(), back[0])


def bend_falls() -> Figures:
    """The back's largest effort in a bend, and its effort at the end."""
    back = _bend()
    return one_order(back.max(), back[-1])


def bend_with_load() -> Figures:
    """The back at the end of a bend with a load held, and without."""
    loaded = man.bend(1.0, LOADED_BEND_KG).effort("back_extensors")
    return one_order(loaded, man.bend(1.0).effort("back_extensors"))


def bend_timing() -> Figures:
    """Where in a full bend the back's effort begins to fall, and where it is silent, percent."""
    back = _bend()
    top = int(back.argmax())
    quiet = np.flatnonzero((back <= SILENT) & (np.arange(len(back)) > top))
    silent = 100 * BEND_PARTS[quiet[0]] if len(quiet) else float("nan")
    return {
        "fall": Figure((float(100 * BEND_PARTS[top]),)),
        "silent": Figure((float(silent),)),
    }


def bend_cancels() -> Figures:
    """The lightest load in the hands that wakes the back at the end of a full bend, kg."""
    light, heavy = 0.0, WAKES_AT_MOST_KG
    while heavy - light > WAKES_WITHIN_KG:
        middle = (light + heavy) / 2
        awake = man.bend(1.0, middle).effort("back_extensors") > SILENT
        light, heavy = (light, middle) if awake else (middle, heavy)
    return one(heavy)


# ── the spine ────────────────────────────────────────────────────────────────────────────────────


def standing_compression() -> Figures:
    """Compression of L5/S1 in standing, N."""
    return one(man.standing().efforts.l5s1_compression_N[0])


def stoop_over_squat() -> Figures:
    """Compression of L5/S1 lifting 15 kg by a stoop over that by a squat."""
    stoop, squat = (man.lifting(each).efforts.l5s1_compression_N[0] for each in (True, False))
    return one(stoop / squat)


def stoop_shear() -> Figures:
    """Shear at L5/S1 by a stoop and by a squat, N."""
    return one_order(*(man.lifting(each).efforts.l5s1_shear_N[0] for each in (True, False)))


def stoop_bending() -> Figures:
    """The moment that stretched tissue gives at L5/S1, by a stoop and by a squat, N·m."""
    lifts = (man.lifting(each).efforts for each in (True, False))
    return one_order(*(each.passive_moment_Nm["l5s1"][0] for each in lifts))
