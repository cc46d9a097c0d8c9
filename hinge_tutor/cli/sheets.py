"""The contact sheets that `render` knows by a word: every movement, and every fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.coaching.telling import telling_s
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import movements
from hinge_tutor.motion.pulls import PullError
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.key_moments import key_moments
from hinge_tutor.stage.scene import own_times
from hinge_tutor.stage.sheet import Group, Still

DEFAULT = "default"


def movement_groups(specification: str, said: Words) -> list[Group]:
    """The key poses of every movement, with what it is usually done with."""
    return [
        _guarded(said.movement(id_), _movement(id_, specification, said)) for id_ in movements()
    ]


def fault_groups(specification: str, said: Words) -> list[Group]:
    """Every fault at its full share beside the correct movement, where it shows most."""
    return [
        _guarded(said.fault(id_), _fault(id_, fault.on[0], specification, said))
        for id_, fault in faults().items()
    ]


SHEETS: dict[str, Callable[[str, Words], list[Group]]] = {
    "movements": movement_groups,
    "faults": fault_groups,
}


def sheet_of(scene: str) -> tuple[str, str] | None:
    """The sheet that a scene such as `movements@tall` asks for, and its body; None where none."""
    name, _, specification = (part.strip() for part in scene.partition("@"))
    return (name, specification or DEFAULT) if name in SHEETS else None


def _guarded(title: str, stills: Iterator[Still]) -> Group:
    """The group of these stills, or of the sentence about a file that cannot be used."""
    try:
        return Group(title, tuple(stills))
    except (AuthorErrors, PullError) as problem:
        return Group(title, (), str(problem).splitlines()[0])


def _movement(id_: str, specification: str, said: Words) -> Iterator[Still]:
    actor = Actor(perform(id_, body(specification)))
    for moment in key_moments(actor.repetition.take):
        yield Still(actor, moment.time_s, said.phase(id_, moment.phase))


def _fault(id_: str, movement: str, specification: str, said: Words) -> Iterator[Still]:
    person = body(specification)
    correct = perform(movement, person)
    wrong = perform(movement, person, faults={id_: 1.0})
    when = telling_s(wrong)
    _, then = own_times((wrong, correct), when / wrong.take.duration_s)
    yield Still(Actor(correct), then, said.movement_short(movement))
    yield Still(Actor(wrong), when, said.fault(id_))
