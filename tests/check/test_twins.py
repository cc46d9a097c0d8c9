"""A lesson in another language has the same steps, builds, blocks, numbers and proofs."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor.check.twins import problems
from hinge_tutor.lessons.document import read_draft

TWINS = Path(__file__).parent / "twins"
ENGLISH, SPANISH = TWINS / "en.md", TWINS / "es.md"
CHOICE = """[[choice]]
text = "La segunda"
right = true
explanation = "Baja {squat.hip_down_cm:.0f} cm."
"""
BUILD = """### Mira

```stage
play = "once"
```
"""
PRACTICE = """```practice
count = 5
```
"""
CUE = """```cue
id = "wall"
text = "Busca una pared detrás de ti."
internal = "Lleva la cadera atrás."
```
"""
REPLAY = 'replay = { at = "set_up" }\n'
MISS = """[[miss]]
where = "ahead"
explanation = "Más atrás."
misconception = "Se queda."
"""

# What is changed in the Spanish twin, and what is then said of it.
CHANGES = {
    "minutes": ("minutes = 5", "minutes = 6", "minutes: 6 here, 5 in English"),
    "correct": ('correct = "hip-hinge"', 'correct = "squat"', "correct: squat here, hip-hinge"),
    "an objective": (', "Ponte de pie."', "", "the number of objectives: 1 here, 2"),
    "a key point": (', "Dos."', ', "Dos.", "Tres."', "the number of key_points: 3 here, 2"),
    "strength": ('strength = "model"', 'strength = "coaching"', "references with their strengths"),
    "card": ('id = "fold"', 'id = "pliegue"', "the ids of cards: pliegue here, fold in English"),
    "card's moment": ("miralo/Una vez", "miralo/Adivina", "the moment that a card shows: 0, 0"),
    "card's number": (
        '"{hip-hinge.hip_back_cm:.0f} cm."',
        '"24 cm."',
        "of this answer",
    ),
    "kind": ('kind = "fix_it"', 'kind = "find_fault"', "kind: find_fault here, fix_it in English"),
    "reference": ('reference = "model"\n', "", "reference: none here, model in English"),
    "why": ('why = "Ayuda."\n', "", "whether there is a why: no here, yes in English"),
    "movements": ('["hip-hinge", "squat"]', '["hip-hinge", "lunge"]', "stage: another block here"),
    "play": (
        'play = "once"\n```\n\n```cue',
        'play = "loop"\n```\n\n```cue',
        "stage: another block",
    ),
    "quiet": ('quiet = "En la sentadilla descansan."\n', "", "whether there is a quiet: no here"),
    "share": ("rounded-back=60", "rounded-back=50", "stage: another block here"),
    "term": ('introduces = ["hinge"]', 'introduces = ["squat"]', "introduces: squat here, hinge"),
    "proof": ("hip_back_cm > 10", "hip_back_cm > 5", "proof: hip-hinge.hip_back_cm > 5 here"),
    "idea": ('brings = ["three-folds"]\n', "", "brings: none here, three-folds in English"),
    "question's proof": ("cm > hip-hinge.", "cm < hip-hinge.", "proof: squat.hip_down_cm < hip"),
    "reveal": ('reveal = "Una vez"\n', "", "the build that reveals: none here, 2 in English"),
    "right choice": ("right = true", "right = false", "right: no here, yes in English"),
    "replay": (REPLAY, "", "whether there is a replay: no here, yes in English"),
    "replayed moment": ('{ at = "set_up" }', '{ at = "descent" }', "stage: another block here"),
    "number of a prompt": ("{hip-hinge.hip_down_cm:.0f} cm y va", "4 cm y va", "of this prompt"),
    "decimals": (
        "hip_down_cm:.0f} cm.",
        "hip_down_cm:.1f} cm.",
        "of this explanation",
    ),
    "cue": (CUE, "", "cue_id: none here, wall in English"),
    "inner cue": ('internal = "Lleva la cadera atrás."\n', "", "whether there is a inner_cue"),
    "cue's name": ('id = "wall"', 'id = "door"', "cue_id: door here, wall in English"),
    "build": (BUILD, "", "the number of builds: 1 here, 2 in English"),
    "handle": ('handle = "hip"', 'handle = "knee"', "handle: knee here, hip in English"),
    "closeness": ("close_cm = 8", "close_cm = 4", "close_cm: 4.0 here, 8.0 in English"),
    "miss": (MISS, "", "where a guess misses: none here, ahead in English"),
    "practice": (PRACTICE, "", "practice: none here"),
    "control": ('["rounded-back"]', '["locked-knees"]', "controls: locked-knees here, rounded-"),
    "choice": (CHOICE, CHOICE.replace("right = true", 'misconception = "x"'), "right: no here"),
}


def twin(old: str, new: str, folder: Path) -> list[str]:
    """What is said of a Spanish twin with something changed; every time it stands there."""
    text = SPANISH.read_text(encoding="utf-8")
    assert old in text, old
    path = folder / "es.md"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = problems(read_draft(path).lesson, read_draft(ENGLISH).lesson)
    return [str(problem) for problem in found]


def test_a_translation_that_changes_words_alone_is_right(tmp_path: Path) -> None:
    assert read_draft(SPANISH).errors == read_draft(ENGLISH).errors == ()
    assert twin("# ", "# ", tmp_path) == []


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_is_no_word_must_be_the_same(name: str, tmp_path: Path) -> None:
    old, new, said = CHANGES[name]
    found = twin(old, new, tmp_path)
    assert any(said in problem for problem in found), found
    assert all(problem.startswith(str(tmp_path / "es.md")) for problem in found)
    assert all(problem.endswith("make both the same") for problem in found)


def test_a_change_is_told_on_its_own_line(tmp_path: Path) -> None:
    text = SPANISH.read_text(encoding="utf-8").split("\n")
    line = text.index("close_cm = 8") + 1
    (found,) = twin("close_cm = 8", "close_cm = 4", tmp_path)
    # A drag's closeness has no line of its own.
    assert abs(int(found.split(":")[1]) - line) <= 5


def test_a_step_that_is_missing_is_told_once(tmp_path: Path) -> None:
    text = SPANISH.read_text(encoding="utf-8")
    found = twin(text[text.index("## Corrige") :], "", tmp_path)
    assert len(found) == 1
    assert "the number of steps: 2 here, 3 in English" in found[0]
