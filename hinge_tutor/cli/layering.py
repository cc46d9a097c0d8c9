"""What is shown over figures, as options of a command: layers, teaching props, one highlight."""

from __future__ import annotations

import argparse

from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.cli.command import UsageError
from hinge_tutor.lessons.lesson import REGIONS, StagePlan
from hinge_tutor.motion.movement import TEACHING_PROPS
from hinge_tutor.problems import did_you_mean
from hinge_tutor.stage.options import LAYERS, PRESETS, Options
from hinge_tutor.stage.scene_settings import USUAL_LAYERS

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
        f"of them: {', '.join(SETS)}; {','.join(USUAL_LAYERS)} without it",
    )
    parser.add_argument(
        "--highlight",
        metavar="NAME",
        help=f"one joint or muscle group that is marked: {', '.join((*REGIONS, *GROUPS))}",
    )
    parser.add_argument(
        "--props",
        metavar="LIST",
        help=f"teaching props beside the figures, such as dowel,wall: {', '.join(TEACHING_PROPS)}; "
        f"{OWN_PROPS} for those of each movement",
    )


def layered(arguments: argparse.Namespace, plan: StagePlan) -> Options:
    """What is shown over the figures: options go before what a plan says. Raises UsageError."""
    layers = frozenset(plan.layers)
    if arguments.layers is not None:
        layers = frozenset()
        for word in _words("--layers", arguments.layers, (*LAYERS, *SETS)):
            layers |= PRESETS[word] if word in SETS else {word}
    highlight = plan.highlight
    if arguments.highlight is not None:
        (highlight,) = _words("--highlight", arguments.highlight, (*REGIONS, *GROUPS)) or ("",)
    if arguments.props is None:
        return Options(layers=layers, highlight=highlight, props=plan.props)
    if arguments.props.strip() == OWN_PROPS:
        return Options(layers=layers | {"props"}, highlight=highlight)
    props = _words("--props", arguments.props, TEACHING_PROPS)
    return Options(layers=layers | {"props"}, highlight=highlight, props=props)


def refuse(arguments: argparse.Namespace) -> None:
    """A contact sheet shows muscles and nothing else; raises UsageError."""
    for name in ("layers", "highlight", "props"):
        if getattr(arguments, name) is not None:
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
