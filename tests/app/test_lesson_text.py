"""A lesson's text shows Markdown and nothing that comes from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from hinge_tutor.app.lesson_text import LessonText
from tests.lessons.packing import png

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
    shown = text.loadResource(2, QUrl("inside.svg"))
    assert isinstance(shown, QImage)
    assert (shown.width(), shown.height()) == (4, 4)


def test_a_picture_is_painted_and_no_wider_than_the_text(
    qtbot: QtBot, text: LessonText, tmp_path: Path
) -> None:
    red = QImage(900, 450, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    assert red.save(str(tmp_path / "wide.png"))
    text.show_markdown("Words.\n\n![wide](wide.png)\n\nMore words.", tmp_path, 14)
    text.show()
    qtbot.waitExposed(text)
    assert text.document().idealWidth() <= text.viewport().width()
    narrow, wide = text.heightForWidth(200), text.heightForWidth(400)
    assert wide - narrow == pytest.approx(100, abs=20)
    painted = text.grab().toImage()
    colors = {painted.pixelColor(x, 100).name() for x in range(0, 300, 10)}
    assert QColor("red").name() in colors


def test_a_pack_shows_its_own_pictures_and_no_file(text: LessonText, tmp_path: Path) -> None:
    (tmp_path / "outside.svg").write_bytes(PICTURE)
    held = {"pictures/é.png": png(6, 3)}
    text.show_markdown("![a](pictures/é.png) ![b](outside.svg)", tmp_path, 14, packed=held)
    shown = text.loadResource(2, QUrl("pictures/e\u0301.png"))
    assert isinstance(shown, QImage)
    assert (shown.width(), shown.height()) == (6, 3)
    assert text.loadResource(2, QUrl("outside.svg")) is None


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
