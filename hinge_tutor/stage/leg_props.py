"""Props at the leg: lines over the ankle and through the hip, the hamstrings as gauge and band."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hinge_tutor.stage.lamps import AHEAD, PropView, add_text
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.shapes import Curve, Disc, Numbers, Strokes, flat
from hinge_tutor.stage.smooth import open_controls

# The gauge lies this far behind the thigh's bone, along the hamstrings.
BEHIND_MM, GAUGE_PENS = 80.0, 5.0
# What the lower back bends on is said once it can be seen.
LEAST_BEYOND_DEG = 1.0
# A rubber band: this wide and loose in standing, thinner as it stretches; from the sit bone to
# below the knee, at the back of the thigh.
BAND_MM, BAND_BEHIND_MM, BAND_ENDS_MM = 26.0, 78.0, (58.0, 55.0)
# How often a loose band goes to and fro, how far at 100 % of its length, and where it is straight.
WAVES, SLACK_MM, TAUT_PERCENT = 6, 16.0, 108.0
# The hip line goes on from the thigh over the hip, in shares of the thigh.
ABOVE_SHARE = 0.75


def add_shin_line(view: PropView, moment: Moment) -> None:
    """An upright line over the ankle as high as the shin is long, and the shin's angle to it."""
    sizes, words = moment.sizes, moment.words
    ankle = complex(*moment.joints["ankle_near"])
    top = ankle + 1j * 1000.0 * moment.pose.body.lengths_m["shank"]
    line = (ankle.real, moment.ground, top.real, top.imag)
    view.before.append(
        Strokes("shin_line", "props", line, "guide", 1.6 * sizes.pen, 4.0 * sizes.pen)
    )
    said = words.quantity("shin_angle_deg", moment.measure("shin_angle_deg"))
    at = ankle + 0.45 * (top - ankle)
    add_text(view, "shin_line", at, f"{words.prop('shin_line')} {said}", sizes, AHEAD)


def add_hamstring_gauge(view: PropView, moment: Moment) -> None:
    """How much of the way to their own limit the hamstrings have gone, along the thigh's back."""
    sizes, words = moment.sizes, moment.words
    limit, reserve = (moment.measure(f"hamstring_{part}_deg") for part in ("limit", "reserve"))
    used = min(max(1.0 - reserve / max(limit, 1.0), 0.0), 1.0)
    hip, knee = moment.at("mid_hip"), moment.at("knee_near")
    way = knee - hip
    out = -1j * way / max(abs(way), 1e-9) * BEHIND_MM
    start, stop = hip + 0.12 * way + out, hip + 0.92 * way + out
    full = start + used * (stop - start)
    for name, end, role, pens in (
        ("gauge", stop, "guide", 0.35 * GAUGE_PENS),
        ("gauge.used", full, "accent", GAUGE_PENS),
    ):
        line = flat((start, end))
        view.before.append(Strokes(name, "props", line, role, pens * sizes.pen))
    across = 1.4 * GAUGE_PENS * sizes.pen * out / BEHIND_MM
    mark = flat((stop - across, stop + across))
    view.before.append(Strokes("gauge.limit", "props", mark, "pressure", 2.0 * sizes.pen))
    said = words.quantity("hamstring_reserve_deg", max(reserve, 0.0))
    if (beyond := moment.measure("lumbar_past_stretch_deg")) >= LEAST_BEYOND_DEG:
        more = words.quantity("lumbar_past_stretch_deg", beyond)
        said = f"{said}, {words.prop('lower_back')} +{more}"
    # Beyond the gauge's end, where the text does not cover it.
    past = stop + 1.6 * sizes.text * way / max(abs(way), 1e-9)
    add_text(view, "gauge", past, f"{words.prop('hamstring_gauge')} {said}", sizes)


def add_hamstring_band(view: PropView, moment: Moment) -> None:
    """The hamstrings as a rubber band: wavy while it is loose, straight and thin when it pulls."""
    sizes, words = moment.sizes, moment.words
    percent = moment.measure("hamstring_length_percent")
    hip, knee, ankle = (moment.at(name) for name in ("mid_hip", "knee_near", "ankle_near"))
    thigh, shin = _along(hip, knee), _along(knee, ankle)
    above, below = BAND_ENDS_MM
    start = hip - 1j * thigh * above - 0.6 * above * thigh
    bend = knee - 1j * thigh * BAND_BEHIND_MM
    stop = knee + below * shin - 1j * shin * above
    way = [start, *_waves(start, bend, percent), bend, stop]
    width = BAND_MM * math.sqrt(100.0 / max(percent, 1.0))
    line = _smooth(way)
    pens = (("band.edge", "outline", width + 2.0 * sizes.pen), ("band", "band", width))
    view.before += [Curve(name, "props", line, "", role, pen) for name, role, pen in pens]
    view.before += [
        Disc("band.end", "props", end.real, end.imag, 0.7 * width, "plate", "outline", sizes.pen)
        for end in (start, stop)
    ]
    said = words.quantity("hamstring_length_percent", percent)
    at = start + 0.55 * (bend - start)
    add_text(view, "hamstring_band", at, f"{words.prop('hamstring_band')} {said}", sizes)


def _smooth(way: Sequence[complex]) -> Numbers:
    """A curve through points."""
    xy = np.array([(z.real, z.imag) for z in way])
    found: Numbers = tuple((open_controls(xy, [False] * len(way)) @ xy).ravel().tolist())
    return found


def _along(start: complex, stop: complex) -> complex:
    return (stop - start) / max(abs(stop - start), 1e-9)


def _waves(start: complex, stop: complex, percent: float) -> list[complex]:
    """Where a loose band goes to and fro; one that is stretched goes straight."""
    loose = min(max((TAUT_PERCENT - percent) / (TAUT_PERCENT - 100.0), 0.0), 2.0)
    aside = 1j * _along(start, stop) * SLACK_MM * loose
    shares = [(number + 0.5) / WAVES for number in range(WAVES)]
    return [
        start + share * (stop - start) + (aside if number % 2 else -aside)
        for number, share in enumerate(shares)
    ]


def add_hip_line(view: PropView, moment: Moment) -> None:
    """The thigh's line carried on over the hip: open hips bring the trunk onto it, not past it."""
    sizes, words = moment.sizes, moment.words
    hip, knee = moment.at("mid_hip"), moment.at("knee_near")
    tip = hip + ABOVE_SHARE * (hip - knee)
    line = flat((knee, tip))
    view.before.append(
        Strokes("hip_line", "props", line, "guide", 1.6 * sizes.pen, 4.0 * sizes.pen)
    )
    said = words.quantity("hip_flexion_deg", moment.measure("hip_flexion_deg"))
    add_text(view, "hip_line", tip, f"{words.prop('hip_line')} {said}", sizes, AHEAD)
