"""Beyond standing at the top: hips and lower back together, from the lockout on."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest

from hinge_tutor.coaching.lockout import lockout
from hinge_tutor.motion.take import Take

BEYOND = {
    "hip_overshoot_deg": np.array([9.0, 0.0, 2.0, 6.0]),
    "lumbar_overshoot_deg": np.array([9.0, 0.0, 3.0, 1.0]),
}


def take(*phases: str) -> Take:
    return cast("Take", SimpleNamespace(phase=phases))


def test_the_greatest_sum_from_the_lockout_on_counts() -> None:
    # 2 + 3 and 6 + 1: 7; what happens before the lockout does not count.
    found = lockout(take("ascent", "ascent", "lockout", "breathe"), BEYOND)
    assert found == {"lockout_overshoot_deg": pytest.approx(7.0)}


def test_without_a_lockout_there_is_none() -> None:
    assert lockout(take("descent", "turn", "turn", "ascent"), BEYOND) == {}
