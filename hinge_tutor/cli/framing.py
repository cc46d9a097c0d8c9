"""How a picture is framed, as options of a command: its moment and its size."""

from __future__ import annotations

from hinge_tutor.cli import given
from hinge_tutor.cli.command import UsageError
from hinge_tutor.motion.phases import PHASES
from hinge_tutor.problems import did_you_mean

# Below this nothing can be read; above it an image no longer fits into ordinary memory.
SMALLEST_PX, LARGEST_PX = 64, 16_384


def parse_moment(text: str) -> float | str:
    """A moment of a repetition: 0 to 1, or a phase, meaning its end; raises UsageError."""
    if text in PHASES:
        return text
    try:
        value = float(text)
    except ValueError:
        near = did_you_mean(text, PHASES) or "."
        raise UsageError(
            f'--at is "{text}"; give 0 to 1, or the phase at whose end: {", ".join(PHASES)}{near}'
        ) from None
    return given.number(str(value), "--at", 0.0, 1.0)


def parse_size(text: str) -> tuple[int, int]:
    """Width and height in pixels from `1600x1000`; raises UsageError."""
    width, cross, height = text.lower().partition("x")
    if not cross:
        raise UsageError(f'--size is "{text}"; give width x height in pixels, such as 1600x1000.')
    return (
        given.whole(width, "--size width", SMALLEST_PX, LARGEST_PX),
        given.whole(height, "--size height", SMALLEST_PX, LARGEST_PX),
    )
