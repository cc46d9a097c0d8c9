"""Opening the window, and drawing it off screen, are refused in one sentence where they must be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hinge_tutor import app, preflight
from hinge_tutor.cli import main
from hinge_tutor.cli.open_window import WITHOUT_A_SCREEN
from tests.lessons.packing import folder

ROOT = Path(__file__).resolve().parent.parent.parent


def test_without_a_screen_it_is_said_what_works(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(preflight, "drawing_problem", lambda *_: None)
    assert main([]) == 2
    said = capsys.readouterr().err
    assert said == f"There is no screen here to open a window on. {WITHOUT_A_SCREEN}\n"


def test_where_qt_cannot_even_draw_nothing_else_is_promised(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preflight, "drawing_problem", lambda *_: "Qt needs libraries.")
    for line in ([], ["tour", "--out", "x"], ["shot", "--out", "x.png"], ["bench"]):
        assert main(line) == 2
        assert capsys.readouterr().err == "Qt needs libraries.\n"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the window would be opened on."""
    told: dict[str, object] = {}

    def run(arguments: object) -> int:
        told.update(vars(arguments))
        return 0

    monkeypatch.setattr(preflight, "window_problem", lambda: None)
    monkeypatch.setattr(app, "run", run)
    return told


def test_the_window_is_told_what_was_asked(asked: dict[str, object]) -> None:
    line = "--lesson what-is-a-hinge --step 2 --theme projector --present --language en"
    assert main(line.split()) == 0
    assert asked == {
        "lesson": "what-is-a-hinge",
        "step": 2,
        "theme": "projector",
        "present": True,
        "language": "en",
        "pack": None,
    }


def test_with_a_pack_the_lesson_is_one_of_its_own(
    asked: dict[str, object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = folder(tmp_path / "home")
    assert main(["--pack", str(home), "--lesson", "small", "--step", "2"]) == 0
    assert (asked["pack"], asked["lesson"], asked["step"]) == (home, "small", 2)
    for line, said in (
        (("--pack", ""), "--pack has no name"),
        (("--pack", str(tmp_path / "no")), "There is no lesson pack"),
        (("--pack", str(tmp_path)), "there is no pack.toml in it"),
        (("--pack", str(home), "--lesson", "smal"), 'did you mean "small"?'),
        (("--pack", str(home), "--lesson", "small", "--step", "9"), "from 1 to 5"),
        (("--pack", str(home), "--step", "2"), "name it with --lesson"),
    ):
        assert main(line) == 2
        shown = capsys.readouterr()
        assert said in shown.err
        assert shown.err.count("\n") == 1


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--lesson what-is-a-hnige", "what-is-a-hinge"),
        ("--lesson what-is-a-hinge --step 99", '--step is "99"; give a number from 1 to'),
        ("--step 2", "name it with --lesson"),
        ("--theme drak", 'did you mean "dark"?'),
        ("--language xx", 'There are no lessons in "xx"; there are: en'),
        ("--lesosn x", 'did you mean "--lesson"?'),
        ("shot --out x.jpg", "a picture whose name ends in .png"),
        ("shot --out no/such/folder/x.png", "There is no folder no/such/folder"),
        ("shot --out x.png --build 99", "--build"),
        ("shot --out x.png --at trun", 'did you mean "turn"?'),
        ("shot", "the following arguments are required: --out"),
    ],
)
def test_a_wrong_place_is_one_sentence(
    line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(line.split()) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.err.count("\n") == 1


@pytest.mark.slow
def test_a_shot_is_a_picture_of_the_size_that_was_asked(tmp_path: Path) -> None:
    out = tmp_path / "window.png"
    line = (
        f"shot --lesson what-is-a-hinge --step 2 --at turn --size 1024x640 --theme dark --out {out}"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HINGE_TUTOR_DATA": str(tmp_path)}
    environment.pop("QT_QPA_PLATFORM")
    run = subprocess.run(
        [sys.executable, "-m", "hinge_tutor", *line.split()],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    content = out.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert [int.from_bytes(content[at : at + 4]) for at in (16, 20)] == [1024, 640]


# Said by the off-screen platform about every window.
HARMLESS = "This plugin does not support propagateSizeHints()\n"
INTERRUPTED = """
import os, subprocess, sys
from hinge_tutor.cli import main
from hinge_tutor.app import program
def settle():
    # From outside, and when nothing else wakes Python up.
    subprocess.Popen(["sh", "-c", f"sleep 0.2; kill -{sys.argv[1]} {os.getpid()}"])
program.settle = settle
sys.exit(main([]))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("signal", ["INT", "TERM"])
def test_a_signal_closes_the_window_as_a_hand_would(signal: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "HINGE_TUTOR_DATA": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
    }
    run = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, signal],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (run.returncode, run.stderr.replace(HARMLESS, "")) == (0, "")
