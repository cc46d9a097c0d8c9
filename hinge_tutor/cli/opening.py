"""The scene that a command is given: typed, pasted with `hinge:`, or in a file."""

from __future__ import annotations

from pathlib import Path

from hinge_tutor.lessons.scene_text import parse_scene
from hinge_tutor.stage.scene_settings import USUAL_LAYERS
from hinge_tutor.stage.shared_scene import (
    ENDING,
    SharedScene,
    is_shared,
    parse_shared,
    read_shared,
)


def opened(text: str) -> SharedScene:
    """The scene of an argument.

    Raises SceneError, UnknownMovement, FaultError or BodyError for what is typed, AuthorErrors with
    file and line for a file.
    """
    if is_shared(text):
        return parse_shared(text)
    if _names_a_file(text):
        return read_shared(Path(text))
    return SharedScene(parse_scene(text, USUAL_LAYERS))


def _names_a_file(text: str) -> bool:
    if text.endswith(ENDING):
        return True
    try:
        return Path(text).exists()
    except (OSError, ValueError):
        # No file has so long a name, or one with a zero in it.
        return False
