"""A reference page in another language has the same headings, names, tables and examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor.check.page_twins import problems

ENGLISH = """# A page

Give it a `name`, as in `two words`.

    hinge-tutor check

## Parts

| key | means |
|---|---|
| `low` | at least |

```text
## Step title          one idea
low = 3                or high
title = "What is it?"
                       goes on
```

~~~~
### Look

> Words here.

```question
reveal = "Look"
language = "en"
```
~~~~
"""
SPANISH = """# Una página

Ponle un `name`, como en `dos palabras`; también `otro`.

    hinge-tutor check --language es

## Partes

| clave | significa |
|---|---|
| `low` | al menos |

```text
## Título del paso     una sola idea
low = 3                o high
title = "¿Qué es esto?"
                       y sigue
```

~~~~
### Mira

> Aquí van palabras,
> en dos líneas.

```question
reveal = "Mira"
language = "es"
```
~~~~
"""
# What is changed in the Spanish page, and the line and words of what is then said.
CHANGES = {
    "heading": ("## Partes", "### Partes", 1, "the headings: # ### here, # ## in English"),
    "no heading": ("## Partes", "Partes", 1, "the headings: # here, # ## in English"),
    "name": ("`name`", "`nombre`", 1, "lacks what English names: `name`"),
    "key": ("| `low`", "| bajo", 7, "lacks what English names: `low`"),
    "row": ("| `low` | al menos |", "| `low` | al menos |\n| a | b |", 7, "4 here, 3 in English"),
    "column": ("| `low` | al menos |", "| `low` | al menos | |", 7, "or of other columns"),
    "number": ("low = 3 ", "low = 4 ", 7, "`low = 4` here, `low = 3` in English"),
    "row of an example": (
        "low = 3                o high\n",
        "",
        7,
        "another order here, `low = 3`",
    ),
    "order": (
        'low = 3                o high\ntitle = "¿Qué es esto?"\n',
        'title = "¿Qué es esto?"\nlow = 3                o high\n',
        7,
        "another order here, another order in English",
    ),
    "build of an example": ("### Mira", "## Mira", 7, "`## …` here, `### …` in English"),
    "block of an example": ("```question", "```drag", 7, "```drag` here"),
    "command": ("hinge-tutor check", "hinge-tutor chek", 1, "`hinge-tutor chek` here"),
}


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    here, english = tmp_path / "es.md", tmp_path / "en.md"
    english.write_text(ENGLISH, encoding="utf-8")
    here.write_text(SPANISH, encoding="utf-8")
    return here, english


def test_the_same_page_in_other_words_is_right(pages: tuple[Path, Path]) -> None:
    assert list(problems(*pages)) == []


@pytest.mark.parametrize("change", CHANGES)
def test_another_page_is_told(change: str, pages: tuple[Path, Path]) -> None:
    here, english = pages
    before, after, line, said = CHANGES[change]
    assert SPANISH.count(before) == 1
    here.write_text(SPANISH.replace(before, after), encoding="utf-8")
    told = list(problems(here, english))
    assert told
    assert (told[0].file, told[0].line) == (str(here), line)
    assert said in told[0].problem
    assert len(told) == 1
