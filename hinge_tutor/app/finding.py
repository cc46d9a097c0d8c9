"""What is found in the course: rows of the search and of the glossary, and where each leads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from hinge_tutor.app.chooser import Option
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session
from hinge_tutor.lessons import search
from hinge_tutor.lessons.dial import trial
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.search import Entry
from hinge_tutor.motion.fault_rows import faults

Pick = Callable[[str], None]
# The best of them are seen; each row takes its time at every letter that is typed.
MOST_FOUND = 50


def found_rows(session: Session, typed: str, among: Sequence[Entry], pick: Pick) -> list[Option]:
    """What has the words typed, the best first; `pick` points at a muscle of a figure."""
    return [option(session, entry, pick) for entry in search.find(typed, among)[:MOST_FOUND]]


def glossary_rows(session: Session, typed: str, among: Sequence[Entry], pick: Pick) -> list[Option]:
    """The terms that have the words typed, by the alphabet, with the lesson that shows each."""
    found = {entry.id for entry in search.find(typed, among)}
    terms = (entry for entry in among if entry.id in found)
    return [replace(option(session, e, pick), keys=place(session, e)) for e in terms]


def option(session: Session, entry: Entry, pick: Pick) -> Option:
    """A row of what is found: its words, what it is, and where the course shows a build."""
    end = kind(entry.kind) if entry.kind != search.BUILD else place(session, entry)
    note = entry.text if entry.kind in NOTED else ""
    return Option(entry.title, end, partial(take, session, entry, pick), True, note)


# A build is too long for a note; its title and its lesson say enough.
NOTED = (search.LESSON, search.TERM, search.MOVEMENT, search.FAULT, search.MUSCLE)


def kind(name: str) -> str:
    """What an entry is, in a word."""
    return {
        search.LESSON: tr("Lesson"),
        search.TERM: tr("Term"),
        search.MOVEMENT: tr("Movement"),
        search.FAULT: tr("Fault"),
        search.MUSCLE: tr("Muscle"),
    }.get(name, "")


def take(session: Session, entry: Entry, pick: Pick) -> None:
    """Goes to where the course shows it; what no lesson shows is put on the stage by itself."""
    where = entry.where
    if where is not None:
        session.go(session.route.find(where.lesson, where.step, where.build))
    elif entry.kind == search.MOVEMENT:
        session.try_out(alone(entry.id, session.build.stage))
    elif entry.kind == search.FAULT:
        session.try_out(trial(faults()[entry.id].on[0], entry.id, session.build.stage))
    elif entry.kind == search.TERM:
        session.say(f"{entry.title}: {entry.text}")
    if entry.kind == search.MUSCLE:
        pick(entry.id)


def alone(movement: str, like: StagePlan) -> StagePlan:
    """A movement by itself, shown as another plan shows its figures."""
    cast = Cast(movement, movement)
    return StagePlan((cast,), layers=like.layers, speed=like.speed, play="loop")


def place(session: Session, entry: Entry) -> str:
    """Which lesson and step a build is in: `Lesson 1, step 3`."""
    if entry.where is None:
        return ""
    ids = session.route.lessons.ids
    number = session.route.lessons[ids.index(entry.where.lesson)].number
    words = tr("Lesson %1, step %2").replace("%1", str(number))
    return words.replace("%2", str(entry.where.step))
