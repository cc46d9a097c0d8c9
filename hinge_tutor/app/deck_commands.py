"""The commands that open recall deck and fault clinic, and close them again."""

from __future__ import annotations

from collections.abc import Iterator

from hinge_tutor.app.command import Command
from hinge_tutor.app.learn_view import LearnView
from hinge_tutor.app.lesson_commands import tr


def deck_commands(learn: LearnView) -> Iterator[Command]:
    """An audience sees another page."""

    def switch() -> None:
        if not learn.close_deck():
            learn.open_deck()

    yield Command(
        "recall",
        tr("&Lesson"),
        tr("Recall cards"),
        ("Ctrl+R",),
        switch,
        learn.isVisible,
        lambda: learn.shows_deck,
    )

    def switch_clinic() -> None:
        if not learn.close_clinic():
            learn.open_clinic()

    yield Command(
        "clinic",
        tr("&Lesson"),
        tr("Fault clinic"),
        ("Alt+C",),
        switch_clinic,
        learn.isVisible,
        lambda: learn.shows_clinic,
    )
