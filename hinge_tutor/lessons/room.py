"""Steps, builds, texts and figures of a lesson as far as there is room for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hinge_tutor.lessons.bounds import (
    LONGEST_BLOCK,
    LONGEST_FRONT,
    LONGEST_TEXT,
    MOST_FIGURES,
    MOST_PROBLEMS,
)
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.markdown import BLOCKS, Piece
from hinge_tutor.located import AuthorError


class Room:
    """What a lesson has room for; `problem` is told the line of what no longer fits, and why."""

    def __init__(self, problem: Callable[[int, str], None]) -> None:
        self._problem = problem
        self._figures: set[Cast] = set()
        # Something did not fit, so that the lesson is not complete.
        self.full = False

    def short(self, text: str, line: int) -> str:
        """A text as far as it is read."""
        if len(text) > LONGEST_TEXT:
            problem = f"{len(text)} characters of text; at most {LONGEST_TEXT} are read"
            self._problem(line, problem)
        return text[:LONGEST_TEXT]

    def admits(self, piece: Piece) -> bool:
        """Whether a block, or the front matter, is short enough to be read."""
        most = LONGEST_BLOCK if piece.kind in BLOCKS else LONGEST_FRONT
        if len(piece.text) <= most:
            return True
        problem = f"{len(piece.text)} characters in one block; at most {most} are read"
        self._problem(piece.line, problem)
        return False

    def first(
        self, parts: Sequence[tuple[Piece, ...]], most: int, what: str
    ) -> Sequence[tuple[Piece, ...]]:
        """As many steps or builds as are read at all."""
        if len(parts) > most:
            self._problem(parts[most][0].line, f"{len(parts)} {what}; at most {most} are read")
            self.full = True
        return parts[:most]

    def holds(self, plans: Sequence[StagePlan], line: int) -> bool:
        """Whether a build's figures can still be solved with all that were there before."""
        before = len(self._figures)
        self._figures.update(cast for plan in plans for cast in plan.movements)
        if len(self._figures) <= MOST_FIGURES:
            return True
        if before <= MOST_FIGURES:
            problem = f"more than {MOST_FIGURES} different figures up to here; make two lessons"
            self._problem(line, problem)
        self.full = True
        return False


def first_problems(errors: Sequence[AuthorError], file: str) -> tuple[AuthorError, ...]:
    """Problems in the order of their lines; of very many the first ones, and that."""
    found = sorted(errors, key=lambda error: error.line)
    if more := found[MOST_PROBLEMS:]:
        problem = "more problems from here on; repair those before them first"
        found[MOST_PROBLEMS:] = [AuthorError(file, more[0].line, problem)]
    return tuple(found)
