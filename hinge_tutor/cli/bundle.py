"""`bundle`: a lesson as a folder for a teacher, with pictures, clips, notes and sheets."""

from __future__ import annotations

import argparse
from pathlib import Path

from hinge_tutor.cli import given, reporting, spoken
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.cli.handout import PAPERS
from hinge_tutor.cli.offscreen import draw_off_screen
from hinge_tutor.lessons.course import load_lesson, order


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "lesson", nargs="?", metavar="LESSON", help="see: hinge-tutor list lessons; the first one"
    )
    parser.add_argument(
        "--out", metavar="FOLDER", required=True, help="where everything goes; made if need be"
    )
    parser.add_argument(
        "--paper", metavar="NAME", help=f"{' or '.join(PAPERS)}; without it the custom of here"
    )
    spoken.add_language(parser)
    reporting.add_progress(parser)


def _run(arguments: argparse.Namespace) -> int:
    if not arguments.out:
        raise UsageError("--out has no name; give a folder.")
    paper = given.one_of("--paper", arguments.paper, PAPERS)
    lesson = load_lesson(arguments.lesson or order()[0], arguments.language)
    tell = reporting.progress(arguments)
    draw_off_screen()
    from hinge_tutor.app.paper import usual_paper
    from hinge_tutor.export.bundle import write_bundle
    from hinge_tutor.paint import load_palette

    words, folder = spoken.said(arguments), Path(arguments.out)
    palette = load_palette("light")
    try:
        index = write_bundle(lesson, words, palette, folder, paper or usual_paper(), tell)
    except OSError as error:
        reporting.tell_errno(arguments, error)
        raise given.unwritable(arguments.out, error) from None
    if not arguments.progress:
        print(index)
    return FINE


COMMAND = Command("bundle", "Write a lesson as a folder for a teacher.", _options, _run)
