"""`analyze --recording`: a recorded motion read, fitted, divided, and one repetition judged."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from hinge_tutor.cli import given
from hinge_tutor.cli.analysis_json import analysis_json
from hinge_tutor.cli.command import UsageError
from hinge_tutor.cli.summary import summary
from hinge_tutor.lessons.recording_words import read_in_words, repetition_in_words
from hinge_tutor.lessons.words import Words
from hinge_tutor.recordings.recorded import Given, Recorded, Recording, open_recording
from hinge_tutor.recordings.tracks import RecordingError

# Options of `analyze` that ask for another motion than the one that was recorded.
_OTHERS = ("--tempo", "--fault", "--static", "--samples", "--pose", "--free", "--limit")
# Nobody does more in one recording.
MOST_REPETITIONS = 1_000


def add_recording(parser: argparse.ArgumentParser) -> None:
    """Declare `--recording` and `--repetition`."""
    parser.add_argument(
        "--recording",
        metavar="FILE",
        help="a recorded motion instead of a solved one: .trc, .mot, .sto or .c3d; MOVEMENT is "
        "what was meant, the nearest without it",
    )
    parser.add_argument(
        "--repetition", metavar="N", help="which repetition of a recording; 1 without it"
    )


def analyze_recording(arguments: argparse.Namespace, words: Words) -> None:
    """Writes or prints what a recording shows; raises UsageError."""
    for name in (*_OTHERS, "--uncertainty"):
        if getattr(arguments, name.removeprefix("--")) not in (None, False):
            raise UsageError(f"--recording is a motion that was done; leave out {name}.")
    load = given.load("0" if arguments.load is None else arguments.load, arguments.at)
    number = given.whole(arguments.repetition or "1", "--repetition", 1, MOST_REPETITIONS)
    asked = Given(arguments.body, arguments.movement or "", load)
    try:
        recording = open_recording(Path(arguments.recording), asked)
    except RecordingError as refusal:
        raise UsageError(words.recording_refusal(refusal.piece, refusal.values)) from None
    if number > len(recording.found):
        raise UsageError(
            f"--repetition is {number}; {recording.name} has {len(recording.found)} that can be "
            "used."
        )
    one = recording.repetition(number - 1)
    if arguments.json is not None:
        more = {"recording": recording_json(recording, number - 1, one)}
        given.write_json(analysis_json(one, more), arguments.json)
        return
    said = read_in_words(recording, words)
    said += repetition_in_words(recording, number - 1, one, words)
    # Whether somebody could do it as asked is no question where it was done.
    print("\n".join((*said, "", *summary(one, words, asked=False, silent=one.silent))))


def recording_json(recording: Recording, number: int, one: Recorded) -> dict[str, Any]:
    """What was read and found, as plain data; times are the file's own, s."""
    reading = recording.motion.reading
    return {
        "file": recording.name,
        "format": reading.format,
        "markers_of": reading.source or None,
        "used": list(reading.used),
        "ignored": list(reading.ignored),
        "rate_hz": reading.rate_hz,
        "seconds": reading.seconds,
        "units": reading.units or None,
        "in_degrees": reading.degrees,
        "up": reading.up or None,
        "forward": reading.forward or None,
        "facing": reading.facing or None,
        "one_plane": reading.flat,
        "both_sides": reading.both_sides,
        "hips_computed": reading.computed > 0,
        "cutoff_hz": reading.cutoff_hz,
        "marker_error_mm": reading.off_mm if reading.degrees is None else None,
        "movement_given": recording.chosen,
        "untold": sorted(recording.motion.untold),
        "measures_untold": sorted(one.silent),
        "repetition": number + 1,
        "repetitions": [
            {
                "from_s": found.from_s,
                "to_s": found.to_s,
                "phases": [
                    {"phase": span.phase, "from_s": span.from_s, "to_s": span.to_s}
                    for span in found.spans
                ],
            }
            for found in recording.found
        ],
        "repetitions_skipped": recording.skipped,
        "filled": [bool(each) for each in one.filled],
        "filled_s": recording.filled_s(number),
    }
