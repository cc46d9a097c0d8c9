"""Ctrl+C in the terminal, or the end of its session, closes the window as a hand would."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Iterator

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

SIGNALS = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
# More than the signals that anybody sends before the window is gone.
MOST_BYTES = 64
# The application's property that says so.
INTERRUPTED = "interrupted"


def interrupted() -> bool:
    """Whether a signal ends the program, and nobody is there to answer a question."""
    app = QApplication.instance()
    return app is not None and bool(app.property(INTERRUPTED))


@contextlib.contextmanager
def closing_the_window() -> Iterator[None]:
    """While the block runs, a signal to end closes all windows, which saves and quits.

    Needs the application. A paused window has no timer, so Python would not look at a signal
    before the next event. Python's own handler therefore writes a byte into a socket, and Qt
    wakes up for that.
    """
    near, far = socket.socketpair()
    with near, far:
        near.setblocking(False)
        far.setblocking(False)
        notifier = QSocketNotifier(near.fileno(), QSocketNotifier.Type.Read)

        def on_woken() -> None:
            with contextlib.suppress(BlockingIOError):
                near.recv(MOST_BYTES)
            if (app := QApplication.instance()) is not None:
                app.setProperty(INTERRUPTED, True)
            QApplication.quit()

        notifier.activated.connect(on_woken)
        woken = signal.set_wakeup_fd(far.fileno(), warn_on_full_buffer=False)
        # What is ignored on purpose (nohup, a job in the background) stays ignored.
        heeded = [n for n in SIGNALS if signal.getsignal(n) is not signal.SIG_IGN]
        handlers = {number: signal.signal(number, _leave_to_qt) for number in heeded}
        try:
            yield
        finally:
            for number, handler in handlers.items():
                signal.signal(number, handler)
            signal.set_wakeup_fd(woken)
            notifier.setEnabled(False)


def _leave_to_qt(_number: int, _frame: object) -> None:
    """The byte has been written; closing windows amid any line of ours would not be safe."""
