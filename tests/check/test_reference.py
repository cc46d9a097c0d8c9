"""Reference pages hold words and tables; what would not be shown or opened is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from hinge_tutor.check import check, reference


@pytest.fixture
def page(tmp_path: Path) -> Path:
    folder = tmp_path / "reference"
    folder.mkdir()
    (folder / "the-model.md").write_text("# The model\n", encoding="utf-8")
    return folder / "proof.md"


def test_what_is_shipped_is_right() -> None:
    assert [problem for path in reference.pages() for problem in reference.problems(path)] == []
    assert {path.name for path in reference.pages()} >= {"proof.md", "authors-guide.md"}


@pytest.mark.parametrize(
    "text",
    [
        "# Proof\n\nPlain words, a < b and c > d, and **bold**.",
        "[the model](the-model.md) and [a lesson](lesson:what-is-a-hinge)",
        "`<b>` is shown as it stands, and `[x](y)` too",
        "```text\n<b>[x](https://example.org)</b>\n```\n\nafter",
        "a list:\n\n    <b> in code </b>",
        "| a | b |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_a_page_of_words_is_right(text: str, page: Path) -> None:
    page.write_text(text, encoding="utf-8")
    assert check([page]) == []


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("# Proof\n\nsome <b>bold</b> words", 3, "no HTML"),
        ("# Proof\n<!-- unseen -->", 2, "no HTML"),
        ("see [it](https://example.org)", 1, "does not open"),
        ("see [it](the-modle.md)", 1, 'did you mean "the-model.md"'),
        ("see [it](../01-what-is-a-hinge.md)", 1, "does not open"),
        ("see [it](lesson:what-is-a-hunge)", 1, 'did you mean "what-is-a-hinge"'),
        ("see https://example.org", 1, "name the source in words"),
        ("\n![a picture](a.png)", 2, "words and tables"),
        ("# Proof\n```\n<b>", 1, "not closed"),
    ],
)
def test_what_would_not_open_is_told(text: str, line: int, said: str, page: Path) -> None:
    page.write_text(text, encoding="utf-8")
    (problem,) = check([page])
    assert (problem.file, problem.line) == (str(page), line)
    assert said in problem.problem
