"""`compare`: what two figures differ in, and what of it is seen."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hinge_tutor.cli import given, spoken
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.cli.opening import opened
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.scene_text import FORM

if TYPE_CHECKING:
    from hinge_tutor.coaching.difference import Consequence, Difference

FORMAT = "hinge-tutor/comparison-1"


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "scene",
        metavar="SCENE",
        help=f"two figures joined by |, each {FORM}, for example "
        " 'hip-hinge|hip-hinge+squatty-hinge=100'",
    )
    given.add_json(parser)
    spoken.add_language(parser)


def _run(arguments: argparse.Namespace) -> int:
    plan = opened(arguments.scene).plan
    if len(plan.movements) != 2:
        count = len(plan.movements)
        raise UsageError(f"Name two figures joined by |, such as hip-hinge|squat, not {count}.")
    one, other = figures(plan).values()
    # The window's start, which passes through here, should not wait for these.
    from hinge_tutor.coaching.difference import difference
    from hinge_tutor.lessons.difference_words import told

    if arguments.json is None:
        print(told((one, other), spoken.said(arguments)))
    else:
        given.write_json(_json(difference(one, other), arguments.scene), arguments.json)
    return FINE


def _json(found: Difference, scene: str) -> dict[str, Any]:
    parameters = [
        {**asdict(parameter), "own": None if own is None else _sight(own)}
        for parameter, own in zip(found.parameters, found.own, strict=True)
    ]
    return {
        "format": FORMAT,
        "scene": scene,
        "at_s": found.when_s,
        "phase": found.phase,
        "parameters": parameters,
        "seen": [_sight(each) for each in found.seen],
    }


def _sight(found: Consequence) -> dict[str, Any]:
    from hinge_tutor.coaching.sights import LENGTHS

    unit = "cm" if found.sight in LENGTHS else "deg"
    values = {"first": found.first, "second": found.second, "by": found.by}
    return {"sight": found.sight, **{f"{name}_{unit}": value for name, value in values.items()}}


COMMAND = Command(
    "compare", "Say what two figures differ in, and what is seen of it.", _options, _run
)
