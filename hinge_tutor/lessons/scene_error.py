"""What is said of a text that is no scene."""

from __future__ import annotations

from hinge_tutor.problems import one_line


class SceneError(ValueError):
    """A text that is no scene, as one sentence on one line."""

    def __init__(self, sentence: str) -> None:
        super().__init__(one_line(sentence))
