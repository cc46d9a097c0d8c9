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
says nothing at that sample.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.coaching.angles import angles
from hinge_tutor.coaching.carrying import carrying, path_width
from hinge_tutor.coaching.dowel import dowel_gaps
from hinge_tutor.coaching.fold import FOLDING, shares
from hinge_tutor.coaching.goals import goals
from hinge_tutor.coaching.lockout import lockout, overshoot
from hinge_tutor.coaching.moments import at_phase, end_of, turn_index
from hinge_tutor.coaching.order import order
from hinge_tutor.coaching.pressing import pressing
from hinge_tutor.coaching.stretch import stretch
from hinge_tutor.coaching.throwing import throwing
from hinge_tutor.coaching.travel import farthest, travels
from hinge_tutor.mechanics.bracing import pressure_kept

if TYPE_CHECKING:
    from hinge_tutor.mechanics.dynamics import Loads
    from hinge_tutor.motion.take import Take

__all__ = ["FOLDING", "MEASURES", "at_phase", "end_of", "measures", "turn_index"]

# Every measure that a take may have.
MEASURES = (
    "hip_back_cm",
    "hip_down_cm",
    "hip_back_per_down",
    "knee_forward_cm",
    "hand_height_cm",
    "share_hip_percent",
    "share_spine_percent",
    "share_knee_percent",
    "share_ankle_percent",
    "share_lumbar_percent",
    "load_path_width_cm",
    "hips_lead_s",
    "hips_before_chest_percent",
    "swing_period_s",
    "load_top_cm",
    "load_above_chest_cm",
    "jump_height_cm",
    "lean_gained_deg",
    "lockout_overshoot_deg",
    "hip_back_m",
    "hip_down_m",
    "hip_behind_heels_m",
    "knee_forward_m",
    "hand_height_m",
    "heel_height_cm",
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
    "hamstring_limit_deg",
    "hamstring_reserve_deg",
    "lumbar_past_stretch_deg",
    "hamstring_length_percent",
    "hip_overshoot_deg",
    "lumbar_overshoot_deg",
    "hand_to_leg_cm",
    "hand_lever_cm",
    "load_lever_cm",
    "load_path_cm",
    "cop_base_percent",
    "cop_foot_percent",
    "base_margin_cm",
    "trunk_pressure_percent",
    "dowel_head_cm",
    "dowel_upper_back_cm",
    "dowel_tailbone_cm",
    "wall_gap_cm",
    "door_gap_cm",
    "box_gap_cm",
)


def measures(
    take: Take, loads: Loads, correct: Callable[[], Take] | None = None
) -> Mapping[str, float | FloatArray]:
    """Every measure of a take, by name.

    `correct` gives the same movement without its faults, by which props stand; a take without
    faults is its own.
    """
    turn = turn_index(take)
    ways, turned = travels(take), angles(take)
    beyond, held = overshoot(take, turned), carrying(take)
    single = {
        **farthest(ways, turn),
        **shares(take, turned, turn),
        **path_width(held),
        **order(take, turned),
        **lockout(take, beyond),
        **throwing(take),
    }
    over_time = {
        **ways,
        **turned,
        **stretch(take, turned["lumbar_change_deg"]),
        **beyond,
        **held,
        **pressing(take, loads),
        "trunk_pressure_percent": 100.0 * pressure_kept(take),
        **dowel_gaps(take.pose),
        **goals(take, take.movement.props, correct or (lambda: take)),
    }
    return {**single, **{name: frozen(values) for name, values in over_time.items()}}
