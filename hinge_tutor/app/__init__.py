"""The window: Qt Widgets around the stage, one hub, one timer."""

from __future__ import annotations

import argparse


def run(arguments: argparse.Namespace) -> int:
    """Opens the tutor; everything of Qt is imported only here."""
    from hinge_tutor.app.program import run as open_

    return open_(arguments)
