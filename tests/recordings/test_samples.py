"""The example recordings, and small files in the layouts of the programs that write such files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from hinge_tutor.recordings.c3d_points import can_read_c3d
from hinge_tutor.recordings.files import read_recording
from hinge_tutor.recordings.recorded import Given, open_recording
from hinge_tutor.recordings.tracks import Angles, Points
from tests.recordings import made, synthesis

LAYOUTS = Path(__file__).parent / "layouts"
# Where each layout is read off: the file or function that writes it, how many columns it has, and
# a name among them.
WRITTEN_AS = {
    # opensim-core, Applications/Scale/tests/resources/subject01_static.trc
    "opensim-gait2392.trc": (14, "R.ASIS"),
    # opencap-core, utils.py, numpy2TRC
    "opencap-numpy2TRC.trc": (16, "midHip"),
    # Sports2D, process.py, make_trc_with_trc_data
    "sports2d.trc": (22, "RBigToe"),
    # opensim-core, Moco/Tests/testMocoInverse_subject01_walk2_ik_solution.mot
    "opensim-ik.mot": (15, "pelvis_tilt"),
    # opencap-core, utils.py, numpy2storage
    "opencap-numpy2storage.mot": (15, "lumbar_extension"),
    # Sports2D, process.py, make_mot_with_angles
    "sports2d-angles.mot": (6, "right hip"),
}
# Whatever is rounded otherwise on another machine: two of the last digits that are written.
LAST_DIGITS = {"hinge-laboratory.trc": 0.2, "bend-laboratory.c3d": 0.01}


@pytest.mark.parametrize("name", WRITTEN_AS)
def test_files_in_the_layouts_of_other_programs_are_read(name: str) -> None:
    columns, one = WRITTEN_AS[name]
    read = read_recording(LAYOUTS / name)
    assert len(read.names) == columns
    assert one in read.names
    assert len(read.time_s) == 12
    values = read.xyz if isinstance(read, Points) else read.values
    assert np.isfinite(values).all()


# Whoever has no package for C3D files proves the others.
EXAMPLES = [name for name in made.MADE if can_read_c3d() or not name.endswith(".c3d")]


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_what_its_script_makes(name: str, tmp_path: Path) -> None:
    again = tmp_path / name
    again.write_bytes(made.data_of(name))
    kept, new = read_recording(made.SAMPLES / name), read_recording(again)
    assert kept.names == new.names
    values = [each.values if isinstance(each, Angles) else each.xyz for each in (kept, new)]
    assert values[0] == pytest.approx(values[1], abs=LAST_DIGITS.get(name, 2e-4), nan_ok=True)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_shows_its_movement(name: str) -> None:
    movement = made.MADE[name][1]
    recording = open_recording(made.SAMPLES / name, Given())
    assert recording.movement == movement
    one = recording.repetition(0)
    own = synthesis.done(movement)
    assert {each.rule for each in one.findings} == {each.rule for each in own.findings}
    for angle in ("knee_flexion_deg", "ankle_dorsiflexion_deg"):
        moments = [each.take.index_at(each.take.turn_s) for each in (one, own)]
        here, there = (
            float(np.asarray(each.measures[angle])[at])
            for each, at in zip((one, own), moments, strict=True)
        )
        assert here == pytest.approx(there, abs=3.0)


def test_the_examples_are_small() -> None:
    assert sum(path.stat().st_size for path in made.SAMPLES.iterdir()) < 500_000


def test_what_is_carried_between_processes_is_the_same_recording() -> None:
    from hinge_tutor.recordings.carried import as_json, from_json

    recording = open_recording(made.SAMPLES / "hinge-laboratory.trc", Given(body="mass=82"))
    again = from_json(as_json(recording))
    assert again.motion.reading == recording.motion.reading
    assert again.motion.body.specification == recording.motion.body.specification
    assert again.found == recording.found
    assert (again.given, again.movement) == (recording.given, recording.movement)
    one, other = recording.repetition(0), again.repetition(0)
    assert np.array_equal(one.take.q, other.take.q)
    assert np.array_equal(one.filled, other.filled)
    assert one.findings == other.findings
