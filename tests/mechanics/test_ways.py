"""Levels and ways of working: thresholds, and that nothing flickers."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.mechanics.ways import LEVELS, WORK_MODES, levels, settled, work_modes


@pytest.mark.parametrize(
    ("effort", "level"),
    [
        (0.0, "rest"),
        (0.0499, "rest"),
        (0.05, "low"),
        (0.1499, "low"),
        (0.15, "moderate"),
        (0.3499, "moderate"),
        (0.35, "high"),
        (1.0, "high"),
    ],
)
def test_a_level_starts_at_its_threshold(effort: float, level: str) -> None:
    assert LEVELS[levels(np.array([[effort]]))[0, 0]] == level


@pytest.mark.parametrize(
    ("effort", "passive", "velocity", "way"),
    [
        (0.049, 0.049, 0.5, "resting"),
        (0.049, 0.05, 0.5, "stretched"),
        (0.05, 0.2, 0.029, "holding"),
        (0.05, 0.0, -0.029, "holding"),
        (0.3, 0.0, 0.03, "lengthening"),
        (0.3, 0.0, -0.03, "shortening"),
    ],
)
def test_a_way_of_working_follows_effort_tissue_and_velocity(
    effort: float, passive: float, velocity: float, way: str
) -> None:
    found = work_modes(*(np.array([[value]]) for value in (effort, passive, velocity)))
    assert WORK_MODES[found[0, 0]] == way


@pytest.mark.parametrize(
    ("classes", "kept"),
    [
        ([0, 0, 1, 0, 0], [0, 0, 0, 0, 0]),
        ([0, 0, 1, 1, 0, 0], [0, 0, 1, 1, 0, 0]),
        ([0, 0, 1, 2, 2], [0, 0, 0, 2, 2]),
        ([1, 0, 0, 2], [0, 0, 0, 0]),
        ([3, 1, 3, 1, 1], [1, 1, 1, 1, 1]),
        ([2], [2]),
    ],
)
def test_a_class_of_a_single_sample_does_not_show(classes: list[int], kept: list[int]) -> None:
    assert settled(np.array(classes)[:, None])[:, 0].tolist() == kept


def test_what_never_lasts_is_left_as_it_begins() -> None:
    assert settled(np.array([[0], [1], [2]]))[:, 0].tolist() == [0, 0, 0]
