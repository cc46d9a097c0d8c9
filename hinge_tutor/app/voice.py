"""A voice: a program of its own that reads texts aloud, one at a time.

One that finds no device, hangs, dies or never stops talking holds nobody up: it gets its text in a
file, nobody reads what it writes, and it is ended as soon as it takes longer than the text could.
Nothing here has a timer; whoever speaks calls `look` again and again while `busy`.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

# A program that has not answered by now never will.
FIRST_SIGN_S = 2.0
# A program that is told to end does so at once.
END_S = 0.2
# The slowest voice takes so long for a letter, and all of them a moment to begin; the fastest
# reads no letter in less than this.
SLOWEST_S, BEGIN_S, FASTEST_S = 0.3, 5.0, 0.01

# Voices of macOS by language; it takes its own for any other.
_MAC = {"en": "Samantha", "es": "Mónica"}
# What Windows speaks with; `{language}` is a code of two letters.
_WINDOWS = (
    "Add-Type -AssemblyName System.Speech;"
    "[Console]::InputEncoding = [Text.Encoding]::UTF8;"
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$found = $voice.GetInstalledVoices() |"
    " Where-Object {{ $_.VoiceInfo.Culture.TwoLetterISOLanguageName -eq '{language}' }};"
    "if (-not $found) {{ exit 1 }};"
    "$voice.SelectVoice(@($found)[0].VoiceInfo.Name);"
)


@dataclass(frozen=True)
class Program:
    """What speaks: `asks` whether it can, in a language, without a sound; `says` a text that comes
    as a file in its input, or as its last argument where `argument`; `hush` silences a service that
    goes on without it.
    """

    asks: tuple[str, ...]
    says: tuple[str, ...]
    argument: bool = False
    hush: tuple[str, ...] = ()


def programs(language: str) -> tuple[Program, ...]:
    """The programs of this computer that may speak a language, the best ones first."""
    found = ((shutil.which(name), make) for name, make in _KNOWN)
    return tuple(make(path, language) for path, make in found if path is not None)


def _espeak(path: str, language: str) -> Program:
    return Program((path, "-q", "-v", language, "x"), (path, "-v", language, "--stdin"))


def _service(path: str, language: str) -> Program:
    speak = (path, "-w", "-l", language, "--")
    return Program((path, "-O"), speak, argument=True, hush=(path, "-S"))


def _mac(path: str, language: str) -> Program:
    voice = ("-v", _MAC[language]) if language in _MAC else ()
    return Program((path, *voice, ""), (path, *voice, "-f", "-"))


def _windows(path: str, language: str) -> Program:
    begin = (path, "-NoProfile", "-NonInteractive", "-Command")
    ready = _WINDOWS.format(language=language[:2])
    return Program((*begin, ready), (*begin, f"{ready}$voice.Speak([Console]::In.ReadToEnd())"))


# What ends with its process stands before a service that may go on without it.
_KNOWN: tuple[tuple[str, Callable[[str, str], Program]], ...] = (
    ("say", _mac),
    ("powershell", _windows),
    ("espeak-ng", _espeak),
    ("spd-say", _service),
    ("espeak", _espeak),
)
if sys.platform != "darwin":
    # Elsewhere `say` is another program.
    _KNOWN = _KNOWN[1:]


class Voice:
    """Says one text at a time; `failed` once no program could, until another text is said."""

    def __init__(
        self,
        found: Callable[[str], Sequence[Program]] = programs,
        now: Callable[[], float] = time.monotonic,
        alone: Callable[[], bool] = lambda: True,
    ) -> None:
        """`alone`: whether nobody else speaks through the same service, and would be silenced."""
        self._alone = alone
        self._find = found
        self._now = now
        # By language: the programs that may still be tried, and whether the first has answered.
        self._left: dict[str, list[Program]] = {}
        self._ready: set[tuple[str, Program]] = set()
        self._text = self._language = ""
        self._running: subprocess.Popen[bytes] | None = None
        self._asking = False
        self._since = 0.0
        # Programs that were told to end and have not been seen to.
        self._ended: list[subprocess.Popen[bytes]] = []
        self.failed = False

    def available(self, language: str) -> bool:
        """Whether there is a program to try."""
        return bool(self._tried(language))

    @property
    def busy(self) -> bool:
        """Whether something is said, or somebody has to look after what was."""
        return self._running is not None or bool(self._ended)

    @property
    def speaking(self) -> bool:
        """Whether a text is on its way."""
        return self._running is not None

    def say(self, text: str, language: str) -> None:
        """Says this, and nothing else any more."""
        self.stop()
        self.failed = False
        self._text, self._language = text, language
        if text:
            self._begin()

    def stop(self) -> None:
        """Silence."""
        running, self._running = self._running, None
        self._text = ""
        if running is not None:
            said = None if self._asking else self._tried(self._language)
            self._end(running)
            if said and said[0].hush and self._alone():
                self._start(said[0].hush, beside=True)
        self._reap(wait_s=END_S)

    def look(self) -> None:
        """Sees whether a program answered, is done, died, or takes too long."""
        self._reap()
        running = self._running
        if running is None:
            return
        code, took_s = running.poll(), self._now() - self._since
        if self._asking:
            if code == 0:
                self._ready.add((self._language, self._tried(self._language)[0]))
                self._begin()
            elif code is not None or took_s > FIRST_SIGN_S:
                self._give_up(running)
        elif code is not None:
            # Without a device some say that all is well, much sooner than anybody could read.
            unheard = took_s < FASTEST_S * len(self._text)
            if code != 0 or unheard:
                self._give_up(running)
            else:
                self._running = None
        elif took_s > BEGIN_S + SLOWEST_S * len(self._text):
            self._give_up(running)

    # ── programs ─────────────────────────────────────────────────────────────────────────────────

    def _tried(self, language: str) -> list[Program]:
        if language not in self._left:
            self._left[language] = list(self._find(language))
        return self._left[language]

    def _begin(self) -> None:
        """Asks the first program that is left, or says the text with it if it has answered."""
        self._running = None
        left = self._tried(self._language)
        while left and self._running is None:
            self._asking = (self._language, left[0]) not in self._ready
            command = left[0].asks if self._asking else left[0].says
            self._running = self._start(command, given="" if self._asking else self._text)
            if self._running is None:
                left.pop(0)
        self.failed = self._running is None
        if self.failed:
            # Another time there may be a device.
            del self._left[self._language]

    def _give_up(self, running: subprocess.Popen[bytes]) -> None:
        """The next program, for the same text."""
        self._end(running)
        gone = self._tried(self._language).pop(0)
        self._ready.discard((self._language, gone))
        self._begin()

    def _start(
        self, command: Iterable[str], given: str = "", beside: bool = False
    ) -> subprocess.Popen[bytes] | None:
        """A program with a text; None where it cannot be started."""
        program = next(iter(self._tried(self._language)), None)
        if given and program is not None and program.argument:
            command, given = (*command, given), ""
        try:
            with tempfile.TemporaryFile() as file:
                file.write(given.encode("utf-8"))
                file.seek(0)
                made = subprocess.Popen(
                    list(command),
                    stdin=file,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    # With what it starts itself it is one group, which is ended together.
                    start_new_session=True,
                )
        except (OSError, ValueError):
            return None
        if beside:
            self._ended.append(made)
        else:
            self._since = self._now()
        return made

    def _end(self, program: subprocess.Popen[bytes]) -> None:
        if sys.platform == "win32":
            program.kill()
        else:
            # The leader may be gone while others of its group still talk.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(program.pid, signal.SIGKILL)
        self._ended.append(program)

    def _reap(self, wait_s: float = 0.0) -> None:
        """Lets go of programs that are gone; one that even the system cannot end is left to it."""
        left = []
        for program in self._ended:
            try:
                program.wait(wait_s)
            except subprocess.TimeoutExpired:
                left.append(program)
        self._ended = left
