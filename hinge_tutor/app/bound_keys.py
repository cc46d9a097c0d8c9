"""Which keys commands have: the usual ones, or those that somebody chose in their place.

What is chosen is kept as lines such as `play: Space P`, one for each command whose keys are not
the usual ones; `replay:` has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.command import Bound, Command, Commands, plain, shown
from hinge_tutor.app.key_names import is_key

# What presenters' remotes send: whoever holds one must find every page on its key, whatever
# somebody else has chosen on this computer. And Enter, which goes on wherever nothing is pressed.
FIXED = {
    "next": ("PgDown",),
    "previous": ("PgUp",),
    "present": ("F5",),
    "close": ("Esc",),
    "black": (".",),
    "keep_guess": ("Return",),
}
_FIXED_KEYS = {key: id_ for id_, keys in FIXED.items() for key in keys}
# These lead from control to control, for whoever has no mouse.
WAYS = ("Tab", "Backtab", "Shift+Backtab", "Shift+Tab")


def bound(usual: Sequence[Command], lines: Sequence[str]) -> Bound:
    """The commands as the lines have them; a line that is at fault leaves its usual keys.

    A key that somebody chose is taken from the command that has it usually.
    """
    known = {command.id: command for command in usual}
    letters = {opens(command.menu) for command in usual}
    chosen: dict[str, tuple[str, ...]] = {}
    problems: list[str] = []
    for line in lines:
        read = _read(line)
        if read is None:
            words = tr("settings.json: “%1” gives no command a key, and is passed over.")
            problems.append(words.replace("%1", line))
        elif read[0] not in known:
            words = tr("settings.json gives keys to “%1”, and there is no such command.")
            problems.append(words.replace("%1", read[0]))
        elif problem := _misplaced(known[read[0]], read[1], letters):
            problems.append(problem)
        else:
            chosen[read[0]] = (*_missing(*read), *read[1])
    problems += _without_pairs(chosen, known)
    taken = {key for keys in chosen.values() for key in keys}
    commands = tuple(
        replace(
            command,
            keys=chosen.get(command.id, tuple(key for key in command.keys if key not in taken)),
        )
        for command in usual
    )
    return Bound(commands, tuple(problems))


def refusal(commands: Commands, id_: str, key: str) -> str:
    """Why a command cannot have a key, in a sentence; empty where it can."""
    owner = _FIXED_KEYS.get(key)
    if owner is not None and owner != id_:
        if key == "Return":
            return tr("Enter goes on, and presses what has the focus; it cannot do anything else.")
        words = tr(
            "%1 stays with “%2”: it is a key of presenters’ remotes, which must always work."
        )
        return words.replace("%1", shown(key)).replace("%2", commands.get(owner).words)
    if key in WAYS:
        return tr("Tab leads from control to control; it cannot do anything else.")
    for menu in commands.menus():
        if key == opens(menu):
            words = tr("%1 opens the menu “%2”.")
            return words.replace("%1", shown(key)).replace("%2", plain(menu))
    return ""


def stays(id_: str, key: str) -> bool:
    """Whether a command cannot lose a key."""
    return key in FIXED.get(id_, ())


def with_keys(
    commands: Commands, lines: Sequence[str], id_: str, keys: Iterable[str]
) -> tuple[str, ...]:
    """The lines once a command has these keys, and no other has one of them."""
    wanted = dict.fromkeys((*FIXED.get(id_, ()), *keys))
    lines_now = {read[0]: line for line in lines if (read := _read(line)) is not None}
    usual = {command.id: command.keys for command in commands.usual}
    for command in commands.all:
        if command.id == id_:
            now = tuple(wanted)
        else:
            now = tuple(key for key in command.keys if key not in wanted)
        if now == usual[command.id]:
            lines_now.pop(command.id, None)
        else:
            lines_now[command.id] = f"{command.id}: {' '.join(now)}".rstrip()
    return tuple(lines_now.values())


def _read(line: str) -> tuple[str, tuple[str, ...]] | None:
    """A line as a command's id and its keys; None where it is none."""
    id_, colon, rest = line.partition(":")
    # What a sign before decimals is to some, a key is to others: only the first colon divides.
    keys = tuple(dict.fromkeys(rest.split()))
    if not (colon and id_) or not all(map(is_key, keys)):
        return None
    return id_, keys


def _missing(id_: str, keys: Sequence[str]) -> tuple[str, ...]:
    """The keys that a command has whatever is chosen, where the choice lacks them."""
    return tuple(key for key in FIXED.get(id_, ()) if key not in keys)


def _misplaced(command: Command, keys: Sequence[str], letters: Collection[str]) -> str:
    """What is wrong with the keys of a command, in a sentence; `letters` open menus."""
    for key in keys:
        if key in WAYS or key in letters or _FIXED_KEYS.get(key, command.id) != command.id:
            words = tr("settings.json gives %1 to “%2”; that key cannot be given away.")
            return words.replace("%1", shown(key)).replace("%2", command.words)
    return ""


def _without_pairs(chosen: dict[str, tuple[str, ...]], known: Mapping[str, Command]) -> list[str]:
    """Takes out commands that were given the same key; the sentences that say so."""
    counted = Counter(key for keys in chosen.values() for key in keys)
    problems = []
    for key, times in counted.items():
        owners = [id_ for id_, keys in chosen.items() if key in keys]
        if times > 1 and len(owners) > 1:
            words = tr("settings.json gives %1 to “%2” and to “%3”; both have their usual keys.")
            first, second = (known[id_].words for id_ in owners[:2])
            said = words.replace("%1", shown(key)).replace("%2", first).replace("%3", second)
            problems.append(said)
            for id_ in owners:
                del chosen[id_]
    return problems


def opens(menu: str) -> str:
    """The key that opens a menu; the letter behind & in its name."""
    _, mark, rest = menu.partition("&")
    return f"Alt+{rest[:1].upper()}" if mark else ""
