"""The words of a button go on in another line, and none of them is cut off."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QIcon, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hinge_tutor.app.wrapping import WrappingButton, broken

WORDS = "Why, and how we know"


@pytest.fixture
def button(qtbot: QtBot) -> Iterator[WrappingButton]:
    """In a column, as panes have it."""
    column = QWidget()
    qtbot.addWidget(column)
    made = WrappingButton(WORDS)
    QVBoxLayout(column).addWidget(made)
    column.show()
    yield made
    column.close()


def put_in(button: WrappingButton, width: int) -> None:
    column = button.parentWidget()
    assert column is not None
    layout = column.layout()
    assert layout is not None
    column.resize(width, 400)
    layout.activate()


def test_words_are_broken_where_the_next_one_would_not_fit(button: WrappingButton) -> None:
    metrics = button.fontMetrics()
    wide = metrics.horizontalAdvance("Why, and")
    assert broken(WORDS, metrics, 10_000) == WORDS
    assert broken(WORDS, metrics, wide).splitlines()[0] == "Why, and"
    assert broken(WORDS, metrics, 1).splitlines() == WORDS.split()
    assert broken("", metrics, 1) == ""


@pytest.mark.parametrize("width", [120, 160, 240, 600])
def test_a_button_is_as_high_as_its_words_are_there(button: WrappingButton, width: int) -> None:
    put_in(button, width)
    lines = super(WrappingButton, button).text().splitlines()
    assert " ".join(lines) == WORDS
    room = button.contentsRect()
    metrics = button.fontMetrics()
    assert all(metrics.horizontalAdvance(line) <= room.width() for line in lines)
    assert metrics.lineSpacing() * len(lines) <= room.height()
    assert button.height() == button.heightForWidth(button.width())


def test_what_is_read_and_said_of_it_has_no_breaks(button: WrappingButton) -> None:
    put_in(button, 120)
    assert button.text() == WORDS
    face = QAccessible.queryAccessibleInterface(button)
    assert face.text(QAccessible.Text.Name) == WORDS


def test_it_asks_for_one_line_and_needs_no_more_than_its_longest_word(
    button: WrappingButton,
) -> None:
    put_in(button, 200)
    words = max(map(button.fontMetrics().horizontalAdvance, WORDS.split()))
    whole = button.fontMetrics().horizontalAdvance(WORDS)
    assert button.minimumSizeHint().width() < whole
    assert button.minimumSizeHint().width() >= words
    assert button.sizeHint().width() >= whole


def test_it_reckons_anew_when_its_letters_grow_or_an_icon_comes(button: WrappingButton) -> None:
    put_in(button, 160)
    before, wide = button.heightForWidth(160), button.sizeHint().width()
    button.setStyleSheet("font-size: 40px")
    assert button.heightForWidth(160) > before
    assert button.sizeHint().width() > wide
    button.setStyleSheet("")
    assert (button.heightForWidth(160), button.sizeHint().width()) == (before, wide)
    picture = QPixmap(24, 24)
    picture.fill()
    button.setIconSize(QSize(24, 24))
    button.setIcon(QIcon(picture))
    assert button.sizeHint().width() >= wide + 24
