"""Reads the blocks of a lesson document one by one, and keeps what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from hinge_tutor import located
from hinge_tutor.lessons import blocks
from hinge_tutor.lessons.lesson import Cue
from hinge_tutor.lessons.markdown import Piece
from hinge_tutor.lessons.room import Room
from hinge_tutor.lessons.sections import Parts
from hinge_tutor.located import AuthorError, AuthorErrors, Reader

Value = TypeVar("Value")


class Reading:
    """`doubtful` are the first lines of the blocks that have problems; `room` is what is left of
    what a document may hold.
    """

    def __init__(self, file: str, errors: Iterable[AuthorError]) -> None:
        """`errors` are those that were found before any block was read."""
        self.file = file
        self.errors: list[AuthorError] = list(errors)
        self.doubtful: set[int] = set()
        self.room = Room(self.problem)

    def block(self, parts: Parts, name: str, reading: Callable[[Reader], Value]) -> Value | None:
        """What `reading` makes of a block; None where there is none, or none that can be read."""
        return self.read(parts.blocks[name], reading) if name in parts.blocks else None

    def parts(self, pieces: Sequence[Piece]) -> Parts:
        """Sorts the pieces under one heading; a second prompt or block of a kind is a problem."""
        found: dict[str, Piece] = {}
        for piece in pieces:
            if piece.kind in found and piece.kind != "paragraph":
                self.problem(piece.line, f"a second {piece.kind} under one heading; keep one")
            elif piece.kind != "paragraph":
                found[piece.kind] = piece
        paragraphs = [piece for piece in pieces if piece.kind == "paragraph"]
        cue = (self.read(found["cue"], blocks.cue) if "cue" in found else None) or Cue()
        prompt = found.get("prompt")
        told = "\n\n".join(piece.text for piece in paragraphs)
        return Parts(
            blocks=found,
            prompt=self.room.short(" ".join(prompt.text.split()), prompt.line) if prompt else "",
            prompt_line=prompt.line if prompt else 0,
            text=self.room.short(told, paragraphs[0].line) if paragraphs else "",
            text_line=paragraphs[0].line if paragraphs else 0,
            cue=cue,
        )

    def read(self, piece: Piece, reading: Callable[[Reader], Value]) -> Value | None:
        """What `reading` makes of a block, or None when the block is not TOML at all."""
        if not piece.closed or not self.room.admits(piece):
            self.doubtful.add(piece.line)
            return None
        try:
            reader = Reader(located.parse(piece.text, self.file, piece.line))
        except AuthorErrors as problems:
            self.errors.extend(problems.errors)
            self.doubtful.add(piece.line)
            return None
        value = reading(reader)
        if errors := reader.errors():
            self.errors.extend(errors)
            self.doubtful.add(piece.line)
        return value

    def problem(self, line: int, problem: str) -> None:
        self.errors.append(AuthorError(self.file, line, problem))
