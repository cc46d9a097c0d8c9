"""What is wrong in a file that a person wrote, with its place and the nearest right word."""

from __future__ import annotations

from collections.abc import Iterable

# Two words count as near from this share of common letters on: "hinge" and "hnige" share .8,
# while unrelated words of one length rarely pass .5.
NEAR_ENOUGH = 0.6


# A word of a file that is longer than this is cut where it is quoted.
LONGEST_WORD = 60


class AuthorError(ValueError):
    """One problem in one file; reads `file:line: problem`, one line whatever the file has."""

    def __init__(self, file: str, line: int, problem: str) -> None:
        said = one_line(problem)
        super().__init__(f"{file}:{line}: {said}")
        self.file = file
        self.line = line
        self.problem = said


class AuthorErrors(Exception):
    """Every problem found in what was read, in the order of the lines, never only the first."""

    def __init__(self, errors: Iterable[AuthorError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda error: (error.file, error.line)))
        super().__init__("\n".join(str(error) for error in self.errors))


def one_line(text: str) -> str:
    """A text for one line: what no terminal shows is written out, endless words are cut."""
    plain = "".join(
        character if character.isprintable() or character == "\u00a0" else ascii(character)[1:-1]
        for character in text
    )
    return " ".join(
        word if len(word) <= LONGEST_WORD else f"{word[:LONGEST_WORD]}…"
        for word in plain.split(" ")
    )


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that `word` was most likely meant to be, or None when none is near.

    Upper case and the difference between a space, a hyphen and an underscore do not count.
    """
    # Only who mistyped a word has to wait for this.
    import difflib

    plain = {_plain(candidate): candidate for candidate in allowed}
    # What is longer than any name is near to none, and comparing it would take for ever.
    if len(word) > LONGEST_WORD:
        return None
    close = difflib.get_close_matches(_plain(word), plain, n=1, cutoff=NEAR_ENOUGH)
    return plain[close[0]] if close else None


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """The end of a sentence about a wrong word: `; did you mean "…"?`, or nothing."""
    near = nearest(word, allowed)
    return "" if near is None else f'; did you mean "{near}"?'


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
