"""A program of its own that has writers of progress killed, and says what was left each time.

    python -m tests.app.killed FOLDER random SEED COUNT     at so many random instants
    python -m tests.app.killed FOLDER steps CASE            before each thing it asks of the disk
    python -m tests.app.killed FOLDER together COUNT        not killed: several of them at once

It imports once and forks each writer, so that two hundred of them take seconds.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hinge_tutor.app.progress_file import FILE, ProgressFile
from hinge_tutor.lessons.progress import Progress

LESSON = "what-is-a-hinge"
# A writer is killed within as much time as so many writes take here.
WRITES = 25
# A folder takes so many writers, one after the other; a file that grows for ever would only take
# time, and the first write of all is one that has to be met, too.
WRITERS_A_FOLDER = 20
# Longer than any computer keeps a writer waiting while others have their turns.
PATIENT_S = 120.0
# What asks something of the disk.
ASKS = ("open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.chmod")


def forked(work: Callable[[], object]) -> int:
    """Starts a child that does some work and ends, however that ends."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)


def seen(number: int) -> tuple[int, int]:
    """A build for each number."""
    return number // 10 + 1, number % 10 + 1


def with_number(progress: Progress, number: int) -> Progress:
    return progress.with_seen(LESSON, *seen(number))


def write_on_and_on(folder: Path, pipe: int) -> None:
    """Writes one number after the other, and reports each that was written."""
    file = ProgressFile(folder)
    number = len(file.progress.of(LESSON).seen)
    while True:
        file.keep(with_number(file.progress, number))
        os.write(pipe, f"{number}\n".encode())
        number += 1


def write_s(folder: Path) -> float:
    """How long one write takes."""
    file, begun = ProgressFile(folder), time.monotonic()
    for number in range(WRITES):
        file.keep(with_number(file.progress, number))
    return (time.monotonic() - begun) / WRITES


def at_random(folder: Path, seed: int, count: int) -> list[dict[str, object]]:
    """What a reader finds after each kill."""
    instants, found, longest_s = random.Random(seed), [], WRITES * write_s(folder / "trial")
    for number in range(count):
        here = folder / str(number // WRITERS_A_FOLDER)
        before = len(ProgressFile(here).progress.of(LESSON).seen)
        reading, writing = os.pipe()
        child = forked(partial(write_on_and_on, here, writing))
        os.close(writing)
        time.sleep(instants.uniform(0.0, longest_s))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading) as lines:
            reported = [int(line) for line in lines]
        file = ProgressFile(here)
        kept = file.progress.of(LESSON).seen
        found.append(
            {
                "before": before,
                "reported": len(reported),
                "lost": [n for n in (*range(before), *reported) if seen(n) not in kept],
                "kept": len(kept),
                "mishaps": len(file.mishaps),
                "left": len(list(here.glob(".*"))),
            }
        )
    return found


def nothing(_folder: Path) -> None:
    """No folder yet."""


def two_writes(folder: Path) -> None:
    """A file and the one before it."""
    file = ProgressFile(folder)
    for number in range(2):
        file.keep(with_number(file.progress, number))


def damaged(folder: Path) -> None:
    """A file that cannot be read, and the one before it."""
    two_writes(folder)
    (folder / FILE).write_bytes(b'{"format": "hinge-tu')


CASES = {"first": nothing, "later": two_writes, "damaged": damaged}


def at_each_step(folder: Path, case: str) -> list[dict[str, object]]:
    """What a reader finds after a writer died before each thing that it asks of the disk."""
    found: list[dict[str, object]] = []
    while True:
        here = folder / str(len(found))
        CASES[case](here)
        before = ProgressFile(shutil.copytree(here, folder / "copy")) if here.exists() else None
        shutil.rmtree(folder / "copy", ignore_errors=True)
        child = forked(partial(die_at, len(found), here))
        died = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        file = ProgressFile(here)
        mishaps = [mishap.kept_as for mishap in file.mishaps]
        kept = file.progress.of(LESSON).seen
        file.keep(with_number(file.progress, 8))
        again = ProgressFile(here)
        found.append(
            {
                "died": died,
                "lost": sorted((before.progress.of(LESSON).seen if before else set()) - kept),
                "kept": seen(7) in kept,
                "mishaps": mishaps,
                "goes_on": seen(8) in again.progress.of(LESSON).seen and not again.mishaps,
                "names": sorted(path.name for path in here.iterdir()),
            }
        )
        if not died:
            return found


def die_at(step: int, folder: Path) -> None:
    """Writes once, but is killed before it asks the disk for the thing number `step`."""
    asked = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal asked
        if event in ASKS and str(folder) in str(arguments[0]):
            if asked == step:
                os.kill(os.getpid(), signal.SIGKILL)
            asked += 1

    sys.addaudithook(watch)
    file = ProgressFile(folder)
    file.keep(with_number(file.progress, 7))


def write_some(folder: Path, step: int) -> None:
    """Writes the builds of one step, each once: what another one wrote over would be lost."""
    for build in range(1, WRITES + 1):
        file = ProgressFile(folder, PATIENT_S)
        file.keep(file.progress.with_seen(LESSON, step, build))


def together(folder: Path, count: int) -> list[dict[str, object]]:
    """What is left of so many writers that write at the same time."""
    children = [forked(partial(write_some, folder, step)) for step in range(1, count + 1)]
    for child in children:
        os.waitpid(child, 0)
    file = ProgressFile(folder)
    kept = file.progress.of(LESSON).seen
    written = {(step, build) for step in range(1, count + 1) for build in range(1, WRITES + 1)}
    return [{"lost": sorted(written - kept), "mishaps": len(file.mishaps)}]


if __name__ == "__main__":
    where, how = Path(sys.argv[1]), sys.argv[2]
    if how == "random":
        print(json.dumps(at_random(where, int(sys.argv[3]), int(sys.argv[4]))))
    elif how == "together":
        print(json.dumps(together(where, int(sys.argv[3]))))
    else:
        print(json.dumps(at_each_step(where, sys.argv[3])))
