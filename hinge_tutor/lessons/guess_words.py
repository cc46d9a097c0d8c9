"""What is said of a guess by hand: where it is, how far off it turned out to be, on which sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hinge_tutor.lessons.numerals import signed
from hinge_tutor.lessons.words import Words

if TYPE_CHECKING:
    from hinge_tutor.lessons.guess import Verdict


def place_in_words(ahead_cm: float, above_cm: float, words: Words) -> str:
    """How far a handle has been led: `12 cm back, 5 cm down`."""
    found = (across_in_words(ahead_cm, words), up_in_words(above_cm, words))
    return ", ".join(found)


def across_in_words(ahead_cm: float, words: Words) -> str:
    """`12 cm back`"""
    return _way(("forward", "backward"), ahead_cm, words)


def up_in_words(above_cm: float, words: Words) -> str:
    """`5 cm down`"""
    return _way(("up", "down"), above_cm, words)


def off_in_words(verdict: Verdict, words: Words) -> str:
    """How far off a guess is, on which sides, and by how many degrees of the angle that fits."""
    sides = [
        _way(pieces, cm, words)
        for pieces, cm in (
            (("above", "below"), verdict.above_cm),
            (("ahead", "behind"), verdict.ahead_cm),
        )
        if round(cm)
    ]
    values: dict[str, float | str] = {"cm": verdict.distance_cm}
    values |= zip(("one", "other"), sides, strict=False)
    where = words.guess(("off_nowhere", "off_one", "off_both")[len(sides)], values)
    guess, truth = round(verdict.guess_deg), round(verdict.truth_deg)
    angle = words.measure(verdict.measure).name
    degrees: dict[str, float | str]
    told = {"guess": signed(str(guess)), "truth": signed(str(truth))}
    degrees = {"angle": angle, **told, "by": abs(guess - truth)}
    return f"{where} {words.guess('angle', degrees)}"


def _way(pieces: tuple[str, str], cm: float, words: Words) -> str:
    """So far to one side or to the other, or nowhere."""
    piece = pieces[0] if cm >= 0 else pieces[1]
    return words.guess(piece if round(cm) else "nowhere", {"cm": abs(round(cm))})
