"""The groups that muscles are shown in: complete, consistent, weighted by strength."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.muscle_groups import ANATOMICAL, anatomical, of_analysis, of_anatomy, plain
from hinge_tutor.body.muscles import GROUPS, group_names, heads

NAMES = [head.name for head in heads()]


def test_the_groups_of_the_analysis_keep_their_order_and_sides() -> None:
    assert of_analysis().names == GROUPS
    assert of_analysis().sided == group_names()


def test_every_shown_head_is_in_one_anatomical_group() -> None:
    weights = of_anatomy().weights
    assert weights.shape == (len(heads()), 14)
    for number, head in enumerate(heads()):
        assert (weights[number] > 0).sum() == (head.group is not None), head.name


@pytest.mark.parametrize("members", [of_analysis(), of_anatomy()], ids=["analysis", "anatomy"])
def test_a_group_weighs_its_heads_by_strength(members: object) -> None:
    assert hasattr(members, "weights")
    assert members.weights.sum(axis=0) == pytest.approx(1.0)


def test_the_weights_by_hand() -> None:
    weights = of_anatomy().weights[:, ANATOMICAL.index("gluteus_maximus")]
    # 984 + 1406 + 948 = 3338 N.
    assert weights[NAMES.index("gluteus_maximus_middle")] == pytest.approx(1406 / 3338)
    assert np.count_nonzero(weights) == 3


def test_anatomical_names_are_within_the_groups_of_the_analysis() -> None:
    assert set(anatomical().values()) == set(GROUPS)
    assert anatomical()["multifidus"] == "back_extensors"


def test_seven_plain_groups_hold_groups_of_the_analysis() -> None:
    assert len(plain()) == 7
    held = [group for groups in plain().values() for group in groups]
    assert set(held) < set(GROUPS)
    assert len(held) == len(set(held))
    assert plain()["calves"] == ("calf",)
