"""Which color each role has in a theme, from `assets/palettes`; plain text colors, no Qt.

Contrast is that of WCAG 2.2: (L1 + .05) / (L2 + .05) with the relative luminance
L = .2126 R + .7152 G + .0722 B of linear-light red, green and blue.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from hinge_tutor import remembered, shelf
from hinge_tutor.stage.anatomy import TONES

# So many tones tell the bands of a map apart; the eye tells no more of one ramp.
HEATS = 9
THEMES = ("light", "dark", "projector")
ROLES = (
    "ground",
    "floor",
    "divider",
    "text",
    "text_quiet",
    "plate",
    "plate_line",
    "badge",
    "badge_text",
    "skin",
    "outline",
    "skin_far",
    "outline_far",
    "hair",
    "detail",
    "muscle_line",
    "bone",
    "bone_line",
    "joint",
    "joint_line",
    "accent",
    "highlight",
    "guide",
    "trail",
    "base",
    "pressure",
    "force",
    "lever",
    "load",
    "load_line",
    "support",
    "support_line",
    "band",
    "second",
    "third",
    "ghost",
)
# The shares of red, green and blue in how bright a color is.
LUMINANCE = (0.2126, 0.7152, 0.0722)
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class Palette:
    """Colors as `#rrggbb` by role, and how much thicker than usual strokes are.

    `problem` is one sentence when the theme's file could not be used and black on white stands in.
    """

    name: str
    stroke: float
    colors: Mapping[str, str] = field(repr=False)
    problem: str = ""

    def color(self, role: str) -> str:
        """A role's color; raises KeyError for a role that no palette has."""
        return self.colors[role]


class PaletteError(ValueError):
    """A palette file that cannot be used, as one sentence."""


@cache
def load_palette(name: str) -> Palette:
    """The palette of a theme; a missing or broken file gives a plain one that says so."""
    try:
        return read_palette(name, shelf.assets("palettes", f"{name}.toml"))
    except (shelf.MissingFile, PaletteError) as error:
        return _plain(name, str(error))


def read_palette(name: str, path: Path) -> Palette:
    """The palette of a file; raises PaletteError with one sentence."""
    try:
        text = path.read_text(encoding="utf-8")
        data = remembered.values(text, lambda: _values(text))
    except (OSError, ValueError) as error:
        raise PaletteError(f"{path}: the palette cannot be read ({error}).") from error
    roles = _colors(path, data.get("roles"), "roles", ROLES)
    ramps = {
        **_ramp(*_stops(path, data, "muscle"), ("muscle", "pattern"), TONES),
        **_ramp(*_stops(path, data, "heat"), ("heat", "mark"), HEATS),
    }
    stroke = data.get("stroke", 1.0)
    if isinstance(stroke, bool) or not isinstance(stroke, int | float) or not 0.5 <= stroke <= 4:
        raise PaletteError(f"{path}: stroke is {stroke!r}; write a number in 0.5 … 4.")
    return Palette(name, float(stroke), {**roles, **ramps})


def _values(text: str) -> dict[str, Any]:
    # A start has read its palette before; it can do without the grammar.
    import tomllib

    return tomllib.loads(text)


def _stops(path: Path, data: Mapping[str, Any], name: str) -> tuple[list[str], Mapping[str, str]]:
    """The stops of a ramp, and what is drawn on its light and on its dark tones."""
    table = data.get(name)
    stops = table.get("stops") if isinstance(table, dict) else None
    if not isinstance(stops, list) or len(stops) < 2 or not all(map(_is_color, stops)):
        raise PaletteError(f"{path}: {name}.stops needs two or more colors such as #b3203a.")
    patterns = _colors(path, table, name, ("pattern_on_light", "pattern_on_dark"))
    return [str(stop) for stop in stops], patterns


def contrast(first: str, second: str) -> float:
    """The contrast of two colors, 1 … 21."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _colors(path: Path, table: Any, name: str, roles: tuple[str, ...]) -> dict[str, str]:
    given = table if isinstance(table, dict) else {}
    broken = [role for role in roles if not _is_color(given.get(role))]
    if broken:
        raise PaletteError(f"{path}: {name} needs a color such as #1c2230 for {', '.join(broken)}.")
    return {role: str(given[role]) for role in roles}


def _is_color(value: Any) -> bool:
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def _ramp(
    stops: list[str], patterns: Mapping[str, str], names: tuple[str, str], tones: int
) -> dict[str, str]:
    """`muscle.N` between the stops, and `pattern.N` that reads best on it."""
    found = {}
    for step in range(tones):
        place = step / (tones - 1) * (len(stops) - 1)
        low = min(int(place), len(stops) - 2)
        tone = _mix(stops[low], stops[low + 1], place - low)
        found[f"{names[0]}.{step}"] = tone
        found[f"{names[1]}.{step}"] = max(patterns.values(), key=lambda mark: contrast(mark, tone))
    return found


def _mix(first: str, second: str, share: float) -> str:
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def luminance(color: str) -> float:
    """The relative luminance of a color, 0 … 1."""
    return sum(share * light for share, light in zip(LUMINANCE, linear(color), strict=True))


def linear(color: str) -> tuple[float, float, float]:
    """The linear-light red, green and blue of a color, each 0 … 1."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (value / 255 for value in _channels(color))
    )
    return red, green, blue


def _plain(name: str, problem: str) -> Palette:
    """Black on white, white on black for what fills: no theme, but everything can be seen."""
    white = {"ground", "plate", "badge_text", "skin", "skin_far", "joint", "bone_line", "ghost"}
    colors = {role: "#ffffff" if role in white else "#000000" for role in ROLES}
    given = ["#ffffff", "#444444"], {"on_light": "#000000", "on_dark": "#ffffff"}
    muscle = _ramp(*given, ("muscle", "pattern"), TONES)
    heat = _ramp(*given, ("heat", "mark"), HEATS)
    return Palette(name, 1.0, {**colors, **muscle, **heat}, problem)
