"""A picture on the clipboard is a side photo, wherever in the window it is pasted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


class PhotoPaste(QObject):
    """Stands in a window, so that whoever pastes there finds it; `wanted` asks for the photo."""

    wanted = Signal()

    def __init__(self, window: QWidget, possible: Callable[[], bool]) -> None:
        """`possible` says whether a photo can be seen now."""
        super().__init__(window)
        self.possible = possible


def holds_picture() -> bool:
    """Whether a picture is on the clipboard."""
    # Asked for its kinds, the clipboard would hand out what it lets go of with the next copy.
    return not QGuiApplication.clipboard().image().isNull()


def or_picture(possible: Callable[[], bool]) -> Callable[[], bool]:
    """Whether something can be pasted: what was possible anyway, or a picture."""
    return lambda: possible() or holds_picture()


def pasted_photo(window: QWidget) -> bool:
    """Opens the picture on the clipboard as a side photo; False where there is none."""
    paste = window.findChild(PhotoPaste)
    if paste is None or not paste.possible() or not holds_picture():
        return False
    paste.wanted.emit()
    return True
