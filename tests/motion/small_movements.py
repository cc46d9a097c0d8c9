"""Small movements of every kind of support, band, load and flight, for the tests beside this."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from hinge_tutor import shelf
from hinge_tutor.motion.movement import Movement, read_movement
from hinge_tutor.motion.take import Take

FIXTURES = shelf.assets("proof", "movements")
NAMES = tuple(sorted(path.stem for path in FIXTURES.glob("*.toml")))
# Promised: contacts and center of mass within a millimeter at every sample.
MILLIMETER = 1e-3
# Promised: limits within half a degree between key poses.
BETWEEN = math.radians(0.5)


@cache
def small(name: str) -> Movement:
    """The movement of a fixture."""
    return read_movement(FIXTURES / f"{name}.toml")


def text_of(name: str) -> str:
    """The file of a fixture as it stands."""
    return (FIXTURES / f"{name}.toml").read_text(encoding="utf-8")


def assert_keeps_its_promises(take: Take) -> None:
    """Finite, on its supports, in balance where that is asked, inside the body's limits."""
    for array in (take.q, take.qd, take.qdd, take.com_target_x_m):
        assert np.isfinite(array).all()
    for contact in take.contacts:
        here = take.during(contact.phases)
        off = np.abs(take.pose.point(contact.point)[here] - np.array(contact.target_m))
        assert off.max(initial=0.0) < MILLIMETER, contact.point
    assert np.abs(take.com_m[:, 0] - take.com_target_x_m).max() < MILLIMETER
    for bound in take.body.limits.bounds:
        total = sum(weight * take.q[:, take.body.index(c)] for c, weight in bound.terms.items())
        assert np.max(total) < bound.limit + BETWEEN, bound.name
    assert (take.status == "ok") == (take.reason is None)
