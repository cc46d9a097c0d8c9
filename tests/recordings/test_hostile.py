"""Whatever markers and angles hold, they are fitted whole, or refused in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hinge_tutor.recordings.recorded import Given, open_recording, recording_of
from hinge_tutor.recordings.storage import read_storage
from hinge_tutor.recordings.tracks import Angles, Points, RecordingError
from tests.recordings import synthesis, writers
from tests.recordings.refusing import in_words, refused

RATE_HZ = 20.0
Damage = Callable[[Points, np.random.Generator], Points]


@cache
def markers(names: tuple[str, ...]) -> Points:
    return synthesis.points(synthesis.done("squat"), names, rate=RATE_HZ)


@cache
def angles() -> Angles:
    columns = writers.columns(synthesis.poses(synthesis.done("squat"), RATE_HZ))
    return read_storage("angles.mot", writers.storage(columns, RATE_HZ).splitlines())


def lose_one(one: Points, rng: np.random.Generator) -> Points:
    xyz = one.xyz.copy()
    xyz[:, rng.integers(xyz.shape[1])] = np.nan
    return replace(one, xyz=xyz)


def lose_a_while(one: Points, rng: np.random.Generator) -> Points:
    xyz = one.xyz.copy()
    begin = int(rng.integers(len(xyz)))
    xyz[begin : begin + int(rng.integers(1, 80))] = np.nan
    return replace(one, xyz=xyz)


def lose_half(one: Points, rng: np.random.Generator) -> Points:
    xyz = one.xyz.copy()
    xyz[rng.random(xyz.shape[:2]) < 0.5] = np.nan
    return replace(one, xyz=xyz)


def shake(one: Points, rng: np.random.Generator) -> Points:
    return synthesis.with_noise(one, int(rng.integers(1000)), float(rng.choice([0.01, 0.1, 1.0])))


def flatten(one: Points, rng: np.random.Generator) -> Points:
    xyz = one.xyz.copy()
    xyz[:, :, rng.integers(3)] = 0.0
    return replace(one, xyz=xyz)


def exchange(one: Points, rng: np.random.Generator) -> Points:
    return replace(one, names=tuple(one.names[at] for at in rng.permutation(len(one.names))))


def scale(one: Points, rng: np.random.Generator) -> Points:
    return replace(one, xyz=one.xyz * float(rng.choice([-1.0, 1e-6, 1e6, 0.0])))


def cut(one: Points, rng: np.random.Generator) -> Points:
    count = int(rng.integers(10, 40))
    return replace(one, xyz=one.xyz[:count], time_s=one.time_s[:count])


def stop_the_clock(one: Points, rng: np.random.Generator) -> Points:
    return replace(one, time_s=np.cumsum(rng.choice([0.05, 0.05, 5.0], len(one.time_s))))


def stand_still(one: Points, _rng: np.random.Generator) -> Points:
    return replace(one, xyz=np.repeat(one.xyz[:1], len(one.xyz), axis=0))


DAMAGES: tuple[Damage, ...] = (
    lose_one,
    lose_a_while,
    lose_half,
    shake,
    flatten,
    exchange,
    scale,
    cut,
    stop_the_clock,
    stand_still,
)


def fitted_or_refused(read: Points | Angles) -> None:
    refusal = ""
    try:
        recording = recording_of("damaged", read, Given())
    except RecordingError as problem:
        refusal = in_words(problem)
    else:
        one = recording.repetition(0)
        assert np.isfinite(one.take.q).all()
        assert np.isfinite(one.loads.cop_m).all()
        assert all(np.isfinite(finding.value) for finding in one.findings)
    assert "\n" not in refusal


def test_a_recording_that_needs_more_memory_than_there_is_is_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(*_: object) -> None:
        raise MemoryError

    path = tmp_path / "long.mot"
    columns = writers.columns(synthesis.poses(synthesis.done("squat"), RATE_HZ))
    path.write_text(writers.storage(columns, RATE_HZ), encoding="utf-8")
    monkeypatch.setattr("hinge_tutor.recordings.from_angles.motion_of", fill)
    with refused(r"^long\.mot needs too much memory"):
        open_recording(path, Given())


@pytest.mark.slow
@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from((synthesis.PLUG_IN_GAIT, synthesis.KEYPOINTS, synthesis.OPENCAP)),
    st.lists(st.sampled_from(DAMAGES), min_size=1, max_size=3),
    st.integers(0, 2**32 - 1),
)
def test_damaged_markers_are_fitted_or_refused(
    names: tuple[str, ...], damages: list[Damage], seed: int
) -> None:
    rng, one = np.random.default_rng(seed), markers(names)
    for damage in damages:
        one = damage(one, rng)
    fitted_or_refused(one)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 2**32 - 1), st.sampled_from((0.0, 10.0, -1.0, 1e8, 1.0)), st.booleans())
def test_damaged_angles_are_fitted_or_refused(seed: int, times: float, mixed: bool) -> None:
    rng, one = np.random.default_rng(seed), angles()
    values = one.values * times + rng.normal(0.0, float(rng.choice([0.0, 3.0, 30.0])), (1, 1))
    if mixed:
        values = values[:, rng.permutation(values.shape[1])]
    fitted_or_refused(replace(one, values=values))
