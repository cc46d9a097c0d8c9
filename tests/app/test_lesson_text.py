"""A lesson's text shows Markdown and nothing that comes from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from hinge_tutor.app.lesson_text import LessonText

PICTURE = b"<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>"


@pytest.fixture
def text(qtbot: QtBot) -> LessonText:
    made = LessonText(lambda *_: None)
    qtbot.addWidget(made)
    made.resize(300, 200)
    return made


def test_html_is_shown_as_it_is_written(text: LessonText, tmp_path: Path) -> None:
    text.show_markdown("A <b>bold</b> <script>word</script> and *one* more.", tmp_path, 14)
    assert "<script>" in text.toPlainText()
    assert "one more" in text.toPlainText()


@pytest.mark.parametrize(
    "name",
    [
        "../outside.svg",
        "/etc/hostname",
        "file:///etc/hostname",
        "http://example.org/a.svg",
        "data:image/svg+xml,<svg/>",
        "words.toml",
        "missing.svg",
        "link.svg",
        "long" * 100 + ".svg",
        "half%00.svg",
        "inside.svg/under.svg",
    ],
)
def test_no_file_from_elsewhere_is_read(text: LessonText, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "lessons"
    folder.mkdir()
    (tmp_path / "outside.svg").write_bytes(PICTURE)
    (folder / "words.toml").write_bytes(b"")
    (folder / "link.svg").symlink_to(tmp_path / "outside.svg")
    text.show_markdown(f"![picture]({name})", folder, 14)
    assert text.loadResource(2, QUrl(name)) is None


def test_a_picture_beside_the_lesson_is_read(text: LessonText, tmp_path: Path) -> None:
    (tmp_path / "inside.svg").write_bytes(PICTURE)
    text.show_markdown("![picture](inside.svg)", tmp_path, 14)
    assert text.loadResource(2, QUrl("inside.svg")) == PICTURE


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("lesson:what-is-a-hinge", [("lesson", "what-is-a-hinge")]),
        ("http://example.org", []),
        ("file:///etc/passwd", []),
        ("javascript:alert(1)", []),
    ],
)
def test_links_open_by_allow_list(
    qtbot: QtBot, tmp_path: Path, link: str, opened: list[tuple[str, str]]
) -> None:
    followed: list[tuple[str, str]] = []
    made = LessonText(lambda scheme, path: followed.append((scheme, path)))
    qtbot.addWidget(made)
    made.show_markdown(f"[here]({link})", tmp_path, 14)
    made.anchorClicked.emit(QUrl(link))
    assert followed == opened
