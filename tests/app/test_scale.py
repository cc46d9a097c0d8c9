"""On screens of any density nothing is enlarged out of fewer dots, and no word is cut off."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = """
import json, sys
from pathlib import Path
from hinge_tutor.app.program import application, open_session
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window
from tests.app.conftest import settle
from tests.app.test_fit import cut_off
application()
memory = Memory(None)
memory.settings = Settings(health_note_read=True)
session = open_session(memory)
window = Window(session, Path(sys.argv[1]))
window.resize(1024, 640)
window.show()
session.timeline.play(False)
settle()
found = {"ratio": window.devicePixelRatioF(), "cut": cut_off(window)}
learn = window.learn
for name, widget in (("stage", learn.stage), ("transport", learn.transport), ("top", window.top)):
    widget.grab().save(f"{sys.argv[1]}/{name}.png")
for card in ("about", "preferences", "keys", "commands"):
    window.commands.run(card)
    settle()
    found["cut"] += cut_off(window)
    window.desk.close_all()
window.close()
print(json.dumps(found))
"""
# What is drawn for its screen differs from the enlarged picture of a coarser one, where lines are,
# by more than this part of black from white; one that is enlarged itself does not differ at all.
DIFFERS = 0.03


def drawn(factor: str, folder: Path) -> dict[str, object]:
    folder.mkdir()
    environment = {**os.environ, "QT_SCALE_FACTOR": factor, "PYTHONPATH": str(ROOT)}
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The window as a screen of the usual density shows it."""
    folder = tmp_path_factory.mktemp("scale") / "1"
    assert drawn("1", folder) == {"ratio": 1.0, "cut": []}
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("factor", ["1.25", "1.5", "2"])
def test_everything_is_drawn_for_the_dots_that_there_are(
    factor: str, plain: Path, tmp_path: Path
) -> None:
    assert drawn(factor, tmp_path / factor) == {"ratio": float(factor), "cut": []}
    for name in ("stage", "transport", "top"):
        fine = Image.open(tmp_path / factor / f"{name}.png").convert("L")
        coarse = Image.open(plain / f"{name}.png").convert("L")
        assert fine.width == pytest.approx(coarse.width * float(factor), abs=1)
        enlarged = np.asarray(coarse.resize(fine.size, Image.Resampling.BICUBIC), float)
        found = np.asarray(fine, float)
        lines = np.abs(np.diff(found, axis=1, prepend=found[:, :1])) > 20
        assert np.abs(found - enlarged)[lines].mean() / 255 > DIFFERS, name
