"""Figures as they are written: with their unit, and tiny ones as powers of ten."""

from __future__ import annotations

import math

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# A unit that stands right behind its number.
CLOSE_UNITS = ("°",)
# With more decimals than this a figure is about rounding: only its size tells anything.
MOST_PLAIN = 3


def written(value: float, decimals: int, unit: str = "") -> str:
    """`−49.6 N·m`, `57.4°`, `6·10⁻¹³ N·m`."""
    if not math.isfinite(value):
        return "—"
    if decimals > MOST_PLAIN:
        return _with(_power(value), unit)
    text = f"{value:.{decimals}f}"
    return _with(text.removeprefix("-") if float(text) == 0.0 else text, unit)


def bound(value: float, decimals: int, unit: str = "") -> str:
    """A number of a target, without zeros at its end: `137`, `0.05`."""
    if not math.isfinite(value) or decimals > MOST_PLAIN:
        return written(value, decimals, unit)
    return _with(f"{round(value, decimals):g}", unit)


def _with(text: str, unit: str) -> str:
    gap = "" if not unit or unit in CLOSE_UNITS else " "
    return text.replace("-", "−") + gap + unit


def _power(value: float) -> str:
    if value == 0.0:
        return "0"
    factor, power = f"{value:.0e}".split("e")
    ten = f"10{str(int(power)).translate(_RAISED)}"
    return ten if factor == "1" else f"{factor}·{ten}"
