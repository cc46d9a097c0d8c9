"""What a command of the program is, and how it refuses."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

# Exit codes: all is well; content or a result is wrong; the command was not understood or cannot
# be carried out as given; something broke that should not (as in sysexits.h).
FINE, WRONG, MISUSED, BROKEN = 0, 1, 2, 70


class UsageError(Exception):
    """A command that cannot be carried out as given, as one sentence for the user."""


@dataclass(frozen=True)
class Command:
    """A name with a one-line summary, what declares its options, and what does its work."""

    name: str
    summary: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


class Parser(argparse.ArgumentParser):
    """Says what is wrong as one sentence instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError in place of argparse's exit."""
        raise UsageError(f"{self.prog}: {message}; see {self.prog} --help")

    def options(self) -> list[str]:
        """Every option this parser knows, as typed."""
        return list(self._option_string_actions)
