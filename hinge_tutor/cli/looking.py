"""How a scene is looked at, as options of a command: how closely, and what of it stays untold."""

from __future__ import annotations

import argparse
from dataclasses import replace

from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.cli import given, layering
from hinge_tutor.cli.arranging import arrangement
from hinge_tutor.cli.command import UsageError
from hinge_tutor.export.sheet import ANSWER, FIGURES
from hinge_tutor.stage.camera import CLOSEST, WHOLE, Camera
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.shared_scene import SharedScene


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--solo", metavar="NAME", help="one muscle group that is shown alone")
    parser.add_argument(
        "--camera",
        metavar="ZOOM,X,Y",
        help="closer to a place of the picture, in shares of its width and height, such as "
        "2,0.5,0.4",
    )
    parser.add_argument(
        "--untold",
        metavar="WHAT",
        help=f"what is kept from whoever has still to answer: {ANSWER} (findings, differences, "
        f"badges), or {FIGURES} (their names and angles, too)",
    )


def refuse(arguments: argparse.Namespace) -> None:
    """A contact sheet is looked at as a whole; raises UsageError."""
    for name in ("solo", "camera", "untold"):
        if getattr(arguments, name) is not None:
            raise UsageError(f"A contact sheet is shown as a whole; leave out --{name}.")


def shown(scene: SharedScene, arguments: argparse.Namespace) -> Options:
    """What is shown and how, where options go before the scene's own words; raises UsageError."""
    options = replace(
        layering.layered(arguments, scene.plan),
        speed=scene.plan.speed,
        arrangement=arrangement(arguments, scene.arrangement),
        solo=given.one_of("--solo", arguments.solo, GROUPS),
        camera=_camera(arguments.camera),
    )
    hidden = given.one_of("--untold", arguments.untold, (ANSWER, FIGURES))
    return options.reticent() if hidden else options


def _camera(text: str | None) -> Camera:
    if text is None:
        return WHOLE
    parts = text.split(",")
    if len(parts) != 3:
        raise UsageError(f'--camera is "{text}"; give zoom and place, such as 2,0.5,0.4.')
    zoom = given.number(parts[0], "--camera zoom", 1.0, CLOSEST)
    x, y = (given.number(part, "--camera place", 0.0, 1.0) for part in parts[1:])
    # From the middle to the place, in shares of what is then seen.
    return Camera(zoom).moved((x - 0.5) * zoom, (y - 0.5) * zoom)
