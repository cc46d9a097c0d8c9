"""Finds commands by what is typed: beginnings of words, parts of them, letters with gaps or a slip.

Case and accents do not count. English names are found in every language, and other words that
people call a command by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from hinge_tutor.app.chooser import Option
from hinge_tutor.app.chrome_words import english
from hinge_tutor.app.command import Command, Commands, plain, shown
from hinge_tutor.app.lesson_commands import DIGIT
from hinge_tutor.app.other_names import other_names
from hinge_tutor.lessons import search

_WORD = re.compile(r"\w+")
# How well a typed word meets one of a command: it begins the word, is inside, has a slip.
BEGINS, INSIDE, NEARLY, NOT = 4, 3, 1, 0
# Words that are not the command's own count half: its menu, its other names.
BESIDE = 0.5
# Shorter ones would be met by nearly everything.
LEAST_FOR_A_GAP, LEAST_FOR_A_SLIP = 3, 4


def command_rows(commands: Commands, letters: bool, typed: str = "") -> list[Option]:
    """Those that have what is typed, the best first; all of them where nothing is typed.

    Those that were run out of this list last stand first; of those that cannot be run now, why.
    """
    found = ranked(_listed(commands), typed)
    return [_option(commands, command, letters) for command in found]


def ranked(commands: Iterable[Command], typed: str) -> list[Command]:
    """Commands in the order in which they meet what is typed; among equals as they come."""
    if not typed.strip():
        return list(commands)
    wanted = _parts(typed)
    scored = [(_score(wanted, typed.strip(), command), command) for command in commands]
    met = [pair for pair in scored if pair[0] > 0]
    return [command for _, command in sorted(met, key=lambda pair: -pair[0])]


def _listed(commands: Commands) -> list[Command]:
    every = [each for each in commands.all if each.id != "commands"]
    shown_ = [command for command in every if not command.id.startswith(DIGIT)]
    recent = {id_: place for place, id_ in enumerate(commands.recent)}
    return sorted(shown_, key=lambda command: recent.get(command.id, len(recent)))


def _option(commands: Commands, command: Command, letters: bool) -> Option:
    possible = command.possible()
    words = f"{plain(command.menu)} › {command.words}"
    why = "" if possible else command.reason()

    def take() -> None:
        commands.run_listed(command.id)

    return Option(words, command.keys_shown(letters), take, possible, why)


def _score(wanted: tuple[str, ...], typed: str, command: Command) -> float:
    """How well a command meets all that is typed; 0 where it lacks a word of it."""
    if typed.casefold() in {shown(key).casefold() for key in command.keys}:
        return 2.0 * BEGINS
    own = _parts(command.words)
    # Some write two words as one.
    own = (*own, "".join(own))
    beside = _parts(f"{plain(command.menu)} {english(command.words)} {other_names(command.id)}")
    total = 0.0
    for word in wanted:
        best = max(
            max((_met(word, each) for each in own), default=NOT),
            BESIDE * max((_met(word, each) for each in beside), default=NOT),
        )
        if best == NOT:
            return 0.0
        total += best
    return total


def _met(typed: str, word: str) -> int:
    if word.startswith(typed):
        return BEGINS
    if typed in word:
        return INSIDE
    gap = len(typed) >= LEAST_FOR_A_GAP and typed[0] == word[0] and _with_gaps(typed, word)
    slip = len(typed) >= LEAST_FOR_A_SLIP and _one_slip(typed, word[: len(typed) + 1])
    return NEARLY if gap or slip else NOT


def _with_gaps(typed: str, word: str) -> bool:
    """Whether the letters stand in the word in this order."""
    rest = iter(word)
    return all(letter in rest for letter in typed)


def _one_slip(typed: str, word: str) -> bool:
    """Whether a word begins with what is typed, but for one letter more, less, wrong, swapped."""
    for place in range(len(typed)):
        before, after = typed[:place], typed[place + 1 :]
        if not word.startswith(before):
            return False
        rest = word[place:]
        if (
            rest.startswith(after)
            or rest[1:].startswith(after)
            or rest[1:].startswith(typed[place:])
        ):
            return True
        if after and rest.startswith(after[0] + typed[place] + after[1:]):
            return True
    return False


def _parts(text: str) -> tuple[str, ...]:
    """The words of a text without case and accents."""
    return tuple(_WORD.findall(search.plain(text)))
