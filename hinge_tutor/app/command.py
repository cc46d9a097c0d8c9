"""A command: one thing the program can do, its words, its place in the menus, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hinge_tutor.app.chrome_words import tr


def always() -> bool:
    """For commands that are always possible."""
    return True


def never() -> bool:
    """For commands that are not switches."""
    return False


@dataclass(frozen=True)
class Command:
    """`menu` with & before its letter, as Qt has it.

    `keys` as `key_name` writes them, the first one is shown; `checked` for switches.
    """

    id: str
    menu: str
    words: str
    keys: tuple[str, ...]
    run: Callable[[], None]
    possible: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None

    def keys_shown(self, letters: bool) -> str:
        """The keys that work, as a person reads them."""
        return ", ".join(self.caps(letters))

    def caps(self, letters: bool) -> tuple[str, ...]:
        """The keys that work, one by one."""
        return tuple(shown(key) for key in self.keys if letters or not is_character(key))


class Commands:
    """All commands, by id and by key."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self.all = tuple(commands)
        self._by_id = {command.id: command for command in self.all}
        self._by_key = {key: command for command in self.all for key in command.keys}
        assert len(self._by_id) == len(self.all), "two commands share an id"
        assert len(self._by_key) == sum(len(c.keys) for c in self.all), "two commands share a key"

    def run(self, id_: str) -> None:
        """Runs a command if it is possible now."""
        command = self._by_id[id_]
        if command.possible():
            command.run()

    def get(self, id_: str) -> Command:
        """The command of an id."""
        return self._by_id[id_]

    def by_key(self, key: str) -> Command | None:
        """The command behind a key."""
        return self._by_key.get(key)

    def menus(self) -> tuple[str, ...]:
        """The menus in their order."""
        return tuple(dict.fromkeys(command.menu for command in self.all))


def plain(words: str) -> str:
    """A menu's name without the mark of its letter."""
    return words.replace("&", "")


def is_character(key: str) -> bool:
    """Whether a key types a letter, a digit or a sign."""
    return len(key) == 1


def shown(key: str) -> str:
    """A key as it is written on keyboards where the user's language is typed."""
    names = {
        "PgDown": tr("PgDn"),
        "PgUp": tr("PgUp"),
        "Home": tr("Home"),
        "End": tr("End"),
        "Space": tr("Space"),
        "Return": tr("Enter"),
        "Shift": tr("Shift"),
        "Backspace": tr("Backspace"),
        **_SIGNS,
    }
    *held, last = [*key[:-2].split("+"), "+"] if key.endswith("++") else key.split("+")
    return "+".join(names.get(each, each) for each in (*held, last))


_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "-": "−"}
_WITH = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl+"),
    (Qt.KeyboardModifier.AltModifier, "Alt+"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift+"),
)
_SAME = {"Enter": "Return", "+": "=", "_": "-"}


def key_name(event: QKeyEvent) -> str:
    """A key with its modifiers, such as `Ctrl+PgDown`, `N` or `?`.

    A sign is itself however a keyboard types it; Shift counts for keys without a sign only.
    """
    # Before the first key nobody has to know the names of all.
    from PySide6.QtGui import QKeySequence

    name = QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)
    held = [mark for modifier, mark in _WITH if event.modifiers() & modifier]
    typed = event.text()
    if len(typed) == 1 and typed.isprintable() and typed != " " and not {"Ctrl+", "Alt+"} & {*held}:
        return _SAME.get(typed, typed.upper())
    if len(name) == 1 and not name.isalpha():
        held = [mark for mark in held if mark != "Shift+"]
    name = _SAME.get(name, name)
    return "".join(held) + name
