"""Reads and fits one recording in a process of its own: `python -m hinge_tutor.recordings`.

A line with the client's body and the file's name come on standard input: a command line can be
seen by everybody on the machine, and files are named after clients. The recording goes as JSON to
standard output, or what refuses it as JSON to standard error: which sentence says why, and its
values.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path

from hinge_tutor.recordings.carried import as_json
from hinge_tutor.recordings.recorded import Given, open_recording
from hinge_tutor.recordings.tracks import RecordingError

FINE, REFUSED = 0, 2
# Of the twenty steps by which a process can stand back; whoever reads has a window to move.
NICE = 10
# The largest text file that is read needs a third of this; what needs more is a trap.
MOST_MEMORY_BYTES = 4 * 1024**3


def main(given: bytes) -> int:
    """Reads a file for a body; its name is in the system's bytes. Returns the exit code."""
    body, _, name = given.partition(b"\n")
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            os.nice(NICE)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    try:
        recording = open_recording(Path(os.fsdecode(name)), Given(body=body.decode() or "default"))
    except RecordingError as refusal:
        json.dump([refusal.piece, refusal.values], sys.stderr)
        return REFUSED
    json.dump(as_json(recording), sys.stdout, allow_nan=False)
    return FINE


if __name__ == "__main__":
    sys.exit(main(sys.stdin.buffer.read()))
