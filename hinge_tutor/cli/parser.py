"""Reads the options of a command, or says in one sentence what is wrong with them."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from hinge_tutor.cli.command import UsageError

_NEGATIVE = re.compile(r"-[\d.]")


class Parser(argparse.ArgumentParser):
    """Says what is wrong as one sentence instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError in place of argparse's exit."""
        raise UsageError(f"{self.prog}: {message}; see {self.prog} --help")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help or version; argparse would hide that it did not arrive."""
        (file or sys.stdout).write(message)
        sys.stdout.flush()

    def joined(self, arguments: Sequence[str]) -> list[str]:
        """The arguments with negative values tied to their options: `--size=-5x5`.

        argparse takes a value that begins with a dash for another option.
        """
        result: list[str] = []
        for argument in arguments:
            option = self._option_string_actions.get(result[-1]) if result else None
            if option is not None and option.nargs is None and _NEGATIVE.match(argument):
                result[-1] += f"={argument}"
            else:
                result.append(argument)
        return result

    def options(self) -> list[str]:
        """Every option this parser knows, as typed."""
        return list(self._option_string_actions)
