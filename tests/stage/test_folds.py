"""Folds are made where two stretches of the drawn outline meet."""

from __future__ import annotations

import pytest

from hinge_tutor.located import AuthorErrors
from hinge_tutor.stage.drawing import drawing
from hinge_tutor.stage.folds import FOLDS, Stretch


@pytest.mark.parametrize("stretch", [stretch for fold in FOLDS for stretch in fold[1:]])
def test_a_stretch_is_a_piece_of_its_outline(stretch: Stretch) -> None:
    first, last = stretch.rows(drawing().outlines[stretch.outline])
    assert last > first


def test_a_drawing_without_points_where_flesh_folds_is_said() -> None:
    stretch = Stretch("leg", "leg_near", 900, 901, 0, 1)
    with pytest.raises(AuthorErrors, match=r"figure\.toml:1: outlines\.leg is not in one piece"):
        stretch.rows(drawing().outlines["leg"])
