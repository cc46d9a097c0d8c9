"""A scene as it is typed: `hip-hinge@femur=+8%*20 | squat`, up to three figures side by side."""

from __future__ import annotations

from hinge_tutor.cli import given
from hinge_tutor.cli.command import UsageError
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.motion.movement import PHASES, load_movement, movements
from hinge_tutor.problems import did_you_mean

# Three figures are what a wide screen holds at a size that can be read.
MOST_FIGURES = 3
# The scene of all movements there are, to see them together.
EVERYTHING = "movements"
# Below this nothing can be read; above it an image no longer fits into ordinary memory.
SMALLEST_PX, LARGEST_PX = 64, 16_384


def parse_scene(text: str, layers: tuple[str, ...]) -> StagePlan:
    """The figures of `MOVEMENT[@SPEC][*KG]`, joined by `|`; or of every movement.

    Raises UsageError, UnknownMovement or BodyError, each one sentence.
    """
    if text.strip() == EVERYTHING:
        return StagePlan(tuple(Cast(name, name) for name in movements()), layers=layers)
    words = [word.strip() for word in text.split("|")]
    if len(words) > MOST_FIGURES:
        raise UsageError(f"A scene has up to {MOST_FIGURES} figures and this one has {len(words)}.")
    return StagePlan(tuple(_cast(word, number) for number, word in enumerate(words)), layers=layers)


def _cast(word: str, number: int) -> Cast:
    figure, star, load = word.partition("*")
    movement, at, specification = (part.strip() for part in figure.partition("@"))
    if not movement or (at and not specification) or (star and not load.strip()):
        raise UsageError(
            f'"{word}" is not of the form MOVEMENT[@BODY][*KG], such as squat@tall*20.'
        )
    load_movement(movement)
    given.body(specification or "default")
    kilograms = given.load(load).mass_kg if star else 0.0
    return Cast(f"{movement}-{number + 1}", movement, specification or "default", kilograms)


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
