"""Whether a window that is paused or hidden lets the processor sleep."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from hinge_tutor.app.program import application, open_session
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.window import Window
from hinge_tutor.cli.bench.row import Row

# Long enough for sixty frames, had the timer been left running.
WATCHED_MS = 1000
# What opening a window sets off (focus, layout, the style's fading) has ended by then.
SETTLING_MS = 500


class Wakings(QObject):
    """Counts every timer event of the application."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Counts; lets everything pass."""
        del watched
        self.count += event.type() == QEvent.Type.Timer
        return False


def rows() -> Iterator[Row]:
    """Timer wake-ups of the real window while it is paused, and while it is hidden and playing."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        session = open_session(Memory(Path(folder)))
        window = Window(session, Path(folder))
        window.show()
        # What a new build sets off once has an end; asked is what goes on without one.
        window.backstage.doubts.finish()
        window.backstage.ahead.finish()
        session.timeline.play(False)
        _wait(SETTLING_MS)
        paused = _counted()
        session.timeline.play()
        window.hide()
        _wait(SETTLING_MS)
        hidden = _counted()
        window.close()
        window.deleteLater()
    del app
    yield Row("timer wake-ups in a second, paused", 0, paused, "")
    yield Row("timer wake-ups in a second, hidden", 0, hidden, "")


def _counted() -> int:
    wakings = Wakings()
    app = application()
    app.installEventFilter(wakings)
    _wait(WATCHED_MS)
    app.removeEventFilter(wakings)
    # The one that ends the watching.
    return wakings.count - 1


def _wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
