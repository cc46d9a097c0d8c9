"""`render` into numbers: a table of all figures, or the files of one figure that OpenSim reads."""

from __future__ import annotations

import argparse
from pathlib import Path

from hinge_tutor.cli import given
from hinge_tutor.cli.command import UsageError
from hinge_tutor.cli.offscreen import draw_off_screen
from hinge_tutor.cli.opening import opened
from hinge_tutor.lessons.figures import figures

TABLE, ONE_FIGURE = ".csv", (".mot", ".sto", ".trc")
ENDINGS = (TABLE, *ONE_FIGURE)


def add(parser: argparse.ArgumentParser) -> None:
    """Declare `--figure`."""
    parser.add_argument(
        "--figure",
        metavar="N",
        help=f"of {', '.join(ONE_FIGURE)}: whose numbers, counted from 1 in the scene's order",
    )


def make(arguments: argparse.Namespace, out: Path) -> None:
    """Writes the numbers; raises UsageError, and OSError where the world is against it."""
    plan = opened(arguments.scene).plan
    suffix = out.suffix.lower()
    if suffix == TABLE and arguments.figure is not None:
        raise UsageError(f"A file that ends in {TABLE} has all figures; leave out --figure.")
    draw_off_screen()
    cast = figures(plan)
    if suffix == TABLE:
        from hinge_tutor.export.table import save_csv

        save_csv(cast, out)
        return
    if arguments.figure is None and len(cast) > 1:
        raise UsageError(
            f"A file that ends in {suffix} has one figure and there are {len(cast)}; "
            "say which one with --figure."
        )
    number = given.whole(arguments.figure or "1", "--figure", 1, len(cast))
    from hinge_tutor.export.motion_files import save_motion

    save_motion(tuple(cast.values())[number - 1], out)
