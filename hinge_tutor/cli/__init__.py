"""The command line: each command a small module, the window imported only when it is asked for."""

from __future__ import annotations

from hinge_tutor.cli.command_line import main

__all__ = ["main"]
