"""Whoever copies an example of the authors' guide, in any language, has something that can be read.

The guide's examples show parts; what a whole file needs besides is put to them here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.check.form import read as read_rules
from hinge_tutor.lessons.languages import languages
from hinge_tutor.motion.fault_rows import read_faults
from hinge_tutor.motion.movement import read_movement

LANGUAGES = [language.code for language in languages()]
TUCK = "[poses.tuck]\nknee_flexion_deg = 60\n\n[weights]"


def example(language: str, first: str) -> str:
    """The example of a guide that begins with `first`, without the notes beside it."""
    guide = shelf.lessons(language, "reference", "authors-guide.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```text\n(.*?)```", guide, re.DOTALL)
    (found,) = (block for block in blocks if block.startswith(first))
    rows = (re.sub(r"\s{2,}.*", "", row) for row in found.split("\n"))
    return "\n".join(rows)


def shipped(movement: str) -> str:
    return shelf.lessons("movements", f"{movement}.toml").read_text(encoding="utf-8")


def whole_movement(language: str) -> str:
    return example(language, "format = 1").replace("[weights]", "[poses.standing]\n\n[weights]")


def pulled(language: str) -> str:
    return shipped("hip-hinge") + example(language, "[[band]]")


def in_the_air(language: str) -> str:
    text = shipped("vertical-jump").replace("[weights]", TUCK)
    rows = example(language, "[flight]")
    return re.sub(r"\[flight\].*?(?=\n\[)", rows, text, flags=re.DOTALL)


def swung(language: str) -> str:
    ours = shipped("kettlebell-swing")
    support = re.search(r"\[\[support\]\].*?(?=\n\[)", ours, re.DOTALL)
    assert support is not None
    head = f"format = 1\nsymmetric = true\n{example(language, 'swing = true')}"
    return f"{head}\n{support.group()}\n{ours[ours.index('[poses.') :]}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [whole_movement, pulled, in_the_air, swung])
def test_the_rows_of_a_movement_can_be_read(
    made: Callable[[str], str], language: str, tmp_path: Path
) -> None:
    path = tmp_path / "example.toml"
    path.write_text(made(language), encoding="utf-8")
    assert read_movement(path).id == "example"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fault_and_a_rule_can_be_read(language: str, tmp_path: Path) -> None:
    path = tmp_path / "example.toml"
    path.write_text(f"format = 1\n{example(language, '[[fault]]')}", encoding="utf-8")
    assert list(read_faults(path)) == ["rounded-back"]
    path.write_text(f"format = 1\n{example(language, '[[rule]]')}", encoding="utf-8")
    rules, problems = read_rules(path)
    assert problems == ()
    assert rules is not None
    assert [rule.id for rule in rules.rules] == ["hinge-shins-upright"]
