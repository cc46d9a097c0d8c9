"""How a palette looks to eyes that tell fewer colors apart, and in print without color.

With c the linear-light red, green and blue of a color:
    protanopia, deuteranopia, tritanopia   c' = M c, within 0 … 1
    gray                                   c' = (L, L, L), L = .2126 R + .7152 G + .0722 B
Source of M: Machado, Oliveira and Fernandes (2009), IEEE Trans Vis Comput Graph 15:1291, full
severity.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hinge_tutor.stage.palette import LUMINANCE, Palette, linear

Matrix = tuple[tuple[float, float, float], ...]

# How the eyes see that see all colors.
USUAL = "usual"
_SEEN: Mapping[str, Matrix] = {
    "gray": (LUMINANCE,) * 3,
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
VISIONS = (USUAL, *_SEEN)


def seen(palette: Palette, vision: str) -> Palette:
    """The palette as some eyes see it; raises KeyError for a way of seeing that is none."""
    if vision == USUAL:
        return palette
    matrix = _SEEN[vision]
    colors = {role: _through(matrix, color) for role, color in palette.colors.items()}
    return replace(palette, name=f"{palette.name}, {vision}", colors=colors)


def _through(matrix: Matrix, color: str) -> str:
    light = linear(color)
    mixed = (sum(a * b for a, b in zip(row, light, strict=True)) for row in matrix)
    return "#" + "".join(f"{round(255 * _encoded(value)):02x}" for value in mixed)


def _encoded(light: float) -> float:
    """The sRGB value of a linear-light one, both 0 … 1."""
    within = min(max(light, 0.0), 1.0)
    return 12.92 * within if within <= 0.0031308 else 1.055 * within ** (1 / 2.4) - 0.055
