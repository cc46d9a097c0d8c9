"""A tick is heard where a player exists; where none does, or it hangs, nobody waits for it."""

from __future__ import annotations

import os
import stat
import sys
import time
import wave
from pathlib import Path

import pytest

from hinge_tutor.app.ticking import LENGTH_S, LONGEST_S, RATE_HZ, Ticker, find_player, write_tick

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays files by itself")


def player(folder: Path, script: str) -> Path:
    """A program in place of a player."""
    made = folder / "aplay"
    made.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    made.chmod(made.stat().st_mode | stat.S_IXUSR)
    return made


def heard(log: Path, count: int) -> list[str]:
    """What the player wrote, once it has been called so often."""
    for _ in range(200):
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        if len(lines) >= count:
            return lines
        time.sleep(0.01)
    return lines


@posix
def test_without_a_player_nothing_sounds_and_nothing_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_player() is None
    ticker = Ticker()
    assert not ticker.available
    ticker.tick()
    ticker.stop()


@posix
def test_a_player_on_the_path_gets_the_tick(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    player(tmp_path, f'echo "$@" >> {log}')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    found = find_player()
    assert found is not None
    ticker = Ticker(lambda: (str(tmp_path / "aplay"), "-q"))
    assert ticker.available
    ticker.tick()
    (line,) = heard(log, 1)
    quiet, file = line.split(" ", 1)
    assert quiet == "-q"
    with wave.open(file, "rb") as sound:
        assert sound.getframerate() == RATE_HZ
        assert sound.getnframes() == round(RATE_HZ * LENGTH_S)
    ticker.stop()


@posix
def test_a_player_that_hangs_is_ended_and_gathers_no_others(tmp_path: Path) -> None:
    hanging = player(tmp_path, "exec sleep 60")
    now = [0.0]
    ticker = Ticker(lambda: (str(hanging),), lambda: now[0])
    for _ in range(10):
        ticker.tick()
    first = [each for each, _ in ticker._running]
    assert len(first) == 2
    now[0] = LONGEST_S + 0.1
    ticker.tick()
    assert all(each.poll() is not None for each in first)
    assert len(ticker._running) == 1
    (last,) = (each for each, _ in ticker._running)
    ticker.stop()
    assert last.poll() is not None


@posix
def test_a_player_that_cannot_be_started_is_none(tmp_path: Path) -> None:
    ticker = Ticker(lambda: (str(tmp_path / "gone"),))
    ticker.tick()
    assert ticker._running == []


@posix
def test_where_no_file_can_be_written_there_is_no_sound(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("HINGE_TUTOR_DATA", str(tmp_path / "file"))
    ticker = Ticker(lambda: ("true",))
    assert not ticker.available
    ticker.tick()


def test_the_tick_begins_and_ends_in_silence(tmp_path: Path) -> None:
    file = tmp_path / "tick.wav"
    write_tick(file)
    with wave.open(str(file), "rb") as sound:
        frames = sound.readframes(sound.getnframes())
    samples = [
        int.from_bytes(frames[at : at + 2], "little", signed=True)
        for at in range(0, len(frames), 2)
    ]
    assert samples[0] == 0
    assert abs(samples[-1]) < 0.01 * 32_767
    assert max(map(abs, samples)) <= 0.5 * 32_767
    assert max(map(abs, samples)) > 0.4 * 32_767
