"""Figures of one name are told apart by what was set otherwise, and by as little as will do."""

from __future__ import annotations

import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.lessons.names_apart import names_apart
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.take import Load


def squat(
    specification: str = "default", load: Load | None = None, depth: float = 1.0
) -> Repetition:
    return perform("squat", body(specification), load=load, depth=depth)


HINGE = perform("hip-hinge", body("default"))


@pytest.mark.parametrize(
    ("figures", "names"),
    [
        ((squat(), HINGE), ("Squat", "Hip hinge")),
        ((squat(), squat()), ("Squat", "Squat")),
        ((squat(),), ("Squat",)),
        ((), ()),
        (
            (squat("femur=-8%"), squat(), squat("femur=+8%")),
            ("Squat · thighs −8\u00a0%", "Squat · usual thighs", "Squat · thighs +8\u00a0%"),
        ),
        (
            (squat("height=1.60"), squat("height=1.95")),
            ("Squat · 1.60\u00a0m tall", "Squat · 1.95\u00a0m tall"),
        ),
        (
            (squat(), HINGE, squat(load=Load(20.0))),
            ("Squat · no load", "Hip hinge", "Squat · 20\u00a0kg in the hands"),
        ),
        (
            (squat(load=Load(15.0)), squat(load=Load(15.0, "back"))),
            ("Squat · in the hands", "Squat · on the upper back"),
        ),
        ((squat(), squat(depth=0.8)), ("Squat · depth 100\u00a0%", "Squat · depth 80\u00a0%")),
    ],
    ids=lambda value: str(len(value)),
)
def test_namesakes_are_told_apart(figures: tuple[Repetition, ...], names: tuple[str, ...]) -> None:
    assert names_apart(figures, words()) == names


def test_no_more_is_told_than_tells_them_apart() -> None:
    """Height and weight differ together, and the height is enough."""
    names = names_apart((squat("height=1.60,mass=50"), squat("height=1.95,mass=90")), words())
    assert all(name.count("·") == 1 for name in names)


def test_a_second_mark_is_told_where_the_first_leaves_two_alike() -> None:
    three = (squat(), squat("femur=+8%"), squat("femur=+8%", Load(20.0)))
    names = names_apart(three, words())
    assert len(set(names)) == 3
    assert names[2] == "Squat · thighs +8\u00a0% · 20\u00a0kg in the hands"
