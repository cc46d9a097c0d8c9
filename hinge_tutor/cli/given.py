"""The words of a command line made values: numbers, bodies, movements, tempos, files."""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from hinge_tutor import safely
from hinge_tutor.body.skeleton import Body
from hinge_tutor.body.skeleton import body as body_of
from hinge_tutor.cli.command import UsageError
from hinge_tutor.coaching.heaviest import MOST_KG
from hinge_tutor.motion.faults import parse_faults
from hinge_tutor.motion.phases import parse_tempo
from hinge_tutor.motion.take import Load, LoadError
from hinge_tutor.problems import did_you_mean

# Two samples are the least a motion can have; 2,001 are five milliseconds apart in ten seconds, and
# the spline's matrix grows with their square.
FEWEST_SAMPLES, MOST_SAMPLES = 2, 2_001
STANDARD_OUTPUT = "-"
Word = TypeVar("Word", bound=str | None)


def add_body(parser: argparse.ArgumentParser) -> None:
    """Declare `--body`."""
    parser.add_argument(
        "--body",
        metavar="SPEC",
        default="default",
        help="a preset or height=1.75,mass=75,sex=male,femur=+8%%,torso=-7%%,tibia=0%%,"
        "ankle=35,hamstrings=75,strength=100%%",
    )


def add_load(parser: argparse.ArgumentParser) -> None:
    """Declare `--load`."""
    parser.add_argument("--load", metavar="KG", help="a load in kilograms")
    parser.add_argument(
        "--at",
        metavar="PLACE",
        help="where the load is, such as hands, back, front, plate, hips or ankles; "
        "in the hands without it",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Declare `--json`."""
    parser.add_argument(
        "--json", metavar="FILE", help="write everything as JSON; - writes it to standard output"
    )


def body(text: str) -> Body:
    """The body of a specification; raises BodyError."""
    return body_of(text)


def one_of(option: str, word: Word, allowed: Sequence[str]) -> Word:
    """A word of those that are allowed, or none where none is given; raises UsageError."""
    if word is not None and word not in allowed:
        near = did_you_mean(word, allowed) or "."
        raise UsageError(f'{option} is "{word}"; allowed: {", ".join(allowed)}{near}')
    return word


def number(text: str, name: str, low: float, high: float, unit: str = "") -> float:
    """A number in low … high; raises UsageError."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not low <= value <= high:
        span = f"{low:g} to {high:g}{unit and ' '}{unit}"
        raise UsageError(f'{name} is "{text}"; give a number from {span}.')
    return value


def whole(text: str, name: str, low: int, high: int) -> int:
    """A whole number in low … high; raises UsageError."""
    value = number(text, name, low, high)
    if not value.is_integer():
        raise UsageError(f'{name} is "{text}"; give a whole number.')
    return int(value)


def load(text: str, at: str | None = None) -> Load:
    """A load and where it is, where the movement has it unless said; raises UsageError."""
    kg = number(text, "--load", 0.0, MOST_KG, "kg")
    try:
        return Load(kg, at or "")
    except LoadError as error:
        raise UsageError(f"--at: {error}") from None


def faults(words: Sequence[str] | None) -> Mapping[str, float]:
    """Shares of faults, 0 to 1, from words such as `rounded-back=60`; raises FaultError."""
    return dict(parse_faults(",".join(words or ())))


def tempo(text: str | None) -> tuple[float, float, float, float] | None:
    """Seconds down, at the bottom, up and at the top; raises UsageError."""
    if text is None:
        return None
    try:
        return parse_tempo(text)
    except ValueError as error:
        raise UsageError(f"{error}.") from None


def write_json(value: dict[str, Any], file: str) -> None:
    """Write one JSON object to a file or to standard output, which then has nothing else.

    Raises UsageError when the file cannot be written. A number that is not finite is our mistake.
    """
    if not file:
        raise UsageError("--json has no name; give a file, or - for standard output.")
    text = json.dumps(value, allow_nan=False) + "\n"
    if file == STANDARD_OUTPUT:
        sys.stdout.write(text)
        return
    try:
        safely.write(Path(file), text.encode("utf-8"))
    except OSError as error:
        raise unwritable(file, error) from None


def file(option: str, name: str) -> Path:
    """A file that has a name: nothing at all would be the folder one is in; raises UsageError."""
    if not name:
        raise UsageError(f"{option} has no name; give a file.")
    return Path(name)


def unwritable(file: str | Path, error: OSError) -> UsageError:
    """The sentence about a file that cannot be written: the error's own, if it is one."""
    if error.strerror is None:
        return UsageError(str(error))
    reason = error.strerror.lower()
    return UsageError(f"{file} cannot be written ({reason}); name another file or folder.")
