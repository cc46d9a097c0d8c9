"""The program ends cleanly, also while a screen reader listens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hinge_tutor import shelf

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
from pathlib import Path
from PySide6.QtGui import QAccessible
from hinge_tutor.app.program import application, open_session
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.window import Window

app = application()
QAccessible.setActive(True)
window = Window(open_session(Memory(None)), Path("."))
window.show()

def walk(face):
    children = [face.child(number) for number in range(face.childCount())]
    return 1 + sum(walk(child) for child in children if child is not None)

for command in ("next", "deepest", "preferences", "present", "close"):
    window.commands.run(command)
    app.processEvents()
    assert walk(QAccessible.queryAccessibleInterface(window)) > 20
window.close()
print("closed")
"""


# The program as it is started, which is told to end while it plays.
PLAYING = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hinge_tutor.app import program
from hinge_tutor.app.asked import Asked

def leave():
    window, = (w for w in QApplication.topLevelWidgets() if w.objectName() == "window")
    window.session.timeline.play()
    assert window.session.timeline.running
    QApplication.instance().aboutToQuit.connect(
        lambda: print("playing" if window.session.timeline.running else "closed")
    )
    QApplication.{end}()

program.SETTLED_MS = 0
program.settle = leave
raise SystemExit(program.run(Asked(lesson="what-is-a-hinge", step=3, theme="dark")))
"""


def ended(script: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """A script that has run in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.slow
def test_the_process_ends_with_zero(tmp_path: Path) -> None:
    done = ended(SCRIPT, tmp_path)
    assert done.stdout.strip() == "closed", done.stderr
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("end", ["quit", "exit", "closeAllWindows"])
def test_however_it_ends_nothing_plays_on_and_the_place_is_kept(tmp_path: Path, end: str) -> None:
    done = ended(PLAYING.replace("{end}", end), tmp_path)
    assert done.stdout.strip() == "closed", done.stderr
    assert done.returncode == 0, done.stderr
    kept = shelf.user_data()
    written = json.loads((kept / "progress.json").read_text(encoding="utf-8"))
    assert written["place"]["step"] == 3
    assert not (kept / "settings.json").exists()
