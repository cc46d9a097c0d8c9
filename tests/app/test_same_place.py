"""A lesson that was written anew is entered where one was, and keeps the answers it can."""

from __future__ import annotations

import pytest

from hinge_tutor.app.same_place import kept, same_place
from hinge_tutor.lessons.document import parse
from hinge_tutor.lessons.lesson import Lesson

FRONT = '+++\nformat = 1\ntitle = "T"\nminutes = 5\ncorrect = "hip-hinge"\ngoal = "G"\n+++\n'
ASK = """
```question
prompt = "%s?"
[[choice]]
text = "yes"
right = true
explanation = "so"
[[choice]]
text = "no"
explanation = "not so"
misconception = "m"
```
"""


def lesson(*steps: str) -> Lesson:
    """Steps by their letters, each with builds named by the letters behind the colon."""
    text = FRONT
    for step in steps:
        title, _, builds = step.partition(":")
        text += f'## {title}\n> p\n```step\nkind = "recall"\n```\n'
        text += '```stage\nmovements = ["hip-hinge"]\n```\n'
        text += "".join(f"### {build}\n{ASK % (title + build)}" for build in builds)
    draft = parse(text, "01-a.md")
    assert draft.errors == ()
    return draft.lesson


BEFORE = ("A:ab", "B:abc", "C:a")


@pytest.mark.parametrize(
    ("place", "after", "there"),
    [
        ((1, 2), ("A:ab", "B:abc", "C:a"), (1, 2)),
        ((1, 2), ("A:ab", "X:a", "B:abc", "C:a"), (2, 2)),
        ((1, 2), ("B:cab", "C:a", "A:ab"), (0, 0)),
        ((1, 2), ("A:ab", "B:ab", "C:a"), (1, 1)),
        ((1, 1), ("A:ab", "B:axc", "C:a"), (1, 1)),
        ((1, 1), ("A:ab", "B:xyabc", "C:a"), (1, 3)),
        ((1, 2), ("A:ab", "N:abc", "C:a"), (1, 2)),
        ((1, 2), ("X:a", "A:ab", "N:abc", "C:a"), (2, 2)),
        ((2, 0), ("A:ab",), (0, 0)),
        ((2, 0), ("X:xy",), (0, 0)),
        ((0, 1), ("X:xyz", "Y:x"), (0, 1)),
        ((1, 0), ("A:ab", "A:ab", "B:aa"), (2, 0)),
    ],
)
def test_it_is_the_same_by_name_or_else_the_nearest(
    place: tuple[int, int], after: tuple[str, ...], there: tuple[int, int]
) -> None:
    assert same_place(lesson(*BEFORE), *place, lesson(*after)) == there


ANSWERS = {("a", 0, 0): 0, ("a", 1, 2): 1, ("a", 2, 0): 0, ("other", 1, 1): 1, ("a", 1, -1): 7}


@pytest.mark.parametrize(
    ("after", "left"),
    [
        (BEFORE, {("a", 0, 0): 0, ("a", 1, 2): 1, ("a", 2, 0): 0}),
        (("X:a", *BEFORE), {("a", 1, 0): 0, ("a", 2, 2): 1, ("a", 3, 0): 0}),
        (("A:ab", "B:ab", "C:a"), {("a", 0, 0): 0, ("a", 2, 0): 0}),
        (("C:a",), {("a", 0, 0): 0}),
        (("Y:y",), {}),
    ],
)
def test_answers_stay_with_their_questions(
    after: tuple[str, ...], left: dict[tuple[str, int, int], int]
) -> None:
    assert kept(ANSWERS, lesson(*BEFORE), lesson(*after)) == {("other", 1, 1): 1, **left}


def test_another_explanation_asks_the_same_and_another_choice_does_not() -> None:
    before = lesson(*BEFORE)
    for old, new, stays in (("so", "because", True), ("yes", "surely", False)):
        text = FRONT + "".join(
            f'## {title}\n> p\n```step\nkind = "recall"\n```\n```stage\nmovements = ["hip-hinge"]\n'
            f"```\n### a\n{(ASK % (title + 'a')).replace(old, new)}"
            for title in "ABC"
        )
        after = parse(text, "01-a.md").lesson
        assert (kept({("a", 0, 0): 0}, before, after) == {("a", 0, 0): 0}) is stays
