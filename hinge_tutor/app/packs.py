"""Lesson packs in the window: opened by a file dialog, remembered, opened again, closed."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.file_dialogs import ask_file, documents
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.renewing import renew
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Memory
from hinge_tutor.app.trouble import sentence
from hinge_tutor.lessons.pack import Pack, read_pack
from hinge_tutor.lessons.pack_budget import ENDING, HEAD, PackError
from hinge_tutor.located import AuthorErrors


def reopened(memory: Memory) -> tuple[list[Pack], list[str]]:
    """The packs that were open last time, and a sentence for each that cannot be opened today.

    One that has gone is not asked for again.
    """
    packs: list[Pack] = []
    complaints: list[str] = []
    for name in memory.settings.packs:
        path = Path(name)
        if not path.exists():
            gone = tr("The lesson pack %1 is gone; open it again once it is back.")
            complaints.append(filled(gone, name))
            left = tuple(each for each in memory.settings.packs if each != name)
            with contextlib.suppress(OSError):
                memory.keep_settings(replace(memory.settings, packs=left))
            continue
        try:
            pack = read_pack(path, [each.id for each in packs])
        except (PackError, AuthorErrors) as refusal:
            complaints.append(sentence(refusal))
            continue
        packs.append(pack)
        complaints += _troubles(pack)
    return packs, complaints


def choose_pack(session: Session, window: QWidget) -> None:
    """Asks for a pack and opens it: a zip, or the head of one in a folder."""
    session.timeline.play(False)
    kinds = filled(tr("Lesson packs (%1)"), f"*{ENDING} {HEAD}")
    chosen = ask_file(window, tr("Open a lesson pack"), documents(), kinds)
    if chosen is not None:
        show_pack(session, chosen)


def show_pack(session: Session, path: Path, lesson: str = "", step: int = 1) -> None:
    """Opens a pack and goes to a lesson of it, the first without one; a sentence says how it went.

    One that is open already is read again.
    """
    if not session.may_leave():
        return
    path = (path.parent if path.name == HEAD else path).absolute()
    others = [pack for pack in session.route.packs if pack.path != path]
    try:
        pack = read_pack(path, [each.id for each in others])
    except (PackError, AuthorErrors) as refusal:
        session.say(sentence(refusal))
        return
    told = " ".join(_troubles(pack))
    if not pack.lessons:
        session.say(told or filled(tr("There is no lesson in %1."), str(path)))
        return
    renew(session, packs=[*others, pack])
    _remember(session)
    first = pack.lessons[0].id
    wanted = f"{pack.id}/{lesson}" if lesson else first
    if session.route.pack(session.spot.lesson) is not pack or lesson:
        session.go(session.route.find(wanted, step, 1) or session.route.find(first, 1, 1))
    session.say(f"{_greeting(pack)} {told}".strip())


def leave_pack(session: Session) -> None:
    """Back to where one was in the course."""
    if session.in_pack:
        session.go(session.left)


def close_pack(session: Session) -> None:
    """Takes the pack away that one is in, and goes back to the course."""
    pack = session.route.pack(session.spot.lesson)
    if pack is None or not session.may_leave():
        return
    leave_pack(session)
    renew(session, packs=[each for each in session.route.packs if each is not pack])
    _remember(session)
    session.say(filled(tr("The lesson pack “%1” is closed."), pack.title))


def _remember(session: Session) -> None:
    paths = tuple(str(pack.path) for pack in session.route.packs)
    if paths != session.settings.packs:
        session.change_settings(replace(session.settings, packs=paths))


def _greeting(pack: Pack) -> str:
    """What was opened, and how much of it there is."""
    if len(pack.lessons) == 1:
        return filled(tr("The lesson pack “%1” by %2 is open: 1 lesson."), pack.title, pack.author)
    words = tr("The lesson pack “%1” by %2 is open: %3 lessons.")
    return filled(words, pack.title, pack.author, str(len(pack.lessons)))


def _troubles(pack: Pack) -> list[str]:
    """What of a pack could not be opened, in one sentence with its file and line."""
    if not pack.problems:
        return []
    first, *more = pack.problems
    said = f"{Path(first.file).name}:{first.line}: {first.problem}"
    if not more:
        return [filled(tr("Not all of “%1” could be opened: %2"), pack.title, said)]
    words = tr("Not all of “%1” could be opened: %2 (and %3 more)")
    return [filled(words, pack.title, said, str(len(more)))]


def filled(words: str, *values: str) -> str:
    """Words with %1, %2, … replaced, whatever a stranger's title holds."""
    return re.sub("%([1-9])", lambda found: values[int(found.group(1)) - 1], words)
