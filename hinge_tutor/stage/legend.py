"""The legend at the foot of a sheet: what the signs of the layers mean that are shown there.

It has room of its own under everything else and takes the sheet's whole width, in as few lines as
that needs. What finds no room is left out from the end, so the most important comes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hinge_tutor.lessons.confidence import CONFIDENCES
from hinge_tutor.lessons.words import Words
from hinge_tutor.mechanics.ways import LEVELS
from hinge_tutor.stage import legend_signs as signs
from hinge_tutor.stage.fitting import MODES
from hinge_tutor.stage.layers import Sizes
from hinge_tutor.stage.legend_signs import LAYER, Draw
from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.names import DASHES_EM
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.plan import MARGIN_PX, TEXT_PX, Column, Layout, Plan
from hinge_tutor.stage.shapes import Label, Shape, Strokes

# Layers with something to explain; labels only where they tell how sure a muscle's work is.
EXPLAINED = ("muscles", "forces", "findings", "balance")
# A line's height, the gaps between sign and word, entries, and groups, in letter heights.
LINE_EM, SIGN_GAP_EM, ENTRY_GAP_EM, GROUP_GAP_EM = 1.75, 0.4, 1.0, 2.0
# Letters over the stage's own, and the share of the sheet's height that the legend takes at most.
LETTERS, MOST_SHARE = 0.92, 0.17
# Figures under their headers need this height, in letter heights, before anything is explained.
LEAST_EM = 22.0
# An arrow's sample is no longer than this, in letter heights, and stands for a round force, N.
ARROW_EM = 5.0
ROUND_N = (1000.0, 500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0)


@dataclass(frozen=True)
class Entry:
    """A sign with its width in em and its words; `first` of a group."""

    draw: Draw
    wide_em: float
    text: str
    first: bool = False

    @property
    def length_em(self) -> float:
        """Sign and words."""
        return self.wide_em + SIGN_GAP_EM + width_em(self.text)


def explained(options: Options) -> frozenset[str]:
    """The layers that a legend would explain; none where it is off."""
    if not options.shows("legend"):
        return frozenset()
    named = {"labels"} if options.shows("muscles") else set()
    return options.layers.intersection({*EXPLAINED, *named})


def lines(layers: frozenset[str], plan: Plan, letters: float) -> list[list[Entry]]:
    """The entries in lines that fit on a sheet."""
    size = LETTERS * TEXT_PX * letters
    room = (plan.width_px - 2 * MARGIN_PX) / size
    found: list[list[Entry]] = []
    used = 0.0
    for entry in _entries(layers, plan.words):
        gap = GROUP_GAP_EM if entry.first else ENTRY_GAP_EM
        if not found or used + gap + entry.length_em > room:
            found.append([])
            used = -gap
        found[-1].append(entry)
        used += gap + entry.length_em
    spare = min(MOST_SHARE * plan.height_px, plan.height_px - LEAST_EM * size)
    most = max(int(spare / (LINE_EM * size)), 0)
    return [line for line in found[:most] if line[0].length_em <= room]


def height_px(count: int, letters: float) -> float:
    """The height of so many lines with the air around them; nothing for none."""
    return (count * LINE_EM + 0.5) * LETTERS * TEXT_PX * letters if count else 0.0


def raised(layout: Layout, by_px: float) -> Layout:
    """A layout with this much room under everything that stands on it."""
    by = by_px * layout.mm_per_px

    def up(columns: Sequence[Column]) -> tuple[Column, ...]:
        return tuple(
            replace(c, bottom=c.bottom + by, top=c.top + by, ground=c.ground + by) for c in columns
        )

    return replace(
        layout,
        height=layout.height + by,
        columns=up(layout.columns),
        headers=up(layout.headers),
        low=layout.low + by,
    )


def shapes(
    layers: frozenset[str], plan: Plan, layout: Layout, letters: float, newton_mm: float
) -> list[Shape]:
    """The legend as it is drawn."""
    made = lines(layers, plan, letters)
    if not made:
        return []
    px = layout.mm_per_px
    size, widths = LETTERS * TEXT_PX * letters * px, pens(px, layout.height / px)
    sizes = Sizes(widths.line, widths.fine, size, 0.0)
    every = iter(_entries(layers, plan.words, newton_mm / size))
    top = height_px(len(made), letters) * px
    left = MARGIN_PX * px
    edge = (left, top, layout.width - left, top)
    found: list[Shape] = [Strokes("legend", LAYER, edge, "divider", px)]
    texts: list[Shape] = []
    for number, line in enumerate(made):
        x, y = left, top - ((number + 0.5) * LINE_EM + 0.25) * size
        for place, _ in enumerate(line):
            entry = next(every)
            gap = (GROUP_GAP_EM if entry.first else ENTRY_GAP_EM) if place else 0.0
            x += gap * size
            found += entry.draw(complex(x, y), sizes)
            x += (entry.wide_em + SIGN_GAP_EM) * size
            wide = width_em(entry.text) * size
            texts.append(Label("legend", LAYER, x, y, entry.text, "text", size, wide))
            x += wide
    return [*found, *texts]


def _entries(layers: frozenset[str], words: Words, newton_em: float = 0.0) -> Iterator[Entry]:
    """Everything that is explained; an arrow's sample is as long as its force is drawn, em, or as
    it can be at most.
    """
    if "muscles" in layers:
        for level in range(len(LEVELS)):
            yield Entry(signs.swatch(level), signs.SWATCH_EM, words.level(level), level == 0)
        for place, mode in enumerate(reversed(MODES)):
            yield Entry(signs.way(mode), signs.WAY_EM, words.mode_short(mode), place == 0)
        yield Entry(signs.braced, signs.WAY_EM, words.legend("bracing"))
    if "labels" in layers:
        for place, name in enumerate(CONFIDENCES):
            draw = signs.leader(DASHES_EM[name])
            yield Entry(draw, signs.LEADER_EM, words.confidence(name), place == 0)
    if "forces" in layers:
        fits = (each for each in ROUND_N if each * newton_em <= ARROW_EM)
        newtons = next(fits, ROUND_N[-1]) if newton_em else ROUND_N[0]
        wide = newtons * newton_em or ARROW_EM
        text = words.legend("force", {"newtons": newtons})
        yield Entry(signs.force(wide), wide, text, first=True)
        yield Entry(signs.arm, signs.ARM_EM, words.legend("arm"))
    if "findings" in layers:
        yield Entry(signs.finding(False), signs.DISC_EM, words.legend("left"), first=True)
        yield Entry(signs.finding(True), signs.DISC_EM, words.legend("kept"))
    if "balance" in layers:
        yield Entry(signs.mass, signs.DISC_EM, words.legend("mass"), first=True)
        yield Entry(signs.pressure, 0.9, words.legend("pressure"))
        yield Entry(signs.base, 1.8, words.legend("base"))
