"""The program ends cleanly, also while a screen reader listens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.slow
def test_the_process_ends_with_zero(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.stdout.strip() == "closed", ended.stderr
    assert ended.returncode == 0, ended.stderr
