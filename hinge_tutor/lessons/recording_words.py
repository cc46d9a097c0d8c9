"""What was read of a recorded motion, what was made of it, and what it cannot tell: sentences."""

from __future__ import annotations

from collections.abc import Iterator

from hinge_tutor.body.specification import parse_specification
from hinge_tutor.lessons.words import Words
from hinge_tutor.recordings.motion import Motion
from hinge_tutor.recordings.recorded import ORDER, Recorded, Recording

# So many names of what is not used are told; the others are counted.
NAMED = 4
CM = 100.0
# What is said to be untold, and the measure that it silences.
_UNTOLD = (
    ("pelvis_and_back", "lumbar_change_deg"),
    ("ribs", "thoracic_change_deg"),
    ("neck", "neck_change_deg"),
    ("arms", "arm_angle_deg"),
    ("order", ORDER),
    ("weight", "cop_foot_percent"),
)


def read_in_words(recording: Recording, words: Words) -> list[str]:
    """What was read, and what body came of it: the same for every repetition."""
    return [*_read(recording.motion, words), *_body(recording.motion, words)]


def card_in_words(recording: Recording, who: str, words: Words) -> tuple[str, ...]:
    """What of the body is from a client's card, as long as the weight is; `who` is the client."""
    given = parse_specification(recording.given.body)
    if given.mass_kg != recording.motion.body.mass_kg:
        return ()
    angles = recording.motion.reading.degrees is not None
    return (words.recording("card_body" if angles else "card", {"who": who}),)


def repetition_in_words(
    recording: Recording, number: int, one: Recorded, words: Words
) -> list[str]:
    """What holds of one repetition, counted from 0."""
    found = recording.found[number]
    said = [
        words.recording(
            "repetition",
            {
                "number": number + 1,
                "count": len(recording.found),
                "from_s": found.from_s,
                "to_s": found.to_s,
            },
        )
    ]
    if recording.skipped:
        piece = "skipped_one" if recording.skipped == 1 else "skipped"
        said.append(words.recording(piece, {"count": recording.skipped}))
    movement = words.movement(recording.movement)
    said.append(
        words.recording("chosen" if recording.chosen else "nearest", {"movement": movement})
    )
    filled = recording.filled_s(number)
    said.append(
        words.recording("filled", {"seconds": filled}) if filled else words.recording("whole")
    )
    if silent := [piece for piece, measure in _UNTOLD if measure in one.silent]:
        parts = words.recording("between").join(words.recording(piece) for piece in silent)
        said.append(words.recording("untold", {"parts": parts}))
    load = recording.load
    said.append(words.recording("unknown", {"load": words.load(load.mass_kg, load.at)}))
    return said


def _read(motion: Motion, words: Words) -> Iterator[str]:
    reading = motion.reading
    values: dict[str, float | str] = {
        "format": reading.format,
        "seconds": reading.seconds,
        "rate": reading.rate_hz,
        "count": len(reading.used),
        "set": reading.source,
    }
    if reading.degrees is None:
        yield words.recording("read", values)
    else:
        unit = words.recording("degrees" if reading.degrees else "radians")
        yield words.recording("read_angles", {**values, "unit": unit})
    if reading.ignored:
        more = len(reading.ignored) - NAMED
        named = words.recording("between").join(reading.ignored[:NAMED])
        piece = "ignored_more" if more > 0 else "ignored"
        yield words.recording(piece, {"names": named, "count": more})
    if reading.flat:
        facing = words.recording(reading.facing)
        yield words.recording(
            "view_flat", {"units": reading.units, "up": reading.up, "facing": facing}
        )
    elif reading.units:
        yield words.recording(
            "view", {"units": reading.units, "up": reading.up, "forward": reading.forward}
        )
    yield words.recording("smoothed", {"hertz": reading.cutoff_hz})


def _body(motion: Motion, words: Words) -> Iterator[str]:
    body, reading = motion.body, motion.reading
    values: dict[str, float | str] = {
        "height_m": body.height_m,
        "mass": words.number(body.mass_kg, "g"),
        **{f"{part}_cm": CM * body.lengths_m[part] for part in ("thigh", "shank", "trunk")},
    }
    if reading.degrees is None:
        if reading.computed:
            yield words.recording("hips")
        yield words.recording("body", values)
        yield words.recording("off", {"off_mm": reading.off_mm})
    else:
        yield words.recording("angles_body", values)
    if not reading.both_sides:
        yield words.recording("one_side")
