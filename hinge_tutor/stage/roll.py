"""The muscle roll: work over the repetition, a lane for each group and a strip for each figure.

One millimeter is one pixel here. The roll does not change while a repetition plays, so it is made
once; only the playhead moves, which is a picture of its own to lie over it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.lessons.words import Words
from hinge_tutor.mechanics.ways import LEVEL_STARTS, WORK_MODES
from hinge_tutor.stage.anatomy import tone
from hinge_tutor.stage.fitting import MODES
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.picture import Disc, Label, Picture, Plate, Shape, Strokes
from hinge_tutor.stage.shared_clock import courses

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

TEXT_PX = 11.5
PAD_PX = 10.0
# A strip thinner than this shows no pattern; lanes are dropped until strips are at least this.
LEAST_STRIP_PX = 5.0
MOST_STRIP_PX = 12.0
# A sign of the key with the gaps around it, in em of its letters.
KEY_EM = 3.2
# One mark of the way of working for each stretch of this length.
MARK_EVERY_PX = 30.0
# The strips are read off the efforts in steps of this length.
STEP_PX = 4.0


@dataclass(frozen=True)
class Roll:
    """The roll, where its time runs from left to right and where its lanes end, in mm."""

    picture: Picture
    left: float
    right: float
    top: float

    def playhead(self, t: float) -> Picture:
        """The playhead at t of the shared clock, to lie over the roll."""
        x = self.left + min(max(t, 0.0), 1.0) * (self.right - self.left)
        sheet = self.picture
        shapes = (
            Strokes("playhead", "roll", (x, 4.0, x, self.top), "text", 1.5),
            Disc("playhead", "roll", x, self.top, 4.0, fill="text"),
        )
        return Picture(sheet.width, sheet.height, shapes, ground="")

    def time_at(self, x: float) -> float:
        """The shared clock's t (0…1) at a place of the roll."""
        return min(max((x - self.left) / max(self.right - self.left, 1e-9), 0.0), 1.0)


def roll(
    repetitions: Sequence[Repetition],
    width_px: float,
    height_px: float,
    words: Words,
    text_scale: float = 1.0,
) -> Roll:
    """The roll of these repetitions; lanes with the least work go first where height is short."""
    size = TEXT_PX * text_scale
    head = 1.9 * size
    groups = [name.removesuffix("_near") for name in repetitions[0].efforts.groups[::2]]
    lanes = _fitting(repetitions, groups, height_px - head - PAD_PX, size)
    names = {group: words.muscle(group) for group in lanes}
    wide = max((width_em(name, "semibold") for name in names.values()), default=0.0) * size
    left = PAD_PX + min(wide, 0.3 * width_px) + PAD_PX
    right = width_px - PAD_PX
    steps = max(2, int((right - left) / STEP_PX))
    lane = (height_px - head - PAD_PX) / max(len(lanes), 1)
    strip = min((lane - 3.0) / len(repetitions), MOST_STRIP_PX * text_scale)
    shapes: list[Shape] = []
    for number, group in enumerate(lanes):
        top = height_px - head - number * lane
        middle = top - strip * len(repetitions) / 2
        text = fitted(names[group], "semibold", size, left - 2 * PAD_PX)
        length = width_em(text, "semibold") * size
        shapes.append(
            Label(group, "roll", PAD_PX, middle, text, "text", size, length, "left", "semibold")
        )
        for place, (effort, mode) in enumerate(_courses(repetitions, group, steps)):
            y = top - (place + 1) * strip
            shapes += _strip(group, left, right, y, strip - 1.0, text_scale, effort, mode)
    shapes += _head(repetitions, words, left, right, height_px - 0.9 * size, size)
    return Roll(Picture(width_px, height_px, tuple(shapes)), left, right, height_px - head)


def _fitting(
    repetitions: Sequence[Repetition], groups: list[str], room: float, size: float
) -> list[str]:
    """The groups that fit, in their own order, those with the strongest efforts kept."""
    least = max(LEAST_STRIP_PX * len(repetitions) + 3.0, 1.15 * size)
    count = min(max(int(room / least), 1), len(groups))
    strongest = sorted(groups, key=lambda group: -_strongest(repetitions, group))[:count]
    return [group for group in groups if group in strongest]


def _strongest(repetitions: Sequence[Repetition], group: str) -> float:
    columns = [each.efforts.groups.index(f"{group}_near") for each in repetitions]
    pairs = zip(repetitions, columns, strict=True)
    return max(float(each.efforts.effort[:, column].max()) for each, column in pairs)


def _courses(
    repetitions: Sequence[Repetition], group: str, steps: int
) -> list[tuple[FloatArray, list[str]]]:
    """Effort and way of working of a group in each figure, at the middle of each step."""
    found = []
    middles = (np.arange(steps) + 0.5) / steps
    for each, course in zip(repetitions, courses([r.take for r in repetitions]), strict=True):
        column = each.efforts.groups.index(f"{group}_near")
        times = np.interp(middles, course.knots, course.times_s)
        own = each.take.time_s
        effort = np.interp(times, own, each.efforts.effort[:, column])
        nearest = np.clip(np.searchsorted(own, times), 0, len(own) - 1)
        modes = [WORK_MODES[int(mode)] for mode in each.efforts.work_mode[nearest, column]]
        found.append((effort, modes))
    return found


def _strip(
    group: str,
    left: float,
    right: float,
    y: float,
    height: float,
    scale: float,
    effort: FloatArray,
    modes: list[str],
) -> list[Shape]:
    """One strip: a plate for each run of one tone, and marks for the way of working."""
    step = (right - left) / len(effort)
    # Rest is one quiet tone, so that what works stands out.
    tones = [tone(float(value)) if value >= LEVEL_STARTS[0] else 0 for value in effort]
    shapes: list[Shape] = []
    start = 0
    for number in range(1, len(tones) + 1):
        if number == len(tones) or tones[number] != tones[start]:
            x, width = left + start * step, (number - start) * step
            role = f"muscle.{tones[start]}"
            shapes.append(Plate(f"strip.{group}", "roll", x, y, width, height, 0.0, role))
            start = number
    if height + 1.0 < LEAST_STRIP_PX:
        return shapes
    marks: dict[str, list[float]] = defaultdict(list)
    every = MARK_EVERY_PX * scale
    for place in range(int((right - left) / every)):
        x = left + (place + 0.5) * every
        at = min(int((x - left) / step), len(modes) - 1)
        marks[f"pattern.{tones[at]}"] += mark(modes[at], x, y + height / 2, 0.42 * height)
    shapes += [
        Strokes(f"mark.{group}", "roll", tuple(points), role, scale)
        for role, points in marks.items()
        if points
    ]
    return shapes


def mark(mode: str, x: float, y: float, reach: float) -> list[float]:
    """The small sign of a way of working: that of the figure's patterns, laid on its side."""
    near, far = 0.9 * reach, 2.2 * reach
    if mode == "holding":
        return [x - near, y - reach, x - near, y + reach, x + near, y - reach, x + near, y + reach]
    if mode == "stretched":
        return [x - 2 * reach, y, x + 2 * reach, y]
    if mode not in MODES:
        return []
    tip, back = (near, far) if mode == "shortening" else (far, near)
    return [
        value
        for side in (-1, 1)
        for end in (-reach, reach)
        for value in (x + side * back, y + end, x + side * tip, y)
    ]


def _head(
    repetitions: Sequence[Repetition],
    words: Words,
    left: float,
    right: float,
    y: float,
    size: float,
) -> list[Shape]:
    """The figures from top to bottom on the left, what the marks mean on the right.

    Where the whole key does not fit, it is told in single words.
    """
    shapes: list[Shape] = []
    names = " / ".join(words.movement_short(each.take.movement.id) for each in repetitions)
    names = fitted(names, "regular", size, right - left)
    length = width_em(names) * size
    shapes.append(Label("figures", "roll", left, y, names, "text_quiet", size, length))
    x = right
    room = right - left - length - size
    texts = {mode: words.mode(mode) for mode in MODES}
    if sum(width_em(text) * size + KEY_EM * size for text in texts.values()) > room:
        texts = {mode: words.mode_short(mode) for mode in MODES}
    for mode in reversed(MODES):
        text = texts[mode]
        length = width_em(text) * size
        if x - length - KEY_EM * size < left + width_em(names) * size + size:
            break
        shapes.append(Label("key", "roll", x, y, text, "text_quiet", size, length, "right"))
        x -= length + 1.3 * size
        points = tuple(mark(mode, x, y, 0.34 * size))
        shapes.append(Strokes("key", "roll", points, "text_quiet", 0.1 * size))
        x -= 1.9 * size
    return shapes
