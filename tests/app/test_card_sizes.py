"""Cards over the window and the pages in them have the size that their text and window ask for."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QFrame

from hinge_tutor.app.reference_page import TALLEST_PX
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.style import BODY
from hinge_tutor.app.window import Window

from .conftest import Opened, settle
from .test_reference_page import PAGES, opened_page


@pytest.mark.parametrize("id_", [*PAGES, "help"])
def test_a_card_is_as_high_the_second_time(window: Window, id_: str) -> None:
    highs = []
    for _ in range(3):
        window.commands.run(id_)
        settle()
        shown = window.desk.top()
        assert shown is not None
        frame = shown.findChild(QFrame, "card")
        assert isinstance(frame, QFrame)
        highs.append(frame.height())
        window.close_innermost()
    assert highs[0] == highs[1] == highs[2] > 400


@pytest.mark.parametrize("size", [(1024, 640), (1600, 1000), (560, 480)])
def test_tables_fit_the_page(opened: Opened, size: tuple[int, int]) -> None:
    page = opened_page(opened(size))
    tables = [
        frame
        for frame in page.text.document().rootFrame().childFrames()
        if isinstance(frame, QTextTable)
    ]
    assert len(tables) == 7
    assert {table.columns() for table in tables} == {4}
    assert page.text.horizontalScrollBar().maximum() == 0


def test_a_page_ends_inside_its_card(opened: Opened) -> None:
    """Also where its title takes two lines."""
    large = Settings(health_note_read=True, text_percent=200)
    page = opened_page(opened((560, 480), large))
    inside = page.text.parentWidget()
    assert inside is not None
    assert page.text.geometry().bottom() < inside.rect().bottom()


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1920, 1080), (3840, 2160)])
def test_a_page_grows_with_its_text(opened: Opened, size: tuple[int, int], percent: int) -> None:
    window = opened(size, Settings(health_note_read=True, text_percent=percent))
    text = opened_page(window).text
    letters = text.document().defaultFont().pixelSize() / BODY
    assert text.height() >= min(TALLEST_PX * letters, 0.75 * size[1])
    assert text.height() <= max(TALLEST_PX, 0.85 * size[1])


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_long_lines_of_code_wrap(opened: Opened, percent: int) -> None:
    large = Settings(health_note_read=True, text_percent=percent)
    page = opened_page(opened((1024, 640), large), "authors-guide")
    assert page.text.horizontalScrollBar().maximum() == 0
    page.text.show_markdown(f"```\n{'word ' * 60}\n  second\n{'x' * 300}\n```")
    assert page.text.horizontalScrollBar().maximum() == 0
    lines = page.text.toPlainText().splitlines()
    assert lines[1] == "  second"
