"""Reads and fits one recording in a process of its own: `python -m hinge_tutor.recordings FILE`.

Writes the recording as JSON to standard output, or one sentence to standard error.
"""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path

from hinge_tutor.recordings.carried import as_json
from hinge_tutor.recordings.recorded import Given, open_recording
from hinge_tutor.recordings.tracks import RecordingError

FINE, REFUSED = 0, 2
# The largest text file that is read needs a third of this; what needs more is a trap.
MOST_MEMORY_BYTES = 4 * 1024**3


def main(file: str) -> int:
    """Reads a file; the exit code."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    try:
        recording = open_recording(Path(file), Given())
    except RecordingError as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    json.dump(as_json(recording), sys.stdout, allow_nan=False)
    return FINE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
