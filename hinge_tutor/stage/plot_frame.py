"""The sheet of a plot: where its time runs, where values stand, and whose line is whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hinge_tutor.stage.curves import LINES
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.shapes import Curve, Label, Shape

TEXT_PX, PAD_PX, FOOT_PX = 11.5, 10.0, 7.0
# Names and values stand beside the panels where both margins have room for so many letters.
NAME_EM, VALUE_EM = 8.5, 3.4
# The sample of a line in the legend, in letter heights.
SAMPLE_EM = 2.2


@dataclass(frozen=True)
class Frame:
    """The sheet of a plot in px: its size, where time begins and ends, letters over usual."""

    width: float
    height: float
    left: float
    right: float
    letters: float = 1.0

    @property
    def size(self) -> float:
        """Height of the letters' em."""
        return TEXT_PX * self.letters

    def beside(self, figures: int) -> bool:
        """Whether names and values stand beside the panels instead of over them."""
        values = figures * VALUE_EM * self.size + 2 * PAD_PX
        return self.left >= NAME_EM * self.size + PAD_PX and self.width - self.right >= values


def value_right(frame: Frame, figures: int, figure: int) -> float:
    """Where a figure's values end: each has a column, beside the panels or over their end."""
    column = VALUE_EM * frame.size
    if frame.beside(figures):
        return frame.right + PAD_PX + (figure + 1) * column
    return frame.right - (figures - 1 - figure) * column


def head_shapes(names: Sequence[str], frame: Frame) -> list[Shape]:
    """Each figure's line and name; its line once more over the column of its values."""
    size, figures = frame.size, len(names)
    y = frame.height - 0.9 * size
    wanted = sum(width_em(name) * size for name in names)
    room = frame.right - frame.left
    # Where there is little room, samples are shorter before names are.
    sample = SAMPLE_EM * size
    gap, after = 0.5 * size, 1.1 * size
    if wanted + figures * (sample + gap + after) - after > room:
        sample, after = 0.6 * sample, 0.6 * after
    share = (room - figures * (sample + gap + after) + after) / max(wanted, 1e-9)
    shapes: list[Shape] = []
    x = frame.left
    for figure, name in enumerate(names):
        shapes.append(sample_of(figure, x, y, sample, frame.letters))
        x += sample + gap
        own = width_em(name) * size
        text = name if share >= 1.0 else fitted(name, "regular", size, share * own)
        wide = width_em(text) * size
        shapes.append(Label(f"figure.{figure}", "plot", x, y, text, "text", size, wide))
        x += wide + after
        if frame.beside(figures):
            right = value_right(frame, figures, figure)
            shapes.append(sample_of(figure, right - sample, y, sample, frame.letters))
    return shapes


def sample_of(figure: int, x: float, y: float, length: float, letters: float) -> Curve:
    line = LINES[figure % len(LINES)]
    points = (x, y, x, y, x + length, y, x + length, y)
    return Curve(
        f"sample.{figure}", "plot", points, "", line.role, line.width * letters, line.dash * letters
    )
