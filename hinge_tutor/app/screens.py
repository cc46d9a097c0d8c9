"""The screens there are now; whoever shows something hears when others come or go."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QScreen


class Screens(QObject):
    """`changed` comes once Qt has moved its windows from a screen that is gone."""

    changed = Signal()
    _noticed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._noticed.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self.on_noticed)
        application.screenRemoved.connect(self.on_noticed)

    def all(self) -> tuple[QScreen, ...]:
        """Each place that can be looked at once: what shows the same as another is no second."""
        found: list[QScreen] = []
        for screen in QGuiApplication.screens():
            if not any(other.geometry() == screen.geometry() for other in found):
                found.append(screen)
        return tuple(found)

    def on_noticed(self, _screen: QScreen) -> None:
        self._noticed.emit()
