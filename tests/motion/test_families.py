"""Families stand for their members, and a wrong one is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.families import EVERY, expanded, families, read_families
from hinge_tutor.motion.movement import movements


def test_every_movement_is_of_the_family_of_all() -> None:
    assert families()[EVERY] == movements()


def test_families_and_movements_are_each_named_once() -> None:
    assert expanded(["squat", "hinges", "hip-hinge"])[:2] == ("squat", "hip-hinge")
    assert expanded([EVERY, *movements()]) == movements()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('hinges = ["hip-hnige"]', 'did you mean "hip-hinge"?'),
        ("hinges = []", "hinges has no members"),
        ('hinges = ["squat", "squat"]', 'hinges names "squat" twice'),
        ('every = ["squat"]', "already names something else"),
        ('squat = ["squat"]', "already names something else"),
        ("hinges = 3", "write a list"),
    ],
)
def test_a_wrong_family_is_told_with_its_line(tmp_path: Path, row: str, said: str) -> None:
    file = tmp_path / "families.toml"
    file.write_text(f"format = 1\n[families]\n{row}\n", encoding="utf-8")
    with pytest.raises(AuthorErrors) as refused:
        read_families(file)
    assert "families.toml:3:" in str(refused.value)
    assert said in str(refused.value)
