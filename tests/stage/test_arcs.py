"""Arcs at the joints say how far each has folded since standing, as the shares of the fold do."""

from __future__ import annotations

import pytest

from hinge_tutor.coaching.moments import turn_index
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.scene import picture
from hinge_tutor.stage.shapes import Label
from tests.stage.company import MOVEMENTS, sheet, three

MEASURES = {
    "hip": "hip_flexion_deg",
    "knee": "knee_flexion_deg",
    "ankle": "ankle_dorsiflexion_deg",
    "spine": "spine_change_deg",
}
# Below this no arc is drawn; it would be a dot.
LEAST_DEG = 4


@pytest.mark.parametrize("number", range(len(MOVEMENTS)))
def test_each_arc_counts_from_standing_and_a_joint_that_opens_has_none(number: int) -> None:
    repetition = three()[number]
    take = repetition.take
    turn = turn_index(take)
    drawn = picture(
        (repetition,), sheet(), Options(frozenset({"angles"})), take.time_s[turn] / take.duration_s
    )
    said = {
        shape.name.removeprefix("angle."): shape.text
        for shape in drawn.shapes
        if isinstance(shape, Label) and shape.name.startswith("angle.")
    }
    folds: dict[str, float] = {}
    for name, measure in MEASURES.items():
        values = repetition.measures[measure]
        assert not isinstance(values, float)
        folds[name] = float(values[turn] - values[0])
    expected = {name: f"{round(fold)}°" for name, fold in folds.items() if fold >= LEAST_DEG}
    assert said == expected
