"""Keys that a control, or the pane around it, needs for itself before they are commands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class OwnKeys:
    """A widget that takes some keys from the commands of the window."""

    def takes(self, key: str) -> bool:
        """Whether a key, by its name in `command.py`, means something of its own here."""
        raise NotImplementedError


def kept(widget: QWidget | None, key: str) -> bool:
    """Whether a focused control, or something that it stands in, needs the key."""
    while widget is not None:
        if isinstance(widget, OwnKeys) and widget.takes(key):
            return True
        widget = widget.parentWidget()
    return False
