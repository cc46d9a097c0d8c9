"""What is said of a text that is no scene."""

from __future__ import annotations

from hinge_tutor.problems import one_line

# Longer than any sentence of ours that quotes what it should; a window has room for so much.
LONGEST_SENTENCE = 700


class SceneError(ValueError):
    """A text that is no scene, as one sentence on one line."""

    def __init__(self, sentence: str) -> None:
        said = one_line(sentence)
        super().__init__(said if len(said) <= LONGEST_SENTENCE else f"{said[:LONGEST_SENTENCE]}…")
