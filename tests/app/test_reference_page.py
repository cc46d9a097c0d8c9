"""Help opens the reference pages: read, scrolled and closed by keys, in the program's own style."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from hinge_tutor import shelf
from hinge_tutor.app.chrome import chrome
from hinge_tutor.app.reference_page import ReferencePage
from hinge_tutor.app.settings import THEMES, Settings
from hinge_tutor.app.window import Window
from hinge_tutor.paint import load_palette
from hinge_tutor.stage.palette import contrast
from tests.app.conftest import Opened, settle, unasked

ALT = Qt.KeyboardModifier.AltModifier
PAGES = ("page_the-model", "page_proof", "page_authors-guide")


def card(window: Window) -> ReferencePage:
    found = window.desk.top()
    assert isinstance(found, ReferencePage)
    return found


def opened_page(window: Window, name: str = "proof") -> ReferencePage:
    window.commands.run(f"page_{name}")
    settle()
    return card(window)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)
    settle()


@pytest.mark.parametrize("id_", PAGES)
def test_each_page_is_in_the_help_menu_and_opens(window: Window, id_: str) -> None:
    (command,) = (each for each in window.commands.all if each.id == id_)
    assert command.menu == "&Help"
    command.run()
    settle()
    assert card(window).text.toPlainText()


def test_a_page_stands_under_its_own_title(window: Window) -> None:
    page = opened_page(window)
    assert page.title.text() == "How the figures are checked"
    assert not page.text.toPlainText().startswith(page.title.text())
    assert page.text.accessibleName() == page.title.text()
    interface = QAccessible.queryAccessibleInterface(page.text)
    assert interface.text(QAccessible.Text.Name) == page.title.text()
    assert interface.role() == QAccessible.Role.StaticText


def test_keys_scroll_and_close(window: Window) -> None:
    page = opened_page(window)
    bar = page.text.verticalScrollBar()
    assert QApplication.focusWidget() is page.text
    press(Qt.Key.Key_PageDown)
    down = bar.value()
    assert down > 0
    press(Qt.Key.Key_PageUp)
    assert bar.value() == 0
    press(Qt.Key.Key_Down)
    assert 0 < bar.value() < down
    press(Qt.Key.Key_Escape)
    assert window.desk.top() is None


def test_text_size_and_theme_follow_and_the_place_stays(opened: Opened) -> None:
    window = opened()
    page = opened_page(window)
    # A long page is laid out piece by piece; asked for its size, it is laid out to its end.
    assert page.text.document().size().height() > page.text.height()
    settle()
    bar = page.text.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = page.text.document().defaultFont().pixelSize()
    window.session.change_settings(Settings(health_note_read=True, theme="dark", text_percent=150))
    settle()
    assert page.text.document().defaultFont().pixelSize() == round(before * 1.5)
    assert 0.4 < bar.value() / bar.maximum() < 0.6


def test_a_page_that_is_missing_is_one_kind_sentence(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: str) -> Path:
        raise shelf.MissingFile("gone")

    monkeypatch.setattr(shelf, "lessons", missing)
    page = opened_page(window, "the-model")
    assert page.title.text() == "The model explained"
    assert page.text.toPlainText().startswith("This page is not here.")


def test_links_lead_to_pages_and_lessons_and_nowhere_else(window: Window) -> None:
    page = opened_page(window)
    page.text.on_anchor_clicked(QUrl("authors-guide.md"))
    assert page.title.text() == "Writing a lesson"
    for elsewhere in (
        "https://example.org",
        "file:///etc/hostname.md",
        "../words.md",
        "/etc/hostname.md",
        "#part",
        "javascript:alert(1)",
    ):
        page.text.on_anchor_clicked(QUrl(elsewhere))
        assert page.title.text() == "Writing a lesson", elsewhere
        assert page.isVisible()
    window.commands.run("next")
    page.text.on_anchor_clicked(QUrl("lesson:what-is-a-hinge"))
    assert window.desk.top() is None
    assert window.session.spot.step == 0


@pytest.mark.parametrize("theme", THEMES)
def test_links_can_be_read_in_every_palette(opened: Opened, theme: str) -> None:
    page = opened_page(opened(settings=Settings(health_note_read=True, theme=theme)))
    page.text.show_markdown("Before, [a page](proof.md) and [**another**](the-model.md).")
    links = []
    cursor = QTextCursor(page.text.document())
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        if cursor.charFormat().isAnchor():
            links.append(cursor.charFormat().foreground().color().name())
    assert len(links) == len("a page" + "another")
    ground = chrome(load_palette(theme)).surface.name()
    assert min(contrast(link, ground) for link in links) >= 4.5


def test_the_way_back_leads_to_the_place_one_came_from(window: Window) -> None:
    page = opened_page(window)
    first = page.title.text()
    bar, back = page.text.verticalScrollBar(), page.findChild(QToolButton, "link")
    assert isinstance(back, QToolButton)
    assert not back.isVisible()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    for by_key in (True, False):
        page.text.on_anchor_clicked(QUrl("authors-guide.md"))
        settle()
        assert page.title.text() == "Writing a lesson"
        assert back.isVisible()
        assert bar.value() == 0
        press(Qt.Key.Key_Left, ALT) if by_key else back.click()
        settle()
        assert page.title.text() == first
        assert not back.isVisible()
        assert bar.value() == place
        assert QApplication.focusWidget() is page.text
    press(Qt.Key.Key_Left, ALT)
    assert card(window) is page
    page.text.on_anchor_clicked(QUrl("authors-guide.md"))
    window.close_innermost()
    assert not opened_page(window)._before


@pytest.mark.parametrize("id_", [*PAGES, "help"])
def test_page_keys_never_close_what_is_read(window: Window, id_: str) -> None:
    window.commands.run(id_)
    settle()
    shown = window.desk.top()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        for _ in range(60):
            press(key)
        assert window.desk.top() is shown
    assert window.session.spot == window.session.route.spots[0]


@pytest.mark.parametrize("playing", [True, False])
def test_what_plays_rests_while_a_page_is_open(window: Window, playing: bool) -> None:
    unasked(window.session)
    timeline = window.session.timeline
    timeline.set_loop((0.0, timeline.clock.duration_s))
    timeline.play(playing)
    page = opened_page(window)
    assert not timeline.clock.playing
    page.tell("the-model", "")
    assert not timeline.clock.playing
    window.close_innermost()
    assert timeline.clock.playing == playing
    page.dismiss()
    assert timeline.clock.playing == playing
    timeline.play(False)


def test_html_is_words(window: Window) -> None:
    page = opened_page(window)
    page.text.show_markdown("A <b>bold</b> word and ![a picture](x.png).")
    assert "<b>" in page.text.toPlainText()
