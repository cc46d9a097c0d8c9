"""Which of the cards under the stage have room, and how high each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# The stage keeps this share of the height for its figures, whatever else is asked for; and of a
# window that is high enough a larger one, before a card gets more than its least height.
STAGE_SHARE, GOOD_SHARE = 0.38, 0.48


@dataclass(frozen=True)
class Wanted:
    """A card: the least height worth showing it with, and the height it asks for; px."""

    least: int
    usual: int


def heights(room: int, spare: int, gap: int, wanted: Sequence[Wanted]) -> list[int]:
    """The height of each card in `room` px, 0 where it folds away; the first ones come first.

    Every card takes its least height and a gap; what is left then, but for `spare` px of the room,
    goes to the first ones.
    """
    found: list[int] = []
    for card in wanted:
        fits = 0 < card.least + gap <= room
        found.append(card.least if fits else 0)
        room -= card.least + gap if fits else 0
    room -= spare
    for number, card in enumerate(wanted):
        if found[number]:
            more = min(card.usual - card.least, max(room, 0))
            found[number] += more
            room -= more
    return found
