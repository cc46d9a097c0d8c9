"""Every movement's picture at its turn stays where it is: each shape's middle and reach, in mm.

`pytest tests/goldens --record` writes them again; read what moved before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.motion.movement import movements
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.ensemble import ensemble
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.shapes import Disc, Shape
from tests.stage.drawn import points

PATH = Path(__file__).parent / "turns.txt"
LAYERS = Options(frozenset({"muscles", "bones"}))
PENS = pens(2.5, 700.0)
# Key poses are found by iteration to far less than this; what another processor's arithmetic makes
# of the last digits grows where rows nearly depend on each other (NOTES.md). A tenth of a px.
SAME_MM = 0.25


def lines(movement: str) -> Iterator[str]:
    """One line for each shape, from back to front: name, numbers, middle, width and height."""
    actor = Actor(perform(movement, body()))
    take = actor.repetition.take
    at, works = take.turn_s, actor.works(take.turn_s)
    shapes, _ = ensemble(actor.fit, take, take.at(at), 0j, PENS, LAYERS, works, at)
    for shape in shapes:
        # Which way a muscle works, or whether the trunk is braced, may hang on the last digits.
        if not shape.name.startswith(("pattern.", "bracing")):
            yield f"{movement} {shape.name} {_said(shape)}"


def _said(shape: Shape) -> str:
    if isinstance(shape, Disc):
        return f"1 {shape.x:.3f} {shape.y:.3f} {2 * shape.radius:.3f} {2 * shape.radius:.3f}"
    every = np.concatenate(list(points(shape)))
    middle, reach = every.mean(axis=0), np.ptp(every, axis=0)
    return f"{len(every)} " + " ".join(f"{value:.3f}" for value in (*middle, *reach))


@cache
def kept() -> dict[str, list[str]]:
    """The recorded lines of each movement."""
    found: dict[str, list[str]] = {}
    for line in PATH.read_text(encoding="utf-8").splitlines():
        found.setdefault(line.split()[0], []).append(line)
    return found


def test_the_turns_are_recorded_when_asked(record_goldens: bool) -> None:
    if record_goldens:
        every = [line for movement in movements() for line in lines(movement)]
        PATH.write_text("\n".join(every) + "\n", encoding="utf-8")
    assert set(kept()) == set(movements())


@pytest.mark.parametrize("movement", movements())
def test_a_movement_is_drawn_at_its_turn_as_it_was(movement: str, record_goldens: bool) -> None:
    if record_goldens:
        pytest.skip("recorded by another test, perhaps at this moment")
    now, before = list(lines(movement)), kept()[movement]
    names = [[line.split()[1:3] for line in each] for each in (now, before)]
    assert names[0] == names[1]
    for one, other in zip(now, before, strict=True):
        numbers = [[float(value) for value in line.split()[3:]] for line in (one, other)]
        assert numbers[0] == pytest.approx(numbers[1], abs=SAME_MM), one
