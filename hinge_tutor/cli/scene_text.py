"""A scene as it is typed: `hip-hinge+knees-first=60@tall*20 | squat*30:back`; up to three."""

from __future__ import annotations

from hinge_tutor.cli import given
from hinge_tutor.cli.command import UsageError
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.motion.faults import changed, parse_faults
from hinge_tutor.motion.movement import load_movement
from hinge_tutor.motion.phases import PHASES
from hinge_tutor.motion.take import Load, LoadError
from hinge_tutor.problems import did_you_mean

# Three figures are what a wide screen holds at a size that can be read.
MOST_FIGURES = 3
# Below this nothing can be read; above it an image no longer fits into ordinary memory.
SMALLEST_PX, LARGEST_PX = 64, 16_384


def parse_scene(text: str, layers: tuple[str, ...]) -> StagePlan:
    """The figures of `MOVEMENT[+FAULT=PERCENT][@SPEC][*KG[:PLACE]]`, joined by `|`.

    Raises UsageError, UnknownMovement, FaultError or BodyError, each one sentence.
    """
    words = [word.strip() for word in text.split("|")]
    if len(words) > MOST_FIGURES:
        raise UsageError(f"A scene has up to {MOST_FIGURES} figures and this one has {len(words)}.")
    return StagePlan(tuple(_cast(word, number) for number, word in enumerate(words)), layers=layers)


def _cast(word: str, number: int) -> Cast:
    figure, star, load = word.partition("*")
    does, at, specification = (part.strip() for part in figure.partition("@"))
    movement, plus, wrong = (part.strip() for part in does.partition("+"))
    kg, colon, place = (part.strip() for part in load.partition(":"))
    halves = (at, specification), (star, kg), (colon, place), (plus, wrong)
    parts = [part.strip() for part in wrong.split("+")]
    if not movement or any(mark and not said for mark, said in (*halves, (plus, all(parts)))):
        raise UsageError(
            f'"{word}" is not of the form MOVEMENT[+FAULT=PERCENT][@BODY][*KG[:PLACE]], '
            "such as squat@tall*20:back or hip-hinge+rounded-back=60."
        )
    shares = parse_faults(wrong, parted_by="+")
    changed(load_movement(movement), dict(shares))
    given.body(specification or "default")
    return Cast(
        f"{movement}-{number + 1}",
        movement,
        specification or "default",
        _load(kg, place).mass_kg if star else None,
        load_at=place,
        faults=shares,
    )


def _load(kg: str, place: str) -> Load:
    """A load where the movement has it, or at a place of its own; raises UsageError."""
    try:
        return Load(given.load(kg).mass_kg, place)
    except LoadError as error:
        raise UsageError(f"A scene: {error}") from None


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
