"""Figures are written as people write them."""

from __future__ import annotations

import pytest

from hinge_tutor.check.evidence.numbers import bound, written


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "text"),
    [
        (136.94, 1, "N·m", "136.9 N·m"),
        (-49.56, 1, "N·m", "−49.6 N·m"),
        (57.4, 0, "°", "57°"),
        (-0.001, 2, "", "0.00"),
        (5.68e-13, 6, "N·m", "6·10⁻¹³ N·m"),
        (1e-6, 6, "m", "10⁻⁶ m"),
        (0.0, 6, "m", "0 m"),
        (float("nan"), 2, "N", "—"),
    ],
)
def test_a_figure(value: float, decimals: int, unit: str, text: str) -> None:
    assert written(value, decimals, unit) == text


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "text"),
    [
        (137.0, 1, "N·m", "137 N·m"),
        (8.48, 1, "", "8.5"),
        (0.05, 2, "", "0.05"),
        (1e-4, 6, "", "10⁻⁴"),
    ],
)
def test_a_bound_has_no_zeros_at_its_end(value: float, decimals: int, unit: str, text: str) -> None:
    assert bound(value, decimals, unit) == text
