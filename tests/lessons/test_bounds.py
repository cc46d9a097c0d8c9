"""However long or strange a lesson is, only so much of it is read, and that is said."""

from __future__ import annotations

import pytest

from hinge_tutor.lessons import playable
from hinge_tutor.lessons.bounds import (
    LONGEST_BLOCK,
    LONGEST_FRONT,
    LONGEST_LESSON,
    LONGEST_TEXT,
    MOST_BUILDS,
    MOST_FIGURES,
    MOST_PIECES,
    MOST_PROBLEMS,
    MOST_ROWS,
    MOST_STEPS,
)
from hinge_tutor.lessons.document import Draft, parse
from hinge_tutor.lessons.fill import fill
from hinge_tutor.lessons.words import words

from .watchdog import Calls, no_hang

FRONT = '+++\nformat = 1\ntitle = "T"\nminutes = 5\ncorrect = "hip-hinge"\ngoal = "G"\n+++\n'
STEP = '## A step\n\n> Look.\n\n```step\nkind = "show"\n```\n'
STAGE = '```stage\nmovements = ["hip-hinge"]\n```\n'
# A third of what a slow machine does in a second.
MOST_CALLS = 2_000_000


def said(draft: Draft) -> str:
    return "\n".join(map(str, draft.errors))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (FRONT + (STEP + STAGE) * (MOST_STEPS + 1), "21 steps; at most 20 are read"),
        (FRONT + STEP + STAGE + "### B\n" * (MOST_BUILDS + 1), "16 builds; at most 15 are read"),
        (FRONT + STEP + STAGE + "word\n\n" * MOST_PIECES, "more than 3000 headings"),
        (FRONT + STEP + STAGE + "word \n" * LONGEST_TEXT, "characters of text; at most 3000"),
        (FRONT + STEP + STAGE[:-4] + "#" * 900 + ("\n#" + "#" * 900) * 13 + "\n```\n", "one block"),
        (FRONT[:-4] + "# a note\n" * (LONGEST_FRONT // 8) + "+++\n", "characters in one block"),
        ("x" * (LONGEST_LESSON + 1), "a lesson of 100,001 characters; at most 100,000"),
        (
            FRONT[:-4] + '[[card]]\nid = "a"\n' * (MOST_ROWS + 1) + "+++\n",
            "41 rows of one kind; write at most 40",
        ),
    ],
)
def test_more_than_there_is_room_for_is_one_problem(text: str, problem: str) -> None:
    draft = parse(text, "a.md")
    assert problem in said(draft)
    assert len(draft.lesson.steps) <= MOST_STEPS
    assert all(len(step.builds) <= MOST_BUILDS for step in draft.lesson.steps)
    assert all(len(build.text) <= LONGEST_TEXT for s in draft.lesson.steps for build in s.builds)


def test_a_lesson_has_only_so_many_different_figures() -> None:
    step = STEP + "".join(
        f'### B{number}\n```stage\nmovements = ["hip-hinge"]\nloads_kg = [%d.{number:02}]\n```\n'
        for number in range(MOST_BUILDS)
    )
    text = FRONT + "".join(step.replace("%d", str(n % 4)) for n in range(8))
    draft = parse(text, "a.md")
    assert draft.complete
    assert draft.errors == ()
    text = FRONT + "".join(step.replace("%d", str(n % 4)) for n in range(4)) + STEP
    draft = parse(text + STAGE.replace("]\n", "]\nloads_kg = [399]\n"), "a.md")
    assert not draft.complete
    assert said(draft).endswith("more than 60 different figures up to here; make two lessons")
    shown = {cast for s in draft.lesson.steps for b in s.builds for cast in b.stage.movements}
    assert len(shown) == MOST_FIGURES


def test_replays_are_figures_as_well() -> None:
    choice = '[[choice]]\ntext = "t"\nexplanation = "e"\nmisconception = "m"\n'
    build = (
        '### B%d\n```stage\nmovements = ["hip-hinge"]\nloads_kg = [%d]\n```\n```question\n'
        f'prompt = "p"\n{choice}replay = {{ loads_kg = [1%d] }}\n'
        '[[choice]]\ntext = "t"\nexplanation = "e"\nright = true\n```\n'
    )
    steps = [
        STEP + "".join(build % (n, 15 * s + n, 15 * s + n) for n in range(MOST_BUILDS))
        for s in range(3)
    ]
    assert "more than 60 different figures" in said(parse(FRONT + "".join(steps), "a.md"))


FILL = LONGEST_LESSON - 400
UNITS = {
    "blocks that nobody knows": "```stgae\n```\n",
    "blocks that never end": "```stage\n",
    "steps": "## A\n",
    "builds": "### A\n",
    "paragraphs": "a\n\n",
    "prompts": "> a\n\n",
    "what nobody sees": "\x01\n",
    "HTML": "<a><b>\n",
    "HTML that never ends": "<a" * 499 + "\n",
    "brackets": "[" * 999 + "\n",
    "placeholders that never end": "{a." + "a." * 490 + "\n",
}
INSIDE = {
    "names that nobody knows": "".join(f"k{n} = 1\n" for n in range(9000)),
    "tables that nobody knows": "".join(f"[a{n}]\n" for n in range(9000)),
    "rows": "[[a]]\n" * 9000,
    "a deep list": f"a = {'[' * 9000}",
    "a deep table": f"a = {'{a = ' * 2000}",
    "a name of many parts": f"{'a.' * 5000}b = 1",
    "a number without end": f"a = 1{'0' * 11000}",
    "figures": "movements = [" + '"a", ' * 2000 + "]",
    "props": 'movements = ["a"]\nprops = [' + '"dowl", ' * 1200 + "]",
    "faults": 'movements = ["a"]\nfaults = [' + '"rounded", ' * 1000 + "]",
    "places": 'movements = ["a"]\nload_places = [' + '"han", ' * 1500 + "]",
    "names of layers": 'movements = ["a"]\nlayers = [' + '"a", ' * 2000 + "]",
}
WORST = {
    **{name: FRONT + unit * (FILL // len(unit)) for name, unit in UNITS.items()},
    **{
        name: FRONT + f"{STEP}```stage\n{rows[: LONGEST_BLOCK - 1]}\n```\n" * 8
        for name, rows in INSIDE.items()
    },
    "choices": FRONT + (STEP + "```question\n" + "[[choice]]\n" * 1000 + "```\n") * 8,
    "references": FRONT[:-4]
    + "".join(f'[[reference]]\nid = "r{n}"\n' for n in range(1500))
    + "+++\n"
    + STEP.replace("\n```\n", '\nreference = "r"\n```\n') * 800,
}


@pytest.mark.parametrize("name", WORST)
def test_the_worst_texts_are_read_with_little_work(name: str) -> None:
    calls = Calls()
    with no_hang(), calls.counted():
        draft = parse(WORST[name], "a.md")
        list(playable.problems(draft.lesson))
    assert calls.count < MOST_CALLS
    assert 1 <= len(draft.errors) <= MOST_PROBLEMS + 1
    rows = WORST[name].count("\n") + 2
    assert all(1 <= error.line <= rows and len(str(error)) < 5000 for error in draft.errors)


@pytest.mark.parametrize("text", ["{" * 3000, "{a." + "a." * 1498, "{" + "." * 2998, "{a.b}" * 600])
def test_numbers_that_nobody_fills_in_are_found_quickly(text: str) -> None:
    calls = Calls()
    with no_hang(), calls.counted():
        fill(text, {}, words())
    assert calls.count < MOST_CALLS
