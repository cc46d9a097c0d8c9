"""Props at the leg: a line over the ankle, a gauge of the hamstrings, a line through the hip."""

from __future__ import annotations

from hinge_tutor.stage.lamps import PropView, add_text
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.picture import Strokes, flat

# The gauge lies this far behind the thigh's bone, beyond the skin at its back.
BEHIND_MM, GAUGE_PENS = 125.0, 5.0
# The hip line goes on from the thigh over the hip, in shares of the thigh.
ABOVE_SHARE = 0.75


def add_shin_line(view: PropView, moment: Moment) -> None:
    """An upright line over the ankle as high as the shin is long, and the shin's angle to it."""
    sizes, words = moment.sizes, moment.words
    ankle = moment.at("ankle_near")
    top = ankle + 1j * 1000.0 * moment.pose.body.lengths_m["shank"]
    line = (ankle.real, moment.ground, top.real, top.imag)
    view.before.append(
        Strokes("shin_line", "props", line, "guide", 1.6 * sizes.pen, 4.0 * sizes.pen)
    )
    said = words.quantity("shin_angle_deg", moment.measure("shin_angle_deg"))
    at = ankle + 0.45 * (top - ankle)
    add_text(view, "shin_line", at, f"{words.prop('shin_line')} {said}", sizes, (1, -1))


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
    # Beyond the gauge's end, where the text does not cover it.
    past = stop + 1.6 * sizes.text * way / max(abs(way), 1e-9)
    add_text(view, "gauge", past, f"{words.prop('hamstring_gauge')} {said}", sizes)


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
    add_text(view, "hip_line", tip, f"{words.prop('hip_line')} {said}", sizes, (1, -1))
