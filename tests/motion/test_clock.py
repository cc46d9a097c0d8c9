"""The clock moves only when it is told to, and never leaves the repetition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hinge_tutor.motion.clock import FASTEST, LONGEST_STEP_S, Clock


def test_a_paused_clock_stays() -> None:
    assert Clock(5.0, time_s=2.0).advance(0.05).time_s == 2.0


def test_a_playing_clock_moves_by_its_speed() -> None:
    clock = Clock(5.0, time_s=2.0, speed=0.5).play()
    assert clock.advance(0.04).time_s == pytest.approx(2.02)


def test_a_stalled_frame_moves_no_further_than_the_longest_step() -> None:
    assert Clock(5.0).play().advance(30.0).time_s == pytest.approx(LONGEST_STEP_S)


def test_a_clock_without_a_loop_stops_at_the_end_and_starts_again_when_played() -> None:
    clock = Clock(1.0, time_s=0.99).play().advance(0.1)
    assert (clock.time_s, clock.playing) == (1.0, False)
    assert clock.play().time_s == 0.0


def test_a_clock_stops_where_a_build_asks_it_to() -> None:
    clock = Clock(5.0, time_s=1.95, stop_s=2.0).play().advance(0.1)
    assert (clock.time_s, clock.playing) == (2.0, False)
    assert clock.play().advance(0.1).time_s == pytest.approx(2.1)


def test_a_loop_comes_around() -> None:
    clock = Clock(5.0, time_s=2.98).looping((3.0, 1.0)).play().advance(0.05)
    assert clock.time_s == pytest.approx(1.03)


def test_a_clock_beyond_its_loop_comes_back_into_it() -> None:
    clock = Clock(5.0, time_s=4.0).looping((1.0, 3.0)).play().advance(0.05)
    assert clock.time_s == pytest.approx(1.0)


@given(
    some.lists(
        some.one_of(
            some.tuples(some.just("advance"), some.floats(0, 1)),
            some.tuples(some.just("seek"), some.floats(-10, 20)),
            some.tuples(some.just("speed"), some.floats(0.01, 9)),
            some.tuples(some.just("play"), some.just(0.0)),
            some.tuples(some.just("pause"), some.just(0.0)),
            some.tuples(some.just("loop"), some.floats(0, 7)),
        ),
        max_size=60,
    )
)
def test_nothing_takes_a_clock_out_of_its_repetition(events: list[tuple[str, float]]) -> None:
    clock = Clock(7.3)
    for name, value in events:
        if name == "advance":
            clock = clock.advance(value)
        elif name == "seek":
            clock = clock.seek(value)
        elif name == "speed":
            clock = clock.at_speed(value)
        elif name == "loop":
            clock = clock.looping((value, 3.0))
        else:
            clock = clock.play() if name == "play" else clock.pause()
        assert 0.0 <= clock.time_s <= clock.duration_s
        assert clock.speed <= FASTEST
