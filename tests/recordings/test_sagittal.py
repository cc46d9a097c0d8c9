"""Units, axes, facing and gaps of a recording are found, whatever laboratory it comes from."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from itertools import permutations, product

import numpy as np
import pytest

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.recordings.gaps import LONGEST_S, evenly, fill
from hinge_tutor.recordings.recorded import Given, Recording, recording_of
from hinge_tutor.recordings.smoothing import cutoff_of, filtered
from hinge_tutor.recordings.storage import read_storage
from tests.recordings import synthesis, writers
from tests.recordings.refusing import refused
from tests.recordings.synthesis import View

AXES = np.eye(3)
# Every axis of three upright, either way up, and every direction across it.
DIRECTIONS = [
    (tuple(one * AXES[forward]), tuple(two * AXES[up]))
    for (forward, up), one, two in product(permutations(range(3), 2), (1.0, -1.0), (1.0, -1.0))
]


def angles_at_turn(view: View) -> tuple[dict[str, float], Recording]:
    points = synthesis.points(
        synthesis.done("hip-hinge"), synthesis.RAJAGOPAL, rate=40.0, noise_m=0.001, view=view
    )
    recording = recording_of("sample.trc", points, Given())
    take = recording.repetition(0).take
    pose = take.at(take.turn_s)
    names = ("hip_flexion", "knee_flexion", "lumbar_flexion", "ankle_dorsiflexion")
    return {name: float(np.degrees(pose.value(name))) for name in names}, recording


@pytest.fixture(scope="module")
def expected() -> dict[str, float]:
    take = synthesis.done("hip-hinge").take
    pose = take.at(take.turn_s)
    names = ("hip_flexion", "knee_flexion", "lumbar_flexion", "ankle_dorsiflexion")
    return {name: float(np.degrees(pose.value(name))) for name in names}


@pytest.mark.parametrize(("forward", "up"), DIRECTIONS, ids=str)
def test_every_way_to_lay_the_axes_is_found(
    forward: tuple[float, float, float],
    up: tuple[float, float, float],
    expected: dict[str, float],
) -> None:
    found, recording = angles_at_turn(View(forward, up))
    assert found == pytest.approx(expected, abs=1.5)
    reading = recording.motion.reading
    assert reading.up == signed(up)
    assert reading.forward == signed(forward)


def signed(direction: tuple[float, float, float]) -> str:
    axis = int(np.abs(direction).argmax())
    return ("+" if direction[axis] > 0 else "-") + "xyz"[axis]


def test_somebody_who_faces_between_two_axes_is_seen_from_the_side(
    expected: dict[str, float],
) -> None:
    half = float(np.sqrt(0.5))
    found, recording = angles_at_turn(View((half, 0.0, half)))
    assert found == pytest.approx(expected, abs=1.5)
    assert recording.motion.reading.forward == "45° from +x"


@pytest.mark.parametrize("units", ["m", "cm", "mm"])
@pytest.mark.parametrize("says", [None, "", "furlongs", "m"])
def test_the_unit_is_what_makes_a_person(
    units: str, says: str | None, expected: dict[str, float]
) -> None:
    found, recording = angles_at_turn(View(units=units, says=says))
    assert found == pytest.approx(expected, abs=1.5)
    assert recording.motion.reading.units == units


@pytest.mark.parametrize(("ahead", "facing"), [(1.0, "right"), (-1.0, "left")])
def test_a_video_from_the_side_faces_either_way(ahead: float, facing: str) -> None:
    view = View((ahead, 0.0, 0.0), flat=True)
    points = synthesis.points(
        synthesis.done("squat"), synthesis.KEYPOINTS, rate=30.0, view=view, noise_m=0.002
    )
    recording = recording_of("video.trc", points, Given())
    reading = recording.motion.reading
    assert (reading.facing, reading.flat) == (facing, True)
    take = recording.repetition(0).take
    knee = float(np.degrees(take.at(take.turn_s).value("knee_flexion")))
    assert knee == pytest.approx(120.0, abs=5.0)


@pytest.mark.parametrize(
    ("leave_out", "said"),
    [
        (("RANK", "LANK"), "ankles"),
        (("LSHO", "RSHO", "C7", "CLAV", "STRN", "RBAK"), "shoulders"),
        (("RKNE", "LKNE", "LTHI", "RTHI"), "knee"),
        (("LASI", "RASI", "LPSI", "RPSI"), "hip"),
    ],
)
def test_a_part_without_markers_is_named(leave_out: tuple[str, ...], said: str) -> None:
    names = [name for name in synthesis.PLUG_IN_GAIT if name not in leave_out]
    points = synthesis.points(synthesis.done("hip-hinge"), names, rate=30.0)
    with refused(said):
        recording_of("sample.trc", points, Given())


def test_strange_names_a_slow_camera_and_somebody_who_only_stands_are_refused() -> None:
    points = synthesis.points(synthesis.done("hip-hinge"), synthesis.PLUG_IN_GAIT, rate=30.0)
    strange = replace(points, names=tuple(f"M{at}" for at in range(len(points.names))))
    with refused("no known set"):
        recording_of("sample.trc", strange, Given())
    slow = synthesis.points(synthesis.done("hip-hinge"), synthesis.PLUG_IN_GAIT, rate=8.0)
    with refused("frames a second"):
        recording_of("sample.trc", slow, Given())
    still = replace(points, xyz=np.repeat(points.xyz[:1], len(points.xyz), axis=0))
    with refused("no repetition"):
        recording_of("sample.trc", still, Given())
    flat = replace(points, xyz=points.xyz * [1.0, 0.01, 1.0])
    with refused(r"upright|no person"):
        recording_of("sample.trc", flat, Given())


def test_short_gaps_are_filled_and_marked_and_long_ones_are_refused() -> None:
    done = synthesis.done("hip-hinge")
    legs = ("RLFC", "RMFC", "RTH1", "RTH2", "LLFC", "LMFC", "LTH1", "LTH2")
    short = synthesis.points(
        done, synthesis.RAJAGOPAL, rate=50.0, gaps=dict.fromkeys(legs, (3.0, 3.2))
    )
    recording = recording_of("sample.trc", short, Given())
    one = recording.repetition(0)
    times = one.take.time_s[one.filled] + recording.found[0].from_s
    assert times.min() == pytest.approx(3.0, abs=0.1)
    assert times.max() == pytest.approx(3.2, abs=0.1)
    truth = done.take.at(3.1 - synthesis.STILL_S)
    here = one.take.at(3.1 - recording.found[0].from_s)
    assert float(here.value("knee_flexion")) == pytest.approx(
        float(truth.value("knee_flexion")), abs=np.radians(3.0)
    )
    long = synthesis.points(
        done, synthesis.RAJAGOPAL, rate=50.0, gaps=dict.fromkeys(legs, (3.0, 4.0))
    )
    with refused("lost for longer"):
        recording_of("sample.trc", long, Given())


def test_a_long_gap_costs_only_its_own_repetition() -> None:
    done = synthesis.done("squat")
    legs = ("RLFC", "RMFC", "RTH1", "RTH2", "LLFC", "LMFC", "LTH1", "LTH2")
    points = synthesis.points(
        done, synthesis.RAJAGOPAL, rate=40.0, again=2, gaps=dict.fromkeys(legs, (3.0, 4.0))
    )
    recording = recording_of("sample.trc", points, Given())
    assert (len(recording.found), recording.skipped) == (1, 1)


@pytest.mark.parametrize(("seconds", "found", "skipped"), [(0.2, 2, 0), (3.0, 1, 1)])
def test_missing_rows_of_angles_are_bridged_only_where_they_are_few(
    seconds: float, found: int, skipped: int
) -> None:
    done, rate = synthesis.done("squat"), 50.0
    columns = writers.columns(synthesis.poses(done, rate, again=2))
    lines = writers.storage(columns, rate).splitlines()
    whole = read_storage("gap.mot", lines)
    turn = synthesis.STILL_S + done.take.turn_s
    kept = (whole.time_s < turn) | (whole.time_s >= turn + seconds)
    cut = replace(whole, time_s=whole.time_s[kept], values=whole.values[kept])
    recording = recording_of("gap.mot", cut, Given())
    assert (len(recording.found), recording.skipped) == (found, skipped)
    assert recording.motion.filled.any()


def test_a_gap_is_filled_by_the_cubic_through_its_neighbors() -> None:
    time_s = np.arange(12) / 20.0
    # x = t³ at 20 a second: a cubic gives it back exactly.
    xyz = np.stack([time_s**3, time_s, np.ones(12)], axis=1)[:, None, :]
    xyz[5:7] = np.nan
    even = fill(time_s, 20.0, xyz)
    assert even.filled[:, 0].tolist() == [5 <= at <= 6 for at in range(12)]
    assert even.xyz[5, 0, 0] == pytest.approx(0.25**3)
    assert even.xyz[6, 0] == pytest.approx([0.3**3, 0.3, 1.0])
    longer = int(LONGEST_S * 20.0) + 1
    xyz[3 : 3 + longer] = np.nan
    assert not fill(time_s, 20.0, xyz).filled.any()


def test_a_frame_that_was_left_out_is_a_gap() -> None:
    time_s = np.array([0.0, 0.05, 0.1, 0.25, 0.3])
    times, xyz, rate = evenly("gaps.trc", time_s, np.zeros((5, 1, 3)))
    assert times == pytest.approx([0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3])
    assert np.isnan(xyz[:, 0, 0]).tolist() == [False, False, False, True, True, False, False]
    assert rate == pytest.approx(20.0)


@pytest.mark.parametrize(
    ("time_s", "said"),
    [
        (np.arange(20) / 2_000.0, "more than 1000 frames a second"),
        (np.arange(20) / 5.0, "5.0 frames a second"),
        (np.append(np.arange(20) / 1_000.0, 1e9), "lasts 1000000000 s"),
        (np.append(np.arange(20) * 5e-324, 1.0), "more than 1000 frames a second"),
    ],
)
def test_times_that_ask_for_more_frames_than_anybody_records_are_refused(
    time_s: FloatArray, said: str
) -> None:
    with refused(said):
        evenly("clock.trc", time_s, np.zeros((len(time_s), 1, 3)))


def test_a_cutoff_is_found_without_a_table_of_all_frequencies_for_all_cutoffs() -> None:
    frames, rate = 60_000, 1_000.0
    values = np.random.default_rng(1).normal(0.0, 1.0, (frames, 1)).cumsum(axis=0)
    tracemalloc.start()
    cutoff_of(values, rate)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # Three times the frames after mirroring, and about as many numbers of its spectrum, some times.
    assert most < 20 * 3 * values.nbytes


def test_the_filter_leaves_root_half_at_its_cutoff_and_delays_nothing() -> None:
    time_s = np.arange(400) / 100.0
    wave = np.sin(2.0 * np.pi * 4.0 * time_s)[:, None]
    passed = filtered(wave, 100.0, 4.0)[100:300, 0]
    # G(fc) = 1 / (1 + C⁴) = 1 / (1 + √2 - 1) = 1 / √2
    assert np.abs(passed - wave[100:300, 0] / np.sqrt(2.0)).max() < 0.01
    slow = np.sin(2.0 * np.pi * 0.5 * time_s)[:, None]
    assert np.abs(filtered(slow, 100.0, 4.0) - slow)[50:350].max() < 0.01


def test_the_cutoff_is_higher_for_faster_motion() -> None:
    rng = np.random.default_rng(1)
    time_s = np.arange(800) / 100.0
    noise = rng.normal(0.0, 0.005, (800, 6))
    # A fold there and back in about four, one and a third of a second.
    found = [
        cutoff_of(0.3 * np.exp(-(((time_s - 4.0) / wide) ** 2))[:, None] + noise, 100.0)
        for wide in (1.0, 0.25, 0.08)
    ]
    assert found[0] < found[1] < found[2]
