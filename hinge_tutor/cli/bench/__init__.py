"""`bench`: measures every promise about speed and size on this computer."""

from __future__ import annotations

import argparse

from hinge_tutor.cli.command import FINE, Command
from hinge_tutor.cli.offscreen import draw_off_screen


def _options(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Takes about half a minute; the computer should have nothing else to do."


def _run(arguments: argparse.Namespace) -> int:
    del arguments
    draw_off_screen()
    from hinge_tutor.cli.bench import blitting, idle, mapping, model, painting, process, sharing
    from hinge_tutor.cli.bench.row import table

    measures = (
        process.rows,
        model.rows,
        sharing.rows,
        painting.rows,
        blitting.rows,
        mapping.rows,
        idle.rows,
    )
    rows = [row for measure in measures for row in measure()]
    print("\n".join(table(rows)))
    measured = [row for row in rows if not row.absent]
    print(f"{sum(row.kept for row in measured)} of {len(measured)} kept.")
    return FINE


COMMAND = Command("bench", "Measure speed and size against their limits.", _options, _run)
