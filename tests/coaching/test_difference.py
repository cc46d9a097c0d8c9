"""Between two repetitions: the parameters that differ, and what one sees of it first."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from hinge_tutor.coaching.difference import Consequence, Parameter, difference

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition


def repetition(movement: str = "a", load_kg: float = 0.0, **measures: Any) -> Repetition:
    """A repetition of one moment with these measures."""
    take = SimpleNamespace(
        movement=SimpleNamespace(id=movement, phases=()),
        body=SimpleNamespace(name="default"),
        load=SimpleNamespace(mass_kg=load_kg),
        spans=(),
        time_s=np.array([0.0]),
        index_at=lambda _: 0,
    )
    return cast("Repetition", SimpleNamespace(take=take, measures=measures))


def test_a_repetition_does_not_differ_from_itself() -> None:
    one = repetition(hip_back_cm=20.0)
    found = difference(one, one)
    assert (found.parameters, found.consequences) == ((), ())


def test_parameters_that_differ_are_named_with_both_settings() -> None:
    found = difference(repetition("a"), repetition("b", 20.0))
    assert found.parameters == (Parameter("movement", "a", "b"), Parameter("load", "0 kg", "20 kg"))


def test_the_most_visible_consequence_comes_first() -> None:
    # 10 cm is 5 visible steps of 2 cm, 8 degrees are 2 of 4, 1 percent is a third of one.
    first = repetition(hip_down_cm=4.0, trunk_lean_deg=np.array([60.0]), share_hip_percent=50.0)
    second = repetition(hip_down_cm=14.0, trunk_lean_deg=np.array([68.0]), share_hip_percent=51.0)
    assert difference(first, second).consequences == (
        Consequence("hip_down_cm", 4.0, 14.0, 5.0),
        Consequence("trunk_lean_deg", 60.0, 68.0, 2.0),
    )
