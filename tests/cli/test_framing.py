"""Moments and sizes of pictures are read as they are documented, or refused in one sentence."""

from __future__ import annotations

import pytest

from hinge_tutor.cli.command import UsageError
from hinge_tutor.cli.framing import parse_moment, parse_size


def test_a_moment_is_a_share_or_a_phase() -> None:
    assert parse_moment("0.25") == 0.25
    assert parse_moment("turn") == "turn"
    for wrong in ("1.5", "nan", "trun", ""):
        with pytest.raises(UsageError):
            parse_moment(wrong)


def test_a_size_is_two_numbers_of_pixels() -> None:
    assert parse_size("1600x1000") == (1600, 1000)
    for wrong in ("1600", "x", "0x10", "1e9x1e9", "640.5x480", "axb"):
        with pytest.raises(UsageError):
            parse_size(wrong)
