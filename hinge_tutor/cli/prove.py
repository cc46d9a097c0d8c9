"""`prove`: computes every checked figure anew, and prints figure, target and verdict."""

from __future__ import annotations

import argparse
from pathlib import Path

from hinge_tutor import safely
from hinge_tutor.cli import given, spoken
from hinge_tutor.cli.command import FINE, WRONG, Command, UsageError

EPILOG = (
    "Rows that miss a published value stay in the page with how far they miss it and are no error. "
    "The exit code is 1 when arithmetic does not hold: another engine disagrees, a moment arm is "
    "not the slope of its length, the sharing of loads is not the exact one, or a shipped movement "
    "does not stay on its feet. Engines are compared where they are installed: MuJoCo, Pinocchio, "
    "OpenSim (pip install hinge-tutor[engines])."
)


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", metavar="FILE", help="write the page there as well, in Markdown")
    spoken.add_language(parser)
    parser.epilog = EPILOG


def _run(arguments: argparse.Namespace) -> int:
    # Its modules are of no use to any other command, and would make every start longer.
    from hinge_tutor.check.evidence.overview import section_lines
    from hinge_tutor.check.evidence.page import page
    from hinge_tutor.check.evidence.page_words import page_words
    from hinge_tutor.check.evidence.rows import holds, rows
    from hinge_tutor.check.evidence.terminal import table

    if arguments.out is not None and not Path(arguments.out).name:
        raise UsageError("--out names no file; give one, such as proof.md.")
    if arguments.out is not None and not Path(arguments.out).parent.is_dir():
        # Before a minute of work rather than after it.
        raise UsageError(f"There is no folder {Path(arguments.out).parent}; make it first.")
    words = page_words(arguments.language)
    found = rows()
    print("\n".join(table(found, words)))
    whole = holds(found)
    ending = "command_done" if whole else "command_broken"
    print("", *section_lines(found, words), "", words.plain("page", ending), sep="\n")
    if arguments.out is not None:
        try:
            safely.write(Path(arguments.out), page(found, words).encode("utf-8"))
        except OSError as error:
            raise given.unwritable(arguments.out, error) from None
        print(words.filled("page", "written", file=arguments.out))
    return FINE if whole else WRONG


COMMAND = Command("prove", "Compute every checked figure of the model anew.", _options, _run)
