"""Standard output and error as we need them: always there, and never the cause of a complaint."""

from __future__ import annotations

import io
import os
import sys


def make_ready() -> None:
    """Give a program that was started without output or error some that lead nowhere.

    A terminal without ° or × shows a question mark, never an error.
    """
    for number, name in ((1, "stdout"), (2, "stderr")):
        if getattr(sys, name) is None:
            setattr(sys, name, _nowhere(number))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def give_up_output() -> None:
    """If what is printed no longer arrives, drop the rest, or Python complains as it leaves."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nowhere(number: int) -> io.TextIOWrapper:
    """A stream to nowhere that takes a closed stream's number, lest a file of ours gets it."""
    opened = os.open(os.devnull, os.O_WRONLY)
    if opened != number and sys.platform != "win32":
        os.dup2(opened, number)
        os.close(opened)
        opened = number
    return os.fdopen(opened, "w", encoding="utf-8")
