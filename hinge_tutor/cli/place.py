"""A place in the course and how it is shown: lesson, step, build, theme."""

from __future__ import annotations

from pathlib import Path
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


def pack(arguments: argparse.Namespace) -> Path:
    """The pack that was asked for, which has the lesson and the step; raises UsageError."""
    from hinge_tutor.lessons.pack import IN_PACK, read_pack
    from hinge_tutor.lessons.pack_budget import PackError

    if not arguments.pack:
        raise UsageError("--pack has no name; give a folder or a zip file.")
    path = Path(arguments.pack)
    try:
        lessons = {each.id.rpartition(IN_PACK)[2]: each for each in read_pack(path).lessons}
    except PackError as refusal:
        raise UsageError(str(refusal)) from None
    if arguments.lesson is not None and arguments.lesson not in lessons:
        near = did_you_mean(arguments.lesson, lessons) or "."
        known = ", ".join(lessons) or "none"
        raise UsageError(f'There is no lesson "{arguments.lesson}" in it; there are: {known}{near}')
    if arguments.step is not None:
        if arguments.lesson is None:
            raise UsageError("--step counts the steps of a lesson; name it with --lesson.")
        from hinge_tutor.cli import given

        most = len(lessons[arguments.lesson].steps)
        arguments.step = given.whole(arguments.step, "--step", 1, most)
    return path


def _theme(name: str) -> str:
    if name not in THEMES:
        near = did_you_mean(name, THEMES)
        raise UsageError(f'There is no theme "{name}"; there are: {", ".join(THEMES)}{near or "."}')
    return name
