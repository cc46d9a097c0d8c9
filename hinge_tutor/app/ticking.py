"""A tick that can be heard, where the system has a player for sounds.

The player is a program of its own: one that finds no device, or hangs, holds nobody up. It is
asked for nothing but a file of a few hundredths of a second, and ended if it takes longer than any
sound would.
"""

from __future__ import annotations

import math
import shutil
import struct
import subprocess
import sys
import time
import wave
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from hinge_tutor import shelf

# Players of the usual systems that take a file, with what keeps them quiet about it.
PLAYERS: tuple[tuple[str, ...], ...] = (
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
    ("afplay",),
)
FILE = "tick.wav"
RATE_HZ, LENGTH_S, PITCH_HZ, FADE_S = 44_100, 0.04, 1_200.0, 0.008
LOUDNESS = 0.5
# No tick takes this long; a player that does has found no device.
LONGEST_S = 2.0
# A program that is told to end does so at once.
END_S = 0.2


def find_player() -> tuple[str, ...] | None:
    """The command of a player, without its file; None where there is none."""
    for name, *options in PLAYERS:
        found = shutil.which(name)
        if found is not None:
            return (found, *options)
    return None


class Ticker:
    """Plays ticks; without a player it does nothing, and says so in `available`."""

    def __init__(
        self,
        player: Callable[[], Sequence[str] | None] = find_player,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._find = player
        self._now = now
        self._command: tuple[str, ...] | None = None
        self._looked = False
        # Players that were started, with the moment.
        self._running: list[tuple[subprocess.Popen[bytes], float]] = []

    @property
    def available(self) -> bool:
        """Whether a tick can be heard here."""
        if sys.platform == "win32":
            return self._file() is not None
        return self._known() is not None

    def tick(self) -> None:
        """One tick, beside everything else."""
        if sys.platform == "win32":
            _play_on_windows(self._file())
            return
        self._clear()
        command = self._known()
        # A player that never ends must not gather others around it.
        if command is None or len(self._running) > 1:
            return
        with suppress(OSError):
            player = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            self._running.append((player, self._now()))

    def stop(self) -> None:
        """Ends whatever still plays."""
        for player, _ in self._running:
            _end(player)
        self._running = []

    def _clear(self) -> None:
        """Lets go of players that are done, and ends those that hang."""
        left = []
        for player, since in self._running:
            if player.poll() is not None:
                continue
            if self._now() - since > LONGEST_S:
                _end(player)
            else:
                left.append((player, since))
        self._running = left

    def _known(self) -> tuple[str, ...] | None:
        """The command with its file; looked for once."""
        if not self._looked:
            self._looked = True
            player, file = self._find(), self._file()
            self._command = (*player, str(file)) if player and file else None
        return self._command

    def _file(self) -> Path | None:
        """The file with the tick, written when it is first asked for; None where it cannot be."""
        try:
            file = shelf.user_cache() / FILE
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                write_tick(file)
        except (OSError, shelf.NoFolder):
            return None
        return file


def _end(player: subprocess.Popen[bytes]) -> None:
    """Ends a player; one that the system itself cannot end is left to it."""
    player.kill()
    with suppress(subprocess.TimeoutExpired):
        player.wait(END_S)


def write_tick(file: Path) -> None:
    """A short tone that fades in and out, so that it neither clicks nor startles."""
    count = round(RATE_HZ * LENGTH_S)
    samples = []
    for number in range(count):
        at = number / RATE_HZ
        fade = min(at / FADE_S, (LENGTH_S - at) / FADE_S, 1.0)
        samples.append(round(32_767 * LOUDNESS * fade * math.sin(2 * math.pi * PITCH_HZ * at)))
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE_HZ)
        sound.writeframes(struct.pack(f"<{count}h", *samples))


def _play_on_windows(file: Path | None) -> None:
    """Windows plays files by itself."""
    if sys.platform == "win32" and file is not None:
        import winsound

        with suppress(RuntimeError):
            winsound.PlaySound(
                str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            )
