"""Numbers with a unit in a lesson's prose are computed, set on its stage, or stand in its source.

A number of the author's own would stay when the model changes. What a placeholder fills is
computed; `20 kg` may be said where a figure holds 20 kg, and `42°` where the step's reference does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hinge_tutor.check.wording import builds, parts
from hinge_tutor.lessons.fill import placeholders
from hinge_tutor.lessons.lesson import Build, Lesson, Step
from hinge_tutor.located import AuthorError

# Units of what is computed, as lessons write them in any language; times are a lesson's own
# business, since people count them.
_NUMBER = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s*(cm|kg|°|%|N·m|N\b|percent|por ciento)")


def problems(lesson: Lesson) -> Iterator[AuthorError]:
    """Every number with a unit that nothing stands behind."""
    for step, build in builds(lesson):
        allowed = {*_set(build), *_sourced(step)}
        for part, line, text in parts(build):
            for match in _NUMBER.finditer(_bare(text)):
                if _value(match.group(1)) not in allowed:
                    problem = (
                        f'"{match.group()}" stands in this {part} by itself; write a placeholder, '
                        "or name the source that says it as the step's reference"
                    )
                    yield AuthorError(lesson.file, line, problem)


def _bare(text: str) -> str:
    """A text without its placeholders."""
    for placeholder in placeholders(text):
        form = f":{placeholder.format}" if placeholder.format else ""
        text = text.replace(f"{{{placeholder.name}{form}}}", "", 1)
    return text


def _set(build: Build) -> Iterator[float]:
    """What is set on the figures of a build: loads, shares of faults, depths."""
    for cast in build.stage.movements:
        if cast.load_kg is not None:
            yield cast.load_kg
        yield from (round(100 * share, 6) for _, share in cast.faults)
        if cast.depth is not None:
            yield round(100 * cast.depth, 6)
        yield from map(_value, re.findall(r"\d+(?:\.\d+)?", cast.body))


def _sourced(step: Step) -> Iterator[float]:
    """Every number that the step's reference names."""
    if step.reference is not None:
        said = f"{step.reference.text} {step.reference.limit}"
        yield from map(_value, re.findall(r"\d+(?:[.,]\d+)?", said))


def _value(text: str) -> float:
    return float(text.replace(",", "."))
