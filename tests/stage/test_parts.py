"""The small parts the stage is built from: curves, patterns, folds, clocks, arcs."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.motion.shared_clock import courses
from hinge_tutor.motion.take import Span
from hinge_tutor.stage.anatomy import FULL_TONE_EFFORT, TONES, Work, swell, tone
from hinge_tutor.stage.drawing import drawing
from hinge_tutor.stage.fitting import MODES, fitting
from hinge_tutor.stage.layers import arc
from hinge_tutor.stage.lettering import fitted, width_em
from hinge_tutor.stage.patterns import PAIR, drift, pattern_rows, seen
from hinge_tutor.stage.scene import moment_of
from hinge_tutor.stage.smooth import closed_controls, open_controls
from tests.stage.company import posed, three


def test_a_smooth_curve_passes_through_its_points_without_a_corner() -> None:
    xy = np.array([(0.0, 0.0), (10.0, 0.0), (12.0, 9.0), (3.0, 14.0)])
    controls = closed_controls(xy, [False] * 4) @ xy
    assert controls[::3] == pytest.approx(np.vstack([xy, xy[:1]]))
    for place in range(3, len(controls) - 1, 3):
        before = controls[place] - controls[place - 1]
        after = controls[place + 1] - controls[place]
        assert before[0] * after[1] - before[1] * after[0] == pytest.approx(0.0, abs=1e-9)


def test_points_on_a_line_give_a_straight_curve() -> None:
    xy = np.array([(0.0, 0.0), (1.0, 2.0), (4.0, 8.0)])
    controls = open_controls(xy, [False] * 3) @ xy
    assert controls[:, 1] == pytest.approx(2 * controls[:, 0])


def test_a_corner_breaks_the_curve() -> None:
    xy = np.array([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)])
    controls = open_controls(xy, [False, True, False]) @ xy
    # Each side runs straight into the corner: (10/3 · 2, 0), (10, 0), (10, 10/3).
    assert controls[2:5] == pytest.approx(np.array([(20 / 3, 0.0), (10.0, 0.0), (10.0, 10 / 3)]))


def test_every_outline_of_the_drawing_runs_the_same_way_around() -> None:
    for name, marks in drawing().outlines.items():
        area = sum(
            a.x * b.y - b.x * a.y for a, b in zip(marks, (*marks[1:], marks[0]), strict=True)
        )
        assert area > 0, name


def test_every_mark_of_the_drawing_is_carried_by_bones_that_the_body_has() -> None:
    fit = fitting(body())
    assert {*drawing().outlines, *drawing().lines} - {"leg", "arm", "thumb", "sleeve"} <= set(
        fit.runs
    )
    for marks in drawing().outlines.values():
        for mark in marks:
            assert sum(share for _, share in mark.shares) == pytest.approx(1.0)


@pytest.mark.parametrize("mode", MODES)
def test_the_strokes_of_a_muscle_lie_inside_its_outline(mode: str) -> None:
    for rails in drawing().muscles.values():
        rows = pattern_rows(rails, mode)
        assert rows.min() >= 0, "a stroke end is a mean of outline points, so it lies between them"
        assert rows.sum(axis=2) == pytest.approx(1.0)
        assert rows.shape[:2] == (2, rows.shape[1] // 2 * 2)


def test_after_a_step_every_chevron_is_where_the_next_one_was() -> None:
    rails = drawing().muscles["hamstrings"]
    before, after = pattern_rows(rails, "shortening")
    assert after[:PAIR] == pytest.approx(before[PAIR : 2 * PAIR])
    assert after[PAIR : 2 * PAIR] == pytest.approx(before[2 * PAIR :])


@pytest.mark.parametrize("mode", ["shortening", "lengthening"])
def test_chevrons_go_toward_the_middle_as_fibers_shorten(mode: str) -> None:
    assert drift(1.0) < drift(0.99) < drift(0.95)
    rails = drawing().muscles["hamstrings"]
    before, after = pattern_rows(rails, mode)
    # The shares of the muscle's length at which its outline's points are: there and back.
    count = len(rails.back)
    ways = np.arange(count) / (count - 1)
    along = np.array([0.0, *ways, 1.0, *ways[::-1]])
    # Tips of the steady pair, which neither grows nor fades.
    tips = range(PAIR + 1, 2 * PAIR, 4)
    for tip in tips:
        assert abs(after[tip] @ along - 0.5) < abs(before[tip] @ along - 0.5)


def test_bars_and_threads_stay_where_they_are() -> None:
    for mode in ("holding", "stretched"):
        before, after = pattern_rows(drawing().muscles["glutes"], mode)
        assert (before == after).all()
        assert seen(mode, 0.0) == slice(None)


def test_ways_of_working_differ_in_their_strokes_not_only_in_color() -> None:
    rails = drawing().muscles["hamstrings"]
    rows = [pattern_rows(rails, mode).tobytes() for mode in MODES]
    assert len(set(rows)) == len(MODES)


def test_tones_rise_with_effort_and_end_where_the_ramp_does() -> None:
    tones = [tone(effort) for effort in np.linspace(0, 1, 101)]
    assert tones == sorted(tones)
    assert tones[0] == 0
    assert tone(FULL_TONE_EFFORT) == tones[-1] == TONES - 1


def test_a_muscle_swells_with_effort_and_thins_when_stretched_within_bounds() -> None:
    rest = Work(0.0, "resting", 1.0)
    assert swell(rest) == 0.0
    assert swell(replace(rest, effort=0.5)) > 0
    assert swell(replace(rest, length=1.3)) < 0
    assert -0.8 <= swell(Work(0.0, "stretched", 9.0)) <= swell(Work(1.0, "shortening", 0.1)) <= 1.2


def test_a_fold_of_flesh_appears_when_the_joint_bends_and_not_before() -> None:
    fit = fitting(body())
    by_name = {fold.name: fold for fold in fit.folds}
    standing, bent = posed({}), posed({"hip_flexion": 110, "knee_flexion": 125, "root_pitch": 30})
    assert by_name["knee_fold"].corner(fit.place(standing).z) is None
    for fold in fit.folds:
        assert fold.deepened(standing) == 0.0
        assert fold.deepened(bent) == 1.0
        corner = fold.corner(fit.place(bent).z)
        assert corner is not None
        joint = complex(*(bent.point(fold.joint) * 1000))
        assert 30 < abs(corner - joint) < 250


def test_an_arc_stays_on_its_circle() -> None:
    points = arc((3.0, 4.0), 10.0, 0.2, 2.9)
    on_curve = [complex(points[i] - 3, points[i + 1] - 4) for i in range(0, len(points), 6)]
    assert [abs(z) for z in on_curve] == pytest.approx([10.0] * len(on_curve))
    assert math.atan2(on_curve[-1].imag, on_curve[-1].real) == pytest.approx(2.9)


def test_a_take_without_a_phase_of_the_leader_waits_through_it() -> None:
    hinge, squat = three()[0].take, three()[1].take
    course = courses([hinge, squat])[1]
    (turn,) = (span for span in hinge.spans if span.phase == "turn")
    times = [course.at(t / hinge.duration_s) for t in (turn.from_s, turn.to_s)]
    down = next(span for span in squat.spans if span.phase == "descent")
    assert times == pytest.approx([down.to_s, down.to_s])
    assert course.at(1.0) == pytest.approx(squat.duration_s)


def test_a_moment_is_a_fraction_or_the_end_of_a_phase() -> None:
    take = three()[0].take
    spans: dict[str, Span] = {span.phase: span for span in take.spans}
    assert moment_of(take, 0.25) == 0.25
    assert moment_of(take, "brace") == pytest.approx(spans["brace"].to_s / take.duration_s)
    assert moment_of(three()[1].take, "turn") == pytest.approx(
        three()[1].take.turn_s / three()[1].take.duration_s
    )


def test_a_line_too_long_for_its_room_ends_in_an_ellipsis_and_fits() -> None:
    text = fitted("Forward bend", "bold", 10.0, 40.0)
    assert text.endswith("…")
    assert width_em(text, "bold") * 10.0 <= 40.0
    assert fitted("Forward bend", "bold", 10.0, 400.0) == "Forward bend"
    assert fitted("Forward bend", "bold", 10.0, 0.1) == ""
