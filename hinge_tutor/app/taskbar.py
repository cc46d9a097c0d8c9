"""On Windows a program in Python stands under Python's own button, unless it names itself."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from hinge_tutor.identity import APP_ID


def own_place_in_the_taskbar() -> None:
    """Gives our windows a button and an icon of their own; before the first of them is made."""
    import ctypes

    windows: Any = getattr(ctypes, "windll", None)
    if windows is not None:
        # An old system has no such call, and nobody misses more than the icon.
        with suppress(AttributeError, OSError):
            windows.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)
