"""The leak fixtures really fail a test that leaves something running or standing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent

TIMER = """
from PySide6.QtCore import QTimer
kept = []
def test_leaves_something(qapp):
    timer = QTimer()
    timer.start(1000)
    kept.append(timer)
"""

WINDOW = """
from PySide6.QtWidgets import QWidget
kept = []
def test_leaves_something(qapp):
    window = QWidget()
    window.setObjectName("forgotten")
    window.show()
    kept.append(window)
"""

MESSAGE = """
from PySide6.QtCore import qWarning
def test_leaves_something(qapp):
    qWarning("stray")
"""

CLEAN = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
def test_leaves_nothing(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window)
    timer.start(1000)
    timer.stop()
"""


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (TIMER, "a timer of 1000 ms is still running"),
        (WINDOW, 'QWidget "forgotten" still exists'),
        (MESSAGE, "stray"),
        (CLEAN, "1 passed"),
    ],
    ids=["timer", "window", "message", "clean"],
)
@pytest.mark.slow
def test_what_is_left_over_fails_the_test(source: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text((HERE / "conftest.py").read_text(encoding="utf-8"))
    (tmp_path / "pyproject.toml").write_text(
        (HERE.parent / "pyproject.toml").read_text(encoding="utf-8").replace('["tests"]', '["."]')
    )
    (tmp_path / "test_left_over.py").write_text(source)
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert said in run.stdout
    assert (run.returncode == 0) == (source is CLEAN)
