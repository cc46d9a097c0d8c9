"""A recording as JSON, from the process that read it to the one that shows it.

A stranger's file is read, and fitted, in a process of its own: whatever it leads to, a long wait or
all the memory, ends with that process.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from hinge_tutor.body.arrays import frozen
from hinge_tutor.body.skeleton import body as body_of
from hinge_tutor.motion.take import Load, Span
from hinge_tutor.recordings.motion import Motion, Reading
from hinge_tutor.recordings.recorded import Given, Recording
from hinge_tutor.recordings.repetitions import RepetitionBounds


def as_json(recording: Recording) -> dict[str, Any]:
    """Everything of a recording as plain data; the body by its text."""
    motion = recording.motion
    return {
        "name": recording.name,
        "body": motion.body.specification.text,
        "time_s": motion.time_s.tolist(),
        "q": motion.q.tolist(),
        "filled": motion.filled.tolist(),
        "blind": motion.blind.tolist(),
        "standing": motion.standing.tolist(),
        "untold": sorted(motion.untold),
        "reading": asdict(motion.reading),
        "found": [asdict(found) for found in recording.found],
        "skipped": recording.skipped,
        "movement": recording.movement,
        "chosen": recording.chosen,
        "guess": recording.guess,
        "given": asdict(recording.given),
    }


def from_json(data: dict[str, Any]) -> Recording:
    """The recording again."""
    reading = dict(data["reading"])
    for key in ("used", "ignored"):
        reading[key] = tuple(reading[key])
    motion = Motion(
        body=body_of(data["body"]),
        time_s=frozen(data["time_s"]),
        q=frozen(data["q"]),
        filled=frozen(data["filled"]).astype(bool),
        blind=frozen(data["blind"]).astype(bool),
        standing=frozen(data["standing"]),
        untold=frozenset(data["untold"]),
        reading=Reading(**reading),
    )
    found = tuple(
        RepetitionBounds(
            each["from_s"], each["to_s"], tuple(Span(**span) for span in each["spans"])
        )
        for each in data["found"]
    )
    given = dict(data["given"])
    given["load"] = Load(**given["load"])
    return Recording(
        data["name"],
        motion,
        found,
        data["skipped"],
        Given(**given),
        data["movement"],
        data["chosen"],
        data["guess"],
    )
