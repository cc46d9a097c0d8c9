"""The badges at the foot of the sheet: slow motion, and how several figures share the clock."""

from __future__ import annotations

from collections.abc import Sequence

from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.shared_clock import PHASE, SharedClock
from hinge_tutor.stage.labels import Box
from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.plan import MARGIN_PX, TEXT_PX, Layout
from hinge_tutor.stage.shapes import Label, Plate, Shape

# A badge's height and the air at both of its ends, in em; how high it stands, px.
TALL_EM, AIR_EM, LOW_PX = 1.75, 1.6, 5.0
# A badge takes no more than this share of the sheet's width.
MOST_OF_WIDTH = 0.62
# From heel to ball around the ankle, mm, with the line's width: a foot bar may lie there.
FEET_MM = (-90.0, 180.0)


def footer(
    layout: Layout,
    letters: float,
    words: Words,
    speed: float,
    clock: SharedClock,
    shown: Sequence[float],
) -> list[Shape]:
    """The badges from the right end of the foot; `shown` are the lengths, s, of who is shown."""
    shapes: list[Shape] = []
    right = layout.width - MARGIN_PX * layout.mm_per_px
    if speed < 1.0:
        made = _badge("slow", f"{words.number(speed, 'g')}×", right, layout, letters)
        shapes += made
        right -= made[0].width + MARGIN_PX * layout.mm_per_px
    for text in sync_texts(clock, words, shown):
        made = _badge("sync", text, right, layout, letters)
        if made[0].width <= MOST_OF_WIDTH * layout.width:
            free = _beside_feet(layout, right, made[0].width)
            return [*shapes, *_badge("sync", text, free, layout, letters)]
    return shapes


def _beside_feet(layout: Layout, right: float, width: float) -> float:
    """Where a badge ends: at `right` or, under somebody's feet there, farther to the left; at
    `right` after all where it is as wide as the way from one to the next.
    """
    air = MARGIN_PX * layout.mm_per_px
    feet = [[column.ankle + end for end in FEET_MM] for column in layout.columns]
    for end in (right, *(min(right, heel - air) for heel, _ in reversed(feet))):
        begin = end - width
        if begin >= air and not any(begin < ball and heel < end for heel, ball in feet):
            return end
    return right


def sync_texts(clock: SharedClock, words: Words, shown: Sequence[float]) -> tuple[str, ...]:
    """How the clock is shared, long and short; nothing where one could not tell the ways apart."""
    if len(shown) < 2 or (clock.sync == PHASE and not clock.uneven):
        return ()
    short = words.sync(clock.sync)
    if not clock.uneven:
        return (short,)
    times = " / ".join(words.number(round(seconds, 1), "g") for seconds in shown)
    return f"{short} · {words.sync_lengths(times)}", short


def taken(shapes: Sequence[Shape]) -> list[Box]:
    """What badges cover, mm."""
    return [
        (plate.x, plate.y, plate.x + plate.width, plate.y + plate.height)
        for plate in shapes
        if isinstance(plate, Plate)
    ]


def _badge(
    name: str, text: str, right: float, layout: Layout, letters: float
) -> tuple[Plate, Label]:
    """A pill that ends at `right`."""
    px = layout.mm_per_px
    small = TEXT_PX * letters * px
    length = width_em(text, "semibold") * small
    width, tall = length + AIR_EM * small, TALL_EM * small
    x, y = right - width, layout.low + LOW_PX * px
    middle = (x + width / 2, y + tall / 2)
    return (
        Plate(name, "stage", x, y, width, tall, tall / 2, "plate", "plate_line", px),
        Label(name, "stage", *middle, text, "text", small, length, "center", "semibold"),
    )
