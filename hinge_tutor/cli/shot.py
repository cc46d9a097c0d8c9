"""`shot`: the real window at a place of the course, drawn off screen into a file."""

from __future__ import annotations

import argparse

from hinge_tutor import safely
from hinge_tutor.cli import given, place, spoken
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.cli.framing import parse_moment, parse_size
from hinge_tutor.cli.offscreen import draw_off_screen
from hinge_tutor.lessons.course import load_lesson, order

SUFFIX = ".png"


def _options(parser: argparse.ArgumentParser) -> None:
    place.add_lesson(parser)
    parser.add_argument(
        "--build", metavar="N", default="1", help="a build of the step, counted from 1"
    )
    parser.add_argument("--at", metavar="T", help="0 to 1 of the repetition, or a phase: its end")
    parser.add_argument("--size", metavar="WxH", default="1600x1000", help="1600x1000 without it")
    place.add_theme(parser, default="light")
    spoken.add_language(parser)
    parser.add_argument("--out", metavar="FILE.png", required=True, help="the picture to write")


def _run(arguments: argparse.Namespace) -> int:
    arguments.lesson = arguments.lesson or order()[0]
    step = place.step(arguments) or 1
    builds = load_lesson(arguments.lesson, arguments.language).steps[step - 1].builds
    build = given.whole(arguments.build, "--build", 1, len(builds))
    at = None if arguments.at is None else parse_moment(arguments.at)
    size = parse_size(arguments.size)
    out = given.file("--out", arguments.out)
    if out.suffix.lower() != SUFFIX:
        raise UsageError(f"--out is {out}; a shot is a picture whose name ends in {SUFFIX}.")
    if not out.parent.is_dir():
        raise UsageError(f"There is no folder {out.parent}; make it first.")
    draw_off_screen()
    from hinge_tutor.app.shot import shot

    lesson, theme = arguments.lesson, arguments.theme
    try:
        with safely.beside(out) as part:
            shot(lesson, step, build, at, size, theme, part, language=arguments.language)
    except OSError as error:
        raise given.unwritable(out, error) from None
    return FINE


COMMAND = Command("shot", "Write a picture of the window, without a screen.", _options, _run)
