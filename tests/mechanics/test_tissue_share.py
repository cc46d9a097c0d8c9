"""What stretched tissue gives of a joint's moment, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.mechanics.tissue_share import active_moments, passive_share, passive_shares


@pytest.mark.parametrize(
    ("net", "passive", "share"),
    [
        # 15 of 60 N·m.
        (60.0, 15.0, 0.25),
        (-60.0, -15.0, 0.25),
        # Tissue that turns the other way gives nothing of what is asked.
        (60.0, -15.0, 0.0),
        # 120 where 100 are asked: a fifth too much.
        (100.0, 120.0, 1.2),
        # Nothing is asked.
        (0.0, 5.0, 0.0),
        (0.5, 0.4, 0.0),
    ],
)
def test_a_share_is_passive_over_net(net: float, passive: float, share: float) -> None:
    assert passive_share(np.array([net]), np.array([passive])) == pytest.approx([share])


def test_tissue_takes_over_as_the_bend_goes_down() -> None:
    repetition = perform("forward-bend", body("default"))
    shares = passive_shares(repetition.loads.net_moment_Nm, repetition.efforts.passive_moment_Nm)
    turn = repetition.take.index_at(repetition.take.turn_s)
    assert shares["l5s1"][0] < 0.05
    assert shares["l5s1"][turn] > 0.5
    assert set(shares) == set(repetition.efforts.passive_moment_Nm)


def test_what_tissue_does_not_give_is_asked_of_muscles() -> None:
    net = {"l5s1": np.array([100.0]), "l3l4": np.array([80.0]), "neck": np.array([5.0])}
    tissue = {"l5s1": np.array([40.0]), "l3l4": np.array([90.0])}
    found = active_moments(net, tissue)
    # 100 - 40; tissue that gives 10 too much leaves as much to the abdominals.
    assert {joint: float(row[0]) for joint, row in found.items()} == {"l5s1": 60.0, "l3l4": -10.0}
