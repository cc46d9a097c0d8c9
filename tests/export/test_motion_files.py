"""What OpenSim reads has its columns, signs and units, read back by OpenSim or by the format."""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import Repetition, perform
from hinge_tutor.export.image import ExportError
from hinge_tutor.export.motion_files import RATE, SUFFIXES, markers, save_motion


@dataclass
class Read:
    """A table as somebody else reads it."""

    head: dict[str, str]
    columns: dict[str, list[float]]


def read(path: Path) -> Read:
    """A storage by the words of its format: a head up to `endheader`, then columns by tabs."""
    head, _, rest = path.read_text(encoding="utf-8").partition("endheader\n")
    pairs = [line.partition("=") for line in head.splitlines()]
    names, *rows = [line.split("\t") for line in rest.splitlines()]
    table = np.array([[float(cell) for cell in row] for row in rows])
    assert table.shape[1] == len(names)
    found = {name.strip(): value.strip() for name, equals, value in pairs if equals}
    return Read(found, dict(zip(names, table.T.tolist(), strict=True)))


@pytest.fixture(scope="module")
def lunge() -> Repetition:
    return perform("lunge", body("default"))


def saved(repetition: Repetition, tmp_path: Path, suffix: str) -> Path:
    path = tmp_path / f"a{suffix}"
    save_motion(repetition, path)
    return path


def test_a_motion_has_the_coordinates_in_degrees_and_meters(
    lunge: Repetition, tmp_path: Path
) -> None:
    found = read(saved(lunge, tmp_path, ".mot"))
    take = lunge.take
    assert found.head["inDegrees"] == "yes"
    assert int(found.head["nRows"]) == len(take.time_s) == len(found.columns["time"])
    assert int(found.head["nColumns"]) == len(found.columns)
    assert found.columns["time"] == pytest.approx(take.time_s.tolist(), abs=1e-7)
    q = dict(zip(take.body.coordinates, take.q.T, strict=True))
    for column, wanted in {
        "pelvis_tilt": np.degrees(-q["root_pitch"]),
        "pelvis_ty": q["root_y"],
        "hip_flexion_r": np.degrees(q["hip_flexion_near"]),
        "hip_flexion_l": np.degrees(q["hip_flexion_far"]),
        "knee_angle_r": np.degrees(q["knee_flexion_near"]),
        "ankle_angle_l": np.degrees(q["ankle_dorsiflexion_far"]),
        "l5s1_flexion": np.degrees(q["l5s1_flexion"]),
    }.items():
        assert found.columns[column] == pytest.approx(wanted.tolist(), abs=1e-5), column
    spine = [name for name in q if name.startswith(("l", "thoracic"))]
    bent = np.degrees(sum(q[name] for name in spine))
    assert len(spine) == 5
    assert found.columns["lumbar_extension"] == pytest.approx((-bent).tolist(), abs=1e-5)


def test_what_stands_up_from_a_hinge_extends_hip_and_back(tmp_path: Path) -> None:
    """At the turn of a hinge the muscles behind hold the trunk: signs by what one sees."""
    hinge = perform("hip-hinge", body("default"))
    turn = hinge.take.index_at(hinge.take.turn_s)
    motion = read(saved(hinge, tmp_path, ".mot")).columns
    assert motion["pelvis_tilt"][turn] < -30, "tipped forward"
    assert motion["hip_flexion_r"][turn] > 60
    assert motion["knee_angle_r"][turn] > 5
    efforts = read(saved(hinge, tmp_path, ".sto")).columns
    assert efforts["hip_flexion_r_moment"][turn] < -20
    assert efforts["lumbar_extension_moment"][turn] > 50
    assert 0.0 < efforts["semimembranosus_r"][turn] < 1.0


def test_efforts_have_every_muscle_and_joint(lunge: Repetition, tmp_path: Path) -> None:
    found = read(saved(lunge, tmp_path, ".sto"))
    assert found.head["inDegrees"] == "no"
    muscles = [n for n in found.columns if n != "time" and not n.endswith("_moment")]
    assert len(muscles) == len(lunge.efforts.muscles)
    number = lunge.efforts.muscles.index("soleus_far")
    wanted = lunge.efforts.activation[:, number].tolist()
    assert found.columns["soleus_l"] == pytest.approx(wanted, abs=1e-7)
    wanted = (-lunge.loads.net_moment_Nm["knee_near"]).tolist()
    assert found.columns["knee_angle_r_moment"] == pytest.approx(wanted, rel=1e-6, abs=1e-6)


def test_markers_are_where_the_figure_is(lunge: Repetition, tmp_path: Path) -> None:
    lines = saved(lunge, tmp_path, ".trc").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines]
    said = dict(zip(cells[1], cells[2], strict=True))
    names = [name for name in cells[3][2:] if name]
    assert (said["Units"], said["DataRate"]) == ("mm", str(RATE))
    assert int(said["NumMarkers"]) == len(names) == len(markers())
    assert lines[5] == ""
    rows = np.array([[float(cell) for cell in row] for row in cells[6:]])
    assert len(rows) == int(said["NumFrames"])
    assert rows[:, 0].tolist() == list(range(1, len(rows) + 1))
    assert rows[:, 1] == pytest.approx(np.arange(len(rows)) / RATE)
    assert lunge.take.duration_s - rows[-1, 1] < 1 / RATE
    for number in (0, len(rows) // 2, len(rows) - 1):
        pose = lunge.take.at(float(rows[number, 1]))
        for name, place in markers().items():
            at = 2 + 3 * names.index(name)
            x, y = 1000 * pose.point(place)
            assert rows[number, at : at + 3] == pytest.approx([x, y, 0.0], abs=6e-4), name


@pytest.mark.skipif(importlib.util.find_spec("opensim") is None, reason="needs OpenSim")
def test_opensim_itself_reads_all_of_them(lunge: Repetition, tmp_path: Path) -> None:
    opensim = importlib.import_module("opensim")

    for suffix in (".mot", ".sto"):
        path = saved(lunge, tmp_path, suffix)
        table = opensim.TimeSeriesTable(str(path))
        own = read(path)
        assert table.getNumRows() == len(own.columns["time"])
        assert ("time", *table.getColumnLabels()) == tuple(own.columns)
        assert table.getTableMetaDataString("inDegrees") == own.head["inDegrees"]
        assert opensim.Storage(str(path)).isInDegrees() == (suffix == ".mot")
    marked = opensim.TimeSeriesTableVec3(str(saved(lunge, tmp_path, ".trc")))
    assert marked.getTableMetaDataString("Units") == "mm"
    assert list(marked.getColumnLabels()) == list(markers())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_pose_held_still_is_one_row(suffix: str, tmp_path: Path) -> None:
    from hinge_tutor.lessons.figures import figures
    from hinge_tutor.lessons.scene_text import parse_scene

    still = next(iter(figures(parse_scene("squat(knee_flexion=90)")).values()))
    text = saved(still, tmp_path, suffix).read_text(encoding="utf-8")
    assert len(text.splitlines()[-1].split("\t")) > 20


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_folder_that_is_not_there_is_one_sentence(
    suffix: str, lunge: Repetition, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        save_motion(lunge, tmp_path / "gone" / f"a{suffix}")
