"""`analyze`: a movement or a still pose, solved and judged, as a summary or as data.

What somebody recorded is judged in the same way (`recorded.py`).
"""

from __future__ import annotations

import argparse
import math
from dataclasses import replace
from typing import Any, Protocol

from hinge_tutor.body.kinematics import coordinates_of
from hinge_tutor.body.limits import GROUPED, SIDED
from hinge_tutor.body.skeleton import Body
from hinge_tutor.cli import given, recorded, spoken
from hinge_tutor.cli.analysis_json import analysis_json
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.cli.extras_json import limit_json, uncertainty_json
from hinge_tutor.cli.extras_text import claims_about, limit, open_numbers
from hinge_tutor.cli.summary import summary
from hinge_tutor.coaching.draws import AS_GIVEN, Draw
from hinge_tutor.coaching.heaviest import Heaviest, heaviest
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.coaching.uncertainty import uncertainty
from hinge_tutor.motion.at_rest import at_rest
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import SAMPLES
from hinge_tutor.motion.still import still
from hinge_tutor.motion.take import Load, usual_load
from hinge_tutor.problems import did_you_mean

# The place of the whole body on the ground follows from the pose; it cannot be asked for.
PLACE = ("root_x", "root_y")
FREE = "ankle_dorsiflexion"
# No joint turns further than half a circle.
WIDEST_DEG = 180.0


class Make(Protocol):
    """Solves what was asked for with a load, and perhaps with other numbers."""

    def __call__(self, load: Load, draw: Draw = AS_GIVEN) -> Repetition:
        """The repetition."""


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("movement", nargs="?", metavar="MOVEMENT", help="see: hinge-tutor list")
    given.add_body(parser)
    given.add_load(parser)
    parser.add_argument(
        "--tempo", metavar="3-1-1-1", help="seconds down, at the bottom, up, at the top"
    )
    parser.add_argument(
        "--fault",
        metavar="ID=PERCENT",
        action="append",
        help="one thing done otherwise, 0 to 100 of it; may be given several times",
    )
    parser.add_argument(
        "--static",
        action="store_true",
        help="as if every sample stood still: no velocity, no acceleration",
    )
    parser.add_argument(
        "--samples",
        metavar="N",
        help=f"evenly spaced moments, besides the phases' ends; {SAMPLES} without it",
    )
    parser.add_argument(
        "--pose",
        metavar="ANGLES",
        help="a balanced, still pose instead of a movement: hip_flexion=78,knee_flexion=18 "
        "in degrees; what is not named is 0, and the arms hang",
    )
    parser.add_argument(
        "--free", metavar="NAMES", help=f"what a pose may move to find balance; {FREE} without it"
    )
    parser.add_argument(
        "--limit",
        action="store_true",
        help="look for the heaviest load that this body can do, and analyze that",
    )
    parser.add_argument(
        "--uncertainty",
        action="store_true",
        help="rerun with other numbers that the sources allow: bands of efforts, disputed claims",
    )
    recorded.add_recording(parser)
    given.add_json(parser)
    spoken.add_language(parser)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.recording is not None:
        recorded.analyze_recording(arguments, spoken.said(arguments))
        return FINE
    if arguments.repetition is not None:
        raise UsageError("--repetition belongs to --recording; a movement is one repetition.")
    body = given.body(arguments.body)
    make = _pose(arguments, body) if arguments.pose is not None else _movement(arguments, body)
    words = spoken.said(arguments)
    said: list[str] = []
    more: dict[str, Any] = {}
    load = _load(arguments, body)
    found: Heaviest | None = None
    if arguments.limit:
        if arguments.load is not None:
            raise UsageError("--limit looks for the heaviest load; leave out --load.")
        found = heaviest(make, load.at)
        load = Load(found.load_kg or 0.0, found.at)
    repetition = make(load)
    if found is not None:
        said.append(limit(repetition.take.movement.id, found, words))
        more["limit"] = limit_json(found)
    if arguments.uncertainty:
        bands = uncertainty(repetition, lambda draw: make(load, draw))
        claims = claims_about(repetition, arguments.body)
        said += open_numbers(repetition, bands, claims, words)
        more["uncertainty"] = uncertainty_json(bands, repetition.efforts.groups, claims)
    if arguments.json is not None:
        given.write_json(analysis_json(repetition, more), arguments.json)
    else:
        print("\n".join(summary(repetition, words, said)))
    return FINE


def _load(arguments: argparse.Namespace, body: Body) -> Load:
    """The load that was asked for, or what the movement is usually done with."""
    if arguments.load is not None or arguments.limit or arguments.movement is None:
        return given.load("0" if arguments.load is None else arguments.load, arguments.at)
    usual = usual_load(load_movement(arguments.movement), body)
    return given.load(str(usual.mass_kg), arguments.at or usual.at)


def _movement(arguments: argparse.Namespace, body: Body) -> Make:
    if arguments.movement is None:
        raise UsageError("Name a movement (see: hinge-tutor list movements) or give --pose.")
    if arguments.free is not None:
        raise UsageError("--free belongs to --pose; a movement finds its balance by itself.")
    tempo = given.tempo(arguments.tempo)
    asked = str(SAMPLES) if arguments.samples is None else arguments.samples
    samples = given.whole(asked, "--samples", given.FEWEST_SAMPLES, given.MOST_SAMPLES)
    faults = given.faults(arguments.fault)

    def make(load: Load, draw: Draw = AS_GIVEN) -> Repetition:
        done = perform(
            arguments.movement,
            body,
            load=load,
            tempo=tempo,
            samples=samples,
            draw=draw,
            faults=faults,
        )
        return replace(done, take=at_rest(done.take)) if arguments.static else done

    return make


def _pose(arguments: argparse.Namespace, body: Body) -> Make:
    for name in ("movement", "--tempo", "--samples", "--fault"):
        if getattr(arguments, name.removeprefix("--")) is not None:
            raise UsageError(f"--pose is one still moment; leave out {name}.")
    angles: dict[str, float] = {}
    for word in arguments.pose.split(","):
        name, equals, value = (part.strip() for part in word.partition("="))
        if not equals:
            raise UsageError(f'--pose: "{word}" is not of the form name=degrees.')
        _check_name("--pose", name, body)
        if name in angles:
            raise UsageError(f"--pose gives {name} twice; keep one of the two.")
        degrees = given.number(value, f"--pose {name}", -WIDEST_DEG, WIDEST_DEG, "degrees")
        angles[name] = math.radians(degrees)
    free = tuple(name.strip() for name in (arguments.free or FREE).split(","))
    for name in free:
        _check_name("--free", name, body)
        both = {part for other in angles for part in coordinates_of(other)}
        if both & set(coordinates_of(name)):
            raise UsageError(f"{name} is both given by --pose and free; leave out one of them.")

    def make(load: Load, draw: Draw = AS_GIVEN) -> Repetition:
        return Repetition(still(draw.body(body), angles, free=free, load=load), draw.spread)

    return make


def _check_name(option: str, name: str, body: Body) -> None:
    allowed = [*SIDED, *GROUPED, *(word for word in body.coordinates if word not in PLACE)]
    if name not in allowed:
        near = did_you_mean(name, allowed) or "."
        raise UsageError(
            f'{option}: there is no coordinate "{name}"{near} There are: {", ".join(allowed)}.'
        )


COMMAND = Command(
    "analyze", "Solve a movement or a pose: motion, loads, efforts, judgment.", _options, _run
)
