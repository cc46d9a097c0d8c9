"""Lets a command draw with Qt where there is no screen, or say why it cannot."""

from __future__ import annotations

import os

from hinge_tutor import preflight
from hinge_tutor.cli.command import UsageError


def draw_off_screen() -> None:
    """Settle how Qt draws, before it is imported; raises UsageError where it would abort.

    A command that opens no window needs no display even where there is one, and its pictures are
    the same everywhere: no scaling by the desktop.
    """
    problem = preflight.drawing_problem()
    if problem is not None:
        raise UsageError(problem)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = "1"
    os.environ["QT_FONT_DPI"] = "96"
