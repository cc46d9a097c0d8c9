"""A painter that is left open when something is raised ends the whole process in Qt."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parents[2] / "hinge_tutor" / "app"
PAINTING = [path for path in sorted(APP.glob("*.py")) if "QPainter(" in path.read_text("utf-8")]


def left_open(source: str) -> Iterator[int]:
    """The lines that begin a painter without a `try` right after it that ends it."""
    for node in ast.walk(ast.parse(source)):
        for block in (getattr(node, "body", None), getattr(node, "finalbody", None)):
            statements = block if isinstance(block, list) else []
            for statement, after in zip_longest(statements, statements[1:]):
                begins = isinstance(statement, ast.Assign) and "QPainter(" in ast.unparse(statement)
                ends = isinstance(after, ast.Try) and "painter.end()" in [
                    ast.unparse(each) for each in after.finalbody
                ]
                if begins and not ends:
                    yield statement.lineno


@pytest.mark.parametrize("path", PAINTING, ids=lambda path: str(path.stem))
def test_every_painter_of_the_window_is_ended(path: Path) -> None:
    assert list(left_open(path.read_text("utf-8"))) == []


def test_a_painter_that_is_not_ended_is_found() -> None:
    source = "def paintEvent(self):\n    painter = QPainter(self)\n    painter.drawRect(1)\n"
    assert list(left_open(source)) == [2]
