"""What is shown over figures, as options of a command: layers, teaching props, one highlight."""

from __future__ import annotations

import argparse

from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.cli.command import UsageError
from hinge_tutor.lessons.lesson import REGIONS, StagePlan
from hinge_tutor.motion.movement import TEACHING_PROPS
from hinge_tutor.problems import did_you_mean
from hinge_tutor.stage.options import LAYERS, PRESETS, Options

# Sets of layers that can be named as one; "muscles" is the layer of that name.
SETS = tuple(name for name in PRESETS if name not in LAYERS)
# Asks for the props that each movement names itself.
OWN_PROPS = "own"


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--layers",
        metavar="LIST",
        help=f"what is shown over the figures, such as bones,forces: {', '.join(LAYERS)}, or a set "
        f"of them: {', '.join(SETS)}; without it what works, or what a scene says",
    )
    parser.add_argument(
        "--highlight",
        metavar="NAME",
        help=f"one joint or muscle group that is marked: {', '.join((*REGIONS, *GROUPS))}",
    )
    parser.add_argument(
        "--anatomical", action="store_true", help="muscles by their anatomical names"
    )
    parser.add_argument(
        "--props",
        metavar="LIST",
        help=f"teaching props beside the figures, such as dowel,wall: {', '.join(TEACHING_PROPS)}; "
        f"{OWN_PROPS} for those of each movement",
    )


def layered(arguments: argparse.Namespace, plan: StagePlan) -> Options:
    """What is shown over the figures: what was asked for, or else what a plan has; raises
    UsageError.
    """
    layers, highlight, props = frozenset(plan.layers), plan.highlight, plan.props
    if arguments.layers is not None:
        asked = _words("--layers", arguments.layers, (*LAYERS, *SETS))
        layers = frozenset().union(*(PRESETS[w] if w in SETS else {w} for w in asked))
    if arguments.highlight is not None:
        highlight, *more = _words("--highlight", arguments.highlight, (*REGIONS, *GROUPS))
        if more:
            raise UsageError("--highlight marks one thing; name one joint or muscle group.")
    if arguments.props is not None:
        layers |= {"props"}
        own = arguments.props.strip() == OWN_PROPS
        props = () if own else _words("--props", arguments.props, TEACHING_PROPS)
    return Options(layers, highlight=highlight, props=props, anatomical=arguments.anatomical)


def refuse(arguments: argparse.Namespace) -> None:
    """A contact sheet shows muscles and nothing else; raises UsageError."""
    for name in ("layers", "highlight", "props", "anatomical"):
        if getattr(arguments, name) not in (None, False):
            raise UsageError(f"A contact sheet has no room for {name}; leave out --{name}.")


def _words(option: str, given: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a list, each once."""
    words = tuple(word.strip() for word in given.split(",") if word.strip())
    for word in words or ("",):
        if word not in allowed:
            near = did_you_mean(word, allowed)
            every = ", ".join(allowed)
            raise UsageError(f'{option} has "{word}"; allowed: {every}{near or "."}')
    return tuple(dict.fromkeys(words))
