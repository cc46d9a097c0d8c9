"""How figures are arranged, as options of a command: view, sync, opacity, mirror, difference."""

from __future__ import annotations

import argparse
from dataclasses import replace

from hinge_tutor.cli import given
from hinge_tutor.cli.command import UsageError
from hinge_tutor.motion.shared_clock import PHASE, SYNCS
from hinge_tutor.stage.arrangement import (
    AS_IT_COMES,
    BESIDE,
    OVERLAY,
    USUAL_OPACITY,
    VIEWS,
    Arrangement,
)

# Views as one types them: without a space.
TYPED = {view.replace(" ", "-"): view for view in VIEWS}
PERCENT = 100.0


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    usual = BESIDE.replace(" ", "-")
    parser.add_argument("--view", metavar="NAME", help=f"{', '.join(TYPED)}; {usual} without it")
    parser.add_argument(
        "--sync",
        metavar="NAME",
        help=f"what figures share: {', '.join(SYNCS)}; {PHASE} without it",
    )
    parser.add_argument(
        "--opacity",
        metavar="PERCENT",
        help="of the figures over the first one, 0 to 100, with --view overlay; "
        f"{USUAL_OPACITY * PERCENT:.0f} without it",
    )
    parser.add_argument("--mirror", action="store_true", help="figures face left")
    parser.add_argument(
        "--difference", action="store_true", help="a ghost of the first figure, and what differs"
    )


def arrangement(arguments: argparse.Namespace, otherwise: Arrangement = AS_IT_COMES) -> Arrangement:
    """How figures are to be arranged, otherwise as a scene has them; raises UsageError."""
    view, sync, opacity = otherwise.view, otherwise.sync, otherwise.opacity
    if arguments.view is not None:
        view = TYPED[given.one_of("--view", arguments.view, tuple(TYPED))]
    if arguments.sync is not None:
        sync = given.one_of("--sync", arguments.sync, SYNCS)
    if arguments.opacity is not None:
        if view != OVERLAY:
            raise UsageError("--opacity belongs to --view overlay; give both or neither.")
        opacity = given.number(arguments.opacity, "--opacity", 0.0, PERCENT, "%") / PERCENT
    return replace(
        otherwise,
        view=view,
        mirrored=arguments.mirror or otherwise.mirrored,
        opacity=opacity,
        sync=sync,
        difference=arguments.difference or otherwise.difference,
    )


def refuse(arguments: argparse.Namespace) -> None:
    """A contact sheet arranges its stills itself; raises UsageError."""
    for name in ("view", "sync", "opacity", "mirror", "difference"):
        if getattr(arguments, name):
            raise UsageError(f"A contact sheet arranges its stills itself; leave out --{name}.")
