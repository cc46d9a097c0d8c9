"""The muscle roll: work over the repetition, a lane for each group and a strip for each figure.

One millimeter is one pixel here. The roll does not change while a repetition plays, so it is made
once; only the playhead moves, which is a picture of its own to lie over it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import BoolArray, FloatArray
from hinge_tutor.lessons.words import Words
from hinge_tutor.mechanics.ways import WORK_MODES
from hinge_tutor.motion.shared_clock import Course as ClockCourse
from hinge_tutor.motion.shared_clock import shared_clock
from hinge_tutor.stage.arrangement import AS_IT_COMES, Arrangement
from hinge_tutor.stage.fitting import MODES
from hinge_tutor.stage.lanes import Lane, anatomical_lanes, plain_lanes
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Disc, Label, Shape, Strokes
from hinge_tutor.stage.strips import LEAST_STRIP_PX, mark, ruled_strip, strip_of

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

TEXT_PX = 11.5
PAD_PX = 10.0
MOST_STRIP_PX = 12.0
# A sign of the key with the gaps around it, in em of its letters.
KEY_EM = 3.2
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
    anatomical: bool = False,
    arrangement: Arrangement = AS_IT_COMES,
    names: Sequence[str] = (),
) -> Roll:
    """The roll of the repetitions that are shown; lanes with the least work go first where height
    is short.

    `anatomical` gives a lane to each muscle by its anatomical name; `names` are what all figures
    are called where that is not their movement.
    """
    clock = shared_clock([each.take for each in repetitions], arrangement.sync)
    shown = arrangement.shown(len(repetitions))
    ways = [clock.courses[number] for number in shown]
    named = [
        names[number] if names else words.movement_short(repetitions[number].take.movement.id)
        for number in shown
    ]
    repetitions = [repetitions[number] for number in shown]
    size = TEXT_PX * text_scale
    head = 1.9 * size
    every = anatomical_lanes(words) if anatomical else plain_lanes(words)
    lanes = fitting_lanes(repetitions, every, height_px - head - PAD_PX, size)
    wide = max((width_em(each.name, "semibold") for each in lanes), default=0.0) * size
    left = PAD_PX + min(wide, 0.3 * width_px) + PAD_PX
    right = width_px - PAD_PX
    steps = max(2, int((right - left) / STEP_PX))
    lane = (height_px - head - PAD_PX) / max(len(lanes), 1)
    strip = min((lane - 3.0) / len(repetitions), MOST_STRIP_PX * text_scale)
    shapes: list[Shape] = []
    for number, each in enumerate(lanes):
        top = height_px - head - number * lane
        middle = top - strip * len(repetitions) / 2
        text = fitted(each.name, "semibold", size, left - 2 * PAD_PX)
        length = width_em(text, "semibold") * size
        shapes.append(
            Label(each.id, "roll", PAD_PX, middle, text, "text", size, length, "left", "semibold")
        )
        for place, read in enumerate(courses_over(repetitions, ways, each, steps)):
            y = top - (place + 1) * strip
            if read.ruled is not None:
                shapes += ruled_strip(each.id, left, right, y, strip - 1.0, text_scale, read.ruled)
            else:
                shapes += strip_of(
                    each.id, left, right, y, strip - 1.0, text_scale, read.effort, read.mode
                )
    shapes += _head(named, words, left, right, height_px - 0.9 * size, size)
    return Roll(Picture(width_px, height_px, tuple(shapes)), left, right, height_px - head)


def fitting_lanes(
    repetitions: Sequence[Repetition], every: Sequence[Lane], room: float, size: float
) -> list[Lane]:
    """The lanes that fit, in their own order, those with the strongest efforts kept."""
    least = max(LEAST_STRIP_PX * len(repetitions) + 3.0, 1.15 * size)
    count = min(max(int(room / least), 1), len(every))
    strongest = sorted(every, key=lambda lane: -lane.strongest(repetitions))[:count]
    return [lane for lane in every if lane in strongest]


@dataclass(frozen=True, eq=False)
class Read:
    """A lane's course read at the middle of each step of the roll."""

    effort: FloatArray
    mode: list[str]
    ruled: BoolArray | None


def courses_over(
    repetitions: Sequence[Repetition], ways: Sequence[ClockCourse], lane: Lane, steps: int
) -> list[Read]:
    """The lane's course in each figure, over the clock that they share."""
    found = []
    middles = (np.arange(steps) + 0.5) / steps
    for each, way in zip(repetitions, ways, strict=True):
        course = lane.course(each)
        times = way.over(middles)
        own = each.take.time_s
        nearest = np.clip(np.searchsorted(own, times), 0, len(own) - 1)
        found.append(
            Read(
                np.interp(times, own, course.effort),
                [WORK_MODES[int(mode)] for mode in course.mode[nearest]],
                None if course.ruled is None else course.ruled[nearest],
            )
        )
    return found


def _head(
    named: Sequence[str],
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
    names = fitted(" / ".join(named), "regular", size, right - left)
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
