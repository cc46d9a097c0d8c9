"""What is said of a text that is no scene, or has a number that none can have."""

from __future__ import annotations

from hinge_tutor.problems import one_line

# Longer than any sentence of ours that quotes what it should; a window has room for so much.
LONGEST_SENTENCE = 700


class SceneError(ValueError):
    """A text that is no scene, as one sentence on one line."""

    def __init__(self, sentence: str) -> None:
        said = one_line(sentence)
        super().__init__(said if len(said) <= LONGEST_SENTENCE else f"{said[:LONGEST_SENTENCE]}…")


def number_within(text: str, said: str, low: float, high: float, unit: str = "") -> float:
    """A text's number from `low` to `high`; otherwise SceneError begins with what is `said`."""
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not low <= value <= high:
        raise SceneError(f"{said}; give a number from {low:g} to {high:g}{unit and f' {unit}'}.")
    return value
