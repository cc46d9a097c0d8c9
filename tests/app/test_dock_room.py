"""Cards share the height: the first ones first, and each has its least or nothing."""

from __future__ import annotations

import pytest

from hinge_tutor.app.dock_room import Wanted, heights

CARD, PLOTS, STRIP = Wanted(180, 204), Wanted(212, 250), Wanted(92, 124)


@pytest.mark.parametrize(
    ("room", "spare", "wanted", "found"),
    [
        (100, 0, (CARD,), [0]),
        (192, 0, (CARD,), [180]),
        (191, 0, (CARD,), [0]),
        (210, 0, (CARD,), [198]),
        (900, 0, (CARD,), [204]),
        # What is spared goes to the stage, but no card is lost by it.
        (216, 60, (CARD,), [180]),
        # The first one has its least, the second none, the third fits again.
        (300, 0, (CARD, PLOTS, STRIP), [184, 0, 92]),
        (1000, 0, (CARD, PLOTS, STRIP), [204, 250, 124]),
        (1000, 0, (), []),
    ],
)
def test_room_is_shared_in_order(
    room: int, spare: int, wanted: tuple[Wanted, ...], found: list[int]
) -> None:
    shared = heights(room, spare, 12, wanted)
    assert shared == found
    assert sum(high + 12 for high in shared if high) <= room
