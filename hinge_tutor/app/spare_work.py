"""Long work a little at a time, between the window's own frames, while somebody sees it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer


class SpareWork(QObject):
    """`on_rest` does one more part; the timer that wakes it ends with the last one."""

    def __init__(self, begin_ms: int, parent: QObject | None = None) -> None:
        """`begin_ms` go by before the first part of what is begun or goes on."""
        super().__init__(parent)
        self._begin_ms = begin_ms
        self._left = self._seen = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.on_rest)

    @property
    def busy(self) -> bool:
        """Whether parts are left to do."""
        return self._left

    @property
    def running(self) -> bool:
        """Whether the timer wakes for the next part."""
        return self._timer.isActive()

    def set_seen(self, seen: bool) -> None:
        """Rests while nobody sees what comes of it, and goes on where it was."""
        self._seen = seen
        self._go_on()

    def finish(self) -> None:
        """All that is left at once, for a picture."""
        while self.busy:
            self.on_rest()

    def on_rest(self) -> None:
        """One more part."""
        raise NotImplementedError

    def _go_on(self) -> None:
        if self._left and self._seen:
            self._timer.start(self._begin_ms)
        else:
            self._timer.stop()
