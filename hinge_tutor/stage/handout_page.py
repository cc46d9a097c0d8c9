"""The page of a hand-out, as pictures in their places: text that is set once, and figures.

Lengths in mm of the paper, y down from its upper edge; letters are as large as the page lets them
be, and the figures share what the text leaves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hinge_tutor.stage.handout import Handout
from hinge_tutor.stage.handout_figures import (
    Stand,
    figure,
    highest_mm,
    key_stands,
    pair_stands,
    scale_of,
)
from hinge_tutor.stage.handout_text import Text
from hinge_tutor.stage.headers import entries
from hinge_tutor.stage.paper import MARGIN_MM, PAPERS, Page, Panel

# Letters, mm: 10.5 points for running text.
BODY_MM, SMALL_MM, CUE_MM, TITLE_MM = 3.7, 3.1, 6.8, 9.0
# How much smaller text may become before figures do; the last one is 7.5 points.
SHARES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.72)
# Lower than this a figure shows nothing; higher than that it is larger than it needs to be.
LEAST_MM, MOST_MM = 38.0, 92.0
# How often the height of figures is halved in search of the largest that fits.
HALVINGS = 8
GAP_MM, PAD_MM = 4.0, 3.0
# Of the width, for the numbers and names of phases, and for their seconds.
NAMES, SECONDS = 0.26, 0.09
# What is free at the end of a page is for notes from here on, in lines so far apart.
LEAST_NOTES_MM, NOTE_MM = 26.0, 8.0
# Frames, mm: whole around what is to be done, dashed around what is not.
FRAME_MM, DASHED_MM, DASH_MM = 0.4, 0.3, 1.6
# How high the letters of a still's name and angles are over running text.
UNDER = 0.9


def page_of(handout: Handout, paper: str) -> Page:
    """The page on a paper of PAPERS."""
    stands, pair = key_stands(handout), pair_stands(handout)
    size = PAPERS[paper]
    low = size[1] - MARGIN_MM

    def laid(share: float, figures_mm: float) -> _Layout:
        layout = _Layout(handout, size, share, stands, pair)
        layout.lay(figures_mm)
        return layout

    def fits(share: float, figures_mm: float) -> bool:
        return laid(share, figures_mm).text.y <= low

    share = next((each for each in SHARES if fits(each, LEAST_MM)), SHARES[-1])
    high, most = (LEAST_MM, MOST_MM) if fits(share, LEAST_MM) else (1.0, LEAST_MM)
    for _ in range(HALVINGS):
        middle = (high + most) / 2
        high, most = (middle, most) if fits(share, middle) else (high, middle)
    made = laid(share, high)
    made.end(low)
    text = Panel(made.text.picture(), 0.0, 0.0, *size)
    return Page(*size, (*made.figures(), text), share, high)


class _Layout:
    """Lays everything from the top down."""

    def __init__(
        self,
        handout: Handout,
        size: tuple[float, float],
        share: float,
        stands: Sequence[Stand],
        pair: Sequence[Stand],
    ) -> None:
        self._said, self._share = handout, share
        self._stands, self._pair = stands, pair
        self._wide = size[0] - 2 * MARGIN_MM
        self._foot_at = 0.0
        self._rows: list[tuple[Sequence[Stand], float, float, float]] = []
        self.text = Text(*size, MARGIN_MM)

    def lay(self, figures_mm: float) -> None:
        """Everything, each row of figures so high."""
        said, text = self._said, self.text
        body = BODY_MM * self._share
        text.between(said.whom, said.day, self._wide, body)
        text.title(said.title, self._wide, TITLE_MM * self._share)
        text.put(said.sentence, self._wide, body)
        if said.warning:
            text.put(said.warning, self._wide, body, "bold")
        text.down(GAP_MM * self._share)
        self._strip(figures_mm)
        if said.cue:
            self._cue()
        if self._pair:
            self._beside(figures_mm)
        self._steps()
        for heading, words in (("much_head", said.much), ("drill_head", said.drill)):
            if words:
                text.lead(said.said(heading), words, self._wide, body)
        self._foot()

    def end(self, low: float) -> None:
        """Puts the foot down at the lower edge; what is free over it is for notes by hand."""
        free = low - self.text.y
        self.text.y = self._foot_at
        if free >= LEAST_NOTES_MM:
            self.text.down(GAP_MM / 2)
            self.text.put(self._said.said("notes"), self._wide, BODY_MM * self._share, "bold")
            while self.text.y + 1.5 * NOTE_MM < self._foot_at + free:
                self.text.down(NOTE_MM)
                self.text.line(self._wide, 0.0, dash=0.8)
        self.text.y = self._foot_at + free
        self._set_foot()

    def _strip(self, high: float) -> None:
        """The key poses side by side, each over its number, its name and its angles."""
        text, size = self.text, UNDER * BODY_MM * self._share
        wide = self._wide / len(self._stands)
        self._figures(self._stands, wide, high)
        top = text.y
        lowest = top
        for place, stand in enumerate(self._stands):
            text.y = top
            middle = MARGIN_MM + (place + 0.5) * wide
            text.centered(f"{stand.number}  {stand.name}", middle, wide - PAD_MM, size, "bold")
            for line in self._angles(stand, wide - PAD_MM, size):
                text.centered(line, middle, wide - PAD_MM, size)
            lowest = max(lowest, text.y)
        text.y = lowest + GAP_MM * self._share

    def _angles(self, stand: Stand, wide: float, size: float) -> Iterator[str]:
        """The angles of a still, two in a line where there is room."""
        found = entries(stand.actor.degrees(stand.time_s), self._said.words)
        for first in range(0, len(found), 2):
            yield from self.text.joined(found[first : first + 2], wide, size)

    def _cue(self) -> None:
        """One cue, larger than anything else, in a frame."""
        text, said, share = self.text, self._said, self._share
        top, inner = text.y, self._wide - 2 * PAD_MM
        text.down(PAD_MM * share)
        text.put(said.said("cue"), inner, SMALL_MM * share, "bold", PAD_MM)
        text.put(said.cue, inner, CUE_MM * share, "bold", PAD_MM)
        text.down(PAD_MM * share)
        text.frame(MARGIN_MM, top, self._wide, text.y - top, FRAME_MM)
        text.down(GAP_MM * share)

    def _beside(self, high: float) -> None:
        """The movement beside what is done otherwise, and what they differ in."""
        text, said, share = self.text, self._said, self._share
        third, body = self._wide / 3, BODY_MM * share
        top = text.y
        heads = (f"✓  {said.said('do')}", f"≠  {said.said(said.other_head)}")
        lowest = top
        for place, (head, stand) in enumerate(zip(heads, self._pair, strict=True)):
            text.y = top + PAD_MM * share
            middle = MARGIN_MM + (place + 0.5) * third
            text.centered(head, middle, third - 2 * PAD_MM, body, "bold")
            text.centered(stand.name, middle, third - 2 * PAD_MM, UNDER * body)
            lowest = max(lowest, text.y)
        text.y = lowest
        self._figures(self._pair, third, high)
        under = text.y
        for place, stand in enumerate(self._pair):
            text.y = under
            middle = MARGIN_MM + (place + 0.5) * third
            for line in self._angles(stand, third - 2 * PAD_MM, UNDER * body):
                text.centered(line, middle, third - 2 * PAD_MM, UNDER * body)
            lowest = max(lowest, text.y)
        left = 2 * third + PAD_MM
        text.y = top + PAD_MM * share
        text.put(said.difference, third - PAD_MM, body, "regular", left)
        bottom = max(lowest, text.y) + PAD_MM * share
        text.frame(MARGIN_MM, top, third - PAD_MM / 2, bottom - top, FRAME_MM)
        text.frame(
            MARGIN_MM + third + PAD_MM / 2,
            top,
            third - PAD_MM / 2,
            bottom - top,
            DASHED_MM,
            DASH_MM,
        )
        text.y = bottom + GAP_MM * share

    def _figures(self, stands: Sequence[Stand], wide: float, high: float) -> None:
        """Takes the place of a row of figures, no higher than its width lets them become."""
        high = min(high, highest_mm(stands, wide - 2 * PAD_MM))
        self._rows.append((stands, wide, self.text.y, high))
        self.text.down(high + 1.0)

    def figures(self) -> Iterator[Panel]:
        """The figures of each row at one scale, in their places."""
        for stands, wide, top, high in self._rows:
            room = wide - 2 * PAD_MM
            scale = scale_of(stands, room, high)
            for place, stand in enumerate(stands):
                x = MARGIN_MM + place * wide + PAD_MM
                yield Panel(figure(stand, room, high, scale), x, top, room, high)

    def _steps(self) -> None:
        """The phases with their seconds and cues: the tempo, and what it means."""
        text, said = self.text, self._said
        body = BODY_MM * self._share
        names, seconds = NAMES * self._wide, SECONDS * self._wide
        text.put(said.tempo, self._wide, body, "bold")
        for row in said.rows:
            cells = (
                (f"{row.number}  {row.name}", names, "bold"),
                (row.seconds, seconds, "regular"),
            )
            text.row((*cells, (row.cue, self._wide - names - seconds, "regular")), UNDER * body)
        text.down(GAP_MM / 2 * self._share)

    def _foot(self) -> None:
        """Only its room: it stands at the end of the page, wherever that is."""
        self._foot_at = self.text.y
        bare = Text(1.0, 1.0, 0.0)
        self._set_foot(bare)
        self.text.down(bare.y)

    def _set_foot(self, onto: Text | None = None) -> None:
        text = onto or self.text
        text.line(self._wide, 1.5)
        for words in self._said.foot:
            text.put(words, self._wide, SMALL_MM * self._share)
