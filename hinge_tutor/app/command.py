"""A command: one thing the program can do, its words, its place in the menus, and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from hinge_tutor.app.chrome_words import tr

# The name of a field that takes every key, to be told which one it is.
CAPTURE = "capture"


def always() -> bool:
    """For commands that are always possible."""
    return True


def never() -> bool:
    """For commands that are not switches."""
    return False


def unsaid() -> str:
    """For commands of which there is nothing to say."""
    return ""


@dataclass(frozen=True)
class Command:
    """`menu` with & before its letter, as Qt has it.

    `keys` as `key_name` writes them, the first one is shown; `checked` for switches; `reason` says
    in a sentence why it is not possible now, where that can be said.
    """

    id: str
    menu: str
    words: str
    keys: tuple[str, ...]
    run: Callable[[], None]
    possible: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None
    reason: Callable[[], str] = unsaid

    def keys_shown(self, letters: bool) -> str:
        """The keys that work, as a person reads them."""
        return ", ".join(self.caps(letters))

    def caps(self, letters: bool) -> tuple[str, ...]:
        """The keys that work, one by one."""
        return tuple(shown(key) for key in self.keys if letters or not is_character(key))


@dataclass(frozen=True)
class Bound:
    """Commands with the keys that somebody chose, and what was wrong with the choice."""

    commands: tuple[Command, ...]
    problems: tuple[str, ...] = ()


Lines = tuple[str, ...]
Bind = Callable[[tuple[Command, ...], Lines], Bound]


class Commands:
    """All commands, by id and by key.

    `usual` is how they come, `all` has the keys that somebody chose, as soon as they are chosen.
    """

    def __init__(
        self,
        commands: Iterable[Command],
        chosen: Callable[[], Lines] = tuple,
        bind: Bind = lambda usual, _lines: Bound(usual),
    ) -> None:
        """`chosen` tells the keys that somebody chose in lines, `bind` gives them to commands."""
        self.usual = tuple(commands)
        # Those that were run out of a list, the last one first.
        self.recent: tuple[str, ...] = ()
        # What is wrong with the keys that were chosen, in sentences.
        self.problems: tuple[str, ...] = ()
        self._chosen, self._bind = chosen, bind
        self._lines: Lines = ()
        self._set(self.usual)

    def _set(self, commands: tuple[Command, ...]) -> None:
        self._all = commands
        self._by_id = {command.id: command for command in commands}
        self._by_key = {key: command for command in commands for key in command.keys}
        assert len(self._by_id) == len(commands), "two commands share an id"
        assert len(self._by_key) == sum(len(c.keys) for c in commands), "two commands share a key"

    def _renew(self) -> None:
        """As the keys are chosen now; most people choose none, and wait for nothing."""
        lines = self._chosen()
        if lines == self._lines:
            return
        found = self._bind(self.usual, lines)
        self._lines, self.problems = lines, found.problems
        self._set(found.commands)

    @property
    def all(self) -> tuple[Command, ...]:
        """Every command with its present keys."""
        self._renew()
        return self._all

    def run(self, id_: str) -> None:
        """Runs a command if it is possible now."""
        command = self.get(id_)
        if command.possible():
            command.run()

    def run_listed(self, id_: str) -> None:
        """Runs a command out of a list, which from now on names it first."""
        self.recent = (id_, *(each for each in self.recent if each != id_))
        self.run(id_)

    def get(self, id_: str) -> Command:
        """The command of an id."""
        self._renew()
        return self._by_id[id_]

    def by_key(self, key: str) -> Command | None:
        """The command behind a key."""
        self._renew()
        return self._by_key.get(key)

    def menus(self) -> tuple[str, ...]:
        """The menus in their order."""
        return tuple(dict.fromkeys(command.menu for command in self.usual))


def plain(words: str) -> str:
    """A menu's name without the mark of its letter."""
    return words.replace("&", "")


def is_character(key: str) -> bool:
    """Whether a key types a letter, a digit or a sign."""
    return len(key) == 1


def shown(key: str) -> str:
    """A key as it is written on keyboards where the user's language is typed."""
    if is_character(key) and key not in _SIGNS:
        return key
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
SAME = {"Enter": "Return", "+": "=", "_": "-"}


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
        return SAME.get(typed, typed.upper())
    if len(name) == 1 and not name.isalpha():
        held = [mark for mark in held if mark != "Shift+"]
    name = SAME.get(name, name)
    return "".join(held) + name
