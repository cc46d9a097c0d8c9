"""What a command of the program is, and how it refuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

# Exit codes: all is well; content or a result is wrong; the command was not understood or cannot
# be carried out as given; something broke that should not (as in sysexits.h).
FINE, WRONG, MISUSED, BROKEN = 0, 1, 2, 70


# A path may well be this long; of what is longer, so much tells which one it was.
ABSURD_LENGTH, SHOWN_LENGTH = 200, 60
# Where arguments such as name=value,name=value or hip-hinge@tall*20|squat come apart.
_PARTS = re.compile(r"[,=|@*]")


class UsageError(Exception):
    """A command that cannot be carried out as given, as one sentence for the user."""


class Unheard(Exception):
    """Whoever wanted to hear how far the work is has gone, so nobody needs it any more."""


@dataclass(frozen=True)
class Command:
    """A name with a one-line summary, what declares its options, and what does its work."""

    name: str
    summary: str
    options: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def one_line(sentence: str, arguments: Sequence[str]) -> str:
    """A sentence as one line in which no part of the arguments is quoted at absurd length."""
    parts = {part for argument in arguments for part in _PARTS.split(argument)} | {*arguments}
    for part in sorted(parts, key=len, reverse=True):
        if len(part) > ABSURD_LENGTH:
            sentence = sentence.replace(part, part[:SHOWN_LENGTH] + "…")
    return "".join(sign if sign.isprintable() else "�" for sign in sentence)
