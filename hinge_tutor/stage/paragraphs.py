"""Running text in a picture: paragraphs that wrap in a column, each one whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.shapes import Label

# The height of a line and the air after a paragraph, in letter heights.
LINE_EM, AFTER_EM = 1.25, 0.45


@dataclass(frozen=True)
class Paragraph:
    """A text with its role, weight and letters over the usual ones."""

    text: str
    role: str = "text"
    weight: str = "regular"
    share: float = 1.0


def lines_of(text: str, weight: str, size: float, room: float) -> list[str]:
    """The text in lines no longer than `room`; a word that is longer stands alone."""
    lines: list[str] = []
    now, length = "", 0.0
    # Not at spaces that hold a number and its unit together.
    for word in text.split(" "):
        wide = width_em(word, weight) * size
        longer = length + width_em(" ", weight) * size + wide
        if now and longer <= room:
            now, length = f"{now} {word}", longer
        else:
            lines += [now] if now else []
            now, length = word, wide
    return [*lines, now] if now else lines


def text_height(paragraphs: Sequence[Paragraph], wide: float, size: float) -> float:
    """How high paragraphs are, with the air after each."""
    return sum(
        len(lines_of(each.text, each.weight, size * each.share, wide)) * LINE_EM * size * each.share
        + AFTER_EM * size
        for each in paragraphs
    )


def set_text(
    name: str,
    paragraphs: Sequence[Paragraph],
    corner: tuple[float, float],
    room: tuple[float, float],
    size: float,
) -> list[Label]:
    """Paragraphs from the upper left corner down; those beyond the room's height are left out."""
    x, y = corner
    wide, high = room
    found: list[Label] = []
    for each in paragraphs:
        letters = size * each.share
        lines = lines_of(each.text, each.weight, letters, wide)
        needs = len(lines) * LINE_EM * letters
        if needs > high:
            break
        for number, line in enumerate(lines):
            middle = y - (number + 0.5) * LINE_EM * letters
            length = width_em(line, each.weight) * letters
            found.append(
                Label(
                    name, "card", x, middle, line, each.role, letters, length, "left", each.weight
                )
            )
        y -= needs + AFTER_EM * size
        high -= needs + AFTER_EM * size
    return found
