"""What the lists hold: every command, every step, the keys that work now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hinge_tutor.app.chooser import Option
from hinge_tutor.app.command import Commands, plain
from hinge_tutor.app.help import Groups
from hinge_tutor.app.lesson_commands import DIGIT, tr
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.dial import trial
from hinge_tutor.lessons.words import Words
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import movements


def step_rows(session: Session) -> tuple[list[Option], int]:
    """Every step of the lesson, and the row of the present one."""
    here = session.spot
    rows = [
        Option(f"{place + 1}   {step.title}", "", partial(session.go, Spot(here.lesson, place)))
        for place, step in enumerate(session.lesson.steps)
    ]
    return rows, here.step


def fault_rows(session: Session) -> list[Option]:
    """Every fault on every movement that it is seen in; first those on the stage."""
    words, here = session.words, {cast.movement for cast in session.plan.movements}
    pairs = [(fault, on) for fault in faults().values() for on in fault.on]
    return [
        Option(
            f"{words.fault(fault.id)} · {words.movement(on)}",
            "",
            partial(session.try_out, trial(on, fault.id, session.build.stage)),
        )
        for fault, on in sorted(pairs, key=lambda pair: pair[1] not in here)
    ]


def movement_rows(words: Words, take: Callable[[str], None]) -> list[Option]:
    """Every movement by its name."""
    return [Option(words.movement(id_), "", partial(take, id_)) for id_ in movements()]


def key_groups(commands: Commands, letters: bool) -> Groups:
    """The keys of every command that is possible now, by menu."""
    groups = []
    for menu in commands.menus():
        here = [
            command
            for command in commands.all
            if command.menu == menu and command.keys_shown(letters) and command.possible()
        ]
        digits = [command for command in here if command.id.startswith(DIGIT)]
        entries = [(c.words, c.caps(letters)) for c in here if c not in digits]
        if digits:
            span = f"{digits[0].keys_shown(letters)} … {digits[-1].keys_shown(letters)}"
            told = (tr("Choice of a question; a phase where none is open"), (span,))
            entries.insert(here.index(digits[0]), told)
        if entries:
            groups.append((plain(menu), entries))
    return groups
