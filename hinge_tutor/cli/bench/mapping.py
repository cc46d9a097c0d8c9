"""The technique map: how long all its poses take, and whether figures move smoothly meanwhile."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject

from hinge_tutor.app.heat_work import HeatWork
from hinge_tutor.app.program import application, open_session
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window
from hinge_tutor.body.skeleton import body
from hinge_tutor.cli.bench.painting import THREE_FIGURES, canvas, painted
from hinge_tutor.cli.bench.row import Row, milliseconds
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.coaching.technique import FINE, grid, technique_map
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.take import Load
from hinge_tutor.paint import load_palette
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import picture

# What is allowed: all poses, the slowest of a hundred frames while they are worked out, and how
# often one figure follows the point.
POSES_S, FRAME_MS, FOLLOWS_PER_SECOND = 2.0, 25.0, 30.0
# Bodies with other loads, each of which asks for a map of its own.
LOADS = 12
# A tenth of the repetition; by then names have found their places.
BEGUN = 0.1
FULL_HD = (1920, 1080)


class _Frames(QObject):
    """Processor time from each paint of a widget to the next, ms."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[float] = []
        self._before: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the time; lets everything pass."""
        del watched
        if event.type() == QEvent.Type.Paint:
            now = time.process_time()
            if self._before is not None:
                self.taken.append(1000 * (now - self._before))
            self._before = now
        return False


def rows() -> Iterator[Row]:
    """Times of the map of one body, of frames while maps are worked out, and of morphing."""
    app, who = application(), body("default")

    def every_pose(number: int) -> None:
        for _ in technique_map(who, Load(float(number), "hands")):
            pass

    count = len(grid(FINE))
    taken = milliseconds(every_pose, LOADS) / 1000
    yield Row(f"technique map, {count} poses", POSES_S, taken, "s")
    frames = _frames()
    slowest = statistics.quantiles(frames, n=100, method="inclusive")[-1]
    yield Row("frame while a map is worked out, 99th percentile", FRAME_MS, slowest, "ms")
    yield _follows()
    del app


def _frames() -> list[float]:
    """What every frame takes while three figures move and maps are worked out."""
    frames = _Frames()
    with tempfile.TemporaryDirectory() as folder:
        memory = Memory(None)
        # The note of the first start would lie over the figures.
        memory.settings = Settings(health_note_read=True)
        session = open_session(memory)
        window = Window(session, Path(folder))
        window.show()
        session.go(session.route.find(THREE_FIGURES, 3, 2))
        # What a build sets off once has an end; asked is what a map adds to playing.
        window.backstage.doubts.finish()
        work = HeatWork()
        work.set_seen(True)
        session.timeline.seek(0.0)
        session.timeline.play()
        _until(lambda: session.timeline.fraction > BEGUN)
        window.learn.stage.installEventFilter(frames)
        for number in range(LOADS):
            session.timeline.seek(BEGUN)
            session.timeline.play()
            work.ask(body("default"), Load(0.25 + number, "hands"))
            _until(lambda: not work.busy)
        window.learn.stage.removeEventFilter(frames)
        window.close()
        window.deleteLater()
    return frames.taken


def _until(done: Callable[[], bool]) -> None:
    while not done():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _follows() -> Row:
    """One figure solved and painted for a point that moves."""
    drawn, sheet = canvas(*FULL_HD), Plan(*FULL_HD, words())
    palette, options = load_palette("light"), Options(layers=frozenset(("muscles", "angles")))
    who = body("default")

    def follow(number: int) -> None:
        mix = (("squat", 0.02 * number), ("forward-bend", 0.3))
        solved = (perform("hip-hinge", who, load=Load(0.0, "hands"), mix=mix),)
        painted(drawn, picture(solved, sheet, options, 0.5), palette)

    a_second = 1000 / milliseconds(follow, LOADS)
    what = "one figure follows the point, re-solved and repainted"
    return Row(what, FOLLOWS_PER_SECOND, a_second, "per s", floor=True)
