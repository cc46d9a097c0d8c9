"""A film takes as long as it is said to, first frame to last, and rests where it is asked to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hinge_tutor.export.film import MOST_FRAMES, frames
from hinge_tutor.export.image import ExportError
from hinge_tutor.motion.shared_clock import shared_clock
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.scene import picture
from tests.stage.company import sheet, three

SHEET = sheet(320, 200)


@pytest.mark.parametrize("fps", [20, 25, 30, 50])
def test_from_the_first_frame_to_the_last_it_takes_as_long_as_the_movement(fps: int) -> None:
    one = three()[:1]
    film = frames(one, SHEET, Options(), fps)
    assert film.span_s == (len(film) - 1) / fps
    assert film.span_s == pytest.approx(one[0].take.duration_s, abs=0.5 / fps)
    assert film[0] == picture(one, SHEET, Options(), 0.0)
    assert film[-1] == picture(one, SHEET, Options(), 1.0)


@pytest.mark.parametrize(
    ("options", "seconds", "pause_s", "wanted"),
    [
        (Options(speed=0.5), None, 0.0, lambda whole, _ends: 2 * whole),
        (Options(), 3.0, 0.0, lambda _whole, _ends: 3.0),
        (Options(), None, 0.4, lambda whole, ends: whole + 0.4 * ends),
        (Options(speed=2.0), None, 1.0, lambda whole, ends: whole / 2 + ends),
    ],
    ids=["half speed", "seconds", "pauses", "both"],
)
def test_speed_seconds_and_pauses_add_up(
    options: Options, seconds: float | None, pause_s: float, wanted: Callable[[float, int], float]
) -> None:
    one = three()[:1]
    spans = shared_clock([one[0].take]).spans
    film = frames(one, SHEET, options, 50, seconds, pause_s=pause_s)
    assert film.span_s == pytest.approx(wanted(one[0].take.duration_s, len(spans)), abs=0.02)


def test_it_rests_at_the_end_of_every_phase_and_nowhere_else() -> None:
    one = three()[:1]
    clock = shared_clock([one[0].take])
    film = frames(one, SHEET, Options(), 50, pause_s=0.5)
    held = {film.moments[number] for number in range(len(film)) if film.held(number)}
    ends = [span.to_s / clock.duration_s for span in clock.spans]
    assert sorted(held) == pytest.approx(ends)
    for end in held:
        # From its first frame to its last half a second, but for the frame that is cut at each end.
        assert abs(film.moments.count(end) - 25) <= 1


def test_a_part_of_the_movement_is_a_part_of_the_film() -> None:
    one = three()[:1]
    whole = frames(one, SHEET, Options(), 20)
    part = frames(one, SHEET, Options(), 20, span=(0.25, 0.75))
    assert (part.moments[0], part.moments[-1]) == (0.25, 0.75)
    assert part.span_s == pytest.approx(whole.span_s / 2, abs=0.05)


def test_several_times_are_the_same_film_again() -> None:
    one = three()[:1]
    once = frames(one, SHEET, Options(), 20, seconds=0.5)
    assert frames(one, SHEET, Options(), 20, seconds=0.5, times=3).moments == once.moments * 3


def test_a_film_without_end_is_refused() -> None:
    one = three()[:1]
    with pytest.raises(ExportError, match=f"{MOST_FRAMES:,} frames"):
        frames(one, SHEET, Options(speed=0.1), 60, pause_s=10.0, times=20)
