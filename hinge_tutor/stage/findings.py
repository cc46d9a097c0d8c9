"""What the form rules find at a moment, shown where it is: an outline, a sign and a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hinge_tutor.coaching.verdicts import Verdict
from hinge_tutor.stage.labels import Wish, half_plate
from hinge_tutor.stage.lamps import PropView
from hinge_tutor.stage.layers import Sizes
from hinge_tutor.stage.marks import DIAMOND_EM, LAYER, outline, sign
from hinge_tutor.stage.moment import Moment

# More marks on one figure are looked at by nobody; those that are kept need only one.
MOST_LEFT, MOST_KEPT = 3, 1
# Signs stand behind the body as it faces, or ahead of it.
BEHIND, AHEAD = 1.0, -1.0
# The place under the feet where the floor presses.
PRESSURE = "pressure"
# What these tell is seen against a teaching prop only.
NEEDS_PROPS = frozenset(
    {
        "dowel_head_cm",
        "dowel_upper_back_cm",
        "dowel_tailbone_cm",
        "wall_gap_cm",
        "door_gap_cm",
        "box_gap_cm",
    }
)


@dataclass(frozen=True)
class Place:
    """Landmarks from below upward with the distance of the edge around them, mm."""

    landmarks: tuple[str, ...]
    radius: float
    side: float = BEHIND


_LOWER_BACK = Place(("l5s1", "l3l4", "l1l2"), 58.0)
_TRUNK = Place(("l5s1", "thoracic_lower", "c7"), 75.0)
_HIP = Place(("mid_hip",), 105.0)
_KNEE = Place(("knee_near",), 82.0, AHEAD)
_HAND = Place(("hand_near",), 70.0, AHEAD)
_FOOT = Place((PRESSURE,), 42.0, AHEAD)
# Radii cover the part as it is drawn on a person of usual size: a knee, a shin, a trunk's depth.
PLACES: Mapping[str, Place] = {
    "lumbar_change_deg": _LOWER_BACK,
    "lumbar_past_stretch_deg": _LOWER_BACK,
    "thoracic_change_deg": Place(("thoracic_lower", "thoracic_upper"), 66.0),
    "dowel_tailbone_cm": Place(("tailbone",), 50.0),
    "dowel_upper_back_cm": Place(("high_back",), 50.0),
    "dowel_head_cm": Place(("occiput",), 50.0),
    "hamstring_reserve_deg": Place(("knee_near", "hip_near"), 88.0),
    "wall_gap_cm": Place(("buttock",), 60.0),
    "door_gap_cm": Place(("buttock",), 60.0),
    "box_gap_cm": _HAND,
    "shin_angle_deg": Place(("ankle_near", "knee_near"), 66.0, AHEAD),
    "knee_flexion_deg": _KNEE,
    "hips_lead_s": _KNEE,
    "trunk_lean_deg": _TRUNK,
    "lean_gained_deg": _TRUNK,
    "hips_before_chest_percent": _HIP,
    "lockout_overshoot_deg": _HIP,
    "hip_overshoot_deg": _HIP,
    "base_margin_cm": _FOOT,
    "cop_foot_percent": _FOOT,
    "heel_height_cm": Place(("heel_near",), 52.0),
    "neck_change_deg": Place(("c7", "head"), 62.0),
    "arm_angle_deg": Place(("hand_near", "elbow_near", "shoulder_near"), 52.0, AHEAD),
    "hand_to_leg_cm": _HAND,
    "load_path_width_cm": _HAND,
    "trunk_pressure_percent": Place(("l5s1", "l1l2"), 105.0, AHEAD),
}


def add_findings(view: PropView, moment: Moment, verdicts: Sequence[Verdict], props: bool) -> None:
    """The marks of a moment: one for each place, with the words of its first rule.

    `props` says whether teaching props are shown, without which some rules say nothing.
    """
    places: dict[Place, Verdict] = {}
    for verdict in verdicts:
        if props or verdict.rule.measure not in NEEDS_PROPS:
            places.setdefault(PLACES[verdict.rule.measure], verdict)
    for place, verdict in list(places.items())[: _most(verdicts)]:
        _add(view, moment, place, verdict)


def _most(verdicts: Sequence[Verdict]) -> int:
    return MOST_KEPT if all(verdict.kept for verdict in verdicts) else MOST_LEFT


def _add(view: PropView, moment: Moment, place: Place, verdict: Verdict) -> None:
    sizes = moment.sizes
    name = f"finding.{verdict.rule.id}"
    ends = [_at(moment, landmark) for landmark in place.landmarks]
    at = _edge(ends, place)
    view.before += outline(name, ends, place.radius, verdict.kept, sizes)
    view.before += sign(name, at, verdict.kept, sizes)
    reach = DIAMOND_EM * sizes.text
    view.taken.append((at.real - reach, at.imag - reach, at.real + reach, at.imag + reach))
    if not verdict.kept:
        text = moment.words.rule(verdict.rule.id)
        view.wishes.append(_told(name, text, at, place.side, sizes))


def _at(moment: Moment, landmark: str) -> complex:
    if landmark == PRESSURE:
        return complex(moment.placed_m(complex(moment.pressure_x)).real, moment.ground)
    return moment.at(landmark)


def _edge(ends: Sequence[complex], place: Place) -> complex:
    """Where the sign stands: on the edge, half-way along, behind the part or ahead of it."""
    way = ends[-1] - ends[0]
    across = 1j * way / abs(way) if len(ends) > 1 else -1.0 + 0j
    middle = ends[len(ends) // 2] if len(ends) % 2 else (ends[0] + ends[-1]) / 2
    return middle + place.side * place.radius * across


def _told(name: str, text: str, at: complex, side: float, sizes: Sizes) -> Wish:
    """The words, beside their sign on its outer side, or over or under it.

    A line that leads to them from afar ends at the sign's outer edge.
    """
    size = sizes.text
    half_w, half_h = half_plate(text, size)
    aside, up = half_w + 1.2 * size, half_h + 1.2 * size
    out = -side
    ring = (
        *(complex(out * aside, level * up) for level in (0.0, 0.7, -0.7)),
        *(complex(out * lean * half_w, level * up) for lean in (0.0, 0.7) for level in (1.0, -1.0)),
        complex(-out * aside, 0.0),
        *(complex(out * aside, level * up) for level in (1.6, -1.6, 2.6)),
    )
    edge = out * DIAMOND_EM * size
    return Wish(name, LAYER, text, at + edge, tuple(each - edge for each in ring))
