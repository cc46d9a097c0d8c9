"""A lesson pack is checked as a whole, in a folder or in its zip, without unpacking it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor.check import check, files
from tests.lessons.packing import FILES, HEAD, LESSON, folder, tree, zipped

LINKED = LESSON.replace("A hinge.", "A hinge. ![hips](%s) [next](lesson:%s)")


def two(picture: str, link: str) -> dict[str, bytes]:
    """A pack whose second lesson shows a picture and leads to a lesson."""
    head = HEAD.replace('"small"', '"small", "other"')
    lesson = LINKED.replace("%s", picture, 1).replace("%s", link, 1)
    return {**FILES, "pack.toml": head.encode(), "other.md": lesson.encode()}


@pytest.mark.parametrize("link", ["small", "what-is-a-hinge"])
def test_a_pack_that_is_right_is_right_in_both_shapes(link: str, tmp_path: Path) -> None:
    home = folder(tmp_path / "home", two("pictures/hips.png", link))
    (tmp_path / "home.zip").write_bytes(zipped(two("pictures/hips.png", link)))
    before = tree(tmp_path)
    assert check([home, tmp_path / "home.zip"]) == []
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("picture", "link", "said"),
    [
        ("hips.png", "small", 'no picture "hips.png" in the pack; it shows .png'),
        ("../home/pictures/hips.png", "small", "no picture"),
        ("pictures/hips.png", "smal", 'did you mean "small"?'),
    ],
)
def test_a_picture_or_a_link_that_leads_nowhere_is_told_in_both_shapes(
    picture: str, link: str, said: str, tmp_path: Path
) -> None:
    home = folder(tmp_path / "home", two(picture, link))
    (tmp_path / "home.zip").write_bytes(zipped(two(picture, link)))
    for path in (home, tmp_path / "home.zip"):
        (problem,) = check([path])
        assert (problem.file, problem.line) == (str(path / "other.md"), 26)
        assert said in problem.problem


def test_terms_come_from_the_lessons_before_it_in_the_pack_alone(tmp_path: Path) -> None:
    later = LESSON.replace('introduces = ["hinge"]', "introduces = []")
    head = HEAD.replace('"small"', '"small", "later"')
    packed = {**FILES, "pack.toml": head.encode(), "09-later.md": later.encode()}
    assert check([folder(tmp_path / "a", packed)]) == []
    alone = {"pack.toml": HEAD.replace("small", "later").encode(), "09-later.md": later.encode()}
    (problem,) = check([folder(tmp_path / "b", alone)])
    assert '"Hinge" is used before it is introduced' in problem.problem


def test_what_cannot_be_opened_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "home.zip").write_bytes(b"no zip")
    (problem,) = check([tmp_path / "home.zip"])
    assert "is not opened: it is damaged, or no zip file" in problem.problem
    home = folder(tmp_path / "home", {**FILES, "pack.toml": b"format = 1\ntitle ="})
    (problem,) = check([home])
    assert (problem.file, problem.line) == (str(home / "pack.toml"), 2)


def test_a_pack_inside_a_folder_is_one_thing(tmp_path: Path) -> None:
    home = folder(tmp_path / "packs" / "home")
    (tmp_path / "alone.md").write_text(LESSON, encoding="utf-8")
    assert files(tmp_path) == (tmp_path / "alone.md", home)
    assert check([tmp_path]) == []
