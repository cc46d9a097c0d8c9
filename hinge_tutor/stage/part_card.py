"""The card of one joint or muscle: what it is on the left, what it does now, its curves.

One millimeter is one pixel here. The sentences of the moment and the cursor lie over the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.shared_clock import SharedClock
from hinge_tutor.stage.paragraphs import Paragraph, set_text, text_height
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plot import Plot, plot
from hinge_tutor.stage.plot_frame import PAD_PX, Frame
from hinge_tutor.stage.plot_names import EFFORT, LENGTH, MOMENT, SPINE

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition

TEXT_PX = 12.5
# Of the width: what it is, and what it does now; curves take the rest.
IS_SHARE, NOW_SHARE = 0.29, 0.27
# Left of the curves, for their ticks.
TICKS_PX = 34.0


def curves_of(part: str) -> tuple[str, ...]:
    """The curves that tell most about a part: work and length of a muscle, bend and moment."""
    if part in GROUPS:
        return f"{part}_near{EFFORT}", f"{part}_near{LENGTH}"
    if part == "spine":
        return SPINE, f"l5s1{MOMENT}"
    angle = "ankle_dorsiflexion_deg" if part == "ankle" else f"{part}_flexion_deg"
    return angle, f"{part}_near{MOMENT}"


@dataclass(frozen=True, eq=False)
class PartCard:
    """The card without what changes, and its plot."""

    picture: Picture
    plot: Plot
    size: float
    now_left: float
    now_wide: float

    def now(self, sentences: Sequence[str]) -> Picture:
        """What is said of the moment, to lie over the card."""
        sheet = self.picture
        said = [Paragraph(sentences[0], weight="semibold"), *map(Paragraph, sentences[1:])]
        room = (self.now_wide, sheet.height - 2 * PAD_PX)
        corner = (self.now_left, sheet.height - PAD_PX)
        labels = set_text("now", said, corner, room, self.size)
        return Picture(sheet.width, sheet.height, tuple(labels), ground="")

    def cursor(self, t: float) -> Picture:
        """The moment t of the shared clock over the curves."""
        return self.plot.cursor(t)


def part_card(
    repetitions: Sequence[Repetition],
    names: Sequence[str],
    part: str,
    told: Sequence[Paragraph],
    source: Sequence[Paragraph],
    words: Words,
    size_px: tuple[float, float],
    letters: float,
    kept_px: float,
    clock: SharedClock | None = None,
) -> PartCard:
    """The card; `told` is what it is, over the source of its numbers at the foot.

    `kept_px` is a margin at the right that stays free; without a clock figures share it by phase.
    """
    width, height = size_px
    size = TEXT_PX * letters
    now_left = PAD_PX + IS_SHARE * width
    plot_left = now_left + NOW_SHARE * width + TICKS_PX * letters
    frame = Frame(width, height, plot_left, width - kept_px - PAD_PX, letters)
    made = plot(repetitions, names, curves_of(part), words, frame, clock=clock)
    wide, high = IS_SHARE * width - 2 * PAD_PX, height - 2 * PAD_PX
    foot = text_height(source, wide, size)
    labels = [
        *set_text("is", told, (PAD_PX, height - PAD_PX), (wide, high - foot), size),
        *set_text("source", source, (PAD_PX, PAD_PX + foot), (wide, foot), size),
    ]
    picture = Picture(width, height, (*labels, *made.picture.shapes))
    now_wide = NOW_SHARE * width - PAD_PX
    return PartCard(picture, made, size, now_left, now_wide)
