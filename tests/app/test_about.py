"""About tells the versions and nothing of whoever sits there; every license can be read."""

from __future__ import annotations

import getpass
import platform
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication

from hinge_tutor import __version__
from hinge_tutor.app.about import About
from hinge_tutor.app.license_page import LicensePage, page_name
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.licenses import FILE, Work, works
from hinge_tutor.shelf import MissingFile, assets

from .conftest import Opened, settle
from .test_keys import ALT, Key, press

WORKS = [work for work in works(assets(FILE)) if work.texts]


def about(window: Window) -> About:
    window.commands.run("about")
    settle()
    card = window.desk.top()
    assert isinstance(card, About)
    return card


def licenses(window: Window) -> LicensePage:
    window.commands.run("licenses")
    settle()
    card = window.desk.top()
    assert isinstance(card, LicensePage)
    return card


def test_the_versions_are_shown_and_copied(window: Window) -> None:
    card = about(window)
    card.copy.click()
    copied = QGuiApplication.clipboard().text()
    for wanted in (__version__, platform.python_version(), qVersion(), np.__version__):
        assert wanted in copied
        assert wanted in card.versions.text()
    assert str(Path.home()) not in copied
    assert getpass.getuser() not in copied.split()
    assert platform.node() not in copied.split()


def test_about_leads_to_the_licenses_and_esc_back(window: Window) -> None:
    card = about(window)
    card.licenses.click()
    assert isinstance(window.desk.top(), LicensePage)
    window.close_innermost()
    assert window.desk.top() is card


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_each_license_can_be_read_and_left(window: Window, work: Work) -> None:
    page = licenses(window)
    assert work.name in page.text.toPlainText()
    page.text.anchorClicked.emit(QUrl(f"{page_name(work)}.md"))
    settle()
    assert page.title.text() == f"{work.name}: {work.license}"
    shown = " ".join(page.text.toPlainText().split())
    for path in work.texts:
        text = assets(*path.split("/")).read_text(encoding="utf-8")
        assert " ".join(text.split()) in shown
    press(window, Key.Key_Left, ALT)
    assert page.title.text() == "Licenses"


def test_no_link_leaves_the_program(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page = licenses(window)
    for link in ("https://www.qt.io", "file:///etc/passwd", "../../LICENSE.md", "nowhere.md"):
        page.text.anchorClicked.emit(QUrl(link))
        settle()
    assert opened == []
    assert "not here" in page.text.toPlainText()


def test_without_the_list_one_sentence_stands_there(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: str) -> Path:
        raise MissingFile("The file assets/licenses.toml is missing.")

    monkeypatch.setattr("hinge_tutor.app.license_page.shelf.assets", missing)
    assert "not here" in licenses(window).text.toPlainText()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(560, 480), (1024, 640)])
def test_about_fits(opened: Opened, size: tuple[int, int], percent: int, language: str) -> None:
    settings = Settings(health_note_read=True, text_percent=percent, language=language)
    card = about(opened(size, settings))
    card.copy.click()
    settle()
    area = card._area
    sheet = area.widget()
    assert sheet is not None
    assert sheet.width() <= area.viewport().width()
    label = card.versions
    assert label.height() >= label.heightForWidth(label.width())
    for button in (card.copy, card.licenses):
        corner = button.mapTo(card, button.rect().bottomRight())
        assert card.rect().contains(corner)
        assert button.height() >= button.minimumSizeHint().height()


def test_the_folder_of_the_log_is_opened(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return len(asked) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    window.commands.run("log_folder")
    assert asked == [str(tmp_path)]
    assert window.session.notice == ""
    window.commands.run("log_folder")
    assert str(tmp_path) in window.session.notice
