"""A place in the course and how it is shown: lesson, step, build, theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hinge_tutor.cli.command import UsageError
from hinge_tutor.lessons.course import load_lesson
from hinge_tutor.lessons.languages import ENGLISH
from hinge_tutor.problems import did_you_mean
from hinge_tutor.stage.palette import THEMES

if TYPE_CHECKING:
    import argparse


def add_lesson(parser: argparse.ArgumentParser) -> None:
    """Declare `--lesson` and `--step`."""
    parser.add_argument("--lesson", metavar="ID", help="see: hinge-tutor list lessons")
    parser.add_argument("--step", metavar="N", help="a step of the lesson, counted from 1")


def add_theme(parser: argparse.ArgumentParser, default: str | None) -> None:
    """Declare `--theme`."""
    parser.add_argument(
        "--theme", metavar="NAME", type=_theme, default=default, help=", ".join(THEMES)
    )


def step(arguments: argparse.Namespace) -> int | None:
    """The step that was asked for, which the lesson has; raises UsageError, UnknownLesson."""
    language = arguments.language or ENGLISH
    steps = load_lesson(arguments.lesson, language).steps if arguments.lesson is not None else ()
    if arguments.step is None:
        return None
    if arguments.lesson is None:
        raise UsageError("--step counts the steps of a lesson; name it with --lesson.")
    from hinge_tutor.cli import given

    return given.whole(arguments.step, "--step", 1, len(steps))


def _theme(name: str) -> str:
    if name not in THEMES:
        near = did_you_mean(name, THEMES)
        raise UsageError(f'There is no theme "{name}"; there are: {", ".join(THEMES)}{near or "."}')
    return name
