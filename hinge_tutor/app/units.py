"""Numbers of a body and a load as people read them: in metric or in US units."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hinge_tutor.body.specification import ENTRIES
from hinge_tutor.lessons.numerals import signed

METRIC, US = "metric", "us"
UNITS = (METRIC, US)
INCH_M, POUND_KG, FOOT_IN = 0.0254, 0.453_592_37, 12
CM_M = 0.01


@dataclass(frozen=True)
class Scale:
    """A number on a slider: its range, the value of one step, and what a value is called."""

    low: float
    high: float
    step: float
    text: Callable[[float], str]

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last step, both inside the range."""
        first, last = self.low / self.step, self.high / self.step
        return -round(-first + 0.49), round(last - 0.49 + 1e-9)

    def steps(self, value: float) -> int:
        """The step nearest to a value."""
        return round(value / self.step)

    def value(self, steps: int) -> float:
        """The value of a step, without the hair that floating point adds."""
        return round(steps * self.step, 6)


def length(units: str) -> Callable[[float], str]:
    """How a height in m is called: `175 cm`, `5′ 9″`."""

    def inches(value: float) -> str:
        feet, rest = divmod(round(value / INCH_M), FOOT_IN)
        return f"{feet}′ {rest}″"

    return inches if units == US else lambda value: f"{value / CM_M:.0f} cm"


def weight(units: str) -> Callable[[float], str]:
    """How a mass in kg is called: `75 kg`, `165 lb`."""
    if units == US:
        return lambda value: f"{value / POUND_KG:.0f} lb"
    return lambda value: f"{value:.0f} kg"


def entry_scale(entry: str, units: str) -> Scale:
    """The slider of an entry of a body."""
    row = ENTRIES[entry]
    if entry == "height":
        return Scale(row.low, row.high, INCH_M if units == US else CM_M, length(units))
    if entry == "mass":
        return Scale(row.low, row.high, POUND_KG if units == US else 1.0, weight(units))
    if row.unit == "°":
        return Scale(row.low, row.high, 1.0, lambda value: f"{value:.0f}°")
    if entry == "strength":
        return Scale(row.low, row.high, 5.0, lambda value: f"{value:.0f} %")
    return Scale(row.low, row.high, 1.0, signed_percent)


def load_scale(units: str, most_kg: float, number: Callable[[float, str], str]) -> Scale:
    """The slider of a load; `number` writes one in a format, as a language does."""
    step = 5 * POUND_KG if units == US else 2.5
    written = weight(units) if units == US else lambda value: f"{number(value, 'g')} kg"
    return Scale(0.0, most_kg, step, written)


def share_scale(low: float, high: float) -> Scale:
    """The slider of a share, in percent."""
    return Scale(low, high, 0.01, lambda value: f"{100 * value:.0f} %")


def signed_percent(value: float) -> str:
    """`+8 %`, `−7 %`, `0 %`"""
    return f"{signed(f'{value:+.0f}')} %"
