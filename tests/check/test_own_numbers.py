"""A number with a unit in a lesson's prose has something behind it."""

from __future__ import annotations

import pytest

from hinge_tutor.check.own_numbers import problems
from hinge_tutor.lessons.document import parse

LESSON = """+++
format = 1
title = "T"
minutes = 5
correct = "hip-hinge"
goal = "G"

[[reference]]
id = "esola"
text = "Esola 1996: a full bend shares 111° between back and hips, 42 to 69."
strength = "measured"
limit = "Adults."
+++

## A step

> Look.

```step
kind = "show"
reference = "esola"
```

```stage
movements = ["hip-hinge", "hip-hinge"]
names = ["right", "yours"]
loads_kg = [20, 20]
faults = ["", "rounded-back=60"]
```

"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The hips go {right.hip_back_cm:.0f} cm back.", ""),
        ("The hips go 24 cm back.", '"24 cm"'),
        ("They hold 20 kg.", ""),
        ("They hold 25 kg.", '"25 kg"'),
        ("The dial stands at 60 %.", ""),
        ("Of these 111°, the back gives 42°.", ""),
        ("The back gives 43°.", '"43°"'),
        ("It is 70 percent.", '"70 percent"'),
        ("Son el 70 por ciento.", '"70 por ciento"'),
        ("Ten times, for 30 seconds, in 2 sets.", ""),
        ("A width of 1,5 cm.", '"1,5 cm"'),
    ],
)
def test_a_number_is_computed_set_or_sourced(said: str, told: str) -> None:
    found = list(problems(parse(LESSON + said + "\n", "01-a.md").lesson))
    assert [each.line for each in found] == ([LESSON.count("\n") + 1] if told else [])
    assert all(told in each.problem for each in found)
