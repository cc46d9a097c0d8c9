"""`tour`: a lesson without a screen, as pictures and a clip on a page for any browser."""

from __future__ import annotations

import argparse
from pathlib import Path

from hinge_tutor.cli import given, spoken
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.cli.offscreen import draw_off_screen
from hinge_tutor.lessons.course import load_lesson, order


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "lesson", nargs="?", metavar="LESSON", help="see: hinge-tutor list lessons; the first one"
    )
    parser.add_argument(
        "--out", metavar="FOLDER", required=True, help="where the pictures go; made if need be"
    )
    spoken.add_language(parser)


def _run(arguments: argparse.Namespace) -> int:
    if not arguments.out:
        raise UsageError("--out has no name; give a folder for the pictures.")
    lesson = load_lesson(arguments.lesson or order()[0], arguments.language)
    draw_off_screen()
    from hinge_tutor.export.tour import write_tour
    from hinge_tutor.paint import load_palette

    try:
        words = spoken.said(arguments)
        index = write_tour(lesson, words, load_palette("light"), Path(arguments.out))
    except OSError as error:
        raise given.unwritable(arguments.out, error) from None
    print(index)
    return FINE


COMMAND = Command("tour", "Write a lesson as pictures and a clip on a page.", _options, _run)
