"""The words of another language have the names, placeholders and units of the English ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor.check.twin_words import problems, proof_problems

ENGLISH = """language = "en"
[forces]
arm = "{cm:.0f} cm of {newtons:.1f} N"
[levels]
names = ["low", "high"]
[measures.hip]
name = "Hip"
unit = "cm"
decimals = 1
[glossary.hinge]
forms = ["hinge"]
"""
SPANISH = """language = "es"
[forces]
arm = "de {newtons:.1f} N, {cm:.0f} cm"
[levels]
names = ["bajo", "alto"]
[measures.hip]
name = "Cadera"
unit = "cm"
decimals = 1
[glossary.hinge]
forms = ["bisagra", "bisagras"]
"""
# What is changed in the Spanish file, on which line that is told, and how.
CHANGES = {
    "missing word": ('name = "Cadera"\n', "", 6, 'no word for name; write name = "…" in [measures'),
    "stranger": ("[levels]", 'legs = "x"\n[levels]', 4, "English has no forces.legs; delete it"),
    "missing placeholder": ("{newtons:.1f} N, ", "", 3, "other placeholders than in English"),
    "other decimals": ("{cm:.0f}", "{cm:.1f}", 3, "than in English: {cm:.0f}, {newtons:.1f}"),
    "open brace": ("{cm:.0f}", "{cm:.0f", 3, "other placeholders"),
    "unit": ('unit = "cm"', 'unit = "mm"', 8, "unit is 'mm', in English 'cm'; write that"),
    "measured decimals": ("decimals = 1", "decimals = 2", 9, "decimals is 2, in English 1"),
    "kind": ('["bajo", "alto"]', '"bajo"', 5, "names is of another kind than in English"),
    "too few": ('["bajo", "alto"]', '["bajo"]', 5, "names has 1 words, in English 2"),
    "language": ('"es"', '"en"', 1, 'language is not "es", as the folder is called'),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for each language with its words."""
    for language, text in (("en", ENGLISH), ("es", SPANISH)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "words.toml").write_text(text, encoding="utf-8")
    return tmp_path


def told(folder: Path) -> list[str]:
    words = folder / "es" / "words.toml"
    return [str(each) for each in problems(words, folder / "en" / "words.toml")]


def test_another_order_and_more_forms_are_right(folder: Path) -> None:
    assert told(folder) == []


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_is_no_word_must_be_the_same(name: str, folder: Path) -> None:
    old, new, line, said = CHANGES[name]
    assert old in SPANISH
    text = SPANISH.replace(old, new, 1)
    (folder / "es" / "words.toml").write_text(text, encoding="utf-8")
    (problem,) = told(folder)
    assert problem.startswith(f"{folder / 'es' / 'words.toml'}:{line}: ")
    assert said in problem


def test_what_a_target_stands_on_is_told_in_each_language_but_english(tmp_path: Path) -> None:
    rows = '[rows.squat]\ntitle = "{case}"\n'
    english, spanish = tmp_path / "en.toml", tmp_path / "es.toml"
    english.write_text(f'language = "en"\n{rows}', encoding="utf-8")
    head = f'language = "{tmp_path.name}"\n'
    spanish.write_text(f"{head}{rows}", encoding="utf-8")
    (problem,) = proof_problems(spanish, english)
    assert 'write source = "…" in [rows.squat]' in str(problem)
    spanish.write_text(f'{head}{rows}source = "Isear 1997"\n', encoding="utf-8")
    assert list(proof_problems(spanish, english)) == []
