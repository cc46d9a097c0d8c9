"""Files as other programs write them are read; what is no recording is refused in one sentence."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hinge_tutor.recordings import c3d_points, files
from hinge_tutor.recordings.files import LARGEST_BYTES, read_recording
from hinge_tutor.recordings.tracks import Angles, Points, RecordingError
from hinge_tutor.recordings.trc import read_trc
from tests.recordings import synthesis, writers
from tests.recordings.refusing import in_words, refused

needs_c3d = pytest.mark.skipif(
    not c3d_points.can_read_c3d(), reason="the package c3d is not installed"
)


@pytest.fixture(scope="module")
def points() -> Points:
    """A hinge seen by a laboratory, with two gaps."""
    done = synthesis.done("hip-hinge")
    gaps = {"RKNE": (2.0, 2.1), "LASI": (4.0, 4.2)}
    return synthesis.points(done, synthesis.PLUG_IN_GAIT, rate=50.0, gaps=gaps)


def put(folder: Path, name: str, data: str | bytes) -> Path:
    """A file in a folder."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


@pytest.mark.parametrize("style", ["opensim", "opencap", "sports2d"])
def test_markers_come_back_as_they_were_written(tmp_path: Path, points: Points, style: str) -> None:
    read = read_recording(put(tmp_path, "sample.trc", writers.trc(points, style)))
    assert isinstance(read, Points)
    assert read.names == points.names
    assert read.units == "m"
    assert np.isnan(read.xyz).sum() == np.isnan(points.xyz).sum() > 0
    assert np.nanmax(np.abs(read.xyz - points.xyz)) < 1e-5
    assert read.time_s == pytest.approx(points.time_s, abs=1e-5)


@needs_c3d
def test_c3d_markers_come_back_as_they_were_written(tmp_path: Path, points: Points) -> None:
    # No camera sees that far: one place more that is lost.
    far = points.xyz.copy()
    far[7, 3] = 2e32
    data = writers.c3d_bytes(replace(points, xyz=far))
    read = read_recording(put(tmp_path, "sample.c3d", data))
    assert isinstance(read, Points)
    assert (read.format, read.names) == ("C3D", points.names)
    assert np.isnan(read.xyz).sum() == np.isnan(points.xyz).sum() + 3
    assert np.nanmax(np.abs(read.xyz - points.xyz)) < 1e-5


@pytest.mark.parametrize("states", [False, True], ids=["mot", "sto"])
def test_angles_come_back_as_they_were_written(tmp_path: Path, states: bool) -> None:
    columns = writers.columns(synthesis.poses(synthesis.done("squat"), 50.0))
    text = writers.storage(columns, 50.0, degrees=not states, states=states)
    read = read_recording(put(tmp_path, "sample.sto", text))
    assert isinstance(read, Angles)
    assert read.names == tuple(columns)
    assert read.in_degrees is (not states)
    scale = 1.0 if states else np.pi / 180.0
    knee = read.values[:, read.names.index("knee_angle_r")] * scale
    assert knee == pytest.approx(columns["knee_angle_r"], abs=1e-6)


def test_values_of_a_header_may_be_apart_by_more_than_one_tab(points: Points) -> None:
    lines = writers.trc(points).splitlines()
    lines[2] = "  " + lines[2].replace("\t", "\t\t ")
    assert read_trc("sample.trc", lines).names == points.names


def cut(text: str, lines: int) -> str:
    """A text without its last lines."""
    return "\n".join(text.splitlines()[:-lines]) + "\n"


Change = Callable[[str], str]
TRC_FAULTS: dict[str, tuple[Change, str]] = {
    "ends early": (lambda text: cut(text, 3), "NumFrames is"),
    "half a row": (lambda text: text[: len(text) - 300], "cells, and 35 markers need"),
    "wrong number of markers": (
        lambda text: text.replace("\t35\tm", "\t36\tm"),
        "NumMarkers is 36",
    ),
    "no count": (lambda text: text.replace("\t35\tm", "\tmany\tm"), "NumMarkers is “many”"),
    "a word for a number": (lambda text: text.replace("\t1.4", "\tabc", 1), "is no number"),
    "no names": (lambda text: text.replace("Frame#\tTime", "Frame#\tX"), "marker names is missing"),
    "time stands still": (
        lambda text: text.replace("\t0.020000\t", "\t0.000000\t"),
        "time goes from",
    ),
    "time is missing": (lambda text: text.replace("\t0.020000\t", "\tnan\t"), "NaN"),
    "two of one name": (lambda text: text.replace("RFHD", "LFHD"), "two markers are called LFHD"),
    "a head alone": (lambda text: "\n".join(text.splitlines()[:4]), "ends after 4 lines"),
}


@pytest.mark.parametrize("fault", TRC_FAULTS)
def test_a_broken_trc_file_is_refused_in_one_sentence(
    tmp_path: Path, points: Points, fault: str
) -> None:
    change, said = TRC_FAULTS[fault]
    text = change(writers.trc(points))
    with refused(said) as refusal:
        read_recording(put(tmp_path, "broken.trc", text))
    assert "\n" not in refusal.said
    assert refusal.said.startswith("broken.trc")


MOT_FAULTS: dict[str, tuple[Change, str]] = {
    "too few rows": (lambda text: cut(text, 2), "nrows is"),
    "half a row": (lambda text: text[: len(text) - 40], "numbers, and"),
    "wrong columns": (lambda text: text.replace("nColumns=16", "nColumns=17"), "ncolumns is 17"),
    "no time": (lambda text: text.replace("\ntime\t", "\nframe\t"), "not “time”"),
    "forces": (lambda text: text.replace("hip_flexion_r", "ground_force_vx"), "holds forces"),
    "nothing": (lambda text: text.split("endheader")[0] + "endheader\n", "ends after its header"),
    "no number": (lambda text: text.replace("0.00000000", "?", 1), "is no number"),
    "not a number": (lambda text: text.replace("      0.00000000", "nan", 2), "NaN"),
}


@pytest.mark.parametrize("fault", MOT_FAULTS)
def test_a_broken_mot_file_is_refused_in_one_sentence(tmp_path: Path, fault: str) -> None:
    columns = writers.columns(synthesis.poses(synthesis.done("squat"), 50.0))
    change, said = MOT_FAULTS[fault]
    with refused(said) as refusal:
        read_recording(put(tmp_path, "broken.mot", change(writers.storage(columns, 50.0))))
    assert "\n" not in refusal.said


OTHERS = {
    "empty.trc": (b"", "is empty"),
    "blank.trc": (b" \n\n ", "is empty"),
    "garbage.trc": (bytes(range(256)) * 40, "no text"),
    "table.csv": (b"name,age\nAnn,31\n", "is no recording"),
    "words.txt": ("Hühner\n".encode("latin-1"), "not UTF-8"),
    "wide.trc": ("PathFileType".encode("utf-16"), "UTF-16"),
    "short.c3d": (b"\x02\x50", "short.c3d"),
    "garbage.c3d": (b"\x02\x50" + os.urandom(4000), "garbage.c3d"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_something_else_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    data, said = OTHERS[name]
    with refused(said) as refusal:
        read_recording(put(tmp_path, name, data))
    assert "\n" not in refusal.said


def test_folders_pipes_and_what_is_missing_are_refused(tmp_path: Path) -> None:
    with refused("is a folder"):
        read_recording(tmp_path)
    with refused("cannot be read"):
        read_recording(tmp_path / "nowhere.trc")
    with refused("cannot be read"):
        read_recording(tmp_path / "a\0b.trc")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.trc")
        with refused("no ordinary file"):
            read_recording(tmp_path / "pipe.trc")


def test_half_a_gigabyte_is_refused_without_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.trc"
    with path.open("wb") as file:
        file.truncate(5 * LARGEST_BYTES)
    monkeypatch.setattr(Path, "open", None)
    with refused("has 500 MB"):
        read_recording(path)


@pytest.mark.parametrize("there", [False, True])
def test_without_the_package_or_a_whole_one_a_c3d_file_says_what_is_missing(
    there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(c3d_points, "can_read_c3d", lambda: there)
    monkeypatch.setitem(sys.modules, c3d_points.PACKAGE, None)
    header = struct.pack("<BB4H", 2, 0x50, 1, 0, 1, 10)
    with refused(r"install hinge-tutor\[recordings\]"):
        read_recording(put(tmp_path, "sample.c3d", header + bytes(4000)))


def whole_or_refused(read: Callable[[], Points]) -> None:
    """What is read is whole; what is not is refused in one sentence, and in no other way."""
    refusal = ""
    try:
        found = read()
    except RecordingError as problem:
        refusal = in_words(problem)
    else:
        assert found.xyz.shape == (len(found.time_s), len(found.names), 3)
    assert "\n" not in refusal


@needs_c3d
@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**32 - 1), st.integers(1, 60))
def test_no_damage_to_a_c3d_file_does_more_than_refuse_it(seed: int, spots: int) -> None:
    rng = np.random.default_rng(seed)
    data = bytearray(whole_c3d())
    # Most of what leads a reader astray stands in the first blocks.
    for at in rng.integers(0, min(len(data), 2048), spots):
        data[at] = int(rng.integers(256))
    whole_or_refused(lambda: c3d_points.read_c3d("damaged.c3d", bytes(data)))


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_damage_to_a_text_does_more_than_refuse_it(data: st.DataObject) -> None:
    lines = TRC.splitlines()
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(lines) - 1))
        words = lines[at].split("\t")
        word = data.draw(st.integers(0, len(words) - 1))
        words[word] = data.draw(st.sampled_from(("", "nan", "x", "1e400", "-3", "\t", "9" * 30)))
        lines[at] = "\t".join(words)
    whole_or_refused(lambda: read_trc("damaged.trc", lines))


def _small() -> Points:
    return synthesis.points(synthesis.done("squat"), synthesis.PLUG_IN_GAIT[:12], rate=20.0)


TRC = writers.trc(_small())


@cache
def whole_c3d() -> bytes:
    """A C3D file before it is damaged."""
    return writers.c3d_bytes(_small())


def test_a_file_name_of_strange_bytes_can_still_be_shown() -> None:
    assert files.label(Path(os.fsdecode(b"caf\xe9.trc"))) == "caf�.trc"
