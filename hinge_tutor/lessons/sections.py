"""The pieces of a document under their headings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hinge_tutor.lessons.lesson import Cue
from hinge_tutor.lessons.markdown import Piece


@dataclass(frozen=True)
class Parts:
    """What stands under one heading, before the next one."""

    blocks: Mapping[str, Piece]
    prompt: str
    prompt_line: int
    text: str
    text_line: int
    cue: Cue


@dataclass(frozen=True)
class Sections:
    """Pieces before the first heading, and each heading with its own."""

    before: tuple[Piece, ...]
    parts: tuple[tuple[Piece, ...], ...]


def sections(pieces: Sequence[Piece], heading: str) -> Sections:
    """What comes before the first heading of a level, and each heading with what follows it."""
    starts = [place for place, piece in enumerate(pieces) if piece.kind == heading]
    edges = [*starts, len(pieces)]
    parts = tuple(tuple(pieces[start:end]) for start, end in pairwise(edges))
    return Sections(tuple(pieces[: edges[0]]), parts)


def slug(title: str) -> str:
    """A title as an id: `¿Bisagra o flexión?` is `bisagra-o-flexion`."""
    if not title.isascii():
        # No lesson in English needs it.
        import unicodedata

        title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return "-".join(re.findall(r"[a-z0-9]+", title.casefold()))
