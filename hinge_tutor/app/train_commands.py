"""Commands of Train: into it, and what is done with the cards of clients."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hinge_tutor.app.command import Command
from hinge_tutor.app.desk import Desk
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.reasons import presenting, unless
from hinge_tutor.app.session import Session
from hinge_tutor.app.train_place import TrainPlace


def train_commands(session: Session, place: TrainPlace, desk: Desk) -> Iterator[Command]:
    """What is behind them is imported when Train is first opened."""
    menu = tr("Clien&t")
    yield Command(
        "train",
        menu,
        tr("Train"),
        ("Ctrl+T",),
        place.open,
        # A client is nothing for an audience.
        lambda: not session.audience,
        lambda: place.shown,
        presenting(session),
    )
    there = unless(lambda: place.shown, tr("You are in the lesson."))
    words = tr("Back to the lesson")
    yield Command("learn", menu, words, (), place.close, lambda: place.shown, reason=there)
    yield from _card_commands(session, place)
    yield from _list_commands(session, place, desk)


def _card_commands(session: Session, place: TrainPlace) -> Iterator[Command]:
    """Keeping a card, and going to the next client and back."""
    menu = tr("Clien&t")

    def keep() -> None:
        from hinge_tutor.app.train_doing import keep

        keep(session, place.training)

    def new() -> None:
        from hinge_tutor.app.train_doing import new_client

        new_client(session, place.training)

    def back() -> None:
        from hinge_tutor.app.train_doing import bring_back

        bring_back(session, place.training)

    def restore() -> None:
        from hinge_tutor.app.train_doing import restore

        restore(session, place.training)

    rows: tuple[tuple[str, str, str, Callable[[], None], Callable[[], bool]], ...] = (
        (
            "client_keep",
            tr("Keep this client’s card"),
            "Ctrl+Shift+K",
            keep,
            lambda: place.training.can_keep,
        ),
        ("client_new", tr("New client"), "Ctrl+N", new, lambda: True),
        (
            "client_back",
            tr("Back to the client before"),
            "",
            back,
            lambda: place.training.can_bring_back,
        ),
        (
            "client_restore",
            tr("Bring the deleted card back"),
            "",
            restore,
            lambda: place.training.can_restore,
        ),
    )
    for id_, words, key, run, possible in rows:
        keys = (key,) if key else ()
        allowed = _there(place, possible)
        yield Command(id_, menu, words, keys, run, allowed, reason=_elsewhere(place))


def _list_commands(session: Session, place: TrainPlace, desk: Desk) -> Iterator[Command]:
    """What is chosen from a list."""
    menu = tr("Clien&t")

    def clients() -> None:
        from hinge_tutor.app.train_doing import list_clients

        list_clients(session, place.training, desk)

    def compare() -> None:
        from hinge_tutor.app.train_doing import compare

        compare(session, place.training, desk)

    def delete() -> None:
        from hinge_tutor.app.train_doing import ask_to_delete

        ask_to_delete(session, place.training, desk)

    def movement() -> None:
        from hinge_tutor.app.train_doing import choose_movement

        choose_movement(session, place.training, desk)

    rows: tuple[tuple[str, str, Callable[[], None], Callable[[], bool]], ...] = (
        ("client_movement", tr("Another movement…"), movement, lambda: True),
        ("clients", tr("Clients…"), clients, lambda: True),
        (
            "client_compare",
            tr("Compare two dates…"),
            compare,
            lambda: place.training.can_compare,
        ),
        (
            "client_delete",
            tr("Delete this client’s card…"),
            delete,
            lambda: place.training.trainee.card is not None,
        ),
    )
    for id_, words, run, possible in rows:
        allowed = _there(place, possible)
        yield Command(id_, menu, words, (), run, allowed, reason=_elsewhere(place))


def _there(place: TrainPlace, possible: Callable[[], bool]) -> Callable[[], bool]:
    """Only while Train is shown; nothing of it is made for a menu that asks."""
    return lambda: place.shown and possible()


def _elsewhere(place: TrainPlace) -> Callable[[], str]:
    """Why nothing of it works in a lesson."""
    return lambda: "" if place.shown else tr("It works in Train, beside a client.")
