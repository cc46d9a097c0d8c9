"""The first frame waits for nothing that it does not show, and has the size of the next ones."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# The tutor as it is opened, without a word on its command line, up to its first picture.
OPENED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.cli import main

paint = StageView.paintEvent

sizes = []

def painted(stage, event):
    paint(stage, event)
    assert stage.painted is not None and stage.painted.shapes
    sizes.append(stage.size().toTuple())
    QTimer.singleShot(0, lambda: ended(stage))

def ended(stage):
    sizes.append(stage.size().toTuple())
    QApplication.quit()

StageView.paintEvent = painted
assert main([]) == 0
print(*sizes, sep=" to ")
print(*sys.modules)
"""
# What reads a command line, a file of numbers for the first time, or parts of numpy; what later
# questions ask of a repetition; what is shown only once somebody wants to see it.
UNASKED = """
    tomllib numpy.ma hinge_tutor.cli.parser hinge_tutor.cli.commands
    hinge_tutor.mechanics.dynamics hinge_tutor.mechanics.recruitment hinge_tutor.body.muscles
    hinge_tutor.motion.swing hinge_tutor.motion.flight hinge_tutor.motion.collocation
    hinge_tutor.coaching.rules hinge_tutor.coaching.stretch
    hinge_tutor.lessons.doubt hinge_tutor.lessons.difference_words
    hinge_tutor.app.question_card hinge_tutor.app.dial_card hinge_tutor.app.part_view
    hinge_tutor.app.plot_pane hinge_tutor.app.key_strip hinge_tutor.app.pose_pane
    hinge_tutor.app.present_view hinge_tutor.app.sandbox hinge_tutor.app.technique_pane
    hinge_tutor.app.deck_pane hinge_tutor.app.learnt hinge_tutor.lessons.schedule
    hinge_tutor.app.preferences hinge_tutor.app.overview hinge_tutor.app.help
"""


def test_it_reads_no_module_that_nobody_asked_for(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "HINGE_TUTOR_DATA": str(tmp_path),
    }
    # The first start reads texts that the second one knows.
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", OPENED],
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert (run.returncode, run.stderr) == (0, "")
    sizes, modules = run.stdout.splitlines()
    # What is laid out once more after it would be seen to jump.
    assert len(set(sizes.split(" to "))) == 1
    read = set(modules.split())
    assert "hinge_tutor.app.window" in read
    assert sorted(read & set(UNASKED.split())) == []
