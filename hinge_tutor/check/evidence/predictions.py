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
SOFT, BENT = man.HINGE["knee_flexion"], man.BENT_KNEE
SILENT = 0.05
BEND_PARTS = np.linspace(0.0, 1.0, 101)
LOADED_BEND_KG = 20.0


def one(value: float, note: str = "", **told: str) -> Figures:
    """The figure of a family of one row."""
    return {"": Figure((float(value),), note, told)}


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
    found = {ankle: man.squat(ankle, kg) for ankle in ANKLES}
    return {str(ankle): _effort(each, part) for ankle, each in found.items()}


def hinge_effort(part: str) -> Figures:
    """Effort of a group, or of the vasti, in the unloaded hinge."""
    return {"": _effort(man.hinge(), part)}


def _effort(still: man.Still, part: str) -> Figure:
    value = still.muscle(part) if part == "vasti" else still.effort(part)
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


# ── published directions ─────────────────────────────────────────────────────────────────────────


def one_order(*values: float) -> Figures:
    """The figure of an order: values that should fall."""
    return {"": Figure(tuple(float(value) for value in values))}


def deadlift_order() -> Figures:
    """Hamstrings and quadriceps of a hinge that holds 40 kg: the low end of a Romanian deadlift."""
    return _order(man.hinge(40.0), "hamstrings", "quadriceps")


def deadlift_knee() -> Figures:
    """The knee's net moment there, N·m."""
    return one(man.hinge(40.0).moment_Nm("knee"))


def squat_order() -> Figures:
    """Quadriceps and hamstrings with the thigh horizontal."""
    return _order(man.squat(30), "quadriceps", "hamstrings")


def squat_knee() -> Figures:
    """The knee's net moment there, N·m."""
    return one(man.squat(30).moment_Nm("knee"))


def knee_and_hamstrings() -> Figures:
    """The hamstrings in a hinge with a soft knee, and with a bent one."""
    return one_order(*(man.hinge(0.0, knee).effort("hamstrings") for knee in (SOFT, BENT)))


def knee_and_vasti() -> Figures:
    """The vasti in a hinge with a bent knee, and with a soft one."""
    return one_order(*(man.hinge(0.0, knee).muscle("vasti") for knee in (BENT, SOFT)))


def stoop_quadriceps() -> Figures:
    """The quadriceps of a straight-leg stoop that lifts 15 kg."""
    return one(man.lifting(stooped=True).effort("quadriceps"))


def _order(still: man.Still, *groups: str) -> Figures:
    return one_order(*(still.effort(group) for group in groups))
