"""`render` writes every format whole or not at all, and says in one sentence why it did not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from hinge_tutor.body.skeleton import body
from hinge_tutor.cli import main
from hinge_tutor.cli.render import ENDINGS
from hinge_tutor.cli.rendering_clips import ENDINGS as CLIPS
from hinge_tutor.cli.rendering_clips import VIDEOS
from hinge_tutor.cli.rendering_numbers import ENDINGS as NUMBERS
from hinge_tutor.coaching.repetition import perform

ROOT = Path(__file__).resolve().parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
# With these even the smallest file fails only where it is written.
SHORT = "import resource as r, sys; r.setrlimit(r.RLIMIT_FSIZE, (512, 512)); "
LACKING = "import sys; sys.modules['av'] = None; "
RUN = "from hinge_tutor.cli import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(autouse=True)
def _same_application(qapp: object) -> None:
    """All tests of one process draw with the one application that a process can have."""
    del qapp


def line(out: Path | str) -> list[str]:
    """The shortest way to a file of any format."""
    words = ["render", "squat", "--out", str(out)]
    ending = Path(out).suffix
    if ending in CLIPS:
        words += ["--seconds", "0.3"]
    return words if ending in NUMBERS else [*words, "--size", "160x100"]


def child(before: str, words: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, after something was done to it."""
    return subprocess.run(
        [sys.executable, "-c", before + RUN, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_is_written(ending: str, tmp_path: Path) -> None:
    if ending in VIDEOS:
        pytest.importorskip("av")
    out = tmp_path / f"a{ending}"
    assert main(line(out)) == 0
    assert out.stat().st_size > 200
    assert list(tmp_path.iterdir()) == [out]


@posix
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_disk_that_is_full_costs_nobody_the_old_file(ending: str, tmp_path: Path) -> None:
    if ending in VIDEOS:
        pytest.importorskip("av")
    old = tmp_path / f"old{ending}"
    old.write_text("precious")
    done = child(SHORT, line(old.name), tmp_path)
    assert done.returncode == 2, done.stderr
    (said,) = done.stderr.splitlines()
    assert f"old{ending} c" in said
    assert "too large" in said
    assert old.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [old]


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder into which nobody can write, not even who may do everything."""
    if sys.platform == "linux" and os.geteuid() == 0:
        yield Path("/proc/self")
        return
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    yield folder
    folder.chmod(0o700)


@posix
@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_that_is_closed_is_one_sentence(
    ending: str, closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if ending in VIDEOS:
        pytest.importorskip("av")
    assert main(line(closed / f"a{ending}")) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert f"a{ending} c" in said


@pytest.mark.parametrize("ending", ENDINGS)
def test_without_the_package_for_videos_all_else_is_written(ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"a{ending}"
    done = child(LACKING, line(out), tmp_path)
    assert done.returncode == (2 if ending in VIDEOS else 0), done.stderr
    assert out.exists() == (ending not in VIDEOS)
    if ending in VIDEOS:
        (said,) = done.stderr.splitlines()
        assert "'hinge-tutor[video]'" in said
        assert list(tmp_path.iterdir()) == []


def test_pauses_and_speed_make_a_clip_longer(tmp_path: Path) -> None:
    lasting = {}
    for name, more in {"plain": [], "slow": ["--speed", "50"], "paused": ["--pause", "1"]}.items():
        out = tmp_path / f"{name}.gif"
        words = ["render", "squat", "--out", str(out), "--size", "160x100", *more]
        assert main(words) == 0
        with Image.open(out) as image:
            total = 0
            for number in range(getattr(image, "n_frames", 1)):
                image.seek(number)
                total += image.info["duration"]
        lasting[name] = (total - 50) / 1000
    assert lasting["slow"] == pytest.approx(2 * lasting["plain"], abs=0.05)
    # It stands still at the end of each phase.
    phases = len(perform("squat", body("default")).take.spans)
    assert lasting["paused"] == pytest.approx(lasting["plain"] + phases, abs=0.05)


def test_one_figure_of_several_is_taken_by_its_number(tmp_path: Path) -> None:
    files: list[Path] = []
    for scene, more in (("squat|hip-hinge*20", ["--figure", "2"]), ("hip-hinge*20", [])):
        files.append(tmp_path / f"{len(files)}.mot")
        assert main(["render", scene, "--out", str(files[-1]), *more]) == 0
    one, other = (file.read_text(encoding="utf-8") for file in files)
    assert one == other
