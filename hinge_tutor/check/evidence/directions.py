"""Orders that studies agree on: which muscle works more, which way a moment turns."""

from __future__ import annotations

from hinge_tutor.body.muscles import GROUPS
from hinge_tutor.check.evidence import reference_man as man
from hinge_tutor.check.evidence.predictions import Figures, one, one_order
from hinge_tutor.check.evidence.repetitions import leg_curl, own
from hinge_tutor.check.evidence.row import Figure
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.mechanics.efforts import efforts

SOFT, BENT = man.HINGE["knee_flexion"], man.BENT_KNEE
ANKLE = 30
# The muscles of hip and thigh besides the hamstrings.
THIGH = ("glutes", "quadriceps", "adductor_magnus", "hip_flexors")


def deadlift_order() -> Figures:
    """Hamstrings and quadriceps of a hinge that holds 40 kg: the low end of a Romanian deadlift."""
    return _order(man.hinge(40.0), "hamstrings", "quadriceps")


def deadlift_knee() -> Figures:
    """The knee's net moment there, N·m."""
    return one(man.hinge(40.0).moment_Nm("knee"))


def good_morning_order() -> Figures:
    """Hamstrings and quadriceps of the hinge with a bar on the back."""
    return _order(man.good_morning(), "hamstrings", "quadriceps")


def good_morning_knee() -> Figures:
    """The knee's net moment there, N·m."""
    return one(man.good_morning().moment_Nm("knee"))


def squat_order() -> Figures:
    """Quadriceps and hamstrings with the thigh horizontal."""
    return _order(man.squat(ANKLE), "quadriceps", "hamstrings")


def squat_knee() -> Figures:
    """The knee's net moment there, N·m."""
    return one(man.squat(ANKLE).moment_Nm("knee"))


def knee_and_hamstrings() -> Figures:
    """The hamstrings in a hinge with a soft knee, and with a bent one."""
    return one_order(*(man.hinge(0.0, knee).effort("hamstrings") for knee in (SOFT, BENT)))


def knee_and_vasti() -> Figures:
    """The vasti in a hinge with a bent knee, and with a soft one."""
    return one_order(*(man.hinge(0.0, knee).vasti() for knee in (BENT, SOFT)))


def stoop_quadriceps() -> Figures:
    """The quadriceps of a straight-leg stoop that lifts 15 kg."""
    return one(man.lifting(stooped=True).effort("quadriceps"))


def bar_lean() -> Figures:
    """Lean of the thorax with a bar on the back, and in front, degrees."""
    return one_order(*(man.barbell_squat(ANKLE, at).lean_deg() for at in ("back", "front")))


def leg_curl_order() -> Figures:
    """Hamstrings in a leg curl where they work most, and the most of other thigh muscles there."""
    found = _curled()
    second = max(THIGH, key=found.__getitem__)
    values = (found["hamstrings"], found[second])
    return {"": Figure(values, "second", {"group": second})}


def swing_order() -> Figures:
    """Glutes, back and quadriceps of a kettlebell swing, each where it works most in the throw."""
    take = own("kettlebell-swing")
    found, throw = efforts(take, loads(take)), take.during(("ascent",))
    groups = ("glutes", "back_extensors", "quadriceps")
    most = (found.effort[throw, found.groups.index(f"{group}_near")].max() for group in groups)
    return one_order(*(float(value) for value in most))


def leg_curl_below() -> Figures:
    """Shin and calf at the same moment."""
    found = _curled()
    return {group: Figure((found[group],)) for group in ("shin", "calf")}


def _curled() -> dict[str, float]:
    """Effort of each group of the near side where the hamstrings work most in a leg curl."""
    take = leg_curl()
    found = efforts(take, loads(take))
    top = int(found.effort[:, found.groups.index("hamstrings_near")].argmax())
    return {
        group: float(found.effort[top, found.groups.index(f"{group}_near")]) for group in GROUPS
    }


def _order(still: man.Still, *groups: str) -> Figures:
    return one_order(*(still.effort(group) for group in groups))
