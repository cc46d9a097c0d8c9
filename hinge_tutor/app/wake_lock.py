"""Keeps the screen saver away while somebody presents; where the system knows no way, it comes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

# A session bus that does not answer by then has nobody to hold the screen saver off.
PATIENCE_MS = 500
# A bus of our own: what is asked over it ends with it, and what was asked cannot be taken back
# otherwise, because Qt hands Python no unsigned number to give back.
BUS = "hinge-tutor-presents"
SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
# Windows: the screen is needed, until further notice (SetThreadExecutionState).
DISPLAY_REQUIRED, CONTINUOUS = 0x00000002, 0x80000000


class Lock(Protocol):
    """One system's way; each returns whether it did anything."""

    def hold(self, reason: str) -> bool: ...
    def release(self) -> None: ...


class WakeLock:
    """Held and released as often as one likes; `way` finds the system's own."""

    def __init__(self, way: Callable[[], Lock] | None = None) -> None:
        self._way = way or of_this_system
        self._lock: Lock | None = None

    @property
    def held(self) -> bool:
        """Whether the system was asked, and has agreed."""
        return self._lock is not None

    def hold(self, reason: str) -> None:
        """Asks the system once to leave the screen on."""
        if self._lock is None:
            lock = self._way()
            self._lock = lock if lock.hold(reason) else None

    def release(self) -> None:
        """The screen may go dark again."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def of_this_system() -> Lock:
    """What holds the screen saver off here."""
    if sys.platform == "win32":
        return _Windows()
    return _Mac() if sys.platform == "darwin" else _Desktop()


class _Desktop:
    """Linux desktops listen on the session bus."""

    def hold(self, reason: str) -> bool:
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            # Without an address Qt would start a bus of its own.
            return False
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, BUS)
        asked = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "Inhibit")
        asked.setArguments(["hinge-tutor", reason])
        answer = bus.call(asked, QDBus.CallMode.Block, PATIENCE_MS) if bus.isConnected() else None
        agreed = answer is not None and answer.type() == QDBusMessage.MessageType.ReplyMessage
        if not agreed:
            self.release()
        return agreed

    def release(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(BUS)


class _Mac:
    """macOS has a program for it, which ends with ours."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self, reason: str) -> bool:
        del reason
        command = ("/usr/bin/caffeinate", "-d", "-w", str(os.getpid()))
        with suppress(OSError):
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
        return self._process is not None

    def release(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None


class _Windows:
    """Windows is told by the thread that shows something."""

    def hold(self, reason: str) -> bool:
        del reason
        return _execution_state(CONTINUOUS | DISPLAY_REQUIRED)

    def release(self) -> None:
        _execution_state(CONTINUOUS)


def _execution_state(flags: int) -> bool:
    import ctypes

    kernel = getattr(getattr(ctypes, "windll", None), "kernel32", None)
    return kernel is not None and bool(kernel.SetThreadExecutionState(flags))
