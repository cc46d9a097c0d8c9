"""How easily a text reads is counted as its formula says, in each language by its own rules."""

from __future__ import annotations

import pytest

from hinge_tutor.check.reading_level import (
    SCALES,
    ease,
    english_syllables,
    problems,
    sentences,
    spanish_syllables,
)
from hinge_tutor.lessons.document import parse


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("hip", 1),
        ("hinge", 1),
        ("muscle", 2),
        ("table", 2),
        ("moved", 1),
        ("added", 2),
        ("smile", 1),
        ("backward", 2),
        ("quadriceps", 3),
        ("the", 1),
    ],
)
def test_syllables_of_english_words(word: str, count: int) -> None:
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cadera", 3),
        ("rodilla", 3),
        ("bisagra", 3),
        ("flexión", 2),
        ("glúteos", 3),
        ("energía", 4),
        ("cuerpo", 2),
        ("aeróbico", 5),
        ("quieto", 2),
        ("espalda", 3),
        ("guía", 2),
        ("y", 1),
    ],
)
def test_syllables_of_spanish_words(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


def test_sentences_end_at_stops_colons_points_and_paragraphs() -> None:
    text = (
        "One fold: at the hips. Is it?\n\n- Hinge back\n- Squat down\n\nA [link](lesson:x) {a.b} cm"
    )
    assert sentences(text) == (
        ("One", "fold"),
        ("at", "the", "hips"),
        ("Is", "it"),
        ("Hinge", "back"),
        ("Squat", "down"),
        ("A", "link", "cm"),
    )


def test_the_ease_of_hand_worked_texts() -> None:
    # 2 sentences, 9 words, 11 syllables: 206.835 - 84.6 * 11/9 - 1.015 * 9/2 = 98.868
    assert ease("The hips go back. The knees bend very little.", SCALES["en"]) == pytest.approx(
        98.868, abs=1e-3
    )
    # 1 sentence, 4 words, 7 syllables: 206.835 - 62.3 * 7/4 - 1 * 4 = 93.81
    assert ease("La cadera va atrás.", SCALES["es"]) == pytest.approx(93.81, abs=1e-3)


HARD = "Biomechanical investigations demonstrate considerable electromyographical variability.\n"
PLAIN = "The hips go back and the chest tips down.\n"
WHOLE = """+++
format = 1
title = "T"
minutes = 5
correct = "hip-hinge"
goal = "G"
+++

## A step

> Look.

```step
kind = "show"
```

```stage
movements = ["hip-hinge"]
```

"""


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        (HARD * 20, "en", "reads with an ease of -"),
        (HARD * 20, "es", "reads with an ease of -"),
        (HARD * 20, "xx", ""),
        (HARD * 5, "en", ""),
        (PLAIN * 20, "en", ""),
        ("one " * 26, "en", "a sentence of 26 words"),
        ("one " * 25, "en", ""),
    ],
)
def test_hard_lessons_and_sentences_without_end_are_told(
    text: str, language: str, told: str
) -> None:
    found = list(problems(parse(WHOLE + text, f"{language}/01-a.md").lesson))
    assert [told in each.problem for each in found] == ([True] if told else [])
