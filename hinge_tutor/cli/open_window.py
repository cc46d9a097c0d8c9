"""No command: opens the tutor, or says what works where there is no screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hinge_tutor import app, preflight
from hinge_tutor.app.asked import PLAIN, Asked
from hinge_tutor.cli import place, spoken
from hinge_tutor.cli.command import Command, UsageError

if TYPE_CHECKING:
    import argparse

WITHOUT_A_SCREEN = (
    "Without a screen these work: hinge-tutor tour --out FOLDER (a lesson as pictures), "
    "list, check, analyze, body, render, shot."
)


def _options(parser: argparse.ArgumentParser) -> None:
    place.add_lesson(parser)
    place.add_theme(parser, default=None)
    parser.add_argument("--present", action="store_true", help="begin on the projector page")
    spoken.add_language(parser, default=None)

    parser.add_argument(
        "--pack",
        metavar="PATH",
        help="a lesson pack, a folder or a zip; --lesson is one of its own",
    )


def _run(arguments: argparse.Namespace) -> int:
    if arguments.pack is not None:
        arguments.pack = place.pack(arguments)
    else:
        arguments.step = place.step(arguments)
    return opened(Asked(**vars(arguments)))


def opened(asked: Asked = PLAIN) -> int:
    """Opens the tutor; raises UsageError where there is nowhere to."""
    if (problem := preflight.drawing_problem()) is not None:
        raise UsageError(problem)
    if (problem := preflight.window_problem()) is not None:
        raise UsageError(f"{problem} {WITHOUT_A_SCREEN}")
    return app.run(asked)


COMMAND = Command("", "Teaches the hip hinge; without a command it opens.", _options, _run)
