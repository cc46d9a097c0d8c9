"""Finds the command that was asked for, runs it, and turns what goes wrong into one sentence."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from hinge_tutor import __version__
from hinge_tutor.body.specification import BodyError
from hinge_tutor.cli import open_window, streams
from hinge_tutor.cli.command import BROKEN, FINE, MISUSED, Command, Unheard, UsageError, one_line
from hinge_tutor.cli.words_file import spelled_out
from hinge_tutor.lessons.course import UnknownLesson
from hinge_tutor.lessons.scene_error import SceneError
from hinge_tutor.located import AuthorErrors, did_you_mean
from hinge_tutor.motion.corners import BlendError
from hinge_tutor.motion.faults import FaultError
from hinge_tutor.motion.movement import UnknownMovement
from hinge_tutor.motion.posing import PoseError
from hinge_tutor.motion.pulls import PullError
from hinge_tutor.preflight import missing_module
from hinge_tutor.shelf import MissingFile, NoFolder, user_data

PROGRAM = "hinge-tutor"
# What a person can put right; each of these already says so in one sentence, or one per problem.
REFUSALS = (
    UsageError,
    BlendError,
    BodyError,
    FaultError,
    PoseError,
    SceneError,
    PullError,
    UnknownMovement,
    UnknownLesson,
    MissingFile,
    NoFolder,
)
INTERRUPTED = 130
HELP = {"-h", "--help"}


def main(arguments: Sequence[str]) -> int:
    """Run one command line; the exit code for the shell."""
    streams.make_ready()
    try:
        arguments = spelled_out(arguments)
        return _run(arguments)
    except REFUSALS as refusal:
        _say(one_line(str(refusal), arguments))
        return MISUSED
    except AuthorErrors as errors:
        _say(str(errors))
        return MISUSED
    except ImportError as error:
        _say(missing_module(error))
        return MISUSED
    except (BrokenPipeError, Unheard):
        # Whoever read our output has seen enough.
        streams.give_up_output()
        return FINE
    except OSError as error:
        streams.give_up_output()
        # A full disk, a file taken away: the world's doing, and its own words say it best.
        what = error.strerror and f"{error.filename or 'The output'}: {error.strerror.lower()}."
        _say(one_line(what or str(error), arguments))
        return MISUSED
    except KeyboardInterrupt:
        _say("Stopped.")
        return INTERRUPTED
    except Exception as error:
        said = one_line(str(error), arguments)
        _say(
            f"Something went wrong inside {PROGRAM} ({type(error).__name__}: {said}); "
            f"the details are in {_log()}"
        )
        return BROKEN


def _run(arguments: list[str]) -> int:
    if not arguments:
        return open_window.opened()
    first = arguments[0]
    if not first or first.startswith("-"):
        return _carry_out(open_window.COMMAND, PROGRAM, arguments)
    every = _commands()
    for command in every:
        if command.name == first:
            return _carry_out(command, f"{PROGRAM} {first}", arguments[1:])
    names = [command.name for command in every]
    raise UsageError(
        f'{PROGRAM}: there is no command "{first}"{did_you_mean(first, names) or "."} '
        f"There are: {', '.join(names)}."
    )


def _carry_out(command: Command, program: str, arguments: list[str]) -> int:
    # Most start without options, and what reads them takes a while to get ready.
    import argparse

    from hinge_tutor.cli.parser import Parser

    parser = Parser(prog=program, description=command.summary, allow_abbrev=False)
    if program == PROGRAM:
        if HELP.intersection(arguments):
            parser.formatter_class = argparse.RawDescriptionHelpFormatter
            wide = max(len(other.name) for other in _commands()) + 2
            lines = [f"  {other.name:<{wide}}{other.summary}" for other in _commands()]
            parser.epilog = "\n".join(("commands, each with its own --help:", *lines))
        parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    command.options(parser)
    known, strangers = parser.parse_known_args(parser.joined(arguments))
    if strangers:
        options = [option for option in parser.options() if option.startswith("--")]
        stranger = strangers[0].partition("=")[0]
        raise UsageError(
            f'{program}: "{stranger}" is not understood{did_you_mean(stranger, options) or "."} '
            f"See {program} --help."
        )
    code = command.run(known)
    sys.stdout.flush()
    return code


def _commands() -> Sequence[Command]:
    """Every command; what they need is not needed to open the window."""
    from hinge_tutor.cli import commands

    return commands.COMMANDS


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _log() -> Path:
    """Write the exception at hand to a file of its own; where it is."""
    # Only a start that went wrong has to pay for these.
    import traceback

    name = f"error-{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}.txt"
    text = f"{PROGRAM} {__version__}, Python {sys.version}\n{sys.argv}\n{traceback.format_exc()}"
    for folder in _log_folders():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        except OSError:
            continue
        return folder / name
    return Path(os.devnull)


def _log_folders() -> Iterator[Path]:
    import tempfile

    with contextlib.suppress(NoFolder):
        yield user_data() / "log"
    yield Path(tempfile.gettempdir())
