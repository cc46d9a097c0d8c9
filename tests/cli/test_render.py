"""`render` and `tour` write what they are asked for, and refuse the rest in one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence

from hinge_tutor.cli import main
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.fault_rows import faults

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _same_application(qapp: object) -> None:
    """All tests of one process draw with the one application that a process can have."""
    del qapp


def test_a_picture_has_the_size_that_was_asked(tmp_path: Path) -> None:
    out = tmp_path / "pair.png"
    line = ["render", "hip-hinge@tall*20|squat", "--out", str(out), "--at", "turn"]
    assert main([*line, "--size", "800x500", "--theme", "dark"]) == 0
    with Image.open(out) as image:
        assert image.size == (800, 500)


@pytest.mark.parametrize(
    "arranged",
    [
        "--view overlay --opacity 30",
        "--view stacked --sync turn",
        "--mirror --difference",
        "--view overlay --sync time --difference --mirror",
    ],
)
def test_figures_are_arranged_as_asked(arranged: str, tmp_path: Path) -> None:
    plain, other = tmp_path / "plain.png", tmp_path / "other.png"
    line = ["render", "hip-hinge|squat", "--at", "turn", "--size", "400x300", "--out"]
    assert main([*line, str(plain)]) == 0
    assert main([*line, str(other), *arranged.split()]) == 0
    assert plain.read_bytes() != other.read_bytes()


def test_a_picture_shows_the_layers_that_were_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "bent.svg"
    line = ["render", "hip-hinge", "--at", "turn", "--out", str(out)]
    assert main(line) == 0
    assert "Hamstrings" in out.read_text(encoding="utf-8")
    assert main([*line, "--layers", "shape,forces", "--highlight", "knee"]) == 0
    text = out.read_text(encoding="utf-8")
    assert "Hamstrings" not in text
    assert "on this knee" in text


def test_a_clip_in_real_time_is_as_long_as_the_longest(tmp_path: Path) -> None:
    out = tmp_path / "swing.gif"
    line = ["render", "kettlebell-swing|skier-swing", "--out", str(out), "--size", "160x120"]
    assert main([*line, "--sync", "time"]) == 0
    with Image.open(out) as image:
        lasting = [frame.info["duration"] for frame in ImageSequence.Iterator(image)]
        assert sum(lasting) == pytest.approx(1400, abs=60)


def test_a_picture_in_vectors_keeps_its_text(tmp_path: Path) -> None:
    out = tmp_path / "all.svg"
    assert main(["render", "movements", "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert "<svg" in text
    assert "Hip hinge" in text
    assert "Forward bend" in text


def test_a_sheet_of_faults_names_each_of_them(tmp_path: Path) -> None:
    out = tmp_path / "faults.svg"
    assert main(["render", "faults", "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    for fault in faults():
        assert words().fault(fault) in text


def test_a_sheet_has_no_moment_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "all.png"
    assert main(["render", "movements", "--out", str(out), "--at", "0.5"]) == 2
    assert "leave out --at" in capsys.readouterr().err
    assert not out.exists()


def test_a_sheet_does_not_move(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "faults", "--out", str(tmp_path / "all.gif")]) == 2
    assert "let --out end in .png or .svg" in capsys.readouterr().err


def test_technique_maps_of_a_body_are_one_sheet_with_all_that_changes(tmp_path: Path) -> None:
    out = tmp_path / "maps.svg"
    assert main(["render", "technique@ankle=15,hamstrings=40*5:back", "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    for said in ("Hamstrings, %", "Pressing on the lowest disc, N", "5\u00a0kg on the upper back"):
        assert said in text
    # What rests everywhere has no map; who cannot go all the way is told of.
    assert "Abdominals" not in text
    assert "Squat *" in text


@pytest.mark.parametrize(
    ("scene", "more", "said"),
    [
        ("technique", ["--at", "0.5"], "leave out --at"),
        ("technique", ["--view", "stacked"], "--view"),
        ("technique@giant", [], "giant"),
        ("technique*nan", [], "give a number from 0 to 500 kg"),
        ("technique@tall^50", [], "one body with one load"),
        ("technique@tall|squat", [], "one body with one load"),
        ("techniques", [], "no movement"),
    ],
)
def test_what_no_technique_map_has_is_refused_in_one_sentence(
    scene: str, more: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "maps.png"
    assert main(["render", scene, "--out", str(out), *more]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1
    assert not out.exists()


@pytest.mark.parametrize("ending", ["gif", "csv"])
def test_a_technique_map_neither_moves_nor_has_curves(
    ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", "technique", "--out", str(tmp_path / f"maps.{ending}")]) == 2
    assert "let --out end in .png or .svg" in capsys.readouterr().err


def test_a_clip_moves_for_as_long_as_was_asked(tmp_path: Path) -> None:
    out = tmp_path / "squat.gif"
    line = ["render", "squat", "--out", str(out), "--size", "160x120"]
    assert main([*line, "--seconds", "1", "--fps", "20"]) == 0
    with Image.open(out) as image:
        assert image.size == (160, 120)
        # Equal frames in a row are stored once and stay for longer.
        lasting = [frame.info["duration"] for frame in ImageSequence.Iterator(image)]
        assert len(lasting) > 5
        # From the first frame to the last it is a second, and the last one is shown, too.
        assert sum(lasting) == 1000 + 50


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("squat --out x.jpg", "must end in .png, .svg, .pdf, .gif, .webp, .mp4, .webm, .csv"),
        ("squat --out squat", "must end in .png, .svg, .pdf, .gif, .webp, .mp4, .webm, .csv"),
        ("squat --out no/such/folder/x.png", "There is no folder no/such/folder"),
        ("sqaut --out x.png", "Did you mean 'squat'?"),
        ("squat@height=9 --out x.png", "height=9"),
        ("squat*1e9 --out x.png", "is not a load"),
        ("squat --out x.png --size 10x10", "--size width"),
        ("squat --out x.png --at nan", "--at"),
        ("squat --out x.png --seconds 3", "--seconds does not belong to a file that ends in .png"),
        ("squat --out x.gif --at turn", "--at does not belong to a file that ends in .gif"),
        ("squat --out x.gif --fps 30", "one of 20, 25, 50"),
        ("squat --out x.webp --fps 24", "one of 20, 25, 50"),
        ("squat --out x.mp4 --fps 23", "one of 20, 24, 25, 30, 50, 60"),
        ("squat --out x.gif --speed 50 --seconds 2", "leave out one"),
        ("squat --out x.gif --speed 500", "--speed"),
        ("squat --out x.gif --pause -1", "--pause"),
        ("squat --out x.mp4 --loop 0", "--loop"),
        ("squat --out x.mp4 --size 5000x300", "up to 4096 px"),
        ("squat --out x.gif --size 16384x16384", "up to 4096 px"),
        ("squat --out x.png --pause 1", "--pause does not belong to a file that ends in .png"),
        ("squat --out x.png --solo calves", "--solo"),
        ("squat --out x.png --camera 2", "give zoom and place"),
        ("squat --out x.png --camera 9,0.5,0.5", "--camera zoom"),
        ("squat --out x.png --untold names", "allowed: answer, figures"),
        ("squat|lunge --out x.mot", "one figure and there are 2; say which one with --figure"),
        ("squat|lunge --out x.trc --figure 3", "--figure"),
        ("squat --out x.csv --figure 1", "has all figures; leave out --figure"),
        ("movements --out x.mp4", "does not move"),
        ("movements --out x.sto", "has no curves"),
        ("movements --out x.png --solo calf", "leave out --solo"),
        ("squat --out x.gif --seconds 0", "--seconds"),
        ("squat|lunge --out x.png --view overlap", 'did you mean "overlay"?'),
        ("squat|lunge --out x.png --sync tempo", "allowed: phase, turn, time"),
        ("squat|lunge --out x.png --opacity 40", "--opacity belongs to --view overlay"),
        ("squat|lunge --out x.png --view overlay --opacity 140", "--opacity"),
        ("movements --out x.png --mirror", "leave out --mirror"),
        ("squat --out x.png --theme sepia", 'There is no theme "sepia"'),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence(
    line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", *line.split()]) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.err.count("\n") == 1


def test_a_tour_is_a_page_with_a_picture_of_every_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "deep" / "tour"
    assert main(["tour", "--out", str(folder)]) == 0
    index = folder / "index.html"
    assert capsys.readouterr().out == f"{index}\n"
    page = index.read_text(encoding="utf-8")
    pictures = {path.name for path in folder.iterdir()} - {"index.html"}
    assert len(pictures) > 10
    assert all(name in page for name in pictures)


def test_a_tour_replaces_nothing_that_is_not_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_text("mine", encoding="utf-8")
    assert main(["tour", "what-is-a-hinge", "--out", str(tmp_path)]) == 2
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "mine"
    assert main(["tour", "what-is-a-hnige", "--out", str(tmp_path / "new")]) == 2
    assert "what-is-a-hinge" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize(
    "line",
    ["render squat --out old.png", "shot --out old.png", "analyze squat --json old.png"],
)
def test_a_disk_that_is_full_costs_nobody_the_old_file(line: str, tmp_path: Path) -> None:
    old = tmp_path / "old.png"
    old.write_text("precious")
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048)); "
        "from hinge_tutor.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *line.split()],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert "old.png c" in done.stderr.splitlines()[-1]
    assert old.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [old]


def test_a_sheet_may_be_of_another_body_and_a_picture_as_others_see_it(tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    line = ["render", "faults@tall", "--out", str(out), "--size", "900x1200", "--vision", "gray"]
    assert main(line) == 0
    with Image.open(out) as image:
        channels = [np.asarray(channel, dtype=int) for channel in image.convert("RGB").split()]
    assert len(np.unique(channels[0])) > 10
    for other in channels[1:]:
        assert np.abs(channels[0] - other).max() <= 1


def test_a_scene_file_is_drawn_as_its_text_is(tmp_path: Path) -> None:
    text = "hinge: squat | hip-hinge; view=overlay; layers=bones; at=turn; mirror"
    file = tmp_path / "pair.hinge"
    file.write_text(f"# a pair\n{text.replace('; ', ';' + chr(10))}\n", encoding="utf-8")
    by_options = ["squat|hip-hinge", "--view", "overlay", "--at", "turn", "--mirror"]
    drawn = {}
    for name, scene in {"file": [str(file)], "text": [text], "options": by_options}.items():
        out = tmp_path / f"{name}.svg"
        assert main(["render", *scene, "--out", str(out)]) == 0
        drawn[name] = out.read_text(encoding="utf-8")
    assert drawn["file"] == drawn["text"]
    assert drawn["file"] != drawn["options"]


def test_options_go_before_what_a_scene_says(tmp_path: Path) -> None:
    drawn = []
    for scene in (
        ["hinge: squat|hip-hinge; view=stacked; at=0.1", "--view", "overlay", "--at", "turn"],
        ["squat|hip-hinge", "--view", "overlay", "--at", "turn"],
    ):
        out = tmp_path / "x.svg"
        assert main(["render", *scene, "--out", str(out)]) == 0
        drawn.append(out.read_text(encoding="utf-8"))
    assert drawn[0] == drawn[1]
