"""The window: Qt Widgets around the stage, one hub, one timer."""

from __future__ import annotations

import gc
from collections.abc import Callable
from importlib import import_module

from hinge_tutor.app.asked import Asked


def run(asked: Asked) -> int:
    """Opens the tutor; everything of Qt is imported only here."""
    # Building the window makes next to no garbage, and looking for some takes a twentieth of the
    # time to the first frame; the program looks again once it has settled.
    gc.disable()
    return opener()(asked)


def opener() -> Callable[[Asked], int]:
    """What opens the window, imported with all that it needs.

    Qt reads the source of every module that is imported after it, in search of its own names; so
    what knows nothing of Qt comes first.
    """
    import_module("hinge_tutor.stage.scene")
    import_module("hinge_tutor.lessons.fill")
    import_module("hinge_tutor.lessons.figures")
    import_module("hinge_tutor.lessons.hidden_names")
    import_module("hinge_tutor.coaching.measures")
    import_module("hinge_tutor.motion.clock")
    import_module("hinge_tutor.app.limit_words")
    import_module("hinge_tutor.app.settings")
    from hinge_tutor.app.program import run as open_

    return open_
