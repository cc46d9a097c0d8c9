"""What is wrong in a file that a person wrote, with its place and the nearest right word."""

from __future__ import annotations

from collections.abc import Iterable

# Two words count as near from this share of common letters on: "hinge" and "hnige" share .8,
# while unrelated words of one length rarely pass .5.
NEAR_ENOUGH = 0.6


class AuthorError(ValueError):
    """One problem in one file; reads `file:line: problem`."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(f"{file}:{line}: {problem}")
        self.file = file
        self.line = line
        self.problem = problem


class AuthorErrors(Exception):
    """Every problem found in what was read, in the order of the lines, never only the first."""

    def __init__(self, errors: Iterable[AuthorError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: (error.file, error.line)))
        super().__init__("\n".join(str(error) for error in self.errors))


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that `word` was most likely meant to be, or None when none is near.

    Upper case and the difference between a space, a hyphen and an underscore do not count.
    """
    # Only who mistyped a word has to wait for this.
    import difflib

    plain = {_plain(candidate): candidate for candidate in allowed}
    close = difflib.get_close_matches(_plain(word), plain, n=1, cutoff=NEAR_ENOUGH)
    return plain[close[0]] if close else None


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """The end of a sentence about a wrong word: `; did you mean "…"?`, or nothing."""
    near = nearest(word, allowed)
    return "" if near is None else f'; did you mean "{near}"?'


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
