"""Commands of the menu Help, and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hinge_tutor.app.command import Command
from hinge_tutor.app.desk import Desk
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.view_commands import Screen


def help_commands(screen: Screen, desk: Desk) -> Iterator[Command]:
    """Keys, every command, the pages to read, and the end."""
    menu = tr("&Help")
    yield Command("help", menu, tr("Keys that work now"), ("F1", "?"), desk.help)
    yield Command("commands", menu, tr("All commands…"), ("Ctrl+K",), desk.list_commands)
    yield Command("keys", menu, tr("Change keys…"), (), desk.change_keys)
    for id_, words, keys in (
        ("the-model", tr("The model explained"), ("Shift+F1",)),
        ("proof", tr("How the figures are checked"), ()),
        ("authors-guide", tr("Writing a lesson"), ()),
    ):
        yield Command(f"page_{id_}", menu, words, keys, partial(desk.page, id_, words))
    yield Command("health", menu, tr("Before you move"), (), desk.health_note)
    yield Command("licenses", menu, tr("Licenses"), (), desk.licenses)
    yield Command("log_folder", menu, tr("Open the log’s folder"), (), desk.open_log_folder)
    yield Command("about", menu, tr("About Hinge Tutor"), (), desk.about)
    yield Command("close", menu, tr("Close what is on top"), ("Esc",), screen.close_innermost)
    yield Command("leave", tr("&Lesson"), tr("Quit"), ("Ctrl+Q",), screen.leave)
