"""Plots show the values that the takes have, on the clock that all figures share."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.mechanics.bracing import pressure_kept
from hinge_tutor.mechanics.lumbar import disc_band
from hinge_tutor.motion.shared_clock import Course, courses
from hinge_tutor.stage.axis import Clocked, clock_at, clocked, on_course, scale_of, ticks
from hinge_tutor.stage.curves import LINES, written
from hinge_tutor.stage.plot import Plot, plot
from hinge_tutor.stage.plot_frame import Frame
from hinge_tutor.stage.plot_names import PLOTS, kind_of, subject
from hinge_tutor.stage.scene import own_times
from hinge_tutor.stage.shapes import Curve, Disc, Label, Strokes
from hinge_tutor.stage.traces import trace
from tests.stage.company import sheet, three
from tests.stage.drawn import numbers

WORDS = sheet().words
NAMES = ("Hinge", "Squat", "Bend")
WIDE, NARROW = Frame(908, 220, 202, 692), Frame(676, 164, 23, 656)
# As a pane of the smallest window is.
LOW = Frame(684, 160, 44, 636)
OVER_TIME = [name for name in PLOTS if name != "signature"]


def made(name: str, frame: Frame = WIDE, count: int = 3) -> Plot:
    return plot(three()[:count], NAMES[:count], PLOTS[name], WORDS, frame)


def drawn(found: Plot, id_: str, figure: int) -> list[tuple[float, float]]:
    """The places that a figure's curve runs through, as t and value."""
    (panel,) = (each for each in found.panels if each.id == id_)
    (curve,) = found.picture.named(f"curve.{id_}.{figure}")
    assert isinstance(curve, Curve)
    points = [curve.points[:2], *(curve.points[n : n + 2] for n in range(6, len(curve.points), 6))]
    wide = found.frame.right - found.frame.left
    return [((x - found.frame.left) / wide, panel.scale.value(y)) for x, y in points]


def computed(repetition: Repetition, id_: str) -> np.ndarray:
    """The values of a curve straight from the analysis."""
    name = subject(id_)
    if id_.endswith("_moment_Nm"):
        return np.asarray(repetition.loads.net_moment_Nm[name])
    if id_.endswith("_effort_percent"):
        efforts = repetition.efforts
        return 100 * np.asarray(efforts.effort[:, efforts.groups.index(name)])
    if id_ == "l5s1_compression_N":
        return np.asarray(repetition.efforts.l5s1_compression_N)
    return np.asarray(repetition.measures[id_])


@pytest.mark.parametrize("name", OVER_TIME)
@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])
def test_every_drawn_point_is_a_value_of_the_take(name: str, frame: Frame) -> None:
    found = made(name, frame)
    assert [panel.id for panel in found.panels] == list(PLOTS[name])
    for panel in found.panels:
        for figure, repetition in enumerate(three()):
            take = repetition.take
            values = computed(repetition, panel.id)
            places = drawn(found, panel.id, figure)
            assert len(places) >= len(take.time_s)
            reach = panel.scale.high - panel.scale.low
            for t, value in places:
                # A figure that waits stands at one time: its sample before and after are the same.
                own = own_times(three(), t)[figure]
                wanted = float(np.interp(own, take.time_s, values))
                assert value == pytest.approx(wanted, abs=2e-3 * reach)


def test_every_sample_of_every_figure_is_on_its_curve() -> None:
    for each, clock in zip(three(), clocked(three()), strict=True):
        assert set(np.round(each.take.time_s, 9)) <= set(np.round(clock.time_s, 9))
        assert (np.diff(clock.t) >= 0.0).all()
        assert (np.diff(clock.time_s) >= -1e-12).all()


@pytest.mark.parametrize("name", OVER_TIME)
def test_the_cursor_reads_what_the_figures_show(name: str) -> None:
    found = made(name)
    for t in (0.0, 0.21, 0.5, 0.66, 0.8, 1.0):
        shown = found.cursor(t)
        (line,) = (s for s in shown.shapes if isinstance(s, Strokes))
        x = found.frame.left + t * (found.frame.right - found.frame.left)
        assert line.points[0] == line.points[2] == pytest.approx(x)
        for panel in found.panels:
            for figure, repetition in enumerate(three()):
                own = own_times(three(), t)[figure]
                values = computed(repetition, panel.id)
                wanted = float(np.interp(own, repetition.take.time_s, values))
                (dot,) = shown.named(f"dot.{panel.id}.{figure}")
                (label,) = shown.named(f"value.{panel.id}.{figure}")
                assert isinstance(dot, Disc)
                assert isinstance(label, Label)
                assert dot.x == pytest.approx(x)
                reach = panel.scale.high - panel.scale.low
                assert panel.scale.value(dot.y) == pytest.approx(wanted, abs=2e-3 * reach)
                told = float(label.text.replace("−", "-"))
                assert told == pytest.approx(panel.at(figure, t), abs=0.5001)


def test_moments_are_positive_where_they_straighten() -> None:
    found = made("moments")
    hip, knee = found.panels[0], found.panels[1]
    take = three()[0].take
    t = take.turn_s / take.duration_s
    # The trunk hangs ahead of the hip, the shank keeps the hinge's knee from straightening.
    assert hip.at(0, t) == pytest.approx(74, abs=10)
    knees = knee.at(0, t)
    assert knees is not None
    assert knees < -5.0
    # A squat's knee is asked to straighten.
    squats = knee.at(1, t)
    assert squats is not None
    assert squats > 20.0


def test_efforts_share_one_scale_and_are_percent() -> None:
    found = made("efforts")
    assert len({(panel.scale.low, panel.scale.high) for panel in found.panels}) == 1
    most = max(float(np.max(computed(each, id_))) for each in three() for id_ in PLOTS["efforts"])
    assert 1.0 < most < found.panels[0].scale.high <= 1.1 * most
    title = next(s for s in found.picture.shapes if s.name == "title.glutes_near_effort_percent")
    assert isinstance(title, Label)
    assert title.text == "Glutes, %"


def test_the_band_of_the_disc_is_that_of_the_analysis() -> None:
    found = made("disc", count=1)
    hinge = three()[0]
    low, high = disc_band(hinge.efforts.l5s1_compression_N, pressure_kept(hinge.take))
    (band,) = found.picture.named("band.0")
    assert isinstance(band, Strokes)
    scale = found.panels[0].scale
    wide = found.frame.right - found.frame.left
    assert len(band.points) >= 4 * 30
    for n in range(0, len(band.points), 4):
        x, bottom, _, top = band.points[n : n + 4]
        time_s = (x - found.frame.left) / wide * hinge.take.duration_s
        for y, end in ((bottom, low), (top, high)):
            wanted = float(np.interp(time_s, hinge.take.time_s, end))
            assert scale.value(y) == pytest.approx(wanted, abs=1.0)


def test_figures_are_told_apart_by_dashes_and_not_by_color_alone() -> None:
    found = made("angles")
    for panel in found.panels:
        curves = [found.picture.named(f"curve.{panel.id}.{n}")[0] for n in range(3)]
        dashes = [curve.dash for curve in curves if isinstance(curve, Curve)]
        assert len(set(dashes)) == 3
    assert len({line.role for line in LINES}) == len({line.dash for line in LINES}) == 3


@pytest.mark.parametrize("name", OVER_TIME)
@pytest.mark.parametrize("frame", [WIDE, NARROW, LOW], ids=["wide", "narrow", "low"])
@pytest.mark.parametrize("count", [1, 3])
def test_words_stand_inside_and_apart(name: str, frame: Frame, count: int) -> None:
    found = made(name, frame, count)
    shown = [*found.picture.shapes, *found.cursor(0.97).shapes]
    labels = [shape for shape in shown if isinstance(shape, Label)]
    for label in labels:
        left, bottom, right, top = label.box
        assert left >= -1e-6
        assert right <= frame.width + 1e-6
        assert bottom >= -1e-6
        assert top <= frame.height + 1e-6
    # Boxes have air of their own above and below, a fifth of the letters each.
    boxes = [
        (box[0], box[1] + 0.2 * label.size, box[2], box[3] - 0.2 * label.size)
        for label in labels
        for box in (label.box,)
    ]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart = (
                one[2] <= other[0] + 1e-6
                or other[2] <= one[0] + 1e-6
                or one[3] <= other[1] + 1e-6
                or other[3] <= one[1] + 1e-6
            )
            assert apart, (labels[number].text, one, other)


@pytest.mark.parametrize("name", OVER_TIME)
@pytest.mark.parametrize("size", [(300.0, 60.0), (676.0, 120.0), (3000.0, 700.0)])
@pytest.mark.parametrize("letters", [1.0, 2.0])
def test_any_size_can_be_drawn(name: str, size: tuple[float, float], letters: float) -> None:
    frame = Frame(*size, 0.1 * size[0], 0.95 * size[0], letters)
    found = made(name, frame)
    assert found.panels
    for shape in (*found.picture.shapes, *found.cursor(0.4).shapes):
        assert np.isfinite(list(numbers(shape))).all()
    for panel in found.panels:
        assert panel.scale.stop > panel.scale.start


def test_panels_do_not_overlap() -> None:
    for frame in (WIDE, NARROW):
        for above, below in pairwise(made("angles", frame).panels):
            assert above.scale.start >= below.scale.stop


def test_what_a_figure_does_not_have_is_left_out() -> None:
    assert trace(three()[0], "nobody_near_effort_percent") is None
    assert trace(three()[0], "tail_moment_Nm") is None
    assert trace(three()[0], "tail_deg") is None
    with pytest.raises(KeyError):
        kind_of("hip")


def test_the_place_of_a_press_is_a_moment() -> None:
    found = made("angles")
    assert found.time_at(found.frame.left) == 0.0
    assert found.time_at(found.frame.right + 50) == 1.0
    assert found.time_at((found.frame.left + found.frame.right) / 2) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        (0.0, 91.0, (0.0, 50.0)),
        (-41.0, 163.0, (0.0, 100.0)),
        (0.0, 0.3, (0.0, 0.2)),
        (-9.0, 30.0, (0.0, 20.0)),
        (0.0, 4.0, (0.0, 2.0, 4.0)),
    ],
)
def test_ticks_are_round_and_zero_is_one_of_them(
    low: float, high: float, wanted: tuple[float, ...]
) -> None:
    scale = scale_of(low, high, 0.0, 40.0)
    assert scale.low <= low
    assert scale.high >= high
    assert ticks(scale, 16.0) == pytest.approx(wanted)


def test_a_low_panel_still_has_a_tick_beside_zero() -> None:
    for high in (0.7, 3.0, 26.0, 91.0, 163.0, 4575.0):
        found = ticks(scale_of(0.0, high, 0.0, 12.0), 40.0)
        assert any(0.0 < value <= high for value in found), high


def test_values_are_written_without_a_minus_before_zero() -> None:
    assert [written(value) for value in (-0.4, 0.4, -1.6, 12.5)] == ["0", "0", "−2", "12"]


def test_one_figure_waits_where_it_has_no_such_phase() -> None:
    squat = courses([each.take for each in three()])[1]
    stands = [n for n, (a, b) in enumerate(pairwise(squat.times_s)) if a == b]
    assert stands, "the squat of this company has no pause, so it waits through the hinge's"
    (t0, t1) = squat.knots[stands[-1]], squat.knots[stands[-1] + 1]
    found = made("angles")
    values = {round(float(found.panels[0].at(1, t) or 0.0), 6) for t in np.linspace(t0, t1, 5)}
    assert len(values) == 1


def test_no_line_runs_through_a_jump_in_a_figures_time() -> None:
    """As where a figure has no phase for what comes on the clock, and leaps over it."""
    leaping = Clocked(np.array([0.0, 0.5, 0.5, 1.0]), np.array([0.0, 1.0, 3.0, 4.0]))
    assert [run.tolist() for run in leaping.runs(np.zeros(4))] == [[0, 1], [2, 3]]
    waiting = Clocked(np.array([0.0, 0.5, 1.0]), np.array([0.0, 1.0, 1.0]))
    assert [run.tolist() for run in waiting.runs(np.zeros(3))] == [[0, 1, 2]]


def test_a_time_of_ones_own_is_found_on_the_clock() -> None:
    pair = tuple(perform(movement, body("default")) for movement in ("deadlift", "hip-hinge"))
    for group in (three(), pair):
        for figure, course in enumerate(courses([each.take for each in group])):
            take = group[figure].take
            for t in np.linspace(0.0, 1.0, 23):
                own = own_times(group, float(t))[figure]
                back = own_times(group, clock_at(course, own, take.duration_s))[figure]
                assert back == pytest.approx(own, abs=1e-9)
            assert 0.0 <= clock_at(course, take.duration_s + 1.0, take.duration_s) <= 1.0


def test_a_take_that_goes_round_is_read_in_its_next_round() -> None:
    take = three()[0].take
    whole = take.duration_s
    course = Course((0.0, 1.0), (0.5 * whole, 1.5 * whole))
    hip = np.asarray(three()[0].measures["hip_flexion_deg"])
    clock = on_course(course, np.asarray(take.time_s))
    assert (np.diff(clock.t) >= 0.0).all()
    read = clock.read(take.time_s, hip)
    for t in (0.0, 0.3, 0.5, 0.77, 1.0):
        own = course.at(t) % whole
        wanted = float(np.interp(own, take.time_s, hip))
        assert float(np.interp(t, clock.t, read)) == pytest.approx(wanted, abs=0.2)
        assert course.at(clock_at(course, own, whole)) % whole == pytest.approx(own, abs=1e-9)
