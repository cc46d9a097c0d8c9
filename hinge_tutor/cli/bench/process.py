"""What it costs to start, to stay in memory, and to do nothing, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping

from hinge_tutor.cli.bench.row import Row

OVER_EMPTY_START, OVER_EMPTY_MEMORY = 3.0, 2.5
WIDTH, HEIGHT = 1280, 800
# Each is started so often, in turn, after one start that only warms the system's caches.
STARTS = 5

# At the first frame painted, tell the time and the memory, and leave. The time is the system's,
# since the clock began in another process.
_WATCH = """
import json, sys, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

def resident_mb():
    try:
        pages = open("/proc/self/statm").read().split()[1]
        import resource
        return int(pages) * resource.getpagesize() / 1e6
    except OSError:
        pass
    try:
        import resource
    except ImportError:
        return float("nan")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1e6 if sys.platform == "darwin" else most / 1e3

class Watch(QObject):
    told = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.told:
            self.told = True
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print(json.dumps({"s": time.time() - float(sys.argv[1]), "mb": resident_mb()}), flush=True)
        QCoreApplication.quit()

watch = Watch()
"""
_EMPTY = f"""
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
{_WATCH}
application = QApplication([])
window, watched = QMainWindow(), QWidget()
window.setCentralWidget(watched)
window.resize({WIDTH}, {HEIGHT})
watched.installEventFilter(watch)
window.show()
application.exec()
"""
# The tutor as it really starts, command line and all; only its stage is watched.
_TUTOR = f"""
import gc, os
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# As `__main__` does: importing makes no garbage.
gc.disable()
# In the order of the real start.
from hinge_tutor import app
from hinge_tutor.cli import main
app.opener()
from hinge_tutor.app.window import Window
{_WATCH}
show = Window.show
def watched_show(window):
    window.resize({WIDTH}, {HEIGHT})
    window.learn.stage.installEventFilter(watch)
    show(window)
Window.show = watched_show
main([])
"""


def rows() -> Iterator[Row]:
    """Start and memory against an empty window of PySide6, both off screen, started in turn.

    The best of each is compared: whatever else the computer does can only make a start slower.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HINGE_TUTOR_DATA": folder}
        # Compiled modules are kept, as they are for anybody who opens the program twice.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        told: dict[str, list[Mapping[str, float]]] = {_EMPTY: [], _TUTOR: []}
        for start in range(STARTS + 1):
            for program, found in told.items():
                one = _start(program, environment)
                if start > 0:
                    found.append(one)
    empty, tutor = (
        {key: min(one[key] for one in found) for key in ("s", "mb")} for found in told.values()
    )
    started = f"start to first frame ({1000 * tutor['s']:.0f} ms)"
    memory = f"memory at first frame ({tutor['mb']:.0f} MB)"
    yield Row(started, OVER_EMPTY_START, tutor["s"] / empty["s"], "× empty window")
    yield Row(memory, OVER_EMPTY_MEMORY, tutor["mb"] / empty["mb"], "× empty window")


def _start(program: str, environment: Mapping[str, str]) -> Mapping[str, float]:
    command = [sys.executable, "-c", program, repr(time.time())]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told
