"""A voice is a program of its own: one that hangs, dies or floods holds nobody up."""

from __future__ import annotations

import os
import shlex
import stat
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from hinge_tutor.app.voice import BEGIN_S, FIRST_SIGN_S, SLOWEST_S, Program, Voice, programs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its fakes are shell scripts")

# Long enough that a fake which reads it at once has not read it aloud.
TEXT = "Push your hips back until your hands are at your knees."


def states(voice: Voice) -> tuple[bool, bool]:
    """Whether it is busy, and whether it failed."""
    return voice.busy, voice.failed


def script(folder: Path, name: str, lines: str) -> Path:
    """A program that somebody might have."""
    made = folder / name
    made.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    made.chmod(made.stat().st_mode | stat.S_IXUSR)
    return made


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Spoken:
    """A voice with fake programs, its clock, and what they heard."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "log"
        self.log.touch()
        self.clock = Clock()
        self.programs: list[Program] = []
        self.voice = Voice(lambda _language: self.programs, self.clock)

    def add(self, asks: str, says: str, argument: bool = False) -> None:
        """One more program, as lines of shell; `$LOG` is where it writes what it heard."""
        number = len(self.programs)
        log = f"LOG={shlex.quote(str(self.log))}\n"
        can = script(self.folder, f"can{number}", log + asks)
        say = script(self.folder, f"say{number}", log + says)
        self.programs.append(Program((str(can),), (str(say),), argument))

    def until(self, done: Callable[[], bool]) -> None:
        """Looks after the voice as the window does, until something is so."""
        for _ in range(1000):
            self.voice.look()
            if done():
                return
            time.sleep(0.005)
        raise AssertionError("it never came to that")

    def heard(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def begun(self) -> list[int]:
        """The programs that wrote who they are."""
        return [int(each) for each in self.heard().split()]

    def has_begun(self, count: int) -> bool:
        return len(self.begun()) == count


@pytest.fixture
def spoken(tmp_path: Path) -> Spoken:
    return Spoken(tmp_path)


# Says what it heard, and takes as long as somebody who reads it.
READS = 'cat >> "$LOG"; exec sleep 600'


def test_a_text_is_said_once_the_program_has_answered(spoken: Spoken) -> None:
    spoken.add("exit 0", READS)
    spoken.voice.say(TEXT, "en")
    spoken.until(lambda: spoken.heard() == TEXT)
    assert spoken.voice.speaking
    spoken.voice.stop()
    assert states(spoken.voice) == (False, False)


def test_a_text_may_be_an_argument_whatever_it_begins_with(spoken: Spoken) -> None:
    spoken.add("exit 0", 'printf %s "$1" >> "$LOG"; exec sleep 600', argument=True)
    spoken.voice.say("--help; echo $HOME", "en")
    spoken.until(lambda: spoken.heard() == "--help; echo $HOME")
    spoken.voice.stop()


def test_a_program_that_is_done_is_let_go(spoken: Spoken) -> None:
    spoken.add("exit 0", 'cat >> "$LOG"; until [ -e "$LOG.read" ]; do sleep 0.01; done')
    spoken.voice.say(TEXT, "en")
    spoken.until(lambda: spoken.heard() == TEXT)
    spoken.clock.seconds += 2.0
    spoken.log.with_name("log.read").touch()
    spoken.until(lambda: not spoken.voice.busy)
    assert not spoken.voice.failed


def test_one_that_never_answers_is_ended_after_its_time_and_the_next_speaks(
    spoken: Spoken,
) -> None:
    spoken.add("exec sleep 600", READS)
    spoken.add("exit 0", READS)
    spoken.voice.say(TEXT, "en")
    running = spoken.voice._running
    assert running is not None
    spoken.voice.look()
    assert running.poll() is None
    spoken.clock.seconds += FIRST_SIGN_S + 0.1
    spoken.until(lambda: spoken.heard() == TEXT)
    assert running.poll() is not None
    spoken.voice.stop()
    assert not spoken.voice.busy


@pytest.mark.parametrize(
    ("asks", "says"),
    [
        ("exit 1", READS),
        ("exit 0", "exit 3"),
        ("exit 0", "kill -9 $$"),
        # Nobody can have heard what ends at once.
        ("exit 0", "exit 0"),
    ],
    ids=["knows no such language", "fails", "dies", "has no device"],
)
def test_one_that_cannot_gives_the_text_to_the_next(spoken: Spoken, asks: str, says: str) -> None:
    spoken.add(asks, says)
    spoken.add("exit 0", READS)
    spoken.voice.say(TEXT, "en")
    spoken.until(lambda: spoken.heard() == TEXT)
    assert not spoken.voice.failed
    spoken.voice.stop()


@pytest.mark.parametrize("kind", ["missing", "not executable", "not a program"])
def test_where_none_can_be_started_that_is_known_at_once(
    spoken: Spoken, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "broken"
    if kind != "missing":
        file.write_text("neither a script nor a program", encoding="utf-8")
    if kind == "not a program":
        file.chmod(0o755)
    spoken.programs.append(Program((str(file),), (str(file),)))
    spoken.voice.say(TEXT, "en")
    assert spoken.voice.failed
    assert not spoken.voice.busy


def test_what_failed_once_is_tried_again_with_another_text(spoken: Spoken) -> None:
    spoken.add("exit 1", READS)
    spoken.voice.say(TEXT, "en")
    spoken.until(lambda: spoken.voice.failed)
    script(spoken.folder, "can0", "exit 0")
    spoken.voice.say(TEXT, "en")
    assert spoken.voice.busy
    spoken.until(lambda: spoken.heard() == TEXT)
    spoken.voice.stop()


def test_one_that_floods_its_output_fills_no_memory_and_is_ended(spoken: Spoken) -> None:
    spoken.add("exit 0", 'cat >> "$LOG"; exec yes flood')
    spoken.voice.say(TEXT, "en")
    spoken.until(lambda: spoken.heard() == TEXT)
    running = spoken.voice._running
    assert running is not None
    assert running.stdout is None
    spoken.voice.stop()
    assert running.poll() is not None


def test_one_that_goes_on_longer_than_anybody_reads_is_ended(spoken: Spoken) -> None:
    spoken.add("exit 0", READS)
    spoken.voice.say(TEXT, "en")
    spoken.until(lambda: spoken.heard() == TEXT)
    running = spoken.voice._running
    assert running is not None
    spoken.clock.seconds += BEGIN_S + SLOWEST_S * len(TEXT) + 0.1
    spoken.until(lambda: states(spoken.voice) == (False, True))
    assert running.poll() is not None


def test_there_is_never_a_second_voice(spoken: Spoken) -> None:
    spoken.add("exit 0", 'echo "$$" >> "$LOG"; exec sleep 600')
    for count in range(1, 6):
        spoken.voice.say(TEXT, "en")
        spoken.until(partial(spoken.has_begun, count))
        begun = spoken.begun()
        assert [each for each in begun if alive(each)] == begun[-1:]
    spoken.voice.stop()
    assert not any(map(alive, spoken.begun())), "a zombie is one as well"


def alive(pid: int) -> bool:
    """Whether there is such a process, if only as a zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_what_a_program_has_started_itself_is_ended_with_it(spoken: Spoken) -> None:
    spoken.add("exit 0", 'sleep 600 & echo "$!" >> "$LOG"; wait')
    spoken.voice.say(TEXT, "en")
    spoken.until(lambda: bool(spoken.heard()))
    child = int(spoken.heard())
    assert alive(child)
    spoken.voice.stop()
    for _ in range(200):
        state = Path(f"/proc/{child}/stat")
        if not state.exists() or state.read_text(encoding="utf-8").split()[2] == "Z":
            return
        time.sleep(0.01)
    raise AssertionError("it still talks")


def test_a_long_text_is_handed_over_without_waiting_for_who_does_not_read_it(
    spoken: Spoken,
) -> None:
    spoken.add("exit 0", 'echo begun >> "$LOG"; exec sleep 600')
    spoken.voice.say("word " * 100_000, "en")
    spoken.until(lambda: spoken.heard() == "begun\n")
    spoken.voice.stop()
    assert not spoken.voice.busy


def test_the_programs_of_a_computer_are_those_on_its_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert programs("en") == ()
    assert not Voice().available("en")
    script(tmp_path, "spd-say", "exit 0")
    script(tmp_path, "espeak-ng", "exit 0")
    first, second = programs("es")
    assert first.says == (str(tmp_path / "espeak-ng"), "-v", "es", "--stdin")
    assert second.argument
    assert second.hush
    assert Voice().available("es")


@pytest.mark.parametrize("alone", [True, False])
def test_a_service_is_silenced_only_where_nobody_else_speaks_through_it(
    tmp_path: Path, alone: bool
) -> None:
    spoken = Spoken(tmp_path)
    spoken.add("exit 0", 'echo begun >> "$LOG"; exec sleep 600', argument=True)
    quiet = script(tmp_path, "quiet", f"echo hushed >> {shlex.quote(str(spoken.log))}")
    spoken.programs[0] = replace(spoken.programs[0], hush=(str(quiet),))
    spoken.voice = Voice(lambda _language: spoken.programs, spoken.clock, lambda: alone)
    spoken.voice.say("One.", "en")
    spoken.until(lambda: "begun" in spoken.heard())
    spoken.voice.stop()
    if alone:
        spoken.until(lambda: "hushed" in spoken.heard())
    spoken.until(lambda: not spoken.voice.busy)
    assert ("hushed" in spoken.heard()) == alone
