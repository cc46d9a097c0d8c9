"""Every engine that is installed needs the same moments; one that is not says so."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle
from types import ModuleType

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.check.evidence import comparison, engines
from hinge_tutor.check.evidence.engines import ENGINES, engine
from hinge_tutor.check.evidence.lines import line
from hinge_tutor.check.evidence.page import page
from hinge_tutor.check.evidence.page_words import page_words
from hinge_tutor.check.evidence.repetitions import cases, leg_curl, own
from hinge_tutor.check.evidence.row import Row
from hinge_tutor.check.evidence.rows import family_rows
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import Load, Take

# Both sides solve the same exact equations; what differs is rounding, near 1e-12 N·m.
TOLERANCE_NM = 1e-6


def installed(name: str) -> engines.Engine:
    found = engine(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    "take",
    [
        own("squat"),
        leg_curl(),
        solve(load_movement("hip-hinge"), body("tall"), load=Load(30.0, "back"), samples=21),
    ],
    ids=["squat", "leg curl on a bench", "bar on the back"],
)
def test_an_engine_needs_the_same_moments(name: str, take: Take) -> None:
    assert comparison.difference(installed(name), take) < TOLERANCE_NM


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_tells_a_wrong_body_apart(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison that could not fail would prove nothing."""
    judge = installed(name)
    take = own("squat")
    heavier = [replace(each, mass_kg=each.mass_kg * 1.01) for each in take.body.segments]
    right = loads(take)
    monkeypatch.setattr("hinge_tutor.check.evidence.comparison.loads", lambda _: right)
    other = replace(take, body=replace(take.body, segments=tuple(heavier)))
    assert comparison.difference(judge, other) > 1.0


@pytest.mark.slow
def test_an_engine_that_is_not_there_says_so_in_its_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking() -> ModuleType:
        raise ImportError("no such engine")

    monkeypatch.setattr(engines, "ENGINES", dict.fromkeys(ENGINES, lacking))
    found = tuple(family_rows("engines"))
    assert [row.verdict for row in found] == ["not_installed"] * len(ENGINES)
    assert {line(row, page_words()).verdict for row in found} == {"not installed"}
    assert "Joint moments against OpenSim | – |" in page(found, page_words())


@pytest.mark.slow
def test_the_largest_difference_is_told_with_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    found = cases()[:3]
    sizes = cycle((1e-13, 3e-13, 2e-13))
    monkeypatch.setattr(comparison, "cases", lambda: found)
    monkeypatch.setattr(comparison, "difference", lambda *_: next(sizes))
    monkeypatch.setattr(
        comparison, "engine", lambda name: engines.Engine(name, "1.2", lambda *_: np.zeros(0))
    )
    monkeypatch.setattr(comparison, "ENGINES", ("mujoco",))
    figure = comparison.net_moments()["mujoco"]
    assert figure.values == (3e-13,)
    assert figure.told["version"] == "1.2"
    assert figure.told["load_kg"] == found[1].load_kg
    row: Row = next(family_rows("engines"))
    assert row.verdict == "met"
