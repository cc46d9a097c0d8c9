"""The window: Qt Widgets around the stage, one hub, one timer."""

from __future__ import annotations

import argparse
import gc


def run(arguments: argparse.Namespace) -> int:
    """Opens the tutor; everything of Qt is imported only here."""
    # Building the window makes next to no garbage, and looking for some takes a twentieth of the
    # time to the first frame; the program looks again once it has settled.
    gc.disable()
    from hinge_tutor.app.program import run as open_

    return open_(arguments)
