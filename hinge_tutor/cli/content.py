"""`list`: what there is, by the names that the other commands take."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

from hinge_tutor.body.specification import presets
from hinge_tutor.cli import spoken
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.coaching.rules import shipped
from hinge_tutor.lessons.course import entries
from hinge_tutor.lessons.need_words import needs_in_words
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import TEACHING_PROPS, load_movement, movements
from hinge_tutor.problems import did_you_mean
from hinge_tutor.shelf import MissingFile

UNREADABLE = "cannot be read; see check"
NO_RULE = "no such rule; see check"


Row = tuple[str, str]


def _lessons(said: Words) -> list[Row]:
    return [
        (entry.id, entry.lesson.title if entry.lesson else UNREADABLE)
        for entry in entries(said.language)
    ]


def _movements(said: Words) -> list[Row]:
    """Name, what it needs, and what has to be said before somebody tries it."""
    return [(id_, f"{said.movement(id_)}: {_told(id_, said)}") for id_ in movements()]


def _told(movement: str, said: Words) -> str:
    """What is said of a movement after its name; of a broken one, where that is told in full."""
    try:
        needs = needs_in_words(load_movement(movement), said)
    except (AuthorErrors, MissingFile):
        return UNREADABLE
    warning = said.movement_warning(movement)
    return f"{needs}. {warning}" if warning else needs


def _faults(said: Words) -> list[Row]:
    """Name, what the dial turns, what it is seen in, what repairs it, and where it belongs."""
    measures = {rule.id: said.measure(rule.measure).name for rule in shipped().rules}
    return [
        (
            id_,
            said.dial(
                "listed",
                {
                    "fault": said.fault(id_),
                    "what": said.fault_dial(id_),
                    "measures": ", ".join(
                        dict.fromkeys(
                            measures.get(each, f"{each} ({NO_RULE})") for each in fault.rules
                        )
                    ),
                    "drill": said.movement(fault.drill),
                    "movements": ", ".join(fault.on),
                },
            ),
        )
        for id_, fault in faults().items()
    ]


def _bodies(said: Words) -> list[Row]:
    """Name, and by what it differs from the usual body."""
    return [
        (name, f"{said.preset_body(name)}{specification and f': {specification}'}")
        for name, specification in presets().items()
    ]


def _props(said: Words) -> list[Row]:
    """Teaching props, and when they answer."""
    return [(id_, said.prop_note(id_)) for id_ in TEACHING_PROPS]


KINDS = {
    "lessons": _lessons,
    "movements": _movements,
    "faults": _faults,
    "bodies": _bodies,
    "props": _props,
}


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind", nargs="?", metavar="KIND", help=f"one of {', '.join(KINDS)}; all without it"
    )
    spoken.add_language(parser)


def _run(arguments: argparse.Namespace) -> int:
    kind, said = arguments.kind, spoken.said(arguments)
    if kind is not None:
        if kind not in KINDS:
            near = did_you_mean(kind, KINDS) or "."
            raise UsageError(
                f'There is nothing called "{kind}" to list; there are: {", ".join(KINDS)}{near}'
            )
        _print(KINDS[kind](said), "")
        return FINE
    for name, rows in KINDS.items():
        print(name)
        _print(_readable(partial(rows, said)), "  ")
    return FINE


def _readable(rows: Callable[[], list[Row]]) -> list[Row]:
    """The rows of one kind; where its file is broken, that, so that the others are still listed."""
    try:
        return rows()
    except (AuthorErrors, MissingFile) as problem:
        return [(UNREADABLE, str(problem).splitlines()[0])]


def _print(rows: list[Row], indent: str) -> None:
    width = max((len(name) for name, _ in rows), default=0)
    for name, said in rows:
        print(f"{indent}{name:<{width}}  {said}")


COMMAND = Command(
    "list", "Show the lessons, movements, faults, bodies and props by name.", _options, _run
)
