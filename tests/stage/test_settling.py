"""Labels are settled once: in order, apart, slowly, and off each other's leaders."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.motion.shared_clock import shared_clock
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.beside import LINE_EM, NEVER, SPEED_EM, Named, Room, Track, settle
from hinge_tutor.stage.crossings import Leaders, cross, meet, overlap
from hinge_tutor.stage.knots import between, knots
from hinge_tutor.stage.labels import Wish
from hinge_tutor.stage.reach import Reach
from hinge_tutor.stage.riding import offset
from hinge_tutor.stage.solids import STEP_MM, box_points, solid_points
from hinge_tutor.stage.stacking import falling, filled
from tests.stage.company import three

SIZE = 10.0
BOUNDS = (0.0, 0.0, 400.0, 300.0)
TIMES = np.linspace(0.0, 2.0, 21)
NONE = np.zeros((0, 4, len(TIMES)))


def test_heights_that_are_too_close_part_by_a_line_about_their_mean() -> None:
    # 50, 52, 20 with lines of 13: the first two meet at 51 and stand at 57.5 and 44.5.
    level = np.array([50.0, 52.0, 20.0])[:, None]
    assert falling(level, 13.0, 0.0, 300.0)[:, 0] == pytest.approx([57.5, 44.5, 20.0])


def test_heights_in_order_and_apart_stay_where_they_are() -> None:
    level = np.array([90.0, 60.0, 30.0])[:, None]
    assert falling(level, 13.0, 0.0, 300.0) == pytest.approx(level)


def test_heights_stay_inside_their_column() -> None:
    level = np.array([400.0, 399.0, -50.0, -60.0])[:, None]
    found = falling(level, 13.0, 5.0, 295.0)[:, 0]
    assert found == pytest.approx([295.0, 282.0, 18.0, 5.0])


def room(boxes: FloatArray = NONE) -> Room:
    """A figure 100 mm wide, from 100 to 200 mm high, in the middle of a column."""
    reach = Reach(len(TIMES), BOUNDS, SIZE)
    edges = box_points((150.0, 100.0, 250.0, 200.0))
    reach.add(np.broadcast_to(edges, (len(TIMES), len(edges))))
    return Room(BOUNDS, BOUNDS[1], SIZE, TIMES, reach, reach, boxes)


def named(name: str, *way: complex, side: int = 0) -> Named:
    """A text whose anchor goes evenly along some places."""
    places = np.linspace(0.0, len(way) - 1.0, len(TIMES))
    x, y = (np.interp(places, range(len(way)), part) for part in (np.real(way), np.imag(way)))
    return Named(name, 80.0, x + 1j * y, np.ones(len(TIMES), dtype=bool), side)


def test_a_text_stands_beside_the_figure_on_the_side_of_the_shorter_way_out() -> None:
    found = settle([named("near left", 160 + 150j), named("near right", 240 + 150j)], room())
    assert [found[name].side for name in ("near left", "near right")] == [-1, 1]
    assert (found["near left"].near.real < 150.0).all()
    assert (found["near right"].near.real > 250.0).all()


def test_a_text_goes_to_the_other_side_where_its_own_has_no_room() -> None:
    one_sided = np.full((1, 4, len(TIMES)), 0.0)
    one_sided[0, 2:] = np.array([149.0, 300.0])[:, None]
    assert settle([named("glutes", 160 + 150j)], room(one_sided))["glutes"].side == 1


def test_a_name_goes_around_a_prop_rather_than_over_the_body() -> None:
    # A prop ends 70 mm beyond the body on the left, 105 from the anchor, of which 35 are body; on
    # the right 65 mm are all body: 105 + 1.5 × 35 = 157.5 against 65 + 1.5 × 65 = 162.5.
    free = room()
    drawn = free.reach.copy()
    prop = box_points((80.0, 100.0, 140.0, 200.0))
    drawn.add(np.broadcast_to(prop, (len(TIMES), len(prop))))
    beside = replace(free, reach=drawn)
    assert settle([named("glutes", 185 + 150j)], beside)["glutes"].side == -1
    assert settle([named("glutes", 190 + 150j)], beside)["glutes"].side == 1
    said = replace(named("load", 185 + 150j), most=NEVER)
    assert settle([said], beside)["load"].side == 1


def test_a_text_without_any_room_is_left_out() -> None:
    everywhere = np.array(BOUNDS)[None, :, None] * np.ones(len(TIMES))
    assert settle([named("glutes", 160 + 150j)], room(everywhere)) == {}


def test_no_text_is_faster_than_the_eye_follows_however_fast_its_anchor_is() -> None:
    jumping = [named(f"n{n}", *[160 + 5j * n + y * 1j for y in (110, 180, 110)]) for n in range(4)]
    step = SPEED_EM * SIZE * (TIMES[1] - TIMES[0])
    for track in settle(jumping, room()).values():
        moved = np.diff(track.near)
        assert np.abs(moved.real).max() <= step + 1e-9
        assert np.abs(moved.imag).max() <= step + 1e-9


def test_texts_of_anchors_that_pass_each_other_keep_their_order_and_their_lines_apart() -> None:
    passing = [named("a", 160 + 170j, 160 + 130j), named("b", 240 + 130j, 240 + 170j)]
    crowd = [named(f"c{n}", 200 + 150j + n) for n in range(4)]
    tracks = list(settle([*passing, *crowd], room()).values())
    assert len(tracks) == 6
    for side in (-1, 1):
        heights = [track.near.imag for track in tracks if track.side == side]
        for one in range(len(heights)):
            for two in range(one):
                apart = heights[one] - heights[two]
                assert (np.abs(apart) >= LINE_EM * SIZE - 1e-9).all()
                assert len(set(np.sign(apart))) == 1


def test_leaders_never_cross() -> None:
    crowd = [
        named(f"n{n}", complex(160 + 9 * n, 180 - 4 * (n % 3)), complex(240 - 7 * n, 140 + n))
        for n in range(6)
    ]
    found = settle(crowd, room())
    anchors = {each.name: each.anchor for each in crowd}
    lines = Leaders(
        np.array([track.near for track in found.values()])[None],
        np.array([anchors[name] for name in found])[None],
        np.ones((1, len(found), len(TIMES)), dtype=bool),
    )
    none = Leaders(*(np.zeros((0, len(TIMES)), kind) for kind in (complex, complex, bool)))
    assert len(found) >= 2
    assert not cross(lines, none, 0.0).any()


def still(*places: complex) -> Leaders:
    """Leaders of one trial at one moment: start and stop of each in turn."""
    z = np.array(places)[None, :, None]
    return Leaders(z[:, 0::2], z[:, 1::2], np.ones(z[:, 0::2].shape, dtype=bool))


@pytest.mark.parametrize(
    ("places", "crossed"),
    [
        ((0j, 10 + 10j, 10 + 0j, 10j), True),
        ((0j, 10 + 0j, 5j, 10 + 5j), False),
        # Ends where the other begins: they meet in a point and do not cross.
        ((0j, 10 + 10j, 0j, 10 + 0j), False),
        ((0j, 4 + 4j, 10 + 0j, 10j), False),
    ],
)
def test_leaders_cross_where_each_has_ends_on_both_sides_of_the_other(
    places: tuple[complex, ...], crossed: bool
) -> None:
    none = Leaders(*(np.zeros((0, 1), kind) for kind in (complex, complex, bool)))
    assert bool(cross(still(*places), none, 0.0)[0]) is crossed
    one, two = still(*places[:2]), still(*places[2:])
    theirs = Leaders(two.start[0], two.stop[0], two.present[0])
    assert bool(cross(one, theirs, 0.0)[0]) is crossed


@pytest.mark.parametrize(
    ("line", "through"),
    [
        ((5j, 20 + 5j), True),
        ((0j, 20 + 20j), True),
        ((12j, 20 + 12j), False),
        ((12 - 5j, 12 + 3j), True),
        ((12 - 5j, 12 - 1j), False),
        ((15j, 9 + 9j), False),
    ],
)
def test_a_leader_meets_a_text_where_it_passes_through_it(
    line: tuple[complex, complex], through: bool
) -> None:
    text = np.array([10.0, 0.0, 15.0, 11.0])[None, :, None]
    own = np.array([100.0, 100.0, 110.0, 110.0])[:, None, None, None]
    assert float(meet(still(*line), own, text)[0]) == float(through)


def test_texts_overlap_where_they_do_on_both_axes() -> None:
    text = np.array([10.0, 0.0, 15.0, 11.0])[None, :, None]
    for box, on in (((14.0, 10.0, 20.0, 20.0), True), ((15.0, 0.0, 20.0, 20.0), False)):
        boxes = np.array(box)[:, None, None, None]
        assert bool(overlap(boxes, text).any()) is on


def rider(clear: bool = False) -> list[Wish | None]:
    """A text that goes up and is not there at the last knot."""
    ring = (0j, 20j, 40j)
    way = [Wish("a", "angles", "90°", 200 + 100j + 4j * n, ring, clear=clear) for n in range(20)]
    return [*way, None]


def test_a_rider_takes_the_first_offset_that_is_free_all_the_time() -> None:
    body = room().reach
    found = offset(rider(), BOUNDS, SIZE, NONE, body)
    assert found is not None
    assert found[0] == 0
    # It goes somewhere between its last knot and the next.
    assert (found[1][:, -1] == found[1][:, -2]).all()
    taken = found[1][None]
    second = offset(rider(), BOUNDS, SIZE, taken, body)
    assert second is not None
    assert second[0] == 1


def test_a_rider_that_is_to_be_clear_does_not_lie_on_the_figure() -> None:
    assert offset(rider(clear=True), BOUNDS, SIZE, NONE, room().reach) is None


def test_what_is_drawn_reaches_as_far_as_its_points_at_each_height() -> None:
    reach = Reach(1, (0.0, 0.0, 400.0, 600.0), 50.0)
    reach.add(np.array([[10 + 5j, 30 + 5j, 20 + 555j]]))
    heights = np.array([[5.0, 300.0, 555.0]])
    rows = np.arange(1)[:, None]
    assert reach.outward(1)[rows, reach.bands(heights)].tolist() == [[30.0, -np.inf, 20.0]]
    assert reach.outward(-1)[rows, reach.bands(heights)].tolist() == [[-10.0, -np.inf, -20.0]]


def test_points_along_an_edge_leave_no_band_out() -> None:
    points = box_points((0.0, 0.0, 40.0, 1900.0))
    heights = np.unique(points.imag)
    assert np.diff(heights).max() <= STEP_MM
    assert solid_points([]).size == 0


def test_an_anchor_that_is_not_known_goes_straight_between_those_that_are() -> None:
    anchor = np.array([0j, 5 + 5j, 0j, 9 + 1j, 0j])
    known = np.array([False, True, False, True, False])
    assert filled(anchor, known).tolist() == [5 + 5j, 5 + 5j, 7 + 3j, 9 + 1j, 9 + 1j]


def test_knots_stand_closer_where_more_moves_and_at_the_end_of_each_phase() -> None:
    actor = Actor(three()[0])
    take = actor.repetition.take
    clock = shared_clock([take])
    found = knots(clock, [(clock.courses[0], actor.times, actor.gone_mm)])
    assert (found[0], found[-1]) == (0.0, 1.0)
    assert (np.diff(found) > 0.0).all()
    for span in take.spans:
        assert np.abs(found - span.to_s / take.duration_s).min() < 1e-3
    inside = {s.phase: _inside(found * take.duration_s, s.from_s, s.to_s) for s in take.spans}
    assert inside["descent"] > 4
    assert inside["set_up"] <= 1


def _inside(values: FloatArray, low: float, high: float) -> int:
    return int(((values > low + 1e-3) & (values < high - 1e-3)).sum())


def test_a_moment_lies_between_two_times_by_its_share_of_the_way() -> None:
    before, share = between(np.array([0.0, 1.0, 3.0]), np.array([-1.0, 0.5, 1.0, 2.5, 9.0]))
    assert before.tolist() == [0, 0, 1, 1, 1]
    assert share.tolist() == [0.0, 0.5, 0.0, 0.75, 1.0]


def test_a_track_says_where_its_text_begins() -> None:
    (track,) = settle([named("hip", 160 + 150j)], room()).values()
    assert isinstance(track, Track)
    assert (track.near.real < 150.0).all()
    assert track.near.shape == TIMES.shape
