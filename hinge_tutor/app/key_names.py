"""Whether a text is the name of a key, as `key_name` would write it."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from hinge_tutor.app.command import SAME, is_character

PORTABLE = QKeySequence.SequenceFormat.PortableText
HELD = ("Ctrl+", "Alt+", "Shift+")


def is_key(name: str) -> bool:
    """Whether pressing something gives this name: `Ctrl+PgDown`, `N`, `?`."""
    last = name
    for mark in HELD:
        last = last.removeprefix(mark)
    if not last or last in SAME or not last.isprintable() or " " in last:
        return False
    if is_character(last):
        held = name[: -len(last)]
        # Shift is named beside a letter only, and only where it does not write a capital.
        shifted = "Shift+" in held and (held == "Shift+" or not last.isalpha())
        return last == last.upper() and not shifted
    found = QKeySequence(last)
    # Of what is no key, Qt tells no name.
    return found.count() == 1 and "+" not in last and found.toString(PORTABLE) == last
