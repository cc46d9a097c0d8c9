"""What the commands of Train do with a client's card, and what is said of it."""

from __future__ import annotations

from functools import partial

from hinge_tutor.app.chooser import Option
from hinge_tutor.app.desk import Desk
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session
from hinge_tutor.app.train_cards import client_rows, day_rows
from hinge_tutor.app.train_words import card_in_words, client_in_words
from hinge_tutor.app.training import Training
from hinge_tutor.lessons.training import trainable


def keep(session: Session, training: Training) -> None:
    """Writes down what is on the screen."""
    if training.keep(training.cue):
        said = tr("Kept: %1. It stays on this machine.")
        session.say(said.replace("%1", client_in_words(training)))


def new_client(session: Session, training: Training) -> None:
    """Nothing of the last person is left, and what was not kept can be brought back."""
    training.new_client()
    back = tr("A new client. “Back to the client before” is in the menu.")
    session.say(back if training.can_bring_back else "")


def bring_back(session: Session, training: Training) -> None:
    """The client before."""
    training.bring_back()
    session.say("")


def list_clients(session: Session, training: Training, desk: Desk) -> None:
    """Everybody of whom there is a card."""
    desk.choose("clients", tr("Clients"), client_rows(session, training))


def choose_movement(session: Session, training: Training, desk: Desk) -> None:
    """Everything that makes sense beside a client, the one that is done now first in sight."""
    rows = [
        Option(session.words.movement(each), "", partial(training.do, each)) for each in trainable()
    ]
    now = trainable().index(training.trainee.movement)
    desk.choose("client_movement", tr("What does the client do?"), rows, now)


def compare(session: Session, training: Training, desk: Desk) -> None:
    """Two days beside each other; where there are more, which one; the same again goes back."""
    if training.step_back():
        return
    rows = day_rows(session, training)
    if len(rows) == 1:
        rows[0].take()
    elif rows:
        desk.choose("client_days", tr("Compare the last day with"), rows)


def ask_to_delete(session: Session, training: Training, desk: Desk) -> None:
    """Asks once."""
    card = training.trainee.card
    if card is None:
        return
    rows = [
        Option(tr("Keep it"), "", lambda: None),
        Option(
            tr("Delete it"),
            "",
            partial(_delete, session, training, card.id),
            True,
            card_in_words(card),
        ),
    ]
    desk.choose("client_delete", tr("Delete the card of this client?"), rows)


def _delete(session: Session, training: Training, id_: str) -> None:
    if not training.throw_away(id_):
        return
    said = tr("The card is deleted. Until the tutor is closed, the menu can bring it back.")
    if session.memory.folder is not None:
        from hinge_tutor.app.own_data import BACKUPS

        backups = session.memory.folder / BACKUPS
        if backups.is_dir():
            more = tr("A copy may still be in %1.")
            said = f"{said} {more.replace('%1', str(backups))}"
    session.say(said)


def restore(session: Session, training: Training) -> None:
    """The card that was deleted last."""
    if (card := training.restore()) is not None:
        said = tr("The card of %1 is there again.")
        session.say(said.replace("%1", card_in_words(card)))
