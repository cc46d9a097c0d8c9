"""Where one is in a lesson that was written anew, and which answers still answer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from hinge_tutor.lessons.lesson import Build, Lesson

# Lesson, step and build that ask.
Asker = tuple[str, int, int]
Answer = TypeVar("Answer")


def same_place(before: Lesson, step: int, build: int, after: Lesson) -> tuple[int, int]:
    """Step and build, counted from 0, as near as can be to those of the lesson before.

    What has the same name is the same; what was renamed or taken away is where it would stand.
    """
    at = _found([each.id for each in before.steps], step, [each.id for each in after.steps])
    former, now = before.steps[step].builds, after.steps[at].builds
    return at, _found([each.name for each in former], build, [each.name for each in now])


def kept(answers: Mapping[Asker, Answer], before: Lesson, after: Lesson) -> dict[Asker, Answer]:
    """The answers, without those in this lesson to what is no longer asked."""
    result = {key: answer for key, answer in answers.items() if key[0] != before.id}
    for (id_, step, build), answer in answers.items():
        if id_ == before.id and _stands(before, step, build):
            to = same_place(before, step, build, after)
            if _asked(before.steps[step].builds[build]) == _asked(after.steps[to[0]].builds[to[1]]):
                result[after.id, *to] = answer
    return result


def _stands(lesson: Lesson, step: int, build: int) -> bool:
    return step < len(lesson.steps) and 0 <= build < len(lesson.steps[step].builds)


def _asked(build: Build) -> object:
    """What is asked in a build, without what is explained afterwards."""
    if (question := build.question) is not None:
        return question.prompt, tuple((each.text, each.right) for each in question.choices)
    if (drag := build.drag) is not None:
        return drag.prompt, drag.figure, drag.handle, drag.at
    return None


def _found(before: Sequence[str], at: int, after: Sequence[str]) -> int:
    """The place of the same name, the nearest of several; else as far behind the last name that
    is still there as it was.
    """
    for back in range(at + 1):
        places = [place for place, name in enumerate(after) if name == before[at - back]]
        if places:
            nearest = min(places, key=lambda place: abs(place - (at - back)))
            return min(nearest + back, len(after) - 1)
    return min(at, len(after) - 1)
