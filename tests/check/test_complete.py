"""A lesson of the course has objectives, key points, cards, replays, and sources to look up."""

from __future__ import annotations

import pytest

from hinge_tutor.check.complete import problems
from hinge_tutor.lessons.document import parse
from hinge_tutor.lessons.words import words

CARD = """
[[card]]
id = "{id}"
ask = "Where does a hinge fold?"
answer = "At the hips: {{hip-hinge.share_hip_percent:.0f}} percent."
shows = "{shows}"
"""
CARDS = "".join(
    CARD.format(id=id_, shows=shows)
    for id_, shows in (("a", "look"), ("b", "look/One"), ("c", "ask"), ("d", "ask/Ask"))
)
QUESTION = """```question
prompt = "Which?"

[[choice]]
text = "This"
right = true
explanation = "Yes."

[[choice]]
text = "That"
explanation = "No."
misconception = "It is that."
replay = { stop_at = "turn", play = "once" }
```
"""
WHOLE = f"""+++
format = 1
title = "T"
minutes = 5
correct = "hip-hinge"
goal = "G"
objectives = ["Find the hip joint.", "Tell a hinge from a bend."]
key_points = ["Hips go back.", "The back stays.", "It is a hinge."]

[[reference]]
id = "esola"
text = "Esola and others 1996, Spine 21:71."
strength = "measured"
limit = "Adults."
{CARDS}+++

## Look

> Look.

```step
kind = "show"
reference = "esola"
```

```stage
movements = ["hip-hinge"]
```

### One

```cue
text = "Reach for the wall."
internal = "Push your hips back."
```

## Ask

> Choose.

```step
kind = "recall"
```

```stage
movements = ["hip-hinge"]
```

### Ask

{QUESTION}
### Again

{QUESTION}"""


def said(text: str) -> list[str]:
    return [each.problem for each in problems(parse(text, "01-a.md").lesson, words())]


def test_a_complete_lesson_lacks_nothing() -> None:
    assert said(WHOLE) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"Find the hip joint.", ', "", "1 objectives; a lesson of the course has 2 to 4"),
        ('"Hips go back.", ', "", "2 key_points; a lesson of the course has 3 to 5"),
        ("Find the hip joint.", "one " * 16, "objectives[0] has 16 words; at most 15"),
        ("The back stays.", "one " * 21, "key_points[1] has 21 words; at most 20"),
        ('internal = "Push your hips back."\n', "", "a cue in one wording"),
        ('replay = { stop_at = "turn", play = "once" }\n', "", "no moment disproves this choice"),
        ('shows = "look/One"', 'shows = "look/Two"', 'shows is "look/Two"'),
        ("Where does a hinge fold?", "where " * 26, "this ask has 26 words; at most 25"),
        ("At the hips:", "here " * 40, "this answer has 42 words; at most 40"),
        ("share_hip_percent", "share_hpi_percent", "is not measured"),
        (CARDS, CARD.format(id="a", shows="look"), "1 cards; a lesson of the course has 4 to 6"),
        (" 1996", "", "nobody can look it up"),
        ('reference = "esola"\n', "", 'no step names the reference "esola"'),
        (f"### Again\n\n{QUESTION}", "### Again\n", "1 questions; a lesson of the course asks"),
    ],
)
def test_what_is_missing_is_told(old: str, new: str, told: str) -> None:
    assert old in WHOLE
    (problem,) = said(WHOLE.replace(old, new, 1))
    assert told in problem
