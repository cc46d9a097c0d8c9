"""What a repetition measures, by name, in the unit that the name ends with.

One value for the take is a float, a value at each of its N samples an array (N). What each measure
is, with its equation, is said where it is computed:
    travel.py     hips, knees, hands, heels         angles.py    joints, trunk, shin, arm, neck
    fold.py       shares of the fold                stretch.py   hamstrings, and the back past them
    pressing.py   center of pressure                carrying.py  path, distance, lever of a load
    order.py      what moves first                  lockout.py   beyond standing
    dowel.py      gaps to a rod along the back      goals.py     gaps to wall, door, box
    throwing.py   swing's period, heights, jump
A take has only those measures that it has something to say about; where one is not a number, it
says nothing at that sample. Measures come in families that are computed together, each of them when
one of its members is first asked for: a picture needs a few, a rule one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.coaching.angles import angles
from hinge_tutor.coaching.carrying import carrying, path_width
from hinge_tutor.coaching.fold import shares
from hinge_tutor.coaching.goals import goals
from hinge_tutor.coaching.lockout import lockout, overshoot
from hinge_tutor.coaching.moments import turn_index
from hinge_tutor.coaching.order import order
from hinge_tutor.coaching.pressing import pressing
from hinge_tutor.coaching.throwing import throwing
from hinge_tutor.coaching.travel import farthest, travels
from hinge_tutor.mechanics.bracing import pressure_kept

if TYPE_CHECKING:
    from hinge_tutor.mechanics.dynamics import Loads
    from hinge_tutor.motion.take import Take

# Every measure that a take may have, by its family: first one value each, then one over time.
_SINGLE: dict[str, tuple[str, ...]] = {
    "farthest": (
        "hip_back_cm",
        "hip_down_cm",
        "hip_back_per_down",
        "knee_forward_cm",
        "hand_height_cm",
    ),
    "fold": (
        "share_hip_percent",
        "share_spine_percent",
        "share_knee_percent",
        "share_ankle_percent",
        "share_lumbar_percent",
    ),
    "width": ("load_path_width_cm",),
    "order": ("hips_lead_s", "hips_before_chest_percent", "lean_gained_deg"),
    "lockout": ("lockout_overshoot_deg",),
    "throwing": ("swing_period_s", "load_top_cm", "load_above_chest_cm", "jump_height_cm"),
}
_OVER_TIME: dict[str, tuple[str, ...]] = {
    "travel": (
        "hip_back_m",
        "hip_down_m",
        "hip_behind_heels_m",
        "knee_forward_m",
        "hand_height_m",
        "heel_height_cm",
    ),
    "angles": (
        "trunk_lean_deg",
        "thorax_lean_deg",
        "pelvis_pitch_deg",
        "lumbar_change_deg",
        "thoracic_change_deg",
        "spine_change_deg",
        "neck_change_deg",
        "shin_angle_deg",
        "arm_angle_deg",
        "hip_flexion_deg",
        "knee_flexion_deg",
        "ankle_dorsiflexion_deg",
    ),
    "stretch": (
        "hamstring_limit_deg",
        "hamstring_reserve_deg",
        "lumbar_past_stretch_deg",
        "hamstring_length_percent",
    ),
    "overshoot": ("hip_overshoot_deg", "lumbar_overshoot_deg"),
    "carrying": ("hand_to_leg_cm", "hand_lever_cm", "load_lever_cm", "load_path_cm"),
    "pressing": ("cop_base_percent", "cop_foot_percent", "base_margin_cm"),
    "pressure": ("trunk_pressure_percent",),
    "dowel": ("dowel_head_cm", "dowel_upper_back_cm", "dowel_tailbone_cm"),
    "goals": ("wall_gap_cm", "door_gap_cm", "box_gap_cm"),
}
_FAMILY = {
    name: family
    for table in (_SINGLE, _OVER_TIME)
    for family, names in table.items()
    for name in names
}
MEASURES = tuple(_FAMILY)


class Measures(Mapping[str, float | FloatArray]):
    """The measures of a take by name.

    `correct` gives the same movement without its faults, by which props stand. Neither it nor
    `loads` is asked for before a measure needs it.
    """

    def __init__(self, take: Take, loads: Callable[[], Loads], correct: Callable[[], Take]) -> None:
        self._take, self._loads, self._correct = take, loads, correct
        self._singles: dict[str, Mapping[str, float]] = {}
        self._rows: dict[str, Mapping[str, FloatArray]] = {}

    def __getitem__(self, name: str) -> float | FloatArray:
        """One value, or one for each sample (N,); raises KeyError."""
        return self._family(_FAMILY[name])[name]

    def __contains__(self, name: object) -> bool:
        """Whether this take has it."""
        return name in _FAMILY and name in self._family(_FAMILY[str(name)])

    def __iter__(self) -> Iterator[str]:
        """The names of those that this take has."""
        for family in (*_SINGLE, *_OVER_TIME):
            yield from self._family(family)

    def __len__(self) -> int:
        """How many this take has."""
        return sum(1 for _ in self)

    def _family(self, name: str) -> Mapping[str, float | FloatArray]:
        return self._single(name) if name in _SINGLE else self._row(name)

    def _single(self, family: str) -> Mapping[str, float]:
        if family not in self._singles:
            self._singles[family] = self._single_of(family)
        return self._singles[family]

    def _row(self, family: str) -> Mapping[str, FloatArray]:
        if family not in self._rows:
            found = self._row_of(family)
            self._rows[family] = {name: frozen(values) for name, values in found.items()}
        return self._rows[family]

    @cached_property
    def _turn(self) -> int:
        return turn_index(self._take)

    def _single_of(self, family: str) -> Mapping[str, float]:
        take, row = self._take, self._row
        match family:
            case "farthest":
                return farthest(row("travel"), self._turn)
            case "fold":
                return shares(take, row("angles"), self._turn)
            case "width":
                return path_width(row("carrying"))
            case "order":
                return order(take, row("angles"))
            case "lockout":
                return lockout(take, row("overshoot"))
            case _:
                return throwing(take)

    def _row_of(self, family: str) -> Mapping[str, FloatArray]:
        take, row = self._take, self._row
        match family:
            case "travel":
                return travels(take)
            case "angles":
                return angles(take)
            case "stretch":
                # The lengths of muscles need their tables, which a figure that stands does not.
                from hinge_tutor.coaching.stretch import stretch

                return stretch(take, row("angles")["lumbar_change_deg"])
            case "overshoot":
                return overshoot(take, row("angles"))
            case "carrying":
                return carrying(take)
            case "pressing":
                return pressing(take, self._loads())
            case "pressure":
                return {"trunk_pressure_percent": 100.0 * pressure_kept(take)}
            case "dowel":
                from hinge_tutor.coaching.dowel import dowel_gaps

                return dowel_gaps(take.pose)
            case _:
                return goals(take, take.movement.props, self._correct)


def measures(take: Take, loads: Loads, correct: Callable[[], Take] | None = None) -> Measures:
    """The measures of a take; one without faults is its own correct one."""
    return Measures(take, lambda: loads, correct or (lambda: take))
