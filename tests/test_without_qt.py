"""Everything below the Qt line works in a process that cannot import PySide6."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_floors import FLOOR, NAMES, QT_LINE, room_of

ROOT = Path(__file__).resolve().parent.parent

# A module that makes every import of Qt's bindings fail, as on a machine that lacks them. As a
# plugin of pytest it leaves each test its first case only: what does without Qt in one of them does
# in the others, and the ordinary run has them all.
NO_QT = """
import sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} is not to be had in this process")
        return None

sys.meta_path.insert(0, NoQt())

def pytest_collection_modifyitems(items):
    first = {}
    for item in items:
        first.setdefault((item.path, item.cls, item.originalname), item)
    items[:] = first.values()
"""

# Each of these needs an engine that may not be installed, and is imported only where it is.
ENGINES = "hinge_tutor.check.evidence.engines."

# Tests of the model that must pass there too: floor 0, and every folder that mirrors a floor below
# the line. Slow ones are left to the ordinary run.
REPRESENTATIVE = (
    "test_located.py",
    "test_shelf.py",
    *(name for name, floor in FLOOR.items() if 0 < floor < QT_LINE),
)


def run_without_qt(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    (tmp_path / "no_qt.py").write_text(NO_QT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_qt_really_cannot_be_imported_there(tmp_path: Path) -> None:
    run = run_without_qt(tmp_path, "-c", "import no_qt, PySide6")
    assert "ImportError" in run.stderr


def test_every_module_below_the_line_can_be_imported(tmp_path: Path) -> None:
    below = [
        name
        for name in NAMES
        if FLOOR.get(room_of(name) or "", 0) < QT_LINE and not name.startswith(ENGINES)
    ]
    script = "import no_qt\n" + "\n".join(f"import {name}" for name in below)
    run = run_without_qt(tmp_path, "-c", script)
    assert (run.returncode, run.stderr) == (0, "")


@pytest.mark.slow
def test_the_tests_of_the_model_pass_without_qt(tmp_path: Path) -> None:
    chosen = [ROOT / "tests" / name for name in REPRESENTATIVE]
    run = run_without_qt(
        tmp_path,
        "-m",
        "pytest",
        "-q",
        *("-p", "no_qt", "-p", "no:pytest-qt", "-p", "no:xdist", "-p", "no:cacheprovider"),
        *("-m", "not slow", "-x", "--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml")),
        # Without its plugin the settings of pytest-qt are strangers, which is no fault here.
        *("-o", "addopts=--strict-markers --import-mode=importlib"),
        *("-W", "ignore::pytest.PytestConfigWarning"),
        *(str(path) for path in chosen if path.exists()),
    )
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    assert " passed" in run.stdout


PICTURE = """
import sys
from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.lessons.words import words
from hinge_tutor.stage.arrangement import OVERLAY, Arrangement
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import picture

figures = [perform(name, body("default")) for name in ("hip-hinge", "squat")]
for arrangement in (Arrangement(), Arrangement(view=OVERLAY, difference=True)):
    options = Options(layers=frozenset({"bones", "labels"}), arrangement=arrangement)
    assert picture(figures, Plan(1280, 720, words()), options, 0.4).shapes
assert "numpy.ma" not in sys.modules, "a function of numpy has loaded a part that nothing needs"
"""


def test_a_picture_does_not_wait_for_parts_of_numpy_that_nobody_needs(tmp_path: Path) -> None:
    run = run_without_qt(tmp_path, "-c", PICTURE)
    assert (run.returncode, run.stderr) == (0, "")
