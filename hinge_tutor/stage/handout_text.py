"""Text of a page, set from the top down: paragraphs, lines in the middle, rows of cells, frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.paragraphs import LINE_EM, lines_of
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Label, Plate, Shape, Strokes

# Between columns and between entries of a line, in letter heights.
APART_EM, DOT = 1.0, " · "
# A title is set smaller to this share before it takes a second line.
SMALLEST = 0.7
RULE_MM = 0.15


class Text:
    """Collects labels; `y` is where the next one begins, mm down from the upper edge."""

    def __init__(self, width: float, height: float, margin: float) -> None:
        self._width, self._height, self._margin = width, height, margin
        self.y = margin
        self._shapes: list[Shape] = []

    def picture(self) -> Picture:
        """All of it, on nothing."""
        return Picture(self._width, self._height, tuple(self._shapes), ground="")

    def down(self, by: float) -> None:
        """Leaves so much white."""
        self.y += by

    def put(
        self, text: str, wide: float, size: float, weight: str = "regular", left: float = 0.0
    ) -> None:
        """A paragraph that wraps, `left` of the margin by so much."""
        for line in _broken(text, weight, size, wide):
            self._label(line, self._margin + left, size, weight)
            self.y += LINE_EM * size
        self.y += 0.3 * size if text else 0.0

    def title(self, text: str, wide: float, size: float) -> None:
        """A heading in one line where it can be, else in as many as it takes."""
        share = max(min(1.0, wide / max(width_em(text, "bold") * size, 1e-9)), SMALLEST)
        self.put(text, wide, share * size, "bold")

    def between(self, left: str, right: str, wide: float, size: float) -> None:
        """A line with a text at either end; the left one is shortened where they would meet."""
        taken = width_em(right) * size
        room = wide - taken - APART_EM * size
        self._label(fitted(left, "semibold", size, room), self._margin, size, "semibold")
        self._label(right, self._margin + wide - taken, size, "regular")
        self.y += LINE_EM * size + 0.6 * size

    def centered(
        self, text: str, middle: float, wide: float, size: float, weight: str = "regular"
    ) -> None:
        """Lines around a middle."""
        for line in _broken(text, weight, size, wide):
            self._label(line, middle - width_em(line, weight) * size / 2, size, weight)
            self.y += LINE_EM * size

    def joined(self, parts: Sequence[str], wide: float, size: float) -> Iterator[str]:
        """Parts in one line where it holds them, else each in its own."""
        line = DOT.join(parts)
        return iter((line,) if width_em(line) * size <= wide else tuple(parts))

    def lead(self, heading: str, text: str, wide: float, size: float) -> None:
        """A bold heading at the beginning of a paragraph's first line."""
        begin = (width_em(heading, "bold") + 0.5) * size
        self._label(heading, self._margin, size, "bold")
        first, *rest = _broken(text, "regular", size, wide - begin)
        self._label(first, self._margin + begin, size, "regular")
        self.y += LINE_EM * size
        self.put(" ".join(rest), wide, size)
        self.y += 0.0 if rest else 0.3 * size

    def row(self, cells: Sequence[tuple[str, float, str]], size: float) -> None:
        """Cells side by side, each with its width and weight; the highest makes the row."""
        top, lowest, x = self.y, self.y, self._margin
        for text, wide, weight in cells:
            self.y = top
            for line in _broken(text, weight, size, wide - APART_EM * size):
                self._label(line, x, size, weight)
                self.y += LINE_EM * size
            lowest, x = max(lowest, self.y), x + wide
        self.y = lowest + 0.15 * size

    def line(self, wide: float, after: float, dash: float = 0.0) -> None:
        """A rule over the whole width, with air after it."""
        y = self._height - self.y
        across = (self._margin, y, self._margin + wide, y)
        self._shapes.append(Strokes("rule", "stage", across, "text", RULE_MM, dash))
        self.y += after

    def frame(
        self, x: float, y: float, wide: float, high: float, pen: float, dash: float = 0.0
    ) -> None:
        """A frame, dashed for what is not to be done."""
        bottom, top, right = self._height - y - high, self._height - y, x + wide
        if not dash:
            self._shapes.append(
                Plate("frame", "stage", x, bottom, wide, high, 2.0, line="text", pen=pen)
            )
            return
        edges = ((x, bottom, x, top), (x, top, right, top), (right, top, right, bottom))
        around = (*edges, (right, bottom, x, bottom))
        for edge in around:
            self._shapes.append(Strokes("frame", "stage", edge, "text", pen, dash))

    def _label(self, text: str, x: float, size: float, weight: str) -> None:
        if text:
            middle = self._height - self.y - LINE_EM * size / 2
            wide = width_em(text, weight) * size
            self._shapes.append(
                Label("text", "stage", x, middle, text, "text", size, wide, "left", weight)
            )


def _broken(text: str, weight: str, size: float, wide: float) -> list[str]:
    """Lines no longer than `wide`; a word that is longer than a line is broken in it."""
    lines: list[str] = []
    for line in lines_of(text, weight, size, wide):
        rest = line
        while width_em(rest, weight) * size > wide and len(rest) > 1:
            fitting = (
                n for n in range(len(rest), 0, -1) if width_em(rest[:n], weight) * size <= wide
            )
            count = next(fitting, 1)
            lines.append(rest[:count])
            rest = rest[count:]
        lines.append(rest)
    return lines
