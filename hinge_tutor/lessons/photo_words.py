"""What is said of a client's photo: how well the marks fit, balance, the target, what differs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from hinge_tutor.coaching.photo_reading import HANDS
from hinge_tutor.coaching.sights import SIGHTS, sights
from hinge_tutor.coaching.travel import CM
from hinge_tutor.lessons.difference_words import sight_in_words
from hinge_tutor.lessons.numerals import signed
from hinge_tutor.lessons.photo import Reading
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.photo_places import Point
from hinge_tutor.motion.photo_pose import Fit

# Marks that miss the body by more than careful ones do in the mean.
GOOD_CM = 3.0
# A foot that is further off the floor than its two marks are by themselves (.8 and 1 cm at 18 cm
# are 4°, three of which are rare).
LEVEL_DEG = 12.0
# What a client's body can be given more of.
GIVEN = ("hamstrings", "ankle_dorsiflexion")
# The angles that are told with their spreads: sight, and what it is called.
ANGLES = {
    "trunk": "trunk_lean_deg",
    "hip": "hip_flexion_deg",
    "knee": "knee_flexion_deg",
    "shin": "shin_angle_deg",
    "lower_back": "lumbar_change_deg",
    "neck": "neck_change_deg",
}


def place_told(name: str, at: Point, size: tuple[int, int], placed: bool, words: Words) -> str:
    """`Knee, at 43 percent across, 60 percent down`"""
    values = {"across": 100 * at[0] / size[0], "down": 100 * at[1] / size[1]}
    return words.photo("at" if placed else "waiting", {"mark": name, **values})


def fit_told(fit: Fit, words: Words) -> Iterator[str]:
    """How well the marks fit, what holds the body back, and whether the foot lies flat."""
    missed = CM * fit.missed_m
    worst = max(fit.missed, key=lambda name: fit.missed[name])
    values: Mapping[str, float | str] = {"cm": missed, "mark": words.mark_in_full(worst)}
    yield words.photo("fits" if missed <= GOOD_CM else "fits_badly", values)
    held = [words.limit_name(name) for name in fit.held if name in GIVEN]
    if held:
        yield words.photo("held", {"limit": words.listed(held)})
    tilt = fit.foot_tilt
    if tilt is not None and abs(math.degrees(tilt)) > LEVEL_DEG:
        yield words.photo("foot", {"degrees": abs(math.degrees(tilt))})


def balance_told(reading: Reading, words: Words) -> str:
    """Where the weight is, and by how much the pose would not stand."""
    beyond = CM * reading.balance.beyond_m
    if round(beyond) == 0:
        return words.photo("over_foot", {"cm": CM * reading.balance.at_m})
    return words.photo("ahead" if beyond > 0 else "behind", {"cm": abs(beyond)})


def match_told(reading: Reading, words: Words) -> str:
    """Which moment of the target stands beside the pose."""
    by = "hands" if reading.match.by == HANDS else "trunk"
    if reading.match.short:
        return words.photo(f"match_short_{by}", {"by": reading.match.short})
    return words.photo(f"match_{by}")


def differences_told(reading: Reading, words: Words) -> str:
    """What is otherwise than in the target."""
    if not reading.differences:
        return words.photo("same")
    what = words.listed([sight_in_words(each, words) for each in reading.differences])
    return words.photo("differs", {"what": what})


def rules_told(reading: Reading, words: Words) -> str:
    """The form rules that are left, each once, and whether a photo tells of all."""
    found = dict.fromkeys(words.finding(each) for each in reading.findings)
    said = words.photo("rules", {"what": " ".join(found)}) if found else words.photo("rules_kept")
    return f"{said} {words.photo('unsure')}" if reading.unsure else said


def angles_told(reading: Reading, words: Words) -> Iterator[str]:
    """Each angle with what the marks leave open of it."""
    take = reading.pose.take
    values = sights(take, take.q[0])
    for sight, measure in ANGLES.items():
        yield words.photo(
            "angle",
            {
                "name": words.measure(measure).name,
                "degrees": round(float(values[SIGHTS.index(sight)])) + 0.0,
                "spread": reading.spread[sight],
            },
        )


def proportions_told(found: Mapping[str, float], words: Words) -> str:
    """What the marks suggest of the body's proportions."""
    return words.photo(
        "proportions", {name: f"{signed(f'{share:+.0f}')}\u00a0%" for name, share in found.items()}
    )
