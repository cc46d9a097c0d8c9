"""Puts widgets into the columns of a grid, anew whenever there is room for more or fewer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGridLayout, QWidget


def in_columns(
    grid: QGridLayout, widgets: Iterable[QWidget], columns: int, alike: bool = True
) -> None:
    """So many beside each other, row by row; columns that are `alike` share what room is left."""
    for number, widget in enumerate(widgets):
        grid.removeWidget(widget)
        grid.addWidget(widget, number // columns, number % columns)
    if alike:
        for column in range(grid.columnCount()):
            grid.setColumnStretch(column, 1 if column < columns else 0)
