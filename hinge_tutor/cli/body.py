"""`body`: the body that a specification gives, as a table or as data for another engine."""

from __future__ import annotations

import argparse
import math

from hinge_tutor.body.skeleton import Body
from hinge_tutor.cli import given
from hinge_tutor.cli.body_json import body_json
from hinge_tutor.cli.command import FINE, Command


def _options(parser: argparse.ArgumentParser) -> None:
    given.add_body(parser)
    given.add_json(parser)


def _run(arguments: argparse.Namespace) -> int:
    body = given.body(arguments.body)
    if arguments.json is not None:
        given.write_json(body_json(body), arguments.json)
        return FINE
    print("\n".join(_table(body)))
    return FINE


def _table(body: Body) -> list[str]:
    who = f"{body.sex}, {body.height_m:.2f} m, {body.mass_kg:g} kg"
    lines = [
        f"{body.name}: {who}, strength {100 * body.strength:g} %",
        "",
        f"{'segment':<16}{'mass kg':>9}{'center of mass mm':>20}{'inertia kg m²':>16}",
    ]
    for segment in body.segments:
        x, y = (round(1000 * value) + 0 for value in segment.com_m)
        mass, inertia = f"{segment.mass_kg:.3f}", f"{segment.inertia_kgm2:.4f}"
        lines.append(f"{segment.name:<16}{mass:>9}{f'{x}, {y}':>20}{inertia:>16}")
    lines += ["", f"{'coordinate':<26}{'range °':>14}"]
    for coordinate, (low, high) in body.limits.ranges.items():
        span = f"{math.degrees(low):.0f} … {math.degrees(high):.0f}"
        lines.append(f"{coordinate:<26}{span:>14}")
    return lines


COMMAND = Command("body", "Show a body: segments, masses, ranges, muscles.", _options, _run)
